// Lines of equal probability, one device pixel wide.
#pragma once

#include "ui/view/device_grid.h"
#include "ui/view/overlay_settings.h"

#include <array>
#include <span>

namespace limn {

inline constexpr std::array isoLevels{0.1F, 0.25F, 0.5F, 0.75F, 0.9F};

// Of `plane`, which lies on the grid `map` over the picture; smooth between its pixels. Each line
// has its level's colour and a dark halo.
QImage isoLines(const DeviceGrid& grid, const ViewTransform& view, std::span<const float> plane,
                Size map, Size picture, ColourMap colours);

} // namespace limn
