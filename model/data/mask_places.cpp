#include "model/data/mask_places.h"

#include "model/data/vector3.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace limn {
namespace {

constexpr double part = 0.25; // of a pixel that a voxel may lie beside it

std::string inWords(const Vector3& v)
{
    std::array<char, 96> text;
    std::snprintf(text.data(), text.size(), "(%.2f, %.2f, %.2f) mm", v[0], v[1], v[2]);
    return text.data();
}

std::unexpected<Error> mismatch(const std::string& name, const std::string& detail)
{
    return fail(ErrorCode::MaskMismatch, name, detail);
}

// From millimetres to a volume file's indices.
class ToVoxels {
public:
    explicit ToVoxels(const VoxelPlace& place)
    {
        const auto column = [&place](std::size_t k) {
            return Vector3{place[0][k], place[1][k], place[2][k]};
        };
        const Vector3 a = column(0), b = column(1);
        Vector3 c = column(2);
        if (lengthOf(c) == 0) // one slice: any step across it
            c = scaled(cross(a, b), 1 / lengthOf(cross(a, b)));
        m_origin = column(3);
        const double volume = dot(a, cross(b, c));
        m_rows = {scaled(cross(b, c), 1 / volume), scaled(cross(c, a), 1 / volume),
                  scaled(cross(a, b), 1 / volume)};
    }

    Vector3 step(const Vector3& mm) const
    {
        return {dot(m_rows[0], mm), dot(m_rows[1], mm), dot(m_rows[2], mm)};
    }
    Vector3 index(const Vector3& mm) const { return step(minus(mm, m_origin)); }
    Vector3 origin() const { return m_origin; }

private:
    std::array<Vector3, 3> m_rows;
    Vector3 m_origin{};
};

using Step = std::array<int, 3>;

// A step of one voxel along one axis, also after `count` of them; nothing for any other.
std::optional<Step> wholeStep(const Vector3& step, int count)
{
    Step whole{};
    int moved = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        whole[k] = static_cast<int>(std::lround(std::clamp(step[k], -2.0, 2.0)));
        if (std::abs(step[k] - whole[k]) * std::max(1, count - 1) > part)
            return std::nullopt;
        moved += std::abs(whole[k]);
    }
    return moved == 1 ? std::optional(whole) : std::nullopt;
}

std::size_t axisOf(const Step& step)
{
    return static_cast<std::size_t>(
        std::ranges::find_if(step, [](int moved) { return moved != 0; }) - step.begin());
}

// How the picture's pixels lie in the file's voxels.
struct Alignment {
    Step across{}, down{};
    std::array<int, 3> size{};
    std::size_t sliceAxis = 2;
};

Result<Alignment> alignmentOf(const ImportedMask& mask, const Volume& picture,
                              const ToVoxels& toVoxels, const std::string& name)
{
    const Geometry& geometry = picture.geometry;
    const auto across =
        wholeStep(toVoxels.step(scaled(geometry.rowDirection, geometry.columnSpacingMm)),
                  picture.size.width);
    const auto down =
        wholeStep(toVoxels.step(scaled(geometry.columnDirection, geometry.rowSpacingMm)),
                  picture.size.height);
    Alignment found;
    found.size = {mask.size.width, mask.size.height, mask.sliceCount / mask.volumes};
    const auto words = [&] {
        return "the mask has " + std::to_string(found.size[0]) + " x "
            + std::to_string(found.size[1]) + " x " + std::to_string(found.size[2])
            + " voxels, the picture " + std::to_string(picture.size.width) + " x "
            + std::to_string(picture.size.height) + " px and " + std::to_string(picture.depth())
            + " slices";
    };
    if (!across || !down || axisOf(*across) == axisOf(*down))
        return mismatch(name, words() + ", and their axes or spacings differ");
    found.across = *across;
    found.down = *down;
    found.sliceAxis = 3 - axisOf(*across) - axisOf(*down);
    if (found.size[axisOf(*across)] != picture.size.width
        || found.size[axisOf(*down)] != picture.size.height)
        return mismatch(name, words());
    return found;
}

// The voxel of a slice's first pixel; nothing where the slice lies between or beyond the mask's.
Result<std::optional<Step>> firstVoxel(const Alignment& alignment, const ToVoxels& toVoxels,
                                       const Vector3& origin, const std::string& name)
{
    const Vector3 index = toVoxels.index(origin);
    Step first{};
    for (std::size_t k = 0; k < 3; ++k) {
        const bool isInside = index[k] > -1 && index[k] < alignment.size[k];
        first[k] = isInside ? static_cast<int>(std::lround(index[k])) : -1;
        const bool isOnVoxel = isInside && std::abs(index[k] - first[k]) <= part && first[k] >= 0
            && first[k] < alignment.size[k];
        if (k == alignment.sliceAxis) {
            if (!isOnVoxel)
                return std::optional<Step>();
            continue;
        }
        const int direction = alignment.across[k] + alignment.down[k];
        if (!isOnVoxel || first[k] != (direction > 0 ? 0 : alignment.size[k] - 1))
            return mismatch(name, "the mask begins at " + inWords(toVoxels.origin())
                                + ", the picture at " + inWords(origin));
    }
    return std::optional(first);
}

