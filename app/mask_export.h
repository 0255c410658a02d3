// Makes what is exported, from a kept state or from a batch: the labels are composed here and baked.
#pragma once

#include "model/data/mask_export.h"
#include "model/data/study_state.h"
#include "model/data/volume.h"

namespace limn {

// Of one image; `stem`: see outputStems(). `steps`: a slice each, or none. What changes is copied.
MaskExport maskExportOf(const std::string& stem, const Volume& volume, StudyState state,
                        std::vector<std::vector<StepPtr>> steps);

} // namespace limn
