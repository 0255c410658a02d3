// A request to the import child about one file, and what can go wrong with it.
#pragma once

#include "io/import_child.h"
#include "model/data/volume.h"

#include <new>

namespace limn {

// The name as it is shown: without its folder, and with bytes that are no UTF-8 replaced.
std::string nameOf(const std::filesystem::path& path);
std::string absoluteHex(const std::filesystem::path& path);
nlohmann::json requestFor(const std::filesystem::path& path, const char* wanted, int frame = 0);

// The answer; what the child refuses, and what befalls it, is an error about `path`.
Result<ImportReply> askFor(ImportChild& child, const std::filesystem::path& path,
                           nlohmann::json request, const std::stop_token& stop,
                           std::span<const std::byte> mask = {});

std::unexpected<Error> noSense(const std::filesystem::path& path, const std::string& detail);

template <typename Sample>
Result<std::vector<Sample>> pixelsOf(const ImportChild& child, const ReplyHeader& header,
                                     SampleType expected, const std::filesystem::path& path)
{
    if (header.sample != expected)
        return noSense(path, "sample type");
    std::vector<Sample> pixels(header.pixelBytes / sizeof(Sample));
    if (!child.readPixels(std::as_writable_bytes(std::span(pixels))))
        return noSense(path, "shared memory");
    return pixels;
}

// The slice in the shared memory.
Result<SlicePtr> sliceOf(const ImportChild& child, const ImportReply& reply,
                         const std::filesystem::path& path);

// Runs `work`; what the JSON library or the allocator throws becomes an error.
template <typename Work>
auto guarded(const std::filesystem::path& path, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, nameOf(path), "for the decoded pixels");
    } catch (const std::exception& exception) {
        return noSense(path, exception.what());
    }
}

} // namespace limn
