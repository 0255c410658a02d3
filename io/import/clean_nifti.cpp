#include "io/import/clean_pictures.h"

#include "io/import/nifti_data.h"
#include "io/import/nifti_header.h"
#include "io/import/nifti_reader.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include <zlib.h>

namespace limn {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t oldHeaderBytes = 348, newHeaderBytes = 540;

struct Field {
    std::size_t at, length;
};
// Texts, by the three kinds of header (nifti1.h, nifti2.h, and Mayo's Analyze 7.5).
constexpr std::array texts1{Field{4, 28}, Field{148, 104}, Field{328, 16}};
constexpr std::array texts2{Field{240, 104}, Field{508, 16}, Field{525, 15}};
constexpr std::array textsAnalyze{Field{4, 28}, Field{56, 12}, Field{148, 104}, Field{253, 63}};

template <std::size_t count>
void blank(CleanBytes& header, const std::array<Field, count>& fields)
{
    for (const Field& field : fields)
        std::fill_n(header.begin() + static_cast<std::ptrdiff_t>(field.at), field.length, std::byte{0});
}

void put(CleanBytes& header, std::size_t at, std::uint64_t value, int count, Endian endian)
{
    for (int i = 0; i < count; ++i) {
        const int shift = 8 * (endian == Endian::Little ? i : count - 1 - i);
        header[at + static_cast<std::size_t>(i)] = static_cast<std::byte>(value >> shift & 0xff);
    }
}

// Where the voxels begin: right after the header and its four bytes of "no extension".
void putOffset(CleanBytes& header, const NiftiHeader& facts)
{
    if (facts.kind == NiftiKind::Analyze)
        return;
    const bool isNew = facts.kind == NiftiKind::Nifti2;
    const std::size_t offset = facts.isPair ? 0 : (isNew ? newHeaderBytes : oldHeaderBytes) + 4;
    if (isNew)
        put(header, 168, offset, 8, facts.endian);
    else
        put(header, 108, std::bit_cast<std::uint32_t>(static_cast<float>(offset)), 4, facts.endian);
}

struct Opened {
    CleanBytes header;
    NiftiHeader facts;
};

Result<Opened> open(const fs::path& file)
{
    auto head = unpackedHead(file, niftiHeaderBytes);
    if (!head)
        return std::unexpected(head.error());
    auto facts = parseNiftiHeader(*head, !niftiDataOf(file).empty());
    if (!facts)
        return std::unexpected(facts.error());
    const std::size_t length = facts->kind == NiftiKind::Nifti2 ? newHeaderBytes : oldHeaderBytes;
    if (head->size() < length)
        return fail(ErrorCode::Truncated, {}, "the header");
    head->resize(length);
    return Opened{std::move(*head), std::move(*facts)};
}

Result<void> appendVoxels(const fs::path& file, const NiftiHeader& facts, CleanBytes& to)
{
    const NiftiPlace place{file, facts.offset, facts.frameBytes(), facts.frames()};
    for (int frame = 0; frame < facts.frames(); ++frame) {
        const auto voxels = niftiFrame(place, frame);
        if (!voxels)
            return std::unexpected(voxels.error());
        to.insert(to.end(), voxels->begin(), voxels->end());
    }
    return {};
}

bool isPacked(const fs::path& file)
{
    const auto head = readBytes(file, 2);
    return head && looksLikeGzip(*head);
}

// Without the name and time that gzip keeps.
Result<CleanBytes> packed(const CleanBytes& bytes)
{
    constexpr int gzipWindow = 15 + 16;
    z_stream stream{};
    if (bytes.size() > std::numeric_limits<uInt>::max()
        || deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY)
            != Z_OK)
        return fail(ErrorCode::TooLarge, {}, "for compression");
    CleanBytes out(deflateBound(&stream, bytes.size()));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int state = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (state != Z_STREAM_END)
        return fail(ErrorCode::OutOfMemory, {}, "for compression");
    return out;
}

Result<CleanBytes> asItWas(const fs::path& file, CleanBytes bytes)
{
    return isPacked(file) ? packed(bytes) : Result<CleanBytes>(std::move(bytes));
}

} // namespace

Result<CleanBytes> cleanNifti(const fs::path& file)
{
    auto opened = open(file);
    if (!opened)
        return std::unexpected(opened.error());
    CleanBytes& bytes = opened->header;
    const NiftiHeader& facts = opened->facts;
    switch (facts.kind) {
    case NiftiKind::Analyze: blank(bytes, textsAnalyze); break;
    case NiftiKind::Nifti1: blank(bytes, texts1); break;
    case NiftiKind::Nifti2: blank(bytes, texts2); break;
    }
    putOffset(bytes, facts);
    if (facts.isPair)
        return asItWas(file, std::move(bytes));
    bytes.resize(bytes.size() + 4);
    if (const auto done = appendVoxels(file, facts, bytes); !done)
        return std::unexpected(done.error());
    return asItWas(file, std::move(bytes));
}

Result<CleanBytes> cleanNiftiData(const fs::path& file)
{
    const auto opened = open(niftiHeaderOf(file));
    if (!opened)
        return std::unexpected(opened.error());
    CleanBytes voxels;
    if (const auto done = appendVoxels(file, opened->facts, voxels); !done)
        return std::unexpected(done.error());
    return asItWas(file, std::move(voxels));
}

} // namespace limn
