// The safetensors format: a bounded reader for strangers' files and a durable writer.
// (8 bytes little-endian header length, JSON header, raw little-endian tensors.)
#pragma once

#include "model/data/error.h"
#include "model/files/durable_file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace limn {

enum class TensorType { U8, U16, I32, I64, F16, F32 };

struct TensorView {
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes; // into the file (maybe not aligned) or the caller's memory
};

// An open file, mapped read-only; the views live as long as it does.
struct Safetensors {
    std::map<std::string, TensorView> tensors;
    std::map<std::string, std::string> metadata; // the header's "__metadata__"
    std::shared_ptr<const void> mapping;
};

// Refuses (ModelDamaged, detail says what): a header over 1 MB (`maximumHeaderBytes`) or deeper
// than 8, an offset outside the file, overlap or gaps, a size that does not match shape and type,
// more than 8 dimensions, an unknown type. NotFound, NotReadable.
Result<Safetensors> openSafetensors(const std::filesystem::path& path,
                                    std::size_t maximumHeaderBytes = std::size_t{1} << 20);

// Writes the tensors in the map's order by writeDurably; streams, so that no second copy is held if
// that is simple. Errors: those of writeDurably.
Result<void> writeSafetensors(const std::filesystem::path& path,
                              const std::map<std::string, TensorView>& tensors,
                              const std::map<std::string, std::string>& metadata,
                              IfExists ifExists);

std::size_t bytesOf(TensorType type);

} // namespace limn
