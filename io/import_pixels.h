// What the import child answers about pixels.
#pragma once

#include "io/import_request.h"
#include "model/data/volume.h"

#include <new>

namespace limn {

nlohmann::json requestFor(const std::filesystem::path& path, const char* wanted, int frame = 0);

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
        return fail(ErrorCode::OutOfMemory, shownName(path), "for what the file holds");
    } catch (const std::exception& exception) {
        return noSense(path, exception.what());
    }
}

} // namespace limn
