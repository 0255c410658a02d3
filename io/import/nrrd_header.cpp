#include "io/import/nrrd_header.h"

#include "io/import/nrrd_fields.h"
#include "model/data/import_wire.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <nifti1.h>

namespace limn {
namespace {

constexpr std::int64_t longestAxis = std::int64_t{1} << 31;

std::unexpected<Error> damaged(const std::string& detail)
{
    return fail(ErrorCode::Damaged, {}, detail);
}

std::unexpected<Error> unsupported(const std::string& detail)
{
    return fail(ErrorCode::UnsupportedFormat, {}, "NRRD " + detail);
}

struct TypeName {
    std::string_view name;
    int datatype;
    int bytes;
};

constexpr std::array typeNames{
    TypeName{"signed char", DT_INT8, 1},
    TypeName{"int8", DT_INT8, 1},
    TypeName{"int8_t", DT_INT8, 1},
    TypeName{"uchar", DT_UINT8, 1},
    TypeName{"unsigned char", DT_UINT8, 1},
    TypeName{"uint8", DT_UINT8, 1},
    TypeName{"uint8_t", DT_UINT8, 1},
    TypeName{"short", DT_INT16, 2},
    TypeName{"short int", DT_INT16, 2},
    TypeName{"signed short", DT_INT16, 2},
    TypeName{"signed short int", DT_INT16, 2},
    TypeName{"int16", DT_INT16, 2},
    TypeName{"int16_t", DT_INT16, 2},
    TypeName{"ushort", DT_UINT16, 2},
    TypeName{"unsigned short", DT_UINT16, 2},
    TypeName{"unsigned short int", DT_UINT16, 2},
    TypeName{"uint16", DT_UINT16, 2},
    TypeName{"uint16_t", DT_UINT16, 2},
    TypeName{"int", DT_INT32, 4},
    TypeName{"signed int", DT_INT32, 4},
    TypeName{"int32", DT_INT32, 4},
    TypeName{"int32_t", DT_INT32, 4},
    TypeName{"uint", DT_UINT32, 4},
    TypeName{"unsigned int", DT_UINT32, 4},
    TypeName{"uint32", DT_UINT32, 4},
    TypeName{"uint32_t", DT_UINT32, 4},
    TypeName{"longlong", DT_INT64, 8},
    TypeName{"long long", DT_INT64, 8},
    TypeName{"long long int", DT_INT64, 8},
    TypeName{"signed long long", DT_INT64, 8},
    TypeName{"signed long long int", DT_INT64, 8},
    TypeName{"int64", DT_INT64, 8},
    TypeName{"int64_t", DT_INT64, 8},
    TypeName{"ulonglong", DT_UINT64, 8},
    TypeName{"unsigned long long", DT_UINT64, 8},
    TypeName{"unsigned long long int", DT_UINT64, 8},
    TypeName{"uint64", DT_UINT64, 8},
    TypeName{"uint64_t", DT_UINT64, 8},
    TypeName{"float", DT_FLOAT32, 4},
    TypeName{"double", DT_FLOAT64, 8},
};

Result<void> readType(const NrrdFields& fields, NiftiHeader& voxels)
{
    const std::string name = fields.of("type");
    const auto type = std::ranges::find(typeNames, name, &TypeName::name);
    if (type == typeNames.end())
        return unsupported("type " + name);
    voxels.datatype = type->datatype;
    voxels.valueBytes = type->bytes;
    const std::string endian = fields.of("endian");
    if (type->bytes > 1 && endian.empty() && fields.of("encoding") != "ascii")
        return damaged("no endian");
    if (!endian.empty() && endian != "little" && endian != "big")
        return damaged("endian " + endian);
    voxels.endian = endian == "big" ? Endian::Big : Endian::Little;
    return {};
}

Result<void> readEncoding(const NrrdFields& fields, NrrdHeader& header)
{
    const std::string name = fields.of("encoding");
    if (name == "raw")
        header.packing = Packing::None;
    else if (name == "gzip" || name == "gz")
        header.packing = Packing::Gzip;
    else if (name == "bzip2" || name == "bz2")
        header.packing = Packing::Bzip2;
    else
        return unsupported("encoding " + name);
    const auto byteSkip = fields.wholeNumber("byte skip").value_or(0);
    if (byteSkip < -1 || (byteSkip == -1 && header.packing != Packing::None))
        return damaged("byte skip " + std::to_string(byteSkip));
    header.byteSkip = byteSkip;
    if (fields.wholeNumber("line skip").value_or(0) != 0)
        return unsupported("with a line skip");
    return {};
}

// A plain name beside the header; never a path, a list or a pattern.
Result<void> readDataFile(const NrrdFields& fields, NrrdHeader& header)
{
    header.dataFile = fields.of("data file");
    if (header.dataFile.empty())
        return {};
    if (header.dataFile.starts_with("LIST") || header.dataFile.find('%') != std::string::npos)
        return unsupported("with several data files");
    if (header.dataFile.starts_with("./"))
        header.dataFile.erase(0, 2);
    if (header.dataFile.find_first_of("/\\") != std::string::npos || header.dataFile == "..")
        return unsupported("with its data file in another folder");
    return {};
}

bool isColourKind(const std::string& kind)
{
    return kind == "RGB-color" || kind == "3-color" || kind == "RGBA-color" || kind == "4-color";
}

bool isSpatialKind(const std::string& kind)
{
    return kind.empty() || kind == "domain" || kind == "space" || kind == "???" || kind == "none";
}

struct Axes {
    std::vector<std::int64_t> sizes;
    std::vector<std::string> kinds; // one an axis, or none
    std::vector<std::optional<std::vector<double>>> directions; // likewise
    std::optional<std::size_t> other; // that is not in space

