#include "io/masks/voxel_grid.h"

#include "model/data/vector3.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

// Of a slice's place: what scanners round to, and little of a microscope's pixel.
double toleranceMm(const Geometry& geometry)
{
    return std::min(0.02, 0.04 * std::min(geometry.columnSpacingMm, geometry.rowSpacingMm));
}

// Volumes lie one after the other, so the places come again.
std::size_t depthOf(const std::vector<Vector3>& origins, double tolerance)
{
    for (std::size_t k = 1; k < origins.size(); ++k)
        if (lengthOf(minus(origins[k], origins[0])) < tolerance)
            return k;
    return origins.size();
}

Result<void> fillSlices(const Geometry& geometry, VoxelGrid& grid, const std::string& subject)
{
    const auto& origins = geometry.sliceOriginsMm;
    const double tolerance = toleranceMm(geometry);
    const std::size_t depth = depthOf(origins, tolerance);
    if (origins.size() % depth != 0)
        return fail(ErrorCode::SlicesUneven, subject, "several slices lie at one place");
    grid.slices = static_cast<int>(depth);
    grid.volumes = static_cast<int>(origins.size() / depth);
    Vector3 step = cross(geometry.rowDirection, geometry.columnDirection); // of one slice: 1 mm
    if (depth > 1)
        step = scaled(sum(origins[depth - 1], scaled(origins[0], -1)),
                      1.0 / static_cast<double>(depth - 1));
    for (std::size_t k = 0; k < origins.size(); ++k) {
        const Vector3 even = sum(origins[0], scaled(step, static_cast<double>(k % depth)));
        if (const double off = lengthOf(minus(origins[k], even)); off > tolerance)
            return fail(ErrorCode::SlicesUneven, subject,
                        "slice " + std::to_string(k + 1) + " lies " + std::to_string(off)
                            + " mm beside its even place");
    }
    grid.stepsMm[2] = step;
    return {};
}

} // namespace

Result<VoxelGrid> voxelGridOf(Size shown, int slices, const Geometry& geometry,
                              const FileOrder& order, const std::string& subject)
{
    VoxelGrid grid;
    grid.size = order.isTransposed ? Size{shown.height, shown.width} : shown;
    grid.slices = slices;
    grid.order = order;
    grid.hasPlace = slices > 0 && geometry.sliceOriginsMm.size() == static_cast<std::size_t>(slices);
    const Vector3 across = scaled(geometry.rowDirection, geometry.columnSpacingMm);
    const Vector3 down = scaled(geometry.columnDirection, geometry.rowSpacingMm);
    grid.stepsMm[order.isTransposed ? 1 : 0] = scaled(across, order.isMirrored ? -1 : 1);
    grid.stepsMm[order.isTransposed ? 0 : 1] = scaled(down, order.isUpsideDown ? -1 : 1);
    grid.stepsMm[2] = cross(geometry.rowDirection, geometry.columnDirection);
    if (grid.hasPlace) {
        if (const auto even = fillSlices(geometry, grid, subject); !even)
            return std::unexpected(even.error());
        grid.originMm = geometry.sliceOriginsMm.front();
    }
    // The file's first voxel is the shown slice's first pixel, or at the other end.
    if (order.isMirrored)
        grid.originMm = sum(grid.originMm, scaled(across, shown.width - 1));
    if (order.isUpsideDown)
        grid.originMm = sum(grid.originMm, scaled(down, shown.height - 1));
    return grid;
}

} // namespace limn
