#include "app/packed_picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace limn {
namespace {

template <typename T> std::vector<std::byte> asBytes(const std::vector<float>& values)
{
    std::vector<std::byte> bytes(values.size() * sizeof(T));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const T value = static_cast<T>(values[i]);
        std::memcpy(bytes.data() + i * sizeof(T), &value, sizeof(T));
    }
    return bytes;
}

std::vector<std::byte> asBytes(const std::vector<float>& values, TensorType type)
{
    switch (type) {
    case TensorType::U8: return asBytes<std::uint8_t>(values);
    case TensorType::U16: return asBytes<std::uint16_t>(values);
    default: return asBytes<float>(values);
    }
}

template <typename T> std::vector<float> asFloats(std::span<const std::byte> bytes)
{
    std::vector<float> values(bytes.size() / sizeof(T));
    for (std::size_t i = 0; i < values.size(); ++i) {
        T value;
        std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
        values[i] = static_cast<float>(value);
    }
    return values;
}

TensorType smallestType(const std::vector<float>& values)
{
    const auto isIn = [](float limit) {
        return [limit](float value) {
            return value >= 0 && value <= limit && value == std::floor(value);
        };
    };
    if (std::ranges::all_of(values, isIn(255)))
        return TensorType::U8;
    return std::ranges::all_of(values, isIn(65535)) ? TensorType::U16 : TensorType::F32;
}

} // namespace

Result<PackedPicture> packedPicture(const Slice& slice)
{
    if (!std::ranges::all_of(slice.values, [](float value) { return std::isfinite(value); }))
        return fail(ErrorCode::BadData, {}, "a value that is not finite");
    const TensorType type = smallestType(slice.values);
    return PackedPicture{slice.size, slice.channels, type, asBytes(slice.values, type)};
}

void widen(PackedPicture& picture, TensorType type)
{
    if (picture.type == type)
        return;
    const std::vector<float> values = picture.type == TensorType::U8
        ? asFloats<std::uint8_t>(picture.bytes)
        : asFloats<std::uint16_t>(picture.bytes);
    picture.bytes = asBytes(values, type);
    picture.type = type;
}

} // namespace limn
