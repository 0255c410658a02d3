#include "io/import/nifti_values.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>

#include <nifti1.h>

namespace limn {
namespace {

template <typename Value> Value valueAt(Bytes bytes, std::size_t index, Endian endian)
{
    std::array<std::byte, sizeof(Value)> own;
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(index * sizeof(Value)), sizeof(Value),
                own.begin());
    if (endian == Endian::Big)
        std::ranges::reverse(own);
    return std::bit_cast<Value>(own);
}
static_assert(std::endian::native == std::endian::little);

// Calls `take` with each voxel, grey or a colour's parts, as its own type.
template <typename Value, typename Take>
void eachOf(Bytes frame, const NiftiHeader& header, const Take& take)
{
    for (std::size_t i = 0; i < frame.size() / sizeof(Value); ++i)
        take(valueAt<Value>(frame, i, header.endian));
}

template <typename Take> void eachColour(Bytes frame, int bytesAPixel, const Take& take)
{
    for (std::size_t i = 0; i < frame.size(); ++i)
        if (i % static_cast<std::size_t>(bytesAPixel) < 3)
            take(std::to_integer<std::uint8_t>(frame[i]));
}

template <typename Take> void eachValue(Bytes frame, const NiftiHeader& header, const Take& take)
{
    switch (header.datatype) {
    case DT_UINT8: return eachOf<std::uint8_t>(frame, header, take);
    case DT_INT8: return eachOf<std::int8_t>(frame, header, take);
    case DT_INT16: return eachOf<std::int16_t>(frame, header, take);
    case DT_UINT16: return eachOf<std::uint16_t>(frame, header, take);
    case DT_INT32: return eachOf<std::int32_t>(frame, header, take);
    case DT_UINT32: return eachOf<std::uint32_t>(frame, header, take);
    case DT_INT64: return eachOf<std::int64_t>(frame, header, take);
    case DT_UINT64: return eachOf<std::uint64_t>(frame, header, take);
    case DT_FLOAT32: return eachOf<float>(frame, header, take);
    case DT_FLOAT64: return eachOf<double>(frame, header, take);
    case DT_RGB24: return eachColour(frame, 3, take);
    case DT_RGBA32: return eachColour(frame, 4, take);
    default: return;
    }
}

std::size_t sampleCount(const NiftiHeader& header)
{
    return header.size().area() * (isNiftiColour(header) ? 3U : 1U);
}

} // namespace

bool isNiftiColour(const NiftiHeader& header)
{
    return header.datatype == DT_RGB24 || header.datatype == DT_RGBA32;
}

std::vector<float> niftiValues(Bytes frame, const NiftiHeader& header)
{
    const bool isScaled = header.slope != 1 || header.intercept != 0;
    std::vector<float> values;
    values.reserve(sampleCount(header));
    eachValue(frame, header, [&](auto value) {
        values.push_back(isScaled ? static_cast<float>(static_cast<double>(value) * header.slope
                                                       + header.intercept)
                                  : static_cast<float>(value));
    });
    return values;
}

Result<std::vector<std::int32_t>> niftiStored(Bytes frame, const NiftiHeader& header)
{
    if (header.datatype == DT_FLOAT32 || header.datatype == DT_FLOAT64)
        return fail(ErrorCode::UnsupportedFormat, {}, "floating-point values are no whole numbers");
    std::vector<std::int32_t> stored;
    stored.reserve(sampleCount(header));
    bool isFitting = true;
    eachValue(frame, header, [&](auto value) {
        if constexpr (std::is_integral_v<decltype(value)> && sizeof value > 4)
            isFitting = isFitting && std::in_range<std::int32_t>(value);
        stored.push_back(static_cast<std::int32_t>(value)); // of 32 unsigned bits: the bits
    });
    if (!isFitting)
        return fail(ErrorCode::UnsupportedFormat, {}, "stored values of more than 32 bits");
    return stored;
}

Result<std::vector<std::int32_t>> niftiLabels(Bytes frame, const NiftiHeader& header)
{
    std::vector<std::int32_t> labels;
    labels.reserve(sampleCount(header));
    bool isWhole = true;
    eachValue(frame, header, [&](auto value) {
        const double scaled = static_cast<double>(value) * header.slope + header.intercept;
        isWhole = isWhole && scaled == std::rint(scaled) && std::abs(scaled) <= 2147483647.0;
        labels.push_back(isWhole ? static_cast<std::int32_t>(scaled) : 0);
    });
    if (!isWhole)
        return fail(ErrorCode::UnsupportedFormat, {}, "a mask whose values are no whole numbers");
    return labels;
}

} // namespace limn
