// From a run and a person's work to what is exported: the labels are composed here and baked.
#pragma once

#include "model/data/mask_export.h"
#include "model/data/study_state.h"
#include "model/data/volume.h"
#include "model/segmenter.h"

namespace limn {

// The labels that the state shows and exports.
LabelMap composedOf(const StudyState& state);

// Of one image; `stem`: see outputStems(). `steps`: a slice each, or none. What changes is copied.
MaskExport maskExportOf(const std::string& stem, const Volume& volume, StudyState state,
                        std::vector<std::vector<StepPtr>> steps);

// What is kept of a run; `device`: where it was asked for, or where it ran. `restarted`: of a
// restart, the facts of the run that it went on from (or of another restart of that run).
RunFacts factsOf(const ModelCard& model, const SegmentRequest& request, const std::string& device,
                 const RunFacts* restarted = nullptr);
RunSettings settingsOf(const RunFacts& run);

} // namespace limn
