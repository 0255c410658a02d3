#include "io/import/nifti_place.h"

#include "model/data/vector3.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <nifti2_io.h>

namespace limn {
namespace {

constexpr double leastVolume = 1e-9; // of the unit cube of an affine's directions

Vector3 columnOf(const Affine& affine, std::size_t column)
{
    return {affine[0][column], affine[1][column], affine[2][column]};
}

Vector3 unit(const Vector3& v)
{
    return scaled(v, 1 / lengthOf(v));
}

// What a length of the file is in millimetres.
double millimetres(int units)
{
    switch (XYZT_TO_SPACE(units)) {
    case NIFTI_UNITS_METER: return 1000;
    case NIFTI_UNITS_MICRON: return 0.001;
    default: return 1; // millimetres, or unknown: nearly always millimetres
    }
}

double milliseconds(int units)
{
    switch (XYZT_TO_TIME(units)) {
    case NIFTI_UNITS_MSEC: return 1;
    case NIFTI_UNITS_USEC: return 0.001;
    default: return 1000;
    }
}

std::optional<Affine> qformOf(const NiftiForms& forms, const NiftiHeader& header)
{
    const auto [b, c, d] = forms.quaternion;
    if (!(b * b + c * c + d * d < 1 + 1e-6)) // a rotation's quaternion has the length 1
        return {};
    std::array<double, 3> spacing{};
    for (std::size_t k = 0; k < 3; ++k) {
        spacing[k] = forms.pixdim[k + 1] > 0 ? forms.pixdim[k + 1] : 1;
        if (!(forms.pixdim[k + 1] > 0) && header.dims[k] > 1)
            return {};
    }
    const nifti_dmat44 matrix =
        nifti_quatern_to_dmat44(b, c, d, forms.offset[0], forms.offset[1], forms.offset[2],
                                spacing[0], spacing[1], spacing[2], forms.pixdim[0]);
    Affine affine{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 4; ++column)
            affine[row][column] = matrix.m[row][column];
    return affine;
}

Affine guessed(const NiftiForms& forms, const NiftiHeader& header)
{
    Affine affine{};
    for (std::size_t k = 0; k < 3; ++k) {
        const double spacing = forms.pixdim[k + 1] > 0 && std::isfinite(forms.pixdim[k + 1])
            ? forms.pixdim[k + 1]
            : 1;
        const double sign = k == 0 ? -1 : 1;
        affine[k][k] = sign * spacing;
        affine[k][3] = -sign * spacing * static_cast<double>(header.dims[k] - 1) / 2;
    }
    return affine;
}

// RAS, the file's units.
Affine placeOf(const NiftiForms& forms, NiftiHeader& header)
{
    if (forms.hasForms && forms.sformCode > 0) {
        if (isUsable(forms.sform, header.dims[2] == 1)) {
            header.hasPlace = true;
            return forms.sform;
        }
        header.notes.push_back("its sform makes no sense and was left out");
    }
    if (forms.hasForms && forms.qformCode > 0) {
        const auto affine = qformOf(forms, header);
        if (affine && isUsable(*affine, header.dims[2] == 1)) {
            header.hasPlace = true;
            return *affine;
        }
        header.notes.push_back("its qform makes no sense and was left out");
    }
    header.notes.push_back("the file does not say how the patient lies; left and right are a guess");
    return guessed(forms, header);
}

// Which of the patient's axes (0 left-right, 1 front-back, 2 head-foot) a slice's columns and rows
// run along, and to which side (+1: to the left, back, head).
struct View {
    std::size_t across, down;
    int acrossSign, downSign;
};

// Wanted of a slice whose normal runs along the axis.
constexpr std::array views{View{1, 2, 1, -1}, View{0, 2, 1, -1}, View{0, 1, 1, 1}};

// The axes of i, j and their normal: the pairing of directions and axes that fits best.
std::array<std::size_t, 3> axesOf(const Vector3& i, const Vector3& j)
{
    const std::array directions{i, j, cross(i, j)};
    std::array<std::size_t, 3> axes{0, 1, 2}, best = axes;
    double most = -1;
    do {
        double sum = 0;
        for (std::size_t k = 0; k < 3; ++k)
            sum += std::abs(directions[k][axes[k]]);
        if (sum > most + 1e-9) {
            most = sum;
            best = axes;
        }
    } while (std::ranges::next_permutation(axes).found);
    return best;
}

} // namespace

bool isUsable(const Affine& affine, bool isOneSlice)
{
    for (const auto& row : affine)
        for (const double value : row)
            if (!std::isfinite(value))
                return false;
    const Vector3 i = columnOf(affine, 0), j = columnOf(affine, 1), k = columnOf(affine, 2);
    if (lengthOf(i) == 0 || lengthOf(j) == 0 || (lengthOf(k) == 0 && !isOneSlice))
        return false;
    if (lengthOf(k) == 0)
        return lengthOf(cross(unit(i), unit(j))) > leastVolume;
    return std::abs(dot(unit(i), cross(unit(j), unit(k)))) > leastVolume;
}

void fillPlace(const NiftiForms& forms, NiftiHeader& header)
{
    Affine affine = placeOf(forms, header);
    const double unitMm = millimetres(forms.units);
    bool isKnown = true;
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 4; ++column)
            affine[row][column] *= row < 2 ? -unitMm : unitMm; // RAS to LPS
    for (std::size_t k = 0; k < 3; ++k)
        isKnown = isKnown && (header.hasPlace || forms.pixdim[k + 1] > 0 || header.dims[k] == 1);
    if (isKnown)
        for (std::size_t k = 0; k < 3; ++k)
            header.spacingMm[k] = lengthOf(columnOf(affine, k));
    else
        header.notes.push_back("the file does not say how large a voxel is");
    header.voxelToLps = affine;
    const double frame = forms.pixdim[4] * milliseconds(forms.units);
    header.frameMs = std::isfinite(frame) && frame > 0 ? frame : 0;
}