    std::string kindOf(std::size_t axis) const { return axis < kinds.size() ? kinds[axis] : ""; }
};

Result<Axes> readAxes(const NrrdFields& fields)
{
    Axes axes;
    const auto dimension = fields.wholeNumber("dimension");
    const auto sizes = fields.numbers("sizes");
    if (!dimension || *dimension < 2 || !sizes || sizes->size() != static_cast<std::size_t>(*dimension))
        return damaged("dimension and sizes");
    for (const double size : *sizes) {
        if (!(size >= 1) || size > static_cast<double>(longestAxis) || size != std::floor(size))
            return damaged("sizes");
        axes.sizes.push_back(static_cast<std::int64_t>(size));
    }
    axes.kinds = fields.words("kinds");
    if (fields.has("space directions")) {
        auto directions = fields.vectors("space directions");
        if (!directions || directions->size() != axes.sizes.size())
            return damaged("space directions");
        axes.directions = std::move(*directions);
    }
    for (std::size_t axis = 0; axis < axes.sizes.size(); ++axis) {
        const bool isInSpace = axis < axes.directions.size() ? axes.directions[axis].has_value()
                                                             : isSpatialKind(axes.kindOf(axis));
        if (isInSpace)
            continue;
        if (axes.other)
            return unsupported("with several axes that are not in space");
        axes.other = axis;
    }
    // Without a word on them a fourth axis is taken as volumes.
    if (!axes.other && axes.sizes.size() == 4)
        axes.other = 3;
    if (axes.sizes.size() - (axes.other ? 1 : 0) > 3 || axes.sizes.size() - (axes.other ? 1 : 0) < 2)
        return unsupported("with " + std::to_string(axes.sizes.size()) + " axes");
    if (axes.other && *axes.other != 0 && *axes.other + 1 != axes.sizes.size())
        return unsupported("with an axis that is not in space between others");
    return axes;
}

Result<void> arrange(const Axes& axes, NrrdHeader& header)
{
    NiftiHeader& voxels = header.voxels;
    voxels.dims.fill(1);
    std::size_t to = 0;
    for (std::size_t axis = 0; axis < axes.sizes.size(); ++axis)
        if (axes.other != axis)
            voxels.dims[to++] = axes.sizes[axis];
    const std::int64_t count = axes.other ? axes.sizes[*axes.other] : 1;
    const bool isFirst = axes.other == std::size_t{0};
    if (isFirst && isColourKind(axes.kindOf(0))) {
        if (voxels.datatype != DT_UINT8 || (count != 3 && count != 4))
            return unsupported("with colours of another type than uint8");
        voxels.datatype = count == 3 ? DT_RGB24 : DT_RGBA32;
        voxels.valueBytes = static_cast<int>(count);
    } else {
        voxels.dims[3] = count;
        header.isInterleaved = isFirst && count > 1;
    }
    const bool isTooLarge = voxels.dims[0] > maximumSide || voxels.dims[1] > maximumSide
        || voxels.size().area() > maximumArea || voxels.dims[2] > maximumFrames
        || voxels.dims[3] > maximumFrames || voxels.dims[2] * voxels.dims[3] > maximumFrames;
    if (isTooLarge)
        return fail(ErrorCode::TooLarge, {},
                    std::to_string(voxels.dims[0]) + " x " + std::to_string(voxels.dims[1])
                        + " pixels, " + std::to_string(voxels.dims[2]) + " slices");
    return {};
}

// How a space's axes become LPS; nothing where it is no patient's.
std::optional<std::array<double, 3>> signsOf(std::string space)
{
    std::ranges::transform(space, space.begin(), [](unsigned char c) { return std::tolower(c); });
    if (space.starts_with("left-posterior-superior") || space == "lps")
        return std::array{1.0, 1.0, 1.0};
    if (space.starts_with("right-anterior-superior") || space == "ras")
        return std::array{-1.0, -1.0, 1.0};
    if (space.starts_with("left-anterior-superior") || space == "las")
        return std::array{1.0, -1.0, 1.0};
    return std::nullopt;
}

double lengthOf(const std::vector<double>& vector)
{
    double sum = 0;
    for (const double part : vector)
        sum += part * part;
    return std::sqrt(sum);
}

// Of each axis in space; 0: unknown.
std::vector<double> spacingsOf(const NrrdFields& fields, const Axes& axes)
{
    std::vector<double> spacings;
    const auto numbers = fields.numbers("spacings");
    for (std::size_t axis = 0; axis < axes.sizes.size(); ++axis) {
        if (axes.other == axis)
            continue;
        double spacing = 0;
        if (axis < axes.directions.size() && axes.directions[axis])
            spacing = lengthOf(*axes.directions[axis]);
        else if (numbers && axis < numbers->size())
            spacing = (*numbers)[axis];
        spacings.push_back(std::isfinite(spacing) && spacing > 0 ? spacing : 0);
    }
    spacings.resize(3, 0);
    return spacings;
}

// False where the vectors make no space.
bool fillAffine(const NrrdFields& fields, const Axes& axes, NiftiHeader& voxels)
{
    const auto signs = signsOf(fields.of("space"));
    const auto origins = fields.vectors("space origin");
    if (!signs || axes.directions.empty() || !origins || origins->size() != 1 || !(*origins)[0]
        || (*origins)[0]->size() != 3)
        return false;
    std::size_t column = 0;
    for (std::size_t axis = 0; axis < axes.sizes.size(); ++axis) {
        if (axes.other == axis)
            continue;
        const auto& direction = *axes.directions[axis];
        if (direction.size() != 3 || !(lengthOf(direction) > 0) || !std::isfinite(lengthOf(direction)))
            return false;
        for (std::size_t row = 0; row < 3; ++row)
            voxels.voxelToLps[row][column] = (*signs)[row] * direction[row];
        ++column;
    }
    for (std::size_t row = 0; row < 3; ++row)
        voxels.voxelToLps[row][3] = (*signs)[row] * (*(*origins)[0])[row];
    if (column == 2) { // one slice: its normal
        const auto& m = voxels.voxelToLps;
        const Vector3 normal{m[1][0] * m[2][1] - m[2][0] * m[1][1],
                             m[2][0] * m[0][1] - m[0][0] * m[2][1],
                             m[0][0] * m[1][1] - m[1][0] * m[0][1]};
        for (std::size_t row = 0; row < 3; ++row)
            voxels.voxelToLps[row][2] = normal[row];
    }
    return true;
}

void fillPlace(const NrrdFields& fields, const Axes& axes, NiftiHeader& voxels)
{
    const auto spacings = spacingsOf(fields, axes);
    voxels.hasPlace = fillAffine(fields, axes, voxels);
    const bool isKnown = spacings[0] > 0 && spacings[1] > 0;
    if (isKnown)
        std::ranges::copy(spacings, voxels.spacingMm.begin());
    else
        voxels.notes.push_back("the file does not say how large a voxel is");
    if (voxels.hasPlace)
        return;
    voxels.notes.push_back("the file does not say how the patient lies");
    voxels.voxelToLps = {};
    for (std::size_t axis = 0; axis < 3; ++axis)
        voxels.voxelToLps[axis][axis] = spacings[axis] > 0 ? spacings[axis] : 1;
}

} // namespace

bool looksLikeNrrdHeader(Bytes head)
{
    return startsWith(head, "NRRD000");
}

Result<NrrdHeader> parseNrrdHeader(Bytes head)
{
    NrrdHeader header;
    const NrrdFields fields = NrrdFields::of(head, header.end);
    if (auto type = readType(fields, header.voxels); !type)
        return std::unexpected(type.error());
    if (auto encoding = readEncoding(fields, header); !encoding)
        return std::unexpected(encoding.error());
    if (auto file = readDataFile(fields, header); !file)
        return std::unexpected(file.error());
    if (header.dataFile.empty() && !fields.isEnded())
        return fail(ErrorCode::Truncated, {}, "the file ends in the header");
    const auto axes = readAxes(fields);
    if (!axes)
        return std::unexpected(axes.error());
    if (auto arranged = arrange(*axes, header); !arranged)
        return std::unexpected(arranged.error());
    fillPlace(fields, *axes, header.voxels);
    return header;
}

} // namespace limn
