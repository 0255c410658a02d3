#include "io/import/mask_reader.h"

#include "io/import/byte_source.h"
#include "io/import/coco_mask.h"
#include "io/import/dicom_reader.h"
#include "io/import/label_numbers.h"
#include "io/import/label_words.h"
#include "io/import/nifti_reader.h"
#include "io/import/nrrd_reader.h"
#include "io/import/raster_reader.h"
#include "io/import/reader.h"
#include "io/import/seg_mask.h"
#include "io/import/volume_mask.h"

#include <QImageReader>

#include <algorithm>
#include <array>
#include <new>

namespace limn {
namespace {

namespace fs = std::filesystem;

// The chunk PLTE; empty without one.
std::vector<Colour> pngPalette(const fs::path& path)
{
    constexpr std::size_t signature = 8, checksum = 4, most = 256;
    PlainFile file(path);
    std::array<std::byte, 8> chunk;
    for (file.goTo(signature); file.read(chunk) == chunk.size();) {
        const std::uint64_t length = numberAt(chunk, 0, 4, Endian::Big);
        if (startsWith(chunk, "IDAT", 4))
            break;
        if (!startsWith(chunk, "PLTE", 4)) {
            file.skip(length + checksum);
            continue;
        }
        std::vector<std::byte> bytes(std::min<std::uint64_t>(length / 3, most) * 3);
        if (file.read(bytes) < bytes.size())
            break;
        std::vector<Colour> palette;
        for (std::size_t at = 0; at < bytes.size(); at += 3)
            palette.push_back({std::to_integer<std::uint8_t>(bytes[at]),
                               std::to_integer<std::uint8_t>(bytes[at + 1]),
                               std::to_integer<std::uint8_t>(bytes[at + 2])});
        return palette;
    }
    return {};
}

// What a PNG says beside its numbers: names if Limn wrote it, else the palette's colours.
void nameLabels(const fs::path& path, const LabelNumbers& numbers, ImportedMask& mask)
{
    QImageReader reader(QString::fromStdString(path.string()));
    mask.labels = labelsFrom(reader.text(QStringLiteral("limn-labels")).toStdString());
    const auto table = pngPalette(path);
    const bool isGrey = std::ranges::all_of(table, [](const Colour& colour) {
        return colour.red == colour.green && colour.red == colour.blue;
    });
    for (const auto& [value, label] : numbers.taken()) {
        if (std::ranges::find(mask.labels, label, &MaskLabel::label) != mask.labels.end())
            continue;
        MaskLabel row{label, {}, {}};
        if (!isGrey && static_cast<std::size_t>(value) < table.size())
            row.colour = table[static_cast<std::size_t>(value)];
        mask.labels.push_back(std::move(row));
    }
}

// Grey that was saved as colour, as paint programs do.
Result<std::vector<std::int32_t>> oneChannel(const Picture& picture)
{
    const auto* const samples = std::get_if<std::vector<std::int32_t>>(&picture.samples);
    if (!samples)
        return fail(ErrorCode::Internal, {}, "labels are whole numbers");
    if (picture.channels == 1)
        return *samples;
    std::vector<std::int32_t> grey;
    for (std::size_t i = 0; i + 2 < samples->size(); i += 3) {
        if ((*samples)[i] != (*samples)[i + 1] || (*samples)[i] != (*samples)[i + 2])
            return fail(ErrorCode::ChannelsMismatch, {},
                        "a mask has one channel, this is a colour picture");
        grey.push_back((*samples)[i]);
    }
    return grey;
}

Result<ImportedMask> pictureMask(const fs::path& path, bool hasPalette)
{
    ImportedMask mask;
    LabelNumbers numbers;
    for (int frame = 0; frame < mask.sliceCount; ++frame) {
        const auto picture = readPicture({.path = path, .frame = frame, .wanted = Wanted::Labels});
        if (!picture)
            return std::unexpected(picture.error());
        const auto values = oneChannel(*picture);
        if (!values)
            return std::unexpected(values.error());
        if (frame == 0) {
            mask.format = picture->facts.format;
            mask.size = picture->size;
            mask.sliceCount = picture->facts.frames;
            mask.geometry = picture->facts.geometry;
            if (auto good = checkMaskSize(mask.size, mask.sliceCount); !good)
                return std::unexpected(good.error());
        }
        if (picture->size != mask.size)
            return fail(ErrorCode::Damaged, {}, "pages of different sizes");
        for (const std::int32_t value : *values)
            mask.values.push_back(numbers.of(value));
    }
    if (auto good = numbers.fault(); !good)
        return std::unexpected(good.error());
    if (hasPalette)
        nameLabels(path, numbers, mask);
    else
        for (const auto& [value, label] : numbers.taken())
            mask.labels.push_back({label, {}, {}});
    return mask;
}

Result<ImportedMask> dispatch(const fs::path& path, int entry)
{
    const auto head = readBytes(path, 4096);
    if (!head)
        return std::unexpected(head.error());
    if (looksLikeDicom(*head))
        if (auto segmentation = segMask(path))
            return std::move(*segmentation);
    if (looksLikeNifti(*head) || looksLikeGzip(*head) || isNiftiDataFile(path))
        return niftiMask(path);
    if (looksLikeNrrd(*head))
        return nrrdMask(path);
    if (looksLikeJson(*head))
        return cocoMask(path, entry);
    return pictureMask(path, looksLikePng(*head));
}

// Runs `work`; what it throws becomes an error, and every error gets the file's name.
template <typename Work> auto guarded(const fs::path& path, const Work& work) -> decltype(work())
{
    try {
        auto done = work();
        if (!done)
            return fail(done.error().code, displayName(path), done.error().detail);
        return done;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, displayName(path), "for the mask");
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Damaged, displayName(path), exception.what());
    }
}

} // namespace

Result<void> checkMaskSize(Size size, int slices)
{
    if (size.area() > maximumMaskValues / static_cast<std::size_t>(std::max(1, slices)))
        return fail(ErrorCode::TooLarge, {}, "a mask of more than 1024 million pixels");
    return {};
}

Result<ImportedMask> readMask(const fs::path& path, int entry)
{
    return guarded(path, [&] { return dispatch(path, entry); });
}

Result<std::vector<MaskEntry>> listMasks(const fs::path& path)
{
    return guarded(path, [&]() -> Result<std::vector<MaskEntry>> {
        const auto head = readBytes(path, 4096);
        if (!head)
            return std::unexpected(head.error());
        return looksLikeJson(*head) ? cocoEntries(path) : std::vector{MaskEntry{}};
    });
}

} // namespace limn