FileOrder shownOrder(const NiftiHeader& header)
{
    const Vector3 i = unit(columnOf(header.voxelToLps, 0)), j = unit(columnOf(header.voxelToLps, 1));
    const auto axes = axesOf(i, j);
    const View view = views[axes[2]];
    FileOrder order;
    order.isTransposed = axes[0] != view.across;
    const Vector3& across = order.isTransposed ? j : i;
    const Vector3& down = order.isTransposed ? i : j;
    order.isMirrored = across[view.across] * view.acrossSign < 0;
    order.isUpsideDown = down[view.down] * view.downSign < 0;
    return order;
}

Geometry shownGeometry(const NiftiHeader& header, const FileOrder& order)
{
    const Affine& affine = header.voxelToLps;
    const std::size_t across = order.isTransposed ? 1 : 0, down = order.isTransposed ? 0 : 1;
    Geometry geometry;
    geometry.rowDirection = unit(scaled(columnOf(affine, across), order.isMirrored ? -1 : 1));
    geometry.columnDirection = unit(scaled(columnOf(affine, down), order.isUpsideDown ? -1 : 1));
    if (header.spacingMm[0] > 0) {
        geometry.calibration = Calibration::Patient;
        geometry.columnSpacingMm = header.spacingMm[across];
        geometry.rowSpacingMm = header.spacingMm[down];
    }
    std::array<double, 2> corner{}; // of the file's indices at the shown slice's first pixel
    corner[across] = order.isMirrored ? static_cast<double>(header.dims[across] - 1) : 0;
    corner[down] = order.isUpsideDown ? static_cast<double>(header.dims[down] - 1) : 0;
    for (int frame = 0; frame < header.frames(); ++frame) {
        const double slice = frame % header.slices();
        Vector3 origin{};
        for (std::size_t row = 0; row < 3; ++row)
            origin[row] = affine[row][0] * corner[0] + affine[row][1] * corner[1]
                + affine[row][2] * slice + affine[row][3];
        geometry.sliceOriginsMm.push_back(origin);
    }
    return geometry;
}

} // namespace limn
