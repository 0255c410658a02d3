#include "io/import/dicom_palette.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <span>

namespace limn {

namespace {

std::unexpected<Error> damaged(const std::string& detail)
{
    return fail(ErrorCode::Damaged, {}, detail);
}

struct Channel {
    const char* name;
    DcmTagKey descriptor, data, segmented;
};

using Words = std::span<const Uint16>;

// Opcode 0: count and values. 1: count and last value, a straight line from the value before.
// 2: count of segments and where they stand, in bytes as two words.
bool expand(Words words, std::size_t at, std::size_t segments, bool isInner,
            std::vector<Uint16>& out)
{
    for (std::size_t segment = 0; segment < segments && at + 1 < words.size(); ++segment) {
        const Uint16 opcode = words[at];
        const std::size_t count = words[at + 1];
        if (opcode == 0) {
            if (count > words.size() - at - 2)
                return false;
            const auto values = words.subspan(at + 2, count);
            out.insert(out.end(), values.begin(), values.end());
            at += 2 + count;
        } else if (opcode == 1) {
            if (at + 2 >= words.size() || out.empty() || count == 0)
                return false;
            const double from = out.back();
            const double step = (words[at + 2] - from) / static_cast<double>(count);
            for (std::size_t i = 1; i <= count; ++i)
                out.push_back(static_cast<Uint16>(from + step * static_cast<double>(i) + 0.5));
            at += 3;
        } else if (opcode == 2 && !isInner) {
            if (at + 3 >= words.size())
                return false;
            const std::size_t offset =
                words[at + 2] | static_cast<std::size_t>(words[at + 3]) << 16;
            if (!expand(words, offset / 2, count, true, out))
                return false;
            at += 4;
        } else {
            return false;
        }
        if (out.size() > 65536)
            return false;
    }
    return true;
}

// 8-bit entries may stand two to a word, or one to a word.
std::vector<Uint16> entriesOf(Words words, std::size_t count, int bits)
{
    std::vector<Uint16> entries(words.begin(), words.end());
    if (bits > 8 || entries.size() >= count)
        return entries;
    entries.clear();
    for (const Uint16 word : words) {
        entries.push_back(word & 0xff);
        entries.push_back(word >> 8);
    }
    return entries;
}

Result<std::vector<std::uint8_t>> readChannel(DcmItem& dataset, const Channel& channel,
                                              bool isSigned, int& first)
{
    std::array<Uint16, 3> descriptor{};
    for (std::size_t i = 0; i < descriptor.size(); ++i)
        if (dataset.findAndGetUint16(channel.descriptor, descriptor[i], i).bad())
            return damaged(std::string("no palette for ") + channel.name);
    const std::size_t count = descriptor[0] == 0 ? 65536 : descriptor[0];
    first = isSigned ? static_cast<Sint16>(descriptor[1]) : static_cast<int>(descriptor[1]);
    const int bits = descriptor[2] > 8 ? 16 : 8;
    const Uint16* data = nullptr;
    unsigned long words = 0;
    std::vector<Uint16> entries;
    if (dataset.findAndGetUint16Array(channel.data, data, &words).good() && data != nullptr)
        entries = entriesOf({data, words}, count, bits);
    else if (dataset.findAndGetUint16Array(channel.segmented, data, &words).bad() || data == nullptr
             || !expand({data, words}, 0, words, false, entries))
        return damaged(std::string("the palette for ") + channel.name
                       + " is absent or makes no sense");
    if (entries.size() < count)
        return damaged(std::string("the palette for ") + channel.name + " is short");
    entries.resize(count);
    std::vector<std::uint8_t> colours(count);
    // Some write 8-bit entries and call them 16.
    const bool isWide =
        bits == 16 && std::ranges::any_of(entries, [](Uint16 entry) { return entry > 0xff; });
    std::ranges::transform(entries, colours.begin(), [isWide](Uint16 entry) {
        return static_cast<std::uint8_t>(isWide ? entry >> 8 : entry & 0xff);
    });
    return colours;
}

} // namespace

Result<Palette> readPalette(DicomFile& dicom)
{
    const std::array channels{
        Channel{"red", DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData,
                DCM_SegmentedRedPaletteColorLookupTableData},
        Channel{"green", DCM_GreenPaletteColorLookupTableDescriptor,
                DCM_GreenPaletteColorLookupTableData,
                DCM_SegmentedGreenPaletteColorLookupTableData},
        Channel{"blue", DCM_BluePaletteColorLookupTableDescriptor,
                DCM_BluePaletteColorLookupTableData, DCM_SegmentedBluePaletteColorLookupTableData}};
    Palette palette;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        auto colours =
            readChannel(dicom.dataset(), channels[i], dicom.shape.isSigned, palette.firstMapped);
        if (!colours)
            return std::unexpected(colours.error());
        palette.colours[i] = std::move(*colours);
    }
    const std::size_t count = palette.colours[0].size();
    if (palette.colours[1].size() != count || palette.colours[2].size() != count)
        return damaged("the palettes have different lengths");
    return palette;
}

std::vector<std::uint8_t> coloured(const Palette& palette, const std::vector<std::int32_t>& indices)
{
    std::vector<std::uint8_t> values;
    values.reserve(indices.size() * 3);
    const int last = static_cast<int>(palette.colours[0].size()) - 1;
    for (const std::int32_t index : indices) {
        const auto entry =
            static_cast<std::size_t>(std::clamp(index - palette.firstMapped, 0, last));
        for (const auto& colours : palette.colours)
            values.push_back(colours[entry]);
    }
    return values;
}

} // namespace limn
