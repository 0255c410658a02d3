#include "io/import/nifti_data.h"

#include "io/import/bzip2_data.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace limn {
namespace {

constexpr std::uint64_t largestKept = std::uint64_t{256} << 20;
constexpr std::uint64_t largestUnpacked = std::uint64_t{1} << 30;
constexpr std::uint64_t largestRest = std::uint64_t{1} << 20; // after the data, to reach the checksum
constexpr unsigned pieceBytes = 1U << 20;

// zlib's reader, which passes through what is not compressed.
class PackedFile {
public:
    static Result<PackedFile> open(const std::filesystem::path& path, std::uint64_t from = 0)
    {
        if (const auto size = fileSize(path); !size)
            return std::unexpected(size.error());
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (descriptor < 0)
            return fail(ErrorCode::NotReadable, displayName(path), std::strerror(errno));
        if (from > 0 && lseek(descriptor, static_cast<off_t>(from), SEEK_SET) < 0) {
            close(descriptor);
            return fail(ErrorCode::Truncated, displayName(path), "it ends before its data begins");
        }
        gzFile file = gzdopen(descriptor, "rb");
        if (!file) {
            close(descriptor);
            return fail(ErrorCode::OutOfMemory, displayName(path), "to unpack it");
        }
        gzbuffer(file, pieceBytes);
        return PackedFile(file);
    }
    PackedFile(PackedFile&& other) noexcept
        : m_file(std::exchange(other.m_file, nullptr))
    {
    }
    PackedFile& operator=(PackedFile&&) = delete;
    ~PackedFile()
    {
        if (m_file)
            gzclose(m_file);
    }

    // Fills `to` as far as the file goes. Errors, without a subject: Damaged, Truncated.
    Result<std::size_t> read(std::span<std::byte> to)
    {
        std::size_t filled = 0;
        while (filled < to.size()) {
            const auto wanted =
                static_cast<unsigned>(std::min<std::size_t>(to.size() - filled, pieceBytes));
            const int got = gzread(m_file, to.data() + filled, wanted);
            if (got < 0)
                return fault();
            if (got == 0)
                break;
            filled += static_cast<std::size_t>(got);
        }
        int code = Z_OK;
        gzerror(m_file, &code);
        if (code == Z_BUF_ERROR) // the compressed stream ends early
            return fault();
        return filled;
    }

    Result<void> skip(std::uint64_t bytes)
    {
        std::vector<std::byte> piece(std::min<std::uint64_t>(bytes, pieceBytes));
        while (bytes > 0) {
            const auto got =
                read(std::span(piece).first(std::min<std::uint64_t>(bytes, piece.size())));
            if (!got)
                return std::unexpected(got.error());
            if (*got == 0)
                return fail(ErrorCode::Truncated, {}, "it ends before its data does");
            bytes -= *got;
        }
        return {};
    }

private:
    explicit PackedFile(gzFile file)
        : m_file(file)
    {
    }
    std::unexpected<Error> fault() const
    {
        int code = Z_OK;
        const char* const words = gzerror(m_file, &code);
        if (code == Z_BUF_ERROR)
            return fail(ErrorCode::Truncated, {}, "the compressed file ends early");
        return fail(ErrorCode::Damaged, {}, std::string("compression: ") + words);
    }

