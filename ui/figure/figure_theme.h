// Every colour of figures and films; figures are dark on white, films light on black.
#pragma once

#include <QColor>

namespace limn {

namespace on_paper {
inline constexpr QColor paper{255, 255, 255}, text{20, 22, 26}, frame{90, 96, 104};
inline constexpr QColor dark{0, 0, 0}, bright{255, 255, 255}; // what a map may lie on
} // namespace on_paper

namespace on_film {
inline constexpr QColor back{13, 14, 16}, text{230, 232, 234}, track{52, 56, 63},
    mark{76, 155, 232};
} // namespace on_film

namespace on_picture { // read on black and on white
inline constexpr QColor line{255, 255, 255}, halo{0, 0, 0, 140}, text{255, 255, 255},
    backing{0, 0, 0, 150};
} // namespace on_picture

} // namespace limn
