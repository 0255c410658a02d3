// Lines of one device pixel over the picture: the border of the mask, and the hatching of what a
// person decided.
#pragma once

#include "ui/view/device_grid.h"
#include "ui/view/live_labels.h"

#include <array>

namespace limn {

// How far around a changed pixel the lines may change, in device pixels.
inline constexpr int lineReach = 2;

// The contour as one light pixel with a dark halo; added pixels hatched one way, erased ones the
// other (where the model is sure of background anyway: only when all that a person decided shall be
// seen). Labels whose opacity is 0 have no contour and no hatching. The grid must have a margin of
// lineReach.
enum class Hatching { WhereItMatters, All };
QImage overlayLines(const DeviceGrid& grid, const LiveLabels& labels,
                    const std::array<float, 256>& opacities,
                    Hatching hatching = Hatching::WhereItMatters);

} // namespace limn
