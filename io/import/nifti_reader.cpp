#include "io/import/nifti_reader.h"

#include "io/import/nifti_data.h"
#include "io/import/voxel_picture.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace limn {
namespace {

namespace fs = std::filesystem;

// The file beside `path` whose name ends in one of `endings` where this one's ends in `own`; empty
// when there is none.
fs::path beside(const fs::path& path, std::span<const std::string_view> own,
                std::span<const std::string_view> endings)
{
    std::string name = path.string(), lower = name;
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto end = std::ranges::find_if(
        own, [&](std::string_view ending) { return lower.ends_with(ending); });
    if (end == own.end())
        return {};
    name.resize(name.size() - end->size());
    std::error_code ignored;
    for (const std::string_view ending : endings)
        if (fs::path other = name + std::string(ending); fs::is_regular_file(other, ignored))
            return other;
    return {};
}

constexpr std::size_t extensionBytes = 65536; // looked at behind a header

constexpr std::array<std::string_view, 2> headerEndings{".hdr", ".hdr.gz"};
constexpr std::array<std::string_view, 2> dataEndings{".img", ".img.gz"};
constexpr std::array<std::string_view, 4> headerNames{".hdr", ".hdr.gz", ".HDR", ".HDR.GZ"};
constexpr std::array<std::string_view, 4> dataNames{".img", ".img.gz", ".IMG", ".IMG.GZ"};

fs::path dataBeside(const fs::path& header)
{
    return beside(header, headerEndings, dataNames);
}

fs::path headerBeside(const fs::path& data)
{
    return beside(data, dataEndings, headerNames);
}

const char* formatName(NiftiKind kind)
{
    switch (kind) {
    case NiftiKind::Analyze: return "Analyze";
    case NiftiKind::Nifti1: return "NIfTI-1";
    case NiftiKind::Nifti2: return "NIfTI-2";
    }
    return "";
}

Result<Picture> read(const ReadRequest& request)
{
    const auto volume = openNifti(request.path);
    if (!volume)
        return std::unexpected(volume.error());
    const NiftiHeader& header = volume->header;
    // A volume's first slice often shows nothing yet.
    const int frameNumber =
        request.wanted == Wanted::Thumbnail ? header.slices() / 2 : request.frame;
    if (frameNumber < 0 || frameNumber >= header.frames())
        return fail(ErrorCode::BadArgument, {},
                    "frame " + std::to_string(frameNumber + 1) + " of "
                        + std::to_string(header.frames()));
    const auto frame = niftiFrame(volume->place, frameNumber);
    if (!frame)
        return std::unexpected(frame.error());
    return voxelPicture(*frame, header, request, formatName(header.kind));
}

} // namespace

bool looksLikeNifti(Bytes head)
{
    return looksLikeNiftiHeader(head);
}

bool looksLikeGzip(Bytes head)
{
    return startsWith(head, "\x1f\x8b");
}

bool isNiftiDataFile(const fs::path& path)
{
    return !headerBeside(path).empty();
}

Result<NiftiVolume> openNifti(const fs::path& path)
{
    const fs::path beside = headerBeside(path);
    const fs::path& headerFile = beside.empty() ? path : beside;
    auto head = unpackedHead(headerFile, niftiHeaderBytes + extensionBytes);
    if (!head)
        return std::unexpected(head.error());
    if (!looksLikeNiftiHeader(*head) && looksLikeGzip(*readBytes(headerFile, 2)))
        return fail(ErrorCode::UnsupportedFormat, {}, "gzip, and what is in it is no NIfTI");
    const fs::path data = dataBeside(headerFile);
    auto header = parseNiftiHeader(*head, !data.empty());
    if (!header)
        return std::unexpected(header.error());
    if (header->isPair && data.empty())
        return fail(ErrorCode::Damaged, {}, "its data file, of the same name and .img, is not there");
    NiftiVolume volume{std::move(*header), {}, {}};
    volume.place = {.file = volume.header.isPair ? data : headerFile,
                    .offset = volume.header.offset,
                    .frameBytes = volume.header.frameBytes(),
                    .frames = volume.header.frames()};
    const std::size_t end = volume.header.kind == NiftiKind::Nifti2 ? 540 : 348;
    const std::size_t until = volume.header.isPair
        ? head->size()
        : static_cast<std::size_t>(std::min<std::uint64_t>(volume.header.offset, head->size()));
    if (volume.header.kind != NiftiKind::Analyze && until > end)
        volume.extensions.assign(head->begin() + static_cast<std::ptrdiff_t>(end),
                                 head->begin() + static_cast<std::ptrdiff_t>(until));
    return volume;
}

fs::path niftiDataOf(const fs::path& header)
{
    return dataBeside(header);
}

fs::path niftiHeaderOf(const fs::path& data)
{
    return headerBeside(data);
}

Result<Picture> readNifti(const ReadRequest& request)
{
    auto picture = read(request);
    if (!picture)
        return fail(picture.error().code, displayName(request.path), picture.error().detail);
    return picture;
}

} // namespace limn
