#include "io/import/dicom_overlay.h"

#include "io/import/dicom_pixels.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>

namespace limn {

namespace {

constexpr Uint16 firstGroup = 0x6000, lastGroup = 0x601e;

struct Plane {
    Size size;
    int left = 0, top = 0; // of its first pixel in the picture
    int firstFrame = 0; // from 0, of the picture
    int frames = 1;
    int bitPosition = 0;
    bool isEmbedded = false;
    std::vector<Uint8> bits; // the lowest first; else in the pixels' words
};

int shortAt(DcmItem& dataset, Uint16 group, Uint16 element, unsigned long place, int otherwise)
{
    const DcmTagKey tag(group, element);
    if (Sint16 value = 0; dataset.findAndGetSint16(tag, value, place).good())
        return value;
    Uint16 value = 0;
    return dataset.findAndGetUint16(tag, value, place).good() ? value : otherwise;
}

// Bits in words stand as they would in bytes on this machine.
std::vector<Uint8> bitsOf(DcmItem& dataset, Uint16 group)
{
    const DcmTagKey tag(group, 0x3000);
    unsigned long count = 0;
    if (const Uint16* words = nullptr;
        dataset.findAndGetUint16Array(tag, words, &count).good() && words != nullptr) {
        std::vector<Uint8> bytes;
        for (unsigned long k = 0; k < count; ++k) {
            bytes.push_back(static_cast<Uint8>(words[k] & 0xff));
            bytes.push_back(static_cast<Uint8>(words[k] >> 8));
        }
        return bytes;
    }
    const Uint8* data = nullptr;
    if (dataset.findAndGetUint8Array(tag, data, &count).good() && data != nullptr)
        return {data, data + count};
    return {};
}

std::optional<Plane> planeOf(DicomFile& dicom, Uint16 group)
{
    DcmItem& dataset = dicom.dataset();
    Plane plane;
    plane.size = {shortAt(dataset, group, 0x0011, 0, 0), shortAt(dataset, group, 0x0010, 0, 0)};
    if (plane.size.width <= 0 || plane.size.height <= 0)
        return std::nullopt;
    plane.top = shortAt(dataset, group, 0x0050, 0, 1) - 1;
    plane.left = shortAt(dataset, group, 0x0050, 1, 1) - 1;
    plane.firstFrame = shortAt(dataset, group, 0x0051, 0, 1) - 1;
    Sint32 frames = 1;
    dataset.findAndGetSint32(DcmTagKey(group, 0x0015), frames);
    plane.frames = std::max<int>(1, frames);
    plane.bitPosition = shortAt(dataset, group, 0x0102, 0, 0);
    plane.isEmbedded = !dataset.tagExists(DcmTagKey(group, 0x3000));
    if (!plane.isEmbedded)
        plane.bits = bitsOf(dataset, group);
    const bool isInWords = plane.isEmbedded && !dicom.isCompressed && !dicom.shape.isColour()
        && plane.bitPosition < dicom.shape.bitsAllocated && dicom.shape.bitsAllocated > 1
        && plane.size == dicom.shape.size;
    return isInWords || !plane.bits.empty() ? std::optional(std::move(plane)) : std::nullopt;
}

// One frame of several holds for the frames from firstFrame on; a single one for all of them.
void draw(const Plane& plane, int frame, Size picture, std::vector<std::uint8_t>& graphics)
{
    const int own = plane.frames > 1 ? frame - plane.firstFrame : 0;
    if (own < 0 || own >= plane.frames)
        return;
    const std::size_t first = plane.size.area() * static_cast<std::size_t>(own);
    const Rect both = intersected({plane.left, plane.top, plane.size.width, plane.size.height},
                                  wholeOf(picture));
    for (int row = both.y; row < both.y + both.height; ++row)
        for (int column = both.x; column < both.x + both.width; ++column) {
            const std::size_t bit = first
                + static_cast<std::size_t>(row - plane.top)
                    * static_cast<std::size_t>(plane.size.width)
                + static_cast<std::size_t>(column - plane.left);
            if (bit / 8 >= plane.bits.size())
                return;
            if ((plane.bits[bit / 8] >> (bit % 8) & 1) != 0)
                graphics[static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width)
                         + static_cast<std::size_t>(column)] = 1;
        }
}

void drawEmbedded(DicomFile& dicom, const Plane& plane, int frame,
                  std::vector<std::uint8_t>& graphics)
{
    PixelShape shape = dicom.shape;
    shape.bitsStored = 1; // that bit alone
    shape.highBit = plane.bitPosition;
    shape.isSigned = false;
    std::swap(dicom.shape, shape);
    const auto bits = storedFrame(dicom, frame);
    std::swap(dicom.shape, shape);
    for (std::size_t k = 0; bits && k < graphics.size(); ++k)
        if ((*bits)[k] != 0)
            graphics[k] = 1;
}

} // namespace

std::vector<std::uint8_t> graphicsOf(DicomFile& dicom, int frame)
{
    std::vector<std::uint8_t> graphics;
    for (Uint16 group = firstGroup; group <= lastGroup; group = static_cast<Uint16>(group + 2)) {
        const auto plane = planeOf(dicom, group);
        if (!plane)
            continue;
        graphics.resize(dicom.shape.size.area());
        if (plane->isEmbedded)
            drawEmbedded(dicom, *plane, frame, graphics);
        else
            draw(*plane, frame, dicom.shape.size, graphics);
    }
    return std::ranges::find(graphics, 1) == graphics.end() ? std::vector<std::uint8_t>()
                                                            : graphics;
}

} // namespace limn
