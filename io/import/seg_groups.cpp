#include "io/import/seg_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>

namespace limn {

namespace {

bool haveOneGrid(const std::vector<Geometry>& planes)
{
    return std::ranges::all_of(planes, [&first = planes.front()](const Geometry& plane) {
        return plane.rowDirection == first.rowDirection
            && plane.columnDirection == first.columnDirection
            && plane.rowSpacingMm == first.rowSpacingMm
            && plane.columnSpacingMm == first.columnSpacingMm;
    });
}

// A position is a dimension only where it tells the slices apart: a film's frames share one.
bool haveOwnPositions(const std::vector<Geometry>& planes)
{
    std::vector<Vector3> origins;
    for (const Geometry& plane : planes)
        origins.push_back(plane.sliceOriginsMm[0]);
    std::ranges::sort(origins);
    return !origins.empty() && std::ranges::adjacent_find(origins) == origins.end();
}

void putGrid(DcmItem& group, const SegSource& source, const Geometry& plane)
{
    DcmItem& measures = addItem(group, DCM_PixelMeasuresSequence);
    putDecimals(measures, DCM_PixelSpacing, {plane.rowSpacingMm, plane.columnSpacingMm});
    if (const auto thickness = source.thicknessMm ? source.thicknessMm : source.distanceMm)
        putDecimals(measures, DCM_SliceThickness, {*thickness});
    if (source.distanceMm)
        putDecimals(measures, DCM_SpacingBetweenSlices, {*source.distanceMm});
    const Vector3 &r = plane.rowDirection, &c = plane.columnDirection;
    putDecimals(addItem(group, DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient,
                {r[0], r[1], r[2], c[0], c[1], c[2]});
}

void putDerivation(DcmItem& group, const SegSource& source, int slice)
{
    DcmItem& derivation = addItem(group, DCM_DerivationImageSequence);
    addCode(derivation, DCM_DerivationCodeSequence, {"113076", "DCM", "Segmentation"});
    DcmItem& image = addItem(derivation, DCM_SourceImageSequence);
    const SegInstance& instance = source.instanceOf(slice);
    putText(image, DCM_ReferencedSOPClassUID, instance.classUid);
    putText(image, DCM_ReferencedSOPInstanceUID, instance.instanceUid);
    if (instance.isMultiFrame)
        putText(image, DCM_ReferencedFrameNumber, std::to_string(source.frameOf(slice) + 1));
    addCode(image, DCM_PurposeOfReferenceCodeSequence,
            {"121322", "DCM", "Source image for image processing operation"});
    putText(image, DCM_SpatialLocationsPreserved, "YES");
}

void putFrame(DcmItem& group, const SegSource& source, const SegmentFrame& frame, bool hasOwnGrid)
{
    const int number = frame.segment + 1;
    putDerivation(group, source, frame.slice);
    DcmItem& content = addItem(group, DCM_FrameContentSequence);
    putText(content, DCM_StackID, "1");
    putLongs(content, DCM_InStackPositionNumber, {frame.slice + 1});
    putLongs(content, DCM_DimensionIndexValues, {number, frame.slice + 1});
    putShorts(addItem(group, DCM_SegmentIdentificationSequence), DCM_ReferencedSegmentNumber,
              {number});
    if (source.planes.empty())
        return;
    const Geometry& plane = source.planes[static_cast<std::size_t>(frame.slice)];
    const Vector3& origin = plane.sliceOriginsMm[0];
    putDecimals(addItem(group, DCM_PlanePositionSequence), DCM_ImagePositionPatient,
                {origin[0], origin[1], origin[2]});
    if (hasOwnGrid)
        putGrid(group, source, plane);
}

void putDimension(DcmDataset& to, const std::string& organization, const DcmTagKey& pointer,
                  const DcmTagKey& group, const std::string& name)
{
    DcmItem& item = addItem(to, DCM_DimensionIndexSequence);
    putText(item, DCM_DimensionOrganizationUID, organization);
    putTag(item, DCM_DimensionIndexPointer, pointer);
    putTag(item, DCM_FunctionalGroupPointer, group);
    putText(item, DCM_DimensionDescriptionLabel, name);
}

void putDimensions(DcmDataset& to, const SegSource& source, const std::string& organization)
{
    putText(addItem(to, DCM_DimensionOrganizationSequence), DCM_DimensionOrganizationUID,
            organization);
    putDimension(to, organization, DCM_ReferencedSegmentNumber, DCM_SegmentIdentificationSequence,
                 "Segment");
    if (haveOwnPositions(source.planes))
        putDimension(to, organization, DCM_ImagePositionPatient, DCM_PlanePositionSequence,
                     "Position");
    else
        putDimension(to, organization, DCM_InStackPositionNumber, DCM_FrameContentSequence,
                     "Place in the stack");
}

} // namespace

void putFunctionalGroups(DcmDataset& to, const SegRequest& request, const SegSource& source,
                         const std::string& dimensionUid)
{
    putDimensions(to, source, dimensionUid);
    const bool isShared = !source.planes.empty() && haveOneGrid(source.planes);
    DcmItem& shared = addItem(to, DCM_SharedFunctionalGroupsSequence);
    if (isShared)
        putGrid(shared, source, source.planes.front());
    for (const SegmentFrame& frame : request.frames)
        putFrame(addItem(to, DCM_PerFrameFunctionalGroupsSequence), source, frame, !isShared);
}

} // namespace limn
