#include "io/import/dicom_geometry.h"

#include "io/import/dicom_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>

namespace limn {

namespace {

constexpr double unitTolerance = 1e-3;

double dot(const Vector3& a, const Vector3& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vector3 cross(const Vector3& a, const Vector3& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

// Row spacing, column spacing, as DICOM orders them; only positive ones.
std::optional<std::vector<double>> spacing(DcmItem& item, const DcmTagKey& tag)
{
    auto values = decimals(item, tag, 2);
    if (!values || (*values)[0] <= 0 || (*values)[1] <= 0)
        return std::nullopt;
    return values;
}

void setSpacing(Geometry& geometry, const std::vector<double>& rowAndColumn,
                Calibration calibration)
{
    geometry.rowSpacingMm = rowAndColumn[0];
    geometry.columnSpacingMm = rowAndColumn[1];
    geometry.calibration = calibration;
}

void readSpacing(DicomFile& dicom, Geometry& geometry)
{
    DcmDataset& dataset = dicom.dataset();
    DcmItem& group = macroOrTop(dataset, 0, DCM_PixelMeasuresSequence);
    auto inPatient = spacing(group, DCM_PixelSpacing);
    if (!inPatient)
        inPatient = spacing(dataset, DCM_PixelSpacing);
    auto atDetector = spacing(dataset, DCM_ImagerPixelSpacing);
    if (!atDetector)
        atDetector = spacing(dataset, DCM_ImagePlanePixelSpacing);
    // Slices that lie in the patient have no detector plane, whatever some writers repeat.
    const bool isSlice = dataset.tagExistsWithValue(DCM_ImagePositionPatient)
        && dataset.tagExistsWithValue(DCM_ImageOrientationPatient);
    if (inPatient && (inPatient != atDetector || isSlice))
        return setSpacing(geometry, *inPatient, Calibration::Patient);
    if (atDetector)
        return setSpacing(geometry, *atDetector, Calibration::Detector);
    if (dataset.tagExistsWithValue(DCM_PixelSpacing))
        dicom.notes.push_back("the pixel spacing makes no sense and was left out");
    if (const auto aspect = spacing(dataset, DCM_PixelAspectRatio)) {
        geometry.rowSpacingMm = (*aspect)[0] / (*aspect)[1];
        geometry.columnSpacingMm = 1;
    }
}

struct Orientation {
    Vector3 row;
    Vector3 column;
    bool operator==(const Orientation&) const = default;
};

std::optional<Orientation> orientationOf(DcmDataset& dataset, int frame)
{
    DcmItem& group = macroOrTop(dataset, frame, DCM_PlaneOrientationSequence);
    const auto values = decimals(group, DCM_ImageOrientationPatient, 6);
    if (!values)
        return std::nullopt;
    const auto& v = *values;
    const Orientation orientation{{v[0], v[1], v[2]}, {v[3], v[4], v[5]}};
    const bool isSound = std::abs(dot(orientation.row, orientation.row) - 1) < unitTolerance
        && std::abs(dot(orientation.column, orientation.column) - 1) < unitTolerance
        && std::abs(dot(orientation.row, orientation.column)) < unitTolerance;
    return isSound ? std::optional(orientation) : std::nullopt;
}

std::optional<Vector3> positionOf(DicomFile& dicom, int frame, const Orientation& orientation)
{
    DcmDataset& dataset = dicom.dataset();
    DcmItem* group = frameMacro(dataset, frame, DCM_PlanePositionSequence);
    DcmItem& item = group != nullptr ? *group : dataset;
    const auto values = decimals(item, DCM_ImagePositionPatient, 3);
    if (!values)
        return std::nullopt;
    const Vector3 position{(*values)[0], (*values)[1], (*values)[2]};
    if (group != nullptr || dicom.shape.frames == 1)
        return position;
    // RT Dose: the planes' offsets along the normal, from the first one's position.
    const auto offset =
        decimal(dataset, DCM_GridFrameOffsetVector, static_cast<unsigned long>(frame));
    const auto first = decimal(dataset, DCM_GridFrameOffsetVector, 0);
    if (!offset || !first)
        return std::nullopt;
    const Vector3 normal = cross(orientation.row, orientation.column);
    const double distance = *offset - (*first == 0 ? 0 : *first);
    return Vector3{position[0] + distance * normal[0], position[1] + distance * normal[1],
                   position[2] + distance * normal[2]};
}

void readPlanes(DicomFile& dicom, Geometry& geometry)
{
    const auto first = orientationOf(dicom.dataset(), 0);
    if (!first) {
        if (dicom.dataset().tagExistsWithValue(DCM_ImageOrientationPatient))
            dicom.notes.push_back("the orientation makes no sense and was left out");
        return;
    }
    geometry.rowDirection = first->row;
    geometry.columnDirection = first->column;
    std::vector<Vector3> origins;
    for (int frame = 0; frame < dicom.shape.frames; ++frame) {
        if (frame > 0 && orientationOf(dicom.dataset(), frame) != first) {
            dicom.notes.push_back("the frames have different orientations");
            return;
        }
        const auto position = positionOf(dicom, frame, *first);
        if (!position)
            return;
        origins.push_back(*position);
    }
    geometry.sliceOriginsMm = std::move(origins);
}

} // namespace

Geometry geometryOf(DicomFile& dicom)
{
    Geometry geometry;
    readSpacing(dicom, geometry);
    readPlanes(dicom, geometry);
    return geometry;
}

std::vector<double> timesOf(DicomFile& dicom)
{
    const int frames = dicom.shape.frames;
    if (frames < 2)
        return {};
    const auto step = decimal(dicom.dataset(), DCM_FrameTime);
    const bool hasVector = decimal(dicom.dataset(), DCM_FrameTimeVector).has_value();
    if (!hasVector && (!step || *step <= 0))
        return {};
    std::vector<double> times;
    double time = 0;
    for (int frame = 0; frame < frames; ++frame) {
        if (hasVector) {
            const auto increment =
                decimal(dicom.dataset(), DCM_FrameTimeVector, static_cast<unsigned long>(frame));
            if (!increment || *increment < 0)
                return {};
            time += *increment;
        } else {
            time = frame * *step;
        }
        times.push_back(time);
    }
    return times;
}

} // namespace limn
