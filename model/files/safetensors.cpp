#include "model/files/safetensors.h"

#include "model/files/file_descriptor.h"
#include "model/files/safetensors_header.h"

#include <bit>
#include <cerrno>
#include <cstring>
#include <sys/mman.h>
#include <sys/stat.h>

namespace limn {

static_assert(std::endian::native == std::endian::little,
              "the views show the file's bytes as they are");

Result<Safetensors> openSafetensors(const std::filesystem::path& path,
                                    std::size_t maximumHeaderBytes)
{
    const auto damaged = [&path](const std::string& what) {
        return fail(ErrorCode::ModelDamaged, path.filename().string(), what);
    };
    const auto file = openForReading(path);
    if (!file)
        return std::unexpected(file.error());
    struct stat status{};
    if (fstat(file->number(), &status) != 0)
        return readFailure(path, errno);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size < 10)
        return damaged("too short");
    void* const start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file->number(), 0);
    if (start == MAP_FAILED)
        return readFailure(path, errno);
    Safetensors result;
    result.mapping = std::shared_ptr<const void>(
        start, [size](const void* mapped) { munmap(const_cast<void*>(mapped), size); });

    const std::span<const std::byte> all(static_cast<const std::byte*>(start), size);
    std::uint64_t headerBytes = 0;
    std::memcpy(&headerBytes, all.data(), 8);
    if (headerBytes > maximumHeaderBytes)
        return damaged("header too long");
    if (headerBytes > size - 8)
        return damaged("the file ends inside its header");
    const std::string_view json(reinterpret_cast<const char*>(all.data()) + 8, headerBytes);
    auto header = parseSafetensorsHeader(json, all.subspan(8 + headerBytes));
    if (!header)
        return damaged(header.error());
    result.tensors = std::move(header->tensors);
    result.metadata = std::move(header->metadata);
    return result;
}

} // namespace limn
