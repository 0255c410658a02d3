#include "io/import/dicom_voi.h"

#include "io/import/dicom_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>

namespace limn {

namespace {

constexpr unsigned long maximumWindows = 64;
constexpr unsigned long entriesOfAll = 65536; // a descriptor says 0

bool overlaps(const DisplayWindow& window, double low, double high)
{
    return window.level + window.width / 2 >= low && window.level - window.width / 2 <= high;
}

DisplayWindow rescaled(const DisplayWindow& window, const Modality& modality)
{
    return {window.level * modality.slope + modality.intercept,
            window.width * std::abs(modality.slope), window.explanation, window.function, {}};
}

WindowFunction functionOf(DcmItem& group)
{
    OFString name;
    group.findAndGetOFString(DCM_VOILUTFunction, name);
    if (name == "LINEAR_EXACT")
        return WindowFunction::LinearExact;
    return name == "SIGMOID" ? WindowFunction::Sigmoid : WindowFunction::Linear;
}

// Entries of 8 bits may stand two to a word.
std::vector<int> entriesOf(const Uint16* data, unsigned long words, unsigned long entries)
{
    std::vector<int> values;
    for (unsigned long k = 0; k < entries; ++k)
        values.push_back(words >= entries ? data[k] : (data[k / 2] >> (k % 2 * 8)) & 0xff);
    return values;
}

std::optional<DisplayWindow> tableOf(DcmItem& item, bool isSigned)
{
    const auto count = word(item, DCM_LUTDescriptor, 0), first = word(item, DCM_LUTDescriptor, 1),
               bits = word(item, DCM_LUTDescriptor, 2);
    const Uint16* data = nullptr;
    unsigned long words = 0;
    if (!count || !first || !bits || item.findAndGetUint16Array(DCM_LUTData, data, &words).bad()
        || data == nullptr)
        return std::nullopt;
    const unsigned long entries = *count == 0 ? entriesOfAll : *count;
    if (words < entries && words * 2 < entries)
        return std::nullopt;
    const auto values = entriesOf(data, words, entries);
    const int most = *std::ranges::max_element(values);
    double levels = std::ldexp(1.0, std::clamp<int>(*bits, 8, 16));
    if (most >= levels) // the descriptor is wrong
        levels = std::ldexp(1.0, 16);
    auto table = std::make_shared<GreyTable>();
    table->firstMapped = isSigned ? static_cast<Sint16>(*first) : static_cast<int>(*first);
    for (const int value : values)
        table->levels.push_back(static_cast<float>(value / levels));
    OFString explanation;
    item.findAndGetOFString(DCM_LUTExplanation, explanation);
    return DisplayWindow{table->firstMapped + static_cast<double>(entries) / 2,
                         static_cast<double>(entries), explanation.c_str(), WindowFunction::Linear,
                         table};
}

void addTables(DcmItem& group, bool isSigned, std::vector<DisplayWindow>& windows)
{
    DcmItem* item = nullptr;
    for (signed long place = 0; windows.size() < maximumWindows
         && group.findAndGetSequenceItem(DCM_VOILUTSequence, item, place).good();
         ++place)
        if (auto window = tableOf(*item, isSigned))
            windows.push_back(std::move(*window));
}

} // namespace

std::vector<DisplayWindow> windowsOf(DicomFile& dicom, int frame, const Modality& modality,
                                     std::int64_t storedMinimum, std::int64_t storedMaximum)
{
    DcmItem& group = macroOrTop(dicom.dataset(), frame, DCM_FrameVOILUTSequence);
    const auto storedLow = static_cast<double>(storedMinimum);
    const auto storedHigh = static_cast<double>(storedMaximum);
    // By a list: of two temporaries it would give references to what is gone.
    const auto [low, high] =
        std::minmax({modality.apply(storedMinimum), modality.apply(storedMaximum)});
    const WindowFunction function = functionOf(group);
    std::vector<DisplayWindow> windows;
    for (unsigned long place = 0; place < maximumWindows; ++place) {
        const auto level = decimal(group, DCM_WindowCenter, place);
        const auto width = decimal(group, DCM_WindowWidth, place);
        if (!level || !width)
            break;
        if (*width <= 0)
            continue;
        OFString explanation;
        group.findAndGetOFString(DCM_WindowCenterWidthExplanation, explanation, place);
        DisplayWindow window{*level, *width, explanation.c_str(), function, {}};
        const bool isInStored = modality.table.empty() && !overlaps(window, low, high)
            && overlaps(window, storedLow, storedHigh);
        if (isInStored) {
            window = rescaled(window, modality);
            dicom.notes.push_back(
                "a window was taken as stored values, because it misses the rescaled ones");
        }
        windows.push_back(std::move(window));
    }
    addTables(group, dicom.shape.isSigned || low < 0, windows);
    return windows;
}

} // namespace limn
