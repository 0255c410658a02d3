#include "io/import/seg_object.h"

#include "io/import/seg_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmdata/dcvrda.h>
#include <dcmtk/dcmdata/dcvrtm.h>

#include <algorithm>

namespace limn {

namespace {

// Patient, study and clinical trial are the source's own; what must be there may be empty.
void copyPatientAndStudy(DcmDataset& from, DcmDataset& to)
{
    for (const DcmTagKey& tag :
         {DCM_PatientName, DCM_PatientID, DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyDate,
          DCM_StudyTime, DCM_ReferringPhysicianName, DCM_StudyID, DCM_AccessionNumber})
        to.insertEmptyElement(tag);
    copyElements(
        from, to,
        {DCM_TimezoneOffsetFromUTC,
         // Patient
         DCM_PatientName, DCM_PatientID, DCM_IssuerOfPatientID,
         DCM_IssuerOfPatientIDQualifiersSequence, DCM_PatientBirthDate, DCM_PatientBirthTime,
         DCM_PatientSex, DCM_OtherPatientIDsSequence, DCM_OtherPatientNames,
         DCM_ReferencedPatientSequence, DCM_EthnicGroup, DCM_PatientComments,
         DCM_PatientSpeciesDescription, DCM_PatientBreedDescription, DCM_PatientIdentityRemoved,
         DCM_DeidentificationMethod, DCM_DeidentificationMethodCodeSequence,
         DCM_ClinicalTrialSponsorName, DCM_ClinicalTrialProtocolID, DCM_ClinicalTrialProtocolName,
         DCM_ClinicalTrialSiteID, DCM_ClinicalTrialSiteName, DCM_ClinicalTrialSubjectID,
         DCM_ClinicalTrialSubjectReadingID,
         // Study
         DCM_StudyInstanceUID, DCM_StudyDate, DCM_StudyTime, DCM_ReferringPhysicianName,
         DCM_ReferringPhysicianIdentificationSequence, DCM_StudyID, DCM_AccessionNumber,
         DCM_IssuerOfAccessionNumberSequence, DCM_StudyDescription, DCM_PhysiciansOfRecord,
         DCM_NameOfPhysiciansReadingStudy, DCM_ReferencedStudySequence, DCM_ProcedureCodeSequence,
         DCM_AdmittingDiagnosesDescription, DCM_PatientAge, DCM_PatientSize, DCM_PatientWeight,
         DCM_MedicalAlerts, DCM_Allergies, DCM_Occupation, DCM_SmokingStatus,
         DCM_AdditionalPatientHistory, DCM_PregnancyStatus, DCM_PatientSexNeutered,
         DCM_ClinicalTrialTimePointID, DCM_ClinicalTrialTimePointDescription});
    if (from.tagExistsWithValue(DCM_SpecificCharacterSet))
        copyElements(from, to, {DCM_SpecificCharacterSet});
}

bool isAscii(const SegSegment& segment)
{
    return std::ranges::all_of(segment.name + segment.description, [](char letter) {
        return static_cast<unsigned char>(letter) < 128;
    });
}

// The source's character set stays as long as our own words are ASCII. Else everything becomes
// UTF-8; where DCMTK can't, our words lose their letters, never the patient's name.
std::vector<SegSegment> inCharacterSet(DcmDataset& to, std::vector<SegSegment> segments)
{
    if (std::ranges::all_of(segments, isAscii))
        return segments;
    DcmDataset converted(to);
    if (converted.convertToUTF8().good()) {
        to = converted;
        putText(to, DCM_SpecificCharacterSet, "ISO_IR 192");
        return segments;
    }
    for (SegSegment& segment : segments)
        for (std::string* words : {&segment.name, &segment.description})
            for (char& letter : *words)
                if (static_cast<unsigned char>(letter) >= 128)
                    letter = '?';
    return segments;
}

void putSeriesAndEquipment(DcmDataset& to, const SegRequest& request)
{
    constexpr std::size_t dateCharacters = 8;
    OFString date, time;
    if (request.contentTime.size() > dateCharacters) {
        date = request.contentTime.substr(0, dateCharacters).c_str();
        time = request.contentTime.substr(dateCharacters).c_str();
    } else {
        DcmDate::getCurrentDate(date);
        DcmTime::getCurrentTime(time);
    }
    for (const DcmTagKey& tag : {DCM_InstanceCreationDate, DCM_SeriesDate, DCM_ContentDate})
        putText(to, tag, date.c_str());
    for (const DcmTagKey& tag : {DCM_InstanceCreationTime, DCM_SeriesTime, DCM_ContentTime})
        putText(to, tag, time.c_str());
    putText(to, DCM_SOPClassUID, UID_SegmentationStorage);
    putText(to, DCM_SOPInstanceUID, uidFor(request, "instance"));
    putText(to, DCM_Modality, "SEG");
    putText(to, DCM_SeriesInstanceUID, uidFor(request, "series"));
    putText(to, DCM_SeriesNumber, "1");
    putText(to, DCM_SeriesDescription,
            request.isFractional ? "Limn probabilities, research use only"
                                 : "Limn segmentation, research use only");
    putText(to, DCM_InstanceNumber, "1");
    putText(to, DCM_Manufacturer, "Limn");
    putText(to, DCM_ManufacturerModelName, "Limn");
    putText(to, DCM_DeviceSerialNumber, "none"); // a program has none, and it must not be empty
    putText(to, DCM_SoftwareVersions, longString(request.programVersion));
}

void putImage(DcmDataset& to, const SegRequest& request, SegSource& source)
{
    const int bits = request.isFractional ? 8 : 1;
    putText(to, DCM_ImageType, "DERIVED\\PRIMARY");
    putText(to, DCM_ContentLabel, request.isFractional ? "PROBABILITY" : "SEGMENTATION");
    putText(to, DCM_ContentDescription, "Research use only, not for diagnosis");
    to.insertEmptyElement(DCM_ContentCreatorName);
    putText(to, DCM_NumberOfFrames, std::to_string(request.frames.size()));
    putShorts(to, DCM_Rows, {source.size.height});
    putShorts(to, DCM_Columns, {source.size.width});
    putShorts(to, DCM_SamplesPerPixel, {1});
    putText(to, DCM_PhotometricInterpretation, "MONOCHROME2");
    putShorts(to, DCM_BitsAllocated, {bits});
    putShorts(to, DCM_BitsStored, {bits});
    putShorts(to, DCM_HighBit, {bits - 1});
    putShorts(to, DCM_PixelRepresentation, {0});
    putText(to, DCM_LossyImageCompression, "00");
    DcmDataset& from = source.first.dataset();
    OFString lossy;
    if (from.findAndGetOFString(DCM_LossyImageCompression, lossy).good() && lossy == "01")
        copyElements(from, to,
                     {DCM_LossyImageCompression, DCM_LossyImageCompressionRatio,
                      DCM_LossyImageCompressionMethod});
    putText(to, DCM_SegmentationType, request.isFractional ? "FRACTIONAL" : "BINARY");
    putText(to, DCM_SegmentsOverlap, request.isFractional ? "UNDEFINED" : "NO");
    if (request.isFractional) {
        putText(to, DCM_SegmentationFractionalType, "PROBABILITY");
        putShorts(to, DCM_MaximumFractionalValue, {255});
    }
}

void putFrameOfReference(DcmDataset& to, SegSource& source)
{
    DcmDataset& from = source.first.dataset();
    if (source.planes.empty()) {
        // Without positions the letters say how the picture lies, where the source says so.
        to.insertEmptyElement(DCM_PatientOrientation);
        copyElements(from, to, {DCM_PatientOrientation});
    }
    if (!from.tagExistsWithValue(DCM_FrameOfReferenceUID))
        return;
    to.insertEmptyElement(DCM_PositionReferenceIndicator);
    copyElements(from, to, {DCM_FrameOfReferenceUID, DCM_PositionReferenceIndicator});
}

void putAlgorithm(DcmItem& item, const SegSegment& segment)
{
    putText(item, DCM_SegmentAlgorithmType, segment.algorithmType);
    if (segment.algorithmType == "MANUAL")
        return;
    putText(item, DCM_SegmentAlgorithmName, longString(segment.algorithmName));
    DcmItem& algorithm = addItem(item, DCM_SegmentationAlgorithmIdentificationSequence);
    addCode(algorithm, DCM_AlgorithmFamilyCodeSequence,
            {"123110", "DCM", "Artificial Intelligence"});
    putText(algorithm, DCM_AlgorithmName, longString(segment.algorithmName));
    putText(algorithm, DCM_AlgorithmVersion, longString(segment.algorithmVersion));
    putText(algorithm, DCM_AlgorithmParameters, segment.parameters);
    putText(algorithm, DCM_AlgorithmSource, "Limn");
}

void putSegments(DcmDataset& to, const SegRequest& request, const std::vector<SegSegment>& segments)
{
    int number = 0;
    for (const SegSegment& segment : segments) {
        DcmItem& item = addItem(to, DCM_SegmentSequence);
        putShorts(item, DCM_SegmentNumber, {++number});
        putText(item, DCM_SegmentLabel, longString(segment.name));
        putText(item, DCM_SegmentDescription, segment.description);
        addCode(item, DCM_SegmentedPropertyCategoryCodeSequence, segment.category);
        DcmItem& type = addCode(item, DCM_SegmentedPropertyTypeCodeSequence, segment.type);
        if (segment.modifier)
            addCode(type, DCM_SegmentedPropertyTypeModifierCodeSequence, *segment.modifier);
        putAlgorithm(item, segment);
        putShorts(item, DCM_RecommendedDisplayCIELabValue,
                  {segment.lab[0], segment.lab[1], segment.lab[2]});
        putText(item, DCM_TrackingID, segment.name);
        putText(item, DCM_TrackingUID, uidFor(request, "segment " + std::to_string(number)));
    }
    const bool hasOwnCodes = std::ranges::any_of(
        segments, [](const SegSegment& segment) { return segment.type.scheme == "99LIMN"; });
    if (!hasOwnCodes)
        return;
    DcmItem& scheme = addItem(to, DCM_CodingSchemeIdentificationSequence);
    putText(scheme, DCM_CodingSchemeDesignator, "99LIMN");
    putText(scheme, DCM_CodingSchemeName, "Labels that a user of Limn has named");
}

void putReferences(DcmDataset& to, const SegSource& source)
{
    DcmItem& series = addItem(to, DCM_ReferencedSeriesSequence);
    putText(series, DCM_SeriesInstanceUID, source.seriesUid);
    for (const SegInstance& instance : source.instances) {
        DcmItem& item = addItem(series, DCM_ReferencedInstanceSequence);
        putText(item, DCM_ReferencedSOPClassUID, instance.classUid);
        putText(item, DCM_ReferencedSOPInstanceUID, instance.instanceUid);
    }
}

} // namespace

void putSegmentation(DcmDataset& to, const SegRequest& request, SegSource& source)
{
    copyPatientAndStudy(source.first.dataset(), to);
    const auto segments = inCharacterSet(to, request.segments);
    putSeriesAndEquipment(to, request);
    putFrameOfReference(to, source);
    putImage(to, request, source);
    putSegments(to, request, segments);
    putReferences(to, source);
    putFunctionalGroups(to, request, source, uidFor(request, "dimensions"));
}

} // namespace limn
