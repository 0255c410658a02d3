// The numbers behind a display that has a scale: where they lie, and from where to where they go.
#pragma once

#include "ui/session/session.h"
#include "ui/view/overlay_settings.h"

#include <span>

namespace limn {

// A number a pixel: `plane`, less `minus` where that is not empty. Both on the grid `size`.
struct ValuePlanes {
    std::span<const float> plane, minus;
    Size size;
};

// Empty where the session has nothing of the kind, and for displays without a plane (the doubt of a
// map without steps, and the step at which a label is decided, are worked out while painting).
ValuePlanes shownPlanes(const Session& session, const OverlaySettings& settings);

// Whose probability is shown: the chosen label, or the current one.
int shownClass(const Session& session, const OverlaySettings& settings);

// The steps that StepDifference compares, in their order; null where they are not there.
std::pair<StepPtr, StepPtr> comparedSteps(const Session& session, const OverlaySettings& settings);

struct ValueRange {
    double low = 0, high = 1;
};
ValueRange shownRange(const Session& session, const OverlaySettings& settings);

} // namespace limn
