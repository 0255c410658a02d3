#include "io/import/seg_source.h"

#include "io/import/bytes.h"
#include "io/import/dicom_geometry.h"
#include "io/import/dicom_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace limn {

namespace {

constexpr double distanceToleranceMm = 1e-3;

// Objects that hold one picture, whatever they say: CR, CT, MR, ultrasound, secondary capture, PET.
constexpr std::array<std::string_view, 6> singleFrameClasses{
    "1.2.840.10008.5.1.4.1.1.1",   "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4",
    "1.2.840.10008.5.1.4.1.1.6.1", "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.5.1.4.1.1.128"};

std::string text(DicomFile& dicom, const DcmTagKey& tag)
{
    OFString value;
    dicom.dataset().findAndGetOFString(tag, value);
    return value.c_str();
}

Result<void> checkFile(DicomFile& dicom, const SegImages& images, const std::string& name)
{
    const int frames = images.files.size() == 1 ? images.slices : 1;
    if (dicom.shape.size != images.size || dicom.shape.frames != frames)
        return fail(ErrorCode::ImageChanged, name, "another size");
    for (const DcmTagKey& tag :
         {DCM_SOPClassUID, DCM_SOPInstanceUID, DCM_SeriesInstanceUID, DCM_StudyInstanceUID})
        if (text(dicom, tag).empty())
            return fail(ErrorCode::BadData, name,
                        "it has no UIDs, and a segmentation refers to them");
    return {};
}

void appendPlanes(DicomFile& dicom, std::vector<Geometry>& planes)
{
    Geometry geometry = geometryOf(dicom);
    if (text(dicom, DCM_FrameOfReferenceUID).empty()
        || geometry.calibration != Calibration::Patient)
        return;
    for (const Vector3& origin : std::vector(geometry.sliceOriginsMm)) {
        geometry.sliceOriginsMm = {origin};
        planes.push_back(geometry);
    }
}

double along(const Vector3& step, const Geometry& plane)
{
    const Vector3 &r = plane.rowDirection, &c = plane.columnDirection;
    return step[0] * (r[1] * c[2] - r[2] * c[1]) + step[1] * (r[2] * c[0] - r[0] * c[2])
        + step[2] * (r[0] * c[1] - r[1] * c[0]);
}

std::optional<double> distanceOf(const std::vector<Geometry>& planes)
{
    std::optional<double> distance;
    for (std::size_t k = 1; k < planes.size(); ++k) {
        const Vector3 &a = planes[k - 1].sliceOriginsMm[0], &b = planes[k].sliceOriginsMm[0];
        const double here = along({b[0] - a[0], b[1] - a[1], b[2] - a[2]}, planes[0]);
        if (distance && std::abs(here - *distance) > distanceToleranceMm)
            return std::nullopt;
        distance = distance.value_or(here);
    }
    return distance && *distance != 0 ? std::optional(std::abs(*distance)) : std::nullopt;
}

SegInstance instanceOf(DicomFile& dicom)
{
    const std::string classUid = text(dicom, DCM_SOPClassUID);
    const bool saysSo = !text(dicom, DCM_NumberOfFrames).empty()
        && std::ranges::find(singleFrameClasses, classUid) == singleFrameClasses.end();
    return {classUid, text(dicom, DCM_SOPInstanceUID), saysSo || dicom.shape.frames > 1};
}

Result<void> add(SegSource& source, DicomFile& dicom, const SegImages& images,
                 const std::string& name)
{
    if (const auto good = checkFile(dicom, images, name); !good)
        return good;
    const std::string series = text(dicom, DCM_SeriesInstanceUID);
    if (!source.seriesUid.empty() && series != source.seriesUid)
        return fail(ErrorCode::BadData, name, "the slices are of several series");
    source.seriesUid = series;
    source.instances.push_back(instanceOf(dicom));
    appendPlanes(dicom, source.planes);
    return {};
}

// The planes come in the file's order.
Result<void> sortFrames(SegSource& source, const SegImages& images)
{
    source.frames = images.frames;
    if (source.frames.empty())
        return {};
    const bool isSound = source.frames.size() == static_cast<std::size_t>(images.slices)
        && std::ranges::all_of(source.frames, [&](int frame) {
               return frame >= 0 && frame < source.first.shape.frames;
           });
    if (!isSound)
        return fail(ErrorCode::Internal, {}, "frames that are not in the file");
    if (source.planes.empty())
        return {};
    std::vector<Geometry> sorted;
    for (const int frame : source.frames)
        sorted.push_back(source.planes[static_cast<std::size_t>(frame)]);
    source.planes = std::move(sorted);
    return {};
}

} // namespace

const SegInstance& SegSource::instanceOf(int slice) const
{
    return instances[instances.size() == 1 ? 0 : static_cast<std::size_t>(slice)];
}

int SegSource::frameOf(int slice) const
{
    if (instances.size() > 1)
        return 0;
    return frames.empty() ? slice : frames[static_cast<std::size_t>(slice)];
}

Result<SegSource> openSegSource(const SegImages& images)
{
    if (images.files.empty())
        return fail(ErrorCode::Internal, {}, "a segmentation without a source");
    SegSource source;
    source.name = displayName(images.files.front());
    source.size = images.size;
    source.slices = images.slices;
    if (images.files.size() != 1
        && images.files.size() != static_cast<std::size_t>(images.slices))
        return fail(ErrorCode::Internal, {}, "neither one file nor one a slice");
    for (const auto& path : images.files) {
        auto dicom = openDicom(path);
        if (!dicom)
            return std::unexpected(dicom.error());
        if (const auto added = add(source, *dicom, images, displayName(path)); !added)
            return std::unexpected(added.error());
        if (!source.first.file)
            source.first = std::move(*dicom);
    }
    if (source.instances.front().instanceUid != images.instanceUid)
        return fail(ErrorCode::ImageChanged, source.name, "another image");
    if (source.planes.size() != static_cast<std::size_t>(images.slices))
        source.planes.clear();
    if (const auto sorted = sortFrames(source, images); !sorted)
        return std::unexpected(sorted.error());
    DcmDataset& dataset = source.first.dataset();
    source.thicknessMm =
        decimal(macroOrTop(dataset, 0, DCM_PixelMeasuresSequence), DCM_SliceThickness);
    if (source.thicknessMm && *source.thicknessMm <= 0)
        source.thicknessMm.reset();
    source.distanceMm = distanceOf(source.planes);
    // A plane of unknown thickness has no pixel measures in DICOM; none is invented.
    if (!source.thicknessMm && !source.distanceMm)
        source.planes.clear();
    return source;
}

} // namespace limn
