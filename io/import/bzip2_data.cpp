#include "io/import/bzip2_data.h"

#include <algorithm>

#include <bzlib.h>

namespace limn {
namespace {

constexpr std::size_t pieceBytes = std::size_t{1} << 20;

class Unpacker {
public:
    explicit Unpacker(std::vector<std::byte> packed)
        : m_packed(std::move(packed))
    {
        m_isOpen = BZ2_bzDecompressInit(&m_stream, 0, 0) == BZ_OK;
        m_stream.next_in = reinterpret_cast<char*>(m_packed.data());
    }
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;
    ~Unpacker()
    {
        if (m_isOpen)
            BZ2_bzDecompressEnd(&m_stream);
    }

    Result<void> read(std::span<std::byte> to)
    {
        if (!m_isOpen)
            return fail(ErrorCode::OutOfMemory, {}, "to unpack it");
        while (!to.empty()) {
            const std::size_t in = std::min(m_packed.size() - m_taken, pieceBytes);
            const std::size_t out = std::min(to.size(), pieceBytes);
            m_stream.avail_in = static_cast<unsigned>(in);
            m_stream.next_out = reinterpret_cast<char*>(to.data());
            m_stream.avail_out = static_cast<unsigned>(out);
            const int state = BZ2_bzDecompress(&m_stream);
            const std::size_t made = out - m_stream.avail_out;
            m_taken += in - m_stream.avail_in;
            to = to.subspan(made);
            if (state != BZ_OK && state != BZ_STREAM_END)
                return fail(ErrorCode::Damaged, {}, "compression: bzip2 " + std::to_string(state));
            const bool isStuck = made == 0 && (state == BZ_STREAM_END || in == 0);
            if (!to.empty() && (state == BZ_STREAM_END || isStuck))
                return fail(ErrorCode::Truncated, {}, "the compressed data ends early");
        }
        return {};
    }

private:
    std::vector<std::byte> m_packed;
    std::size_t m_taken = 0;
    bz_stream m_stream{};
    bool m_isOpen = false;
};

} // namespace

Result<std::vector<std::byte>> bzip2BytesAt(const std::filesystem::path& path,
                                            std::uint64_t packedFrom, std::uint64_t from,
                                            std::uint64_t count)
{
    const auto size = fileSize(path);
    if (!size)
        return std::unexpected(size.error());
    if (packedFrom >= *size)
        return fail(ErrorCode::Truncated, {}, "it ends before its data begins");
    auto packed = readBytesAt(path, packedFrom, static_cast<std::size_t>(*size - packedFrom));
    if (!packed)
        return std::unexpected(packed.error());
    Unpacker unpacker(std::move(*packed));
    std::vector<std::byte> skipped(std::min<std::uint64_t>(from, pieceBytes));
    for (std::uint64_t left = from; left > 0;) {
        const auto piece = std::span(skipped).first(std::min<std::uint64_t>(left, skipped.size()));
        if (auto read = unpacker.read(piece); !read)
            return std::unexpected(read.error());
        left -= piece.size();
    }
    std::vector<std::byte> bytes(count);
    if (auto read = unpacker.read(bytes); !read)
        return std::unexpected(read.error());
    return bytes;
}

} // namespace limn
