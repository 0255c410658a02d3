#include "io/import/dicom_clean.h"

#include "io/import/dicom_clean_values.h"
#include "io/import/dicom_profile.h"
#include "io/import/dicom_put.h"
#include "io/import/dicom_words.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <QColorSpace>

#include <algorithm>
#include <array>
#include <memory>

namespace limn {

namespace {

enum class Fate { Keep, Remove };

Fate cleanItem(DcmItem& item, const CopyOrder& order, int depth);

bool isPixelData(const DcmTagKey& tag)
{
    return tag == DCM_PixelData || tag == DCM_FloatPixelData || tag == DCM_DoubleFloatPixelData;
}

// Bulk values that make the picture.
bool isNeededBulk(const DcmTagKey& tag, int depth)
{
    constexpr std::array<std::uint16_t, 8> tables{0x1201, 0x1202, 0x1203, 0x1204,
                                                  0x1221, 0x1222, 0x1223, 0x3006};
    if (isPixelData(tag) || tag.getGroup() == 0x7fe0)
        return depth == 0;
    return tag.getGroup() == 0x0028
        && std::ranges::find(tables, tag.getElement()) != tables.end();
}

Fate cleanElement(DcmElement& element, const CopyOrder& order, int depth);

// A code of a public scheme stays; its words, which anybody may have changed, do not.
Fate cleanCode(DcmItem& item, const CopyOrder& order, int depth)
{
    const std::string value = textOf(item, DCM_CodeValue);
    const std::string scheme = textOf(item, DCM_CodingSchemeDesignator);
    if (!isPublicScheme(scheme) || !isPlainCode(value))
        return Fate::Remove;
    for (const DcmTagKey& tag :
         {DCM_CodeValue, DCM_CodingSchemeDesignator, DCM_CodingSchemeVersion, DCM_CodeMeaning,
          DCM_LongCodeValue, DCM_URNCodeValue, DCM_EquivalentCodeSequence, DCM_MappingResource,
          DCM_MappingResourceUID, DCM_MappingResourceName, DCM_ContextGroupVersion,
          DCM_ContextGroupLocalVersion, DCM_ContextGroupExtensionFlag,
          DCM_ContextGroupExtensionCreatorUID, DCM_ContextIdentifier, DCM_ContextUID})
        item.findAndDeleteElement(tag);
    cleanItem(item, order, depth); // modifiers, and what else stands beside a code
    putText(item, DCM_CodeValue, value);
    putText(item, DCM_CodingSchemeDesignator, scheme);
    putText(item, DCM_CodeMeaning, value);
    return Fate::Keep;
}

Fate cleanSequence(DcmSequenceOfItems& sequence, const CopyOrder& order, int depth)
{
    bool hadItems = false;
    for (unsigned long i = sequence.card(); i-- > 0;) {
        hadItems = true;
        DcmItem& item = *sequence.getItem(i);
        const bool isCode =
            item.tagExists(DCM_CodingSchemeDesignator) || item.tagExists(DCM_CodeValue)
            || item.tagExists(DCM_LongCodeValue) || item.tagExists(DCM_URNCodeValue);
        if ((isCode ? cleanCode(item, order, depth + 1) : cleanItem(item, order, depth + 1))
            == Fate::Remove)
            delete sequence.remove(i);
    }
    return hadItems && sequence.card() == 0 ? Fate::Remove : Fate::Keep;
}

// Colour profiles have texts of their own, so the usual one takes their place.
Fate putProfile(DcmElement& element)
{
    QByteArray profile = QColorSpace(QColorSpace::SRgb).iccProfile();
    if (profile.size() % 2 != 0)
        profile.append('\0');
    const bool isPut = element
                           .putUint8Array(reinterpret_cast<const Uint8*>(profile.constData()),
                                          static_cast<unsigned long>(profile.size()))
                           .good();
    return isPut ? Fate::Keep : Fate::Remove;
}

Fate cleanElement(DcmElement& element, const CopyOrder& order, int depth)
{
    const DcmTagKey tag = element.getTag();
    if (DcmTag(tag).getEVR() == EVR_UNKNOWN || DcmTag(tag).getEVR() == EVR_UN)
        return Fate::Remove; // the dictionary has no such tag, so nobody knows what it says
    switch (profileAction(tag)) {
    case ProfileAction::Remove: return Fate::Remove;
    case ProfileAction::Empty: element.clear(); return Fate::Keep;
    case ProfileAction::Pseudonym:
        element.putString(order.pseudonym.c_str());
        return Fate::Keep;
    case ProfileAction::Clean: break;
    }
    if (auto* const sequence = dynamic_cast<DcmSequenceOfItems*>(&element);
        sequence != nullptr && element.ident() == EVR_SQ)
        return cleanSequence(*sequence, order, depth);
    if (tag == DCM_ICCProfile)
        return putProfile(element);
    if (isNeededBulk(tag, depth))
        return Fate::Keep;
    return cleanValue(element, order) ? Fate::Keep : Fate::Remove;
}

// Removing while walking would lose the place, so the fates come first.
Fate cleanItem(DcmItem& item, const CopyOrder& order, int depth)
{
    const bool wasEmpty = item.card() == 0; // which says something, too
    std::vector<DcmElement*> gone;
    for (unsigned long i = 0; i < item.card(); ++i) {
        DcmElement* const element = item.getElement(i);
        if (cleanElement(*element, order, depth) == Fate::Remove)
            gone.push_back(element);
    }
    for (DcmElement* const element : gone)
        delete item.remove(element);
    return item.card() == 0 && !wasEmpty ? Fate::Remove : Fate::Keep;
}

bool mayHoldWords(const std::string& modality)
{
    constexpr std::array<std::string_view, 12> ones{"US", "SC", "OT", "ES", "XC", "XA",
                                                    "RF", "IVUS", "GM", "OP", "OPT", "HD"};
    return modality.empty() || std::ranges::find(ones, modality) != ones.end();
}

CleanFindings findingsOf(DcmDataset& dataset)
{
    CleanFindings findings;
    const std::string said = textOf(dataset, DCM_BurnedInAnnotation);
    const bool isCapture = textOf(dataset, DCM_SOPClassUID).starts_with("1.2.840.10008.5.1.4.1.1.7");
    if (said == "YES")
        findings.burnedIn = BurnedIn::Yes;
    else if (said == "NO")
        findings.burnedIn = BurnedIn::No;
    else if (isCapture || mayHoldWords(textOf(dataset, DCM_Modality)))
        findings.burnedIn = BurnedIn::Unknown;
    for (Uint16 group = 0x6000; group < 0x6020; group = static_cast<Uint16>(group + 2))
        findings.hasOverlayInPixels |= dataset.tagExists(DcmTagKey(group, 0x0010))
            && !dataset.tagExists(DcmTagKey(group, 0x3000));
    return findings;
}

void sayWhatWasDone(DcmDataset& dataset, const CopyOrder& order)
{
    const bool isShifted = order.dates == CopiedDates::Shifted;
    putText(dataset, DCM_PatientIdentityRemoved, "YES");
    putText(dataset, DCM_DeidentificationMethod,
            longString("Limn " + order.programVersion + ": PS3.15 basic profile"));
    addCode(dataset, DCM_DeidentificationMethodCodeSequence,
            {"113100", "DCM", "Basic Application Confidentiality Profile"});
    if (isShifted)
        addCode(dataset, DCM_DeidentificationMethodCodeSequence,
                {"113107", "DCM", "Retain Longitudinal Temporal Information Modified Dates Option"});
    putText(dataset, DCM_LongitudinalTemporalInformationModified, isShifted ? "MODIFIED" : "REMOVED");
}

} // namespace

CleanFindings cleanDataSet(DcmDataset& dataset, const CopyOrder& order)
{
    const CleanFindings findings = findingsOf(dataset);
    cleanItem(dataset, order, 0);
    // What must be there in every image, though the source may lack it.
    putText(dataset, DCM_PatientName, order.pseudonym);
    putText(dataset, DCM_PatientID, order.pseudonym);
    sayWhatWasDone(dataset, order);
    return findings;
}

} // namespace limn