void copySlice(const ImportedMask& mask, const Alignment& alignment, const Step& first,
               std::size_t volume, std::span<Label> to, Size size)
{
    const std::array<std::ptrdiff_t, 3> stride{
        1, mask.size.width, static_cast<std::ptrdiff_t>(mask.size.area())};
    const auto offset = [&stride](const Step& step) {
        return step[0] * stride[0] + step[1] * stride[1] + step[2] * stride[2];
    };
    const std::ptrdiff_t begin = offset(first)
        + static_cast<std::ptrdiff_t>(volume) * alignment.size[2] * stride[2];
    std::size_t i = 0;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            to[i++] = mask.values[static_cast<std::size_t>(begin + x * offset(alignment.across)
                                                           + y * offset(alignment.down))];
}

std::ptrdiff_t labelled(std::span<const Label> values)
{
    return std::ranges::count_if(values, [](Label label) { return label != background; });
}

bool isSameGrid(const Geometry& a, const Geometry& b, Size size)
{
    const auto isNear = [](const Vector3& one, const Vector3& other, double tolerance) {
        return lengthOf(minus(one, other)) <= tolerance;
    };
    const double columns = std::max(1, size.width), rows = std::max(1, size.height);
    return isNear(scaled(a.rowDirection, a.columnSpacingMm),
                  scaled(b.rowDirection, b.columnSpacingMm), part * b.columnSpacingMm / columns)
        && isNear(scaled(a.columnDirection, a.rowSpacingMm),
                  scaled(b.columnDirection, b.rowSpacingMm), part * b.rowSpacingMm / rows);
}

} // namespace

Result<FittedMask> fitByGrid(const ImportedMask& mask, const Volume& picture,
                             const std::string& name)
{
    const ToVoxels toVoxels(*mask.place);
    const auto alignment = alignmentOf(mask, picture, toVoxels, name);
    if (!alignment)
        return std::unexpected(alignment.error());
    if (mask.volumes != 1 && mask.volumes != picture.volumeCount())
        return mismatch(name, "the mask has " + std::to_string(mask.volumes)
                            + " volumes, the picture " + std::to_string(picture.volumeCount()));
    FittedMask fitted{emptyLabelMap(picture.size, picture.sliceCount()),
                      std::vector<bool>(static_cast<std::size_t>(picture.sliceCount()))};
    const auto depth = static_cast<std::size_t>(picture.depth());
    for (std::size_t slice = 0; slice < fitted.isCovered.size(); ++slice) {
        const std::size_t volume = slice / depth;
        if (volume >= static_cast<std::size_t>(mask.volumes))
            break;
        const auto first =
            firstVoxel(*alignment, toVoxels, picture.geometry.sliceOriginsMm[slice], name);
        if (!first)
            return std::unexpected(first.error());
        if (!*first)
            continue;
        copySlice(mask, *alignment, **first, volume,
                  fitted.labels.slice(static_cast<int>(slice)), picture.size);
        fitted.isCovered[slice] = true;
    }
    const auto lost = labelled(mask.values) - labelled(fitted.labels.values);
    if (lost != 0 || std::ranges::find(fitted.isCovered, true) == fitted.isCovered.end())
        return mismatch(name, "the mask has slices where the picture has none: it begins at "
                            + inWords(toVoxels.origin()) + ", the picture at "
                            + inWords(picture.geometry.sliceOriginsMm.front()));
    return fitted;
}

Result<FittedMask> fitBySlices(const ImportedMask& mask, const Volume& picture,
                               const std::string& name)
{
    const Geometry& geometry = picture.geometry;
    if (mask.size != picture.size || !isSameGrid(mask.geometry, geometry, picture.size))
        return mismatch(name, "the mask has " + std::to_string(mask.size.width) + " x "
                            + std::to_string(mask.size.height) + " px of "
                            + inWords({mask.geometry.columnSpacingMm, mask.geometry.rowSpacingMm, 0})
                            + ", the picture " + std::to_string(picture.size.width) + " x "
                            + std::to_string(picture.size.height) + " px of "
                            + inWords({geometry.columnSpacingMm, geometry.rowSpacingMm, 0}));
    FittedMask fitted{emptyLabelMap(picture.size, picture.sliceCount()),
                      std::vector<bool>(static_cast<std::size_t>(picture.sliceCount()))};
    const double near = part * std::min(geometry.columnSpacingMm, geometry.rowSpacingMm);
    for (int slice = 0; slice < mask.sliceCount; ++slice) {
        const Vector3& origin = mask.geometry.sliceOriginsMm[static_cast<std::size_t>(slice)];
        const auto found = std::ranges::find_if(geometry.sliceOriginsMm, [&](const Vector3& other) {
            return lengthOf(minus(origin, other)) <= near;
        });
        if (found == geometry.sliceOriginsMm.end()) {
            if (labelled(mask.slice(slice)) == 0)
                continue;
            return mismatch(name, "the mask has a slice at " + inWords(origin)
                                + ", where the picture has none");
        }
        const auto target = static_cast<std::size_t>(found - geometry.sliceOriginsMm.begin());
        std::ranges::copy(mask.slice(slice),
                          fitted.labels.slice(static_cast<int>(target)).begin());
        fitted.isCovered[target] = true;
    }
    return fitted;
}

} // namespace limn
