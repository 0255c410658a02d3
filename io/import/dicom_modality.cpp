#include "io/import/dicom_modality.h"

#include "io/import/dicom_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace limn {

namespace {

// The three numbers of a LUT descriptor may be written as US or SS.
int signedIf(bool isSigned, Uint16 value)
{
    return isSigned ? static_cast<Sint16>(value) : static_cast<int>(value);
}

bool readTable(DcmItem& dataset, bool isSigned, Modality& modality)
{
    DcmItem* lut = nullptr;
    if (dataset.findAndGetSequenceItem(DCM_ModalityLUTSequence, lut).bad())
        return false;
    const auto entries = word(*lut, DCM_LUTDescriptor, 0), first = word(*lut, DCM_LUTDescriptor, 1);
    const Uint16* data = nullptr;
    unsigned long count = 0;
    if (!entries || !first || lut->findAndGetUint16Array(DCM_LUTData, data, &count).bad()
        || data == nullptr)
        return false;
    const unsigned long expected = *entries == 0 ? 65536 : *entries;
    if (count < expected)
        return false;
    modality.firstMapped = signedIf(isSigned, *first);
    modality.table.assign(data, data + expected);
    return true;
}

bool staysFinite(const Modality& modality, const PixelShape& shape)
{
    const double most = std::ldexp(1.0, shape.bitsStored);
    return std::abs(modality.slope) * most + std::abs(modality.intercept)
        < static_cast<double>(std::numeric_limits<float>::max());
}

} // namespace

double Modality::apply(std::int64_t stored) const
{
    if (table.empty())
        return static_cast<double>(stored) * slope + intercept;
    const auto last = static_cast<std::int64_t>(table.size()) - 1;
    return static_cast<double>(
        table[static_cast<std::size_t>(std::clamp<std::int64_t>(stored - firstMapped, 0, last))]);
}

Modality modalityOf(DicomFile& dicom, int frame)
{
    Modality modality;
    DcmItem& dataset = dicom.dataset();
    if (dicom.shape.kind != PixelKind::Integer
        || readTable(dataset, dicom.shape.isSigned, modality))
        return modality;
    DcmItem& group = macroOrTop(dataset, frame, DCM_PixelValueTransformationSequence);
    const auto slope = decimal(group, DCM_RescaleSlope);
    const auto intercept = decimal(group, DCM_RescaleIntercept);
    if (!slope && !intercept) {
        if (group.tagExistsWithValue(DCM_RescaleSlope))
            dicom.notes.push_back("the rescale slope is no number and was left out");
        return modality;
    }
    const Modality read{slope.value_or(1), intercept.value_or(0), {}, 0};
    if (read.slope == 0 || !staysFinite(read, dicom.shape)) {
        dicom.notes.push_back("the rescale makes no sense and was left out");
        return modality;
    }
    return read;
}

std::optional<std::int64_t> storedPadding(DicomFile& dicom)
{
    const auto value = word(dicom.dataset(), DCM_PixelPaddingValue);
    return value ? std::optional<std::int64_t>(signedIf(dicom.shape.isSigned, *value)) : std::nullopt;
}

} // namespace limn
