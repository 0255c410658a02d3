// What a re-run would change, drawn over the picture.
#pragma once

#include "ui/view/device_grid.h"

#include <cstdint>
#include <span>

namespace limn {

// A dotted fill with an outline where `changed` (a byte a pixel of the picture) is not 0. The grid
// must have a margin of one device pixel at least.
QImage changedLines(const DeviceGrid& grid, std::span<const std::uint8_t> changed, Size picture);

} // namespace limn
