// What is asked of a model to go on from a step with a person's strokes.
#pragma once

#include "model/segmenter.h"
#include "ui/session/session.h"

namespace limn {

// A slice of the person's layer as classes of the model; labels that it has no class for are not
// said.
Evidence evidenceOf(const HumanLayer& human, int slice, int foregroundClasses);

// Why the current slice can't be re-run with its strokes by the model of its run, in words; empty
// when it can. `card`: null where that model is not there.
QString rerunObstacle(const Session& session, const ModelCard* card);

// From restartStep(), with the settings of the run that it is of. There must be no obstacle.
SegmentRequest rerunRequest(const Session& session, const ModelCard& card);

} // namespace limn
