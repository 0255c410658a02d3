#include "model/files/safetensors.h"
#include "model/files/safetensors_header.h"

#include <cstring>
#include <nlohmann/json.hpp>

namespace limn {
namespace {

// The header as the file begins with it: its length, then JSON filled with blanks to a multiple
// of 8.
std::string headerOf(const std::map<std::string, TensorView>& tensors,
                     const std::map<std::string, std::string>& metadata)
{
    nlohmann::ordered_json root;
    if (!metadata.empty())
        root["__metadata__"] = metadata;
    std::size_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::size_t end = offset + tensor.bytes.size();
        root[name] = {{"dtype", nameOf(tensor.type)},
                      {"shape", tensor.shape},
                      {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string json = root.is_null() ? "{}" : root.dump();
    json.append((8 - json.size() % 8) % 8, ' ');
    const std::uint64_t length = json.size();
    std::string header(8, '\0');
    std::memcpy(header.data(), &length, 8);
    return header + json;
}

} // namespace

Result<void> writeSafetensors(const std::filesystem::path& path,
                              const std::map<std::string, TensorView>& tensors,
                              const std::map<std::string, std::string>& metadata, IfExists ifExists)
{
    std::vector<std::span<const std::byte>> pieces(1);
    for (const auto& [name, tensor] : tensors) {
        if (name == "__metadata__" || bytesOf(tensor.type, tensor.shape) != tensor.bytes.size())
            return fail(ErrorCode::BadArgument, name,
                        "a tensor's bytes do not match its shape and type");
        pieces.push_back(tensor.bytes);
    }
    try {
        const std::string header = headerOf(tensors, metadata);
        pieces.front() = std::as_bytes(std::span(header));
        return writeDurably(path, pieces, ifExists);
    } catch (const nlohmann::json::exception& problem) { // a name or a text that is not UTF-8
        return fail(ErrorCode::BadArgument, path.filename().string(), problem.what());
    }
}

} // namespace limn
