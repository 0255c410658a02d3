#include "io/import/seg_pixels.h"

#include <algorithm>

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

std::vector<std::uint8_t> packedBits(const SegRequest& request, Mask mask,
                                     const std::vector<SegFrame>& frames)
{
    std::vector<std::uint8_t> bits((frames.size() * request.size.area() + 15) / 16 * 2);
    std::size_t bit = 0;
    for (const SegFrame& frame : frames) {
        const std::uint8_t label = labelOf(request, frame.segment);
        for (const std::uint8_t value : planeOf(request, mask, frame)) {
            bits[bit / 8] |= static_cast<std::uint8_t>((value == label ? 1 : 0) << (bit % 8));
            ++bit;
        }
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
