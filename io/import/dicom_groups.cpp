#include "io/import/dicom_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>

#include <cmath>

namespace limn {

DcmItem* frameMacro(DcmItem& dataset, int frame, const DcmTagKey& sequence)
{
    DcmItem* group = nullptr;
    DcmItem* macro = nullptr;
    if (dataset.findAndGetSequenceItem(DCM_PerFrameFunctionalGroupsSequence, group, frame).good()
        && group->findAndGetSequenceItem(sequence, macro).good())
        return macro;
    if (dataset.findAndGetSequenceItem(DCM_SharedFunctionalGroupsSequence, group).good()
        && group->findAndGetSequenceItem(sequence, macro).good())
        return macro;
    return nullptr;
}

DcmItem& macroOrTop(DcmItem& dataset, int frame, const DcmTagKey& sequence)
{
    DcmItem* macro = frameMacro(dataset, frame, sequence);
    return macro != nullptr ? *macro : dataset;
}

std::optional<double> decimal(DcmItem& item, const DcmTagKey& tag, unsigned long place)
{
    Float64 value = 0;
    if (item.findAndGetFloat64(tag, value, place).bad() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<std::vector<double>> decimals(DcmItem& item, const DcmTagKey& tag,
                                            unsigned long count)
{
    DcmElement* element = nullptr;
    if (item.findAndGetElement(tag, element).bad())
        return std::nullopt;
    std::vector<double> values;
    for (unsigned long place = 0; place < count; ++place) {
        Float64 value = 0;
        if (element->getFloat64(value, place).bad() || !std::isfinite(value))
            return std::nullopt;
        values.push_back(value);
    }
    return values;
}

} // namespace limn
