#include "io/import/nifti_reader.h"

#include "io/import/nifti_data.h"
#include "io/import/nifti_place.h"
#include "io/import/nifti_values.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <nifti1.h>

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

bool isFloating(const NiftiHeader& header)
{
    return header.datatype == DT_FLOAT32 || header.datatype == DT_FLOAT64;
}

bool isSigned(const NiftiHeader& header)
{
    const auto type = header.datatype;
    return isFloating(header) || type == DT_INT8 || type == DT_INT16 || type == DT_INT32
        || type == DT_INT64;
}

void fillFacts(const NiftiHeader& header, FileFacts& facts)
{
    facts.format = formatName(header.kind);
    facts.order = shownOrder(header);
    facts.size = header.size();
    if (facts.order.isTransposed)
        std::swap(facts.size.width, facts.size.height);
    facts.frames = header.frames();
    facts.channels = isNiftiColour(header) ? 3 : 1;
    facts.bits = isNiftiColour(header) ? 8 : 8 * header.valueBytes;
    facts.isSigned = isSigned(header);
    facts.photometric = isNiftiColour(header) ? "RGB" : "grey";
    facts.slope = header.slope;
    facts.intercept = header.intercept;
    facts.windows = header.windows;
    facts.geometry = shownGeometry(header, facts.order);
    facts.notes = header.notes;
    const int volumes = facts.frames / header.slices();
    if (volumes > 1) {
        facts.stackSlices = header.slices();
        facts.notes.push_back(std::to_string(volumes) + " volumes of "
                              + std::to_string(header.slices())
                              + " slices, one after the other");
    }
    if (volumes > 1 && header.slices() == 1 && header.frameMs > 0)
        for (int frame = 0; frame < facts.frames; ++frame)
            facts.timesMs.push_back(frame * header.frameMs);
}

// The file's samples as they are shown.
template <typename Sample>
std::vector<Sample> ordered(const std::vector<Sample>& samples, const FileOrder& order, Size file,
                            int channels)
{
    const Size shown = order.isTransposed ? Size{file.height, file.width} : file;
    std::vector<Sample> turned;
    turned.reserve(samples.size());
    for (int y = 0; y < shown.height; ++y)
        for (int x = 0; x < shown.width; ++x) {
            const std::size_t at =
                order.indexInFile(x, y, file) * static_cast<std::size_t>(channels);
            for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c)
                turned.push_back(samples[at + c]);
        }
    return turned;
}

Result<Samples> samplesOf(Bytes frame, const NiftiHeader& header, const ReadRequest& request)
{
    const int channels = isNiftiColour(header) ? 3 : 1;
    const FileOrder order = shownOrder(header);
    if (request.wanted == Wanted::Stored || request.wanted == Wanted::Labels) {
        const bool isStored = request.wanted == Wanted::Stored;
        auto numbers = isStored ? niftiStored(frame, header) : niftiLabels(frame, header);
        if (!numbers)
            return std::unexpected(numbers.error());
        return Samples(isStored ? std::move(*numbers)
                                : ordered(*numbers, order, header.size(), channels));
    }
    auto values = niftiValues(frame, header);
    if (request.isInFileOrder || order == FileOrder{})
        return Samples(std::move(values));
    return Samples(ordered(values, order, header.size(), channels));
}

Result<Picture> read(const ReadRequest& request, const fs::path& headerFile)
{
    const auto head = unpackedHead(headerFile, niftiHeaderBytes);
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
    // A volume's first slice often shows nothing yet.
    const int frameNumber =
        request.wanted == Wanted::Thumbnail ? header->slices() / 2 : request.frame;
    if (frameNumber < 0 || frameNumber >= header->frames())
        return fail(ErrorCode::BadArgument, {},
                    "frame " + std::to_string(frameNumber + 1) + " of "
                        + std::to_string(header->frames()));
    const NiftiPlace place{header->isPair ? data : headerFile, header->offset,
                           header->frameBytes(), header->frames()};
    const auto frame = niftiFrame(place, frameNumber);
    if (!frame)
        return std::unexpected(frame.error());
    auto samples = samplesOf(*frame, *header, request);
    if (!samples)
        return std::unexpected(samples.error());
    Picture picture;
    fillFacts(*header, picture.facts);
    const bool isFileOrder = request.isInFileOrder || request.wanted == Wanted::Stored;
    picture.size = isFileOrder ? header->size() : picture.facts.size;
    picture.channels = picture.facts.channels;
    picture.samples = std::move(*samples);
    return picture;
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

Result<Picture> readNifti(const ReadRequest& request)
{
    const fs::path header = headerBeside(request.path);
    auto picture = read(request, header.empty() ? request.path : header);
    if (!picture)
        return fail(picture.error().code, displayName(request.path), picture.error().detail);
    return picture;
}

} // namespace limn
