#include "io/import/dicom_jpeg2000.h"

#include "io/import/dicom_codestream.h"
#include "io/import/jpeg2000.h"

#include <algorithm>
#include <cmath>

namespace limn {

namespace {

// The low `bits` of each sample, with or without a sign.
void readAs(std::vector<std::int32_t>& samples, int bits, bool isSigned)
{
    const int above = 32 - bits;
    for (std::int32_t& sample : samples) {
        const std::uint32_t left = static_cast<std::uint32_t>(sample) << above;
        sample = isSigned ? static_cast<std::int32_t>(left) >> above
                          : static_cast<std::int32_t>(left >> above);
    }
}

std::int32_t level(double value)
{
    return static_cast<std::int32_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

// Full-range YCbCr of ITU-R BT.601, as PS3.3 C.7.6.3.1.2 has it, to red, green, blue.
void convertFromYbr(std::vector<std::int32_t>& samples)
{
    for (std::size_t i = 0; i + 2 < samples.size(); i += 3) {
        const double y = samples[i];
        const double blue = samples[i + 1] - 128.0;
        const double red = samples[i + 2] - 128.0;
        samples[i] = level(y + 1.402 * red);
        samples[i + 1] = level(y - 0.344136 * blue - 0.714136 * red);
        samples[i + 2] = level(y + 1.772 * blue);
    }
}

void scaleToBytes(std::vector<std::int32_t>& samples, int bits)
{
    const double scale = 255.0 / (std::ldexp(1.0, bits) - 1);
    for (std::int32_t& sample : samples)
        sample = level(scale * sample);
}

} // namespace

bool isJpeg2000(DicomFile& dicom)
{
    const auto syntax = dicom.dataset().getOriginalXfer();
    return syntax == EXS_JPEG2000LosslessOnly || syntax == EXS_JPEG2000;
}

Result<std::vector<std::int32_t>> jpeg2000Frame(DicomFile& dicom, int frame)
{
    const PixelShape& shape = dicom.shape;
    const auto bytes = codestream(dicom, frame);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto picture = readJpeg2000(*bytes, shape.size, shape.samples);
    if (!picture)
        return std::unexpected(picture.error());
    if (picture->bits > std::max(shape.bitsAllocated, 8))
        return fail(ErrorCode::Damaged, {},
                    "the compressed frame has " + std::to_string(picture->bits)
                        + " bits, the data set " + std::to_string(shape.bitsAllocated));
    if (picture->bits != shape.bitsStored || picture->isSigned != shape.isSigned)
        dicom.notes.push_back("the JPEG 2000 data has "
                              + std::string(picture->isSigned ? "signed" : "unsigned")
                              + " samples of " + std::to_string(picture->bits)
                              + " bits, the data set says otherwise");
    readAs(picture->samples, picture->bits, shape.isSigned);
    if (shape.isColour()) {
        if (picture->bits != 8)
            scaleToBytes(picture->samples, picture->bits);
        if (shape.photometric.starts_with("YBR_FULL") && !picture->isColourTransformed)
            convertFromYbr(picture->samples);
    }
    return std::move(picture->samples);
}

} // namespace limn
