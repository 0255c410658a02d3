#include "io/import/seg_pixels.h"

#include <algorithm>
#include <cstring>

namespace limn {

namespace {

// The mask's bytes that a frame is made of.
Mask planeOf(const SegRequest& request, Mask mask, const SegFrame& frame)
{
    const std::size_t area = request.size.area();
    const std::size_t plane = static_cast<std::size_t>(frame.slice)
        + (request.isFractional ? frame.segment * static_cast<std::size_t>(request.slices) : 0);
    return mask.subspan(plane * area, area);
}

std::uint8_t labelOf(const SegRequest& request, std::size_t segment)
{
    return static_cast<std::uint8_t>(request.segments[segment].label);
}

bool isEmpty(const SegRequest& request, Mask mask, const SegFrame& frame)
{
    const Mask plane = planeOf(request, mask, frame);
    if (request.isFractional)
        return std::ranges::all_of(plane, [](std::uint8_t value) { return value == 0; });
    return std::ranges::find(plane, labelOf(request, frame.segment)) == plane.end();
}

// Bit k is 1 where value k of the eight is the label.
std::uint8_t eightBits(const std::uint8_t* values, std::uint8_t label)
{
    constexpr std::uint64_t low = 0x7F7F7F7F7F7F7F7FU;
    std::uint64_t eight = 0;
    std::memcpy(&eight, values, sizeof eight);
    const std::uint64_t differing = eight ^ label * 0x0101010101010101U; // 0 in the label's bytes
    const std::uint64_t high = ~(((differing & low) + low) | differing | low); // 0x80 in those
    return static_cast<std::uint8_t>((high >> 7) * 0x0102040810204080U >> 56);
}

std::vector<std::uint8_t> packedBits(const SegRequest& request, Mask mask,
                                     const std::vector<SegFrame>& frames)
{
    std::vector<std::uint8_t> bits((frames.size() * request.size.area() + 15) / 16 * 2);
    std::size_t bit = 0;
    for (const SegFrame& frame : frames) {
        const std::uint8_t label = labelOf(request, frame.segment);
        const Mask plane = planeOf(request, mask, frame);
        std::size_t pixel = 0;
        if (bit % 8 == 0)
            for (; pixel + 8 <= plane.size(); pixel += 8, bit += 8)
                bits[bit / 8] = eightBits(plane.data() + pixel, label);
        for (; pixel < plane.size(); ++pixel, ++bit)
            bits[bit / 8] |=
                static_cast<std::uint8_t>((plane[pixel] == label ? 1 : 0) << (bit % 8));
    }
    return bits;
}

} // namespace

std::vector<SegFrame> segFrames(const SegRequest& request, Mask mask)
{
    std::vector<SegFrame> frames;
    for (std::size_t segment = 0; segment < request.segments.size(); ++segment) {
        const std::size_t before = frames.size();
        for (int slice = 0; slice < request.slices; ++slice)
            if (const SegFrame frame{segment, slice}; !isEmpty(request, mask, frame))
                frames.push_back(frame);
        if (frames.size() == before)
            frames.push_back({segment, 0});
    }
    return frames;
}

std::vector<std::uint8_t> segPixels(const SegRequest& request, Mask mask,
                                    const std::vector<SegFrame>& frames)
{
    if (!request.isFractional)
        return packedBits(request, mask, frames);
    std::vector<std::uint8_t> bytes;
    bytes.reserve(frames.size() * request.size.area() + 1);
    for (const SegFrame& frame : frames) {
        const Mask plane = planeOf(request, mask, frame);
        bytes.insert(bytes.end(), plane.begin(), plane.end());
    }
    if (bytes.size() % 2 != 0)
        bytes.push_back(0);
    return bytes;
}

} // namespace limn
