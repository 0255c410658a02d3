#include "io/import/dicom_tags.h"

#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dctag.h>

#include <array>
#include <cstdio>

namespace limn {

namespace {

constexpr int maximumEntries = 4000;
constexpr std::size_t maximumTextBytes = 256;
constexpr unsigned long maximumValues = 16;

std::string tagText(const DcmTag& tag)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04x,%04x", tag.getGTag(), tag.getETag());
    return text.data();
}

bool isBinary(DcmEVR vr)
{
    return vr == EVR_OB || vr == EVR_OW || vr == EVR_OF || vr == EVR_OD || vr == EVR_OL
        || vr == EVR_UN || vr == EVR_ox || vr == EVR_PixelData || vr == EVR_UNKNOWN
        || vr == EVR_OverlayData;
}

std::string valueText(DcmElement& element)
{
    if (isBinary(element.ident()) || isBinary(element.getVR()))
        return std::to_string(element.getLength()) + " bytes";
    std::string text;
    const unsigned long count = element.getVM();
    for (unsigned long place = 0; place < std::min(count, maximumValues); ++place) {
        OFString value;
        if (element.getOFString(value, place).bad())
            break;
        if (place > 0)
            text += '\\';
        text += value.c_str();
    }
    if (count > maximumValues)
        text += "\\...";
    if (text.size() > maximumTextBytes) {
        std::size_t end = maximumTextBytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            --end; // not inside a character
        text.resize(end);
        text += "...";
    }
    return text;
}

void list(DcmItem& item, nlohmann::json& to, int& left)
{
    for (DcmObject* object = item.nextInContainer(nullptr); object != nullptr && left > 0;
         object = item.nextInContainer(object)) {
        --left;
        DcmTag tag = object->getTag();
        nlohmann::json entry{{"tag", tagText(tag)},
                             {"vr", DcmVR(object->getVR()).getValidVRName()},
                             {"name", tag.getTagName()}};
        if (auto* sequence = dynamic_cast<DcmSequenceOfItems*>(object);
            sequence != nullptr && object->ident() == EVR_SQ) {
            entry["items"] = nlohmann::json::array();
            for (unsigned long i = 0; i < sequence->card() && left > 0; ++i) {
                entry["items"].push_back(nlohmann::json::array());
                list(*sequence->getItem(i), entry["items"].back(), left);
            }
        } else if (auto* element = dynamic_cast<DcmElement*>(object); element != nullptr) {
            entry["value"] = valueText(*element);
        }
        to.push_back(std::move(entry));
    }
}

} // namespace

nlohmann::json tagList(DcmDataset& dataset)
{
    // Where the character set is unknown to DCMTK, bytes that are no UTF-8 are replaced on the way
    // out.
    dataset.convertToUTF8();
    auto tags = nlohmann::json::array();
    int left = maximumEntries;
    list(dataset, tags, left);
    return tags;
}

} // namespace limn
