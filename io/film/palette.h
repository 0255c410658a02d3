// A few colours for many: one palette for all frames, so that nothing flickers.
#pragma once

#include <QImage>

#include <cstdint>
#include <vector>

namespace limn {

class Palette {
public:
    // At most `colours` (2..256) of those in the frames (32 bit): the box of colours with the
    // largest error is halved again and again, then each colour becomes the mean of what is nearest
    // to it.
    Palette(const std::vector<QImage>& frames, int colours);

    const std::vector<QRgb>& colours() const { return m_colours; }
    std::uint8_t indexOf(QRgb colour) const; // of a colour that is in the frames

private:
    std::vector<QRgb> m_colours;
    std::vector<std::uint8_t> m_index; // by the upper six bits of each channel
};

} // namespace limn
