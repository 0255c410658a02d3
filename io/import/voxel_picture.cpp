#include "io/import/voxel_picture.h"

#include "io/import/nifti_place.h"
#include "io/import/nifti_values.h"

#include <nifti1.h>

namespace limn {
namespace {

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

} // namespace

Result<Picture> voxelPicture(Bytes frame, const NiftiHeader& header, const ReadRequest& request,
                             std::string format)
{
    auto samples = samplesOf(frame, header, request);
    if (!samples)
        return std::unexpected(samples.error());
    Picture picture;
    picture.facts.format = std::move(format);
    fillFacts(header, picture.facts);
    const bool isFileOrder = request.isInFileOrder || request.wanted == Wanted::Stored;
    picture.size = isFileOrder ? header.size() : picture.facts.size;
    picture.channels = picture.facts.channels;
    picture.samples = std::move(*samples);
    return picture;
}

} // namespace limn
