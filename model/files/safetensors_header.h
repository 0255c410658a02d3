// The JSON header of a safetensors file, taken apart and checked against the data that follows it.
#pragma once

#include "model/files/safetensors.h"

#include <expected>
#include <optional>
#include <string_view>

namespace limn {

struct SafetensorsHeader {
    std::map<std::string, TensorView> tensors; // bytes: into `data`
    std::map<std::string, std::string> metadata;
};

// `json` as in the file; `data` is all that comes after it. The error says what is wrong.
std::expected<SafetensorsHeader, std::string>
parseSafetensorsHeader(std::string_view json, std::span<const std::byte> data);

std::string_view nameOf(TensorType type); // "F32", as the format writes it

// Bytes that such a tensor takes; nothing when negative, over 8 dimensions or too large to count.
std::optional<std::size_t> bytesOf(TensorType type, std::span<const std::int64_t> shape);

} // namespace limn