    gzFile m_file;
};

Result<std::vector<std::byte>> bytesAt(const NiftiPlace& place, std::uint64_t from,
                                       std::uint64_t count, bool isToTheEnd)
{
    if (place.packing == Packing::Bzip2)
        return bzip2BytesAt(place.file, place.packedFrom, from, count);
    auto file = PackedFile::open(place.file, place.packedFrom);
    if (!file)
        return std::unexpected(file.error());
    if (auto skipped = file->skip(from); !skipped)
        return std::unexpected(skipped.error());
    std::vector<std::byte> bytes(count);
    const auto got = file->read(bytes);
    if (!got)
        return std::unexpected(got.error());
    if (*got < count)
        return fail(ErrorCode::Truncated, {}, "it ends before its data does");
    if (isToTheEnd) {
        std::vector<std::byte> rest(largestRest);
        if (auto end = file->read(rest); !end)
            return std::unexpected(end.error());
    }
    return bytes;
}

struct FileState {
    NiftiPlace place;
    std::uint64_t size = 0;
    std::int64_t seconds = 0, nanoseconds = 0;
    bool operator==(const FileState&) const = default;
};

FileState stateOf(const NiftiPlace& place)
{
    struct stat facts{};
    stat(place.file.c_str(), &facts);
    return {place, static_cast<std::uint64_t>(facts.st_size), facts.st_mtim.tv_sec,
            facts.st_mtim.tv_nsec};
}

// The last file that was unpacked: the slices of one follow each other.
struct Kept {
    FileState state;
    std::vector<std::byte> bytes;
    // Of one that is too large for that, where it was unpacked to.
    std::optional<PackedFile> stream;
    std::uint64_t at = 0;
};

Kept& kept()
{
    static Kept last;
    return last;
}

void forgetKept()
{
    kept().stream.reset();
    kept().bytes = {};
    kept().at = 0;
    kept().state = {};
}

// A frame behind the last one goes on from there; only for one in front of it the file is unpacked
// from its begin.
Result<std::vector<std::byte>> streamedFrame(const NiftiPlace& place, const FileState& state,
                                             std::uint64_t from)
{
    Kept& last = kept();
    if (!last.stream || last.state != state || last.at > from) {
        forgetKept();
        auto file = PackedFile::open(place.file, place.packedFrom);
        if (!file)
            return std::unexpected(file.error());
        last.stream.emplace(std::move(*file));
        last.state = state;
    }
    std::vector<std::byte> bytes(place.frameBytes);
    const auto skipped = last.stream->skip(from - last.at);
    const auto got = skipped ? last.stream->read(bytes) : std::unexpected(skipped.error());
    last.at = from + bytes.size();
    if (got && *got == bytes.size())
        return bytes;
    forgetKept();
    if (!got)
        return std::unexpected(got.error());
    return fail(ErrorCode::Truncated, {}, "it ends before its data does");
}

Result<std::vector<std::byte>> unpackedFrame(const NiftiPlace& place, int frame)
{
    const std::uint64_t all = place.frameBytes * static_cast<std::uint64_t>(place.frames);
    const std::uint64_t from = place.frameBytes * static_cast<std::uint64_t>(frame);
    if (all > largestUnpacked || place.offset > largestUnpacked)
        return fail(ErrorCode::TooLarge, {},
                    std::to_string(all >> 20) + " MB when unpacked; at most 1024: unpack it first");
    const FileState state = stateOf(place);
    if (all > largestKept)
        return place.packing == Packing::Bzip2 ? bytesAt(place, place.offset + from, place.frameBytes, false)
                                               : streamedFrame(place, state, place.offset + from);
    if (kept().bytes.size() != all || kept().state != state) {
        forgetKept();
        auto bytes = bytesAt(place, place.offset, all, true);
        if (!bytes)
            return std::unexpected(bytes.error());
        kept().state = state;
        kept().bytes = std::move(*bytes);
    }
    const auto begin = kept().bytes.begin() + static_cast<std::ptrdiff_t>(from);
    return std::vector<std::byte>(begin, begin + static_cast<std::ptrdiff_t>(place.frameBytes));
}

Result<std::vector<std::byte>> plainFrame(const NiftiPlace& place, int frame)
{
    const auto size = fileSize(place.file);
    if (!size)
        return std::unexpected(size.error());
    const std::uint64_t all = place.frameBytes * static_cast<std::uint64_t>(place.frames);
    if (*size < place.offset || *size - place.offset < all)
        return fail(ErrorCode::Truncated, {},
                    std::to_string(*size) + " bytes, its header asks for "
                        + std::to_string(place.offset + all));
    return readBytesAt(place.file,
                       place.offset + place.frameBytes * static_cast<std::uint64_t>(frame),
                       place.frameBytes);
}

} // namespace

Result<std::vector<std::byte>> unpackedHead(const std::filesystem::path& path, std::size_t most)
{
    auto file = PackedFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    std::vector<std::byte> head(most);
    const auto got = file->read(head);
    if (!got)
        return std::unexpected(got.error());
    head.resize(*got);
    return head;
}

Result<std::vector<std::byte>> niftiFrame(const NiftiPlace& place, int frame)
{
    if (place.packing != Packing::AsFound)
        return place.packing == Packing::None ? plainFrame(place, frame)
                                              : unpackedFrame(place, frame);
    const auto head = readBytes(place.file, 2);
    if (!head)
        return std::unexpected(head.error());
    return startsWith(*head, "\x1f\x8b") ? unpackedFrame(place, frame) : plainFrame(place, frame);
}

} // namespace limn
