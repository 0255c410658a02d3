#include "io/import/nrrd_header.h"

#include "io/import/nifti_place.h"
#include "io/import/nrrd_fields.h"
#include "model/data/import_wire.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <nifti1.h>

namespace limn {
namespace {

using Vectors = std::vector<std::optional<std::vector<double>>>;

constexpr std::uint64_t maximumFrameBytes = std::uint64_t{1} << 30;
constexpr std::uint64_t maximumSkip = std::uint64_t{1} << 40;
constexpr int maximumLayers = 256;

std::unexpected<Error> damaged(const std::string& what)
{
    return fail(ErrorCode::Damaged, {}, what);
}

std::unexpected<Error> unsupported(const std::string& what)
{
    return fail(ErrorCode::UnsupportedFormat, {}, "NRRD with " + what);
}

struct TypeRow {
    std::string_view names; // each between bars
    int datatype, bytes;
};
constexpr std::array types{
    TypeRow{"|signed char|int8|int8_t|", DT_INT8, 1},
    TypeRow{"|uchar|unsigned char|uint8|uint8_t|", DT_UINT8, 1},
    TypeRow{"|short|short int|signed short|signed short int|int16|int16_t|", DT_INT16, 2},
    TypeRow{"|ushort|unsigned short|unsigned short int|uint16|uint16_t|", DT_UINT16, 2},
    TypeRow{"|int|signed int|int32|int32_t|", DT_INT32, 4},
    TypeRow{"|uint|unsigned int|uint32|uint32_t|", DT_UINT32, 4},
    TypeRow{"|longlong|long long|long long int|signed long long|signed long long int|int64|int64_t|",
            DT_INT64, 8},
    TypeRow{"|ulonglong|unsigned long long|unsigned long long int|uint64|uint64_t|", DT_UINT64, 8},
    TypeRow{"|float|", DT_FLOAT32, 4}, TypeRow{"|double|", DT_FLOAT64, 8}};

Result<void> fillType(const NrrdFields& fields, NiftiHeader& voxels)
{
    const std::string name(fields.of("type"));
    const auto row = std::ranges::find_if(types, [&](const TypeRow& type) {
        return !name.empty() && type.names.find('|' + name + '|') != std::string_view::npos;
    });
    if (row == types.end())
        return name.empty() ? damaged("no type of values") : unsupported("values of the type " + name);
    voxels.datatype = row->datatype;
    voxels.valueBytes = row->bytes;
    const std::string_view endian = fields.of("endian");
    if (endian != "little" && endian != "big" && row->bytes > 1)
        return damaged("the order of the bytes in a value is not said");
    voxels.endian = endian == "big" ? Endian::Big : Endian::Little;
    if (row->bytes == 8 && row->datatype != DT_FLOAT64)
        voxels.notes.push_back("64-bit whole numbers are exact up to 16777216 only");
    return {};
}

struct Axis {
    std::int64_t size = 1;
    std::string kind;
    std::optional<std::vector<double>> direction;
    double spacing = NAN;

    bool isInSpace() const
    {
        constexpr std::string_view others =
            "|list|vector|point|normal|stub|scalar|complex|2-vector|3-color|RGB-color|HSV-color|"
            "XYZ-color|4-color|RGBA-color|3-vector|3-gradient|3-normal|4-vector|quaternion|time|"
            "covariant-vector|2D-symmetric-matrix|2D-matrix|3D-symmetric-matrix|3D-matrix|";
        return kind.empty() || others.find('|' + kind + '|') == std::string_view::npos;
    }
    bool isColour() const { return kind != "list" && kind != "time" && (size == 3 || size == 4); }
};

Result<std::vector<Axis>> axesOf(const NrrdFields& fields)
{
    const auto count = wholeNumber(fields.of("dimension"));
    if (!count || *count < 1 || *count > 16)
        return damaged("the number of dimensions");
    std::vector<Axis> axes(static_cast<std::size_t>(*count));
    const auto sizes = wordsOf(fields.of("sizes"));
    if (sizes.size() != axes.size())
        return damaged("as many sizes as dimensions are needed");
    const auto kinds = wordsOf(fields.of("kinds"));
    const auto spacings = wordsOf(fields.of("spacings"));
    const auto vectors = vectorsOf(fields.of("space directions"));
    if (!vectors)
        return std::unexpected(vectors.error());
    for (std::size_t k = 0; k < axes.size(); ++k) {
        const auto size = wholeNumber(sizes[k]);
        if (!size || *size < 1)
            return damaged("size " + std::to_string(k + 1) + " is " + sizes[k]);
        axes[k].size = *size;
        if (k < kinds.size() && kinds[k] != "???" && kinds[k] != "none")
            axes[k].kind = kinds[k];
        if (k < vectors->size())
            axes[k].direction = (*vectors)[k];
        if (vectors->size() == axes.size() && !axes[k].direction && axes[k].kind.empty())
            axes[k].kind = "list";
        if (k < spacings.size())
            if (const auto spacing = numbersOf(spacings[k]); spacing && spacing->size() == 1)
                axes[k].spacing = spacing->front();
    }
    return axes;
}

// Values of a voxel, then the axes in space, then the rest: the one order that is read.
struct Arrangement {
    bool hasComponents = false;
    std::vector<Axis> space, rest;
};

Result<Arrangement> arranged(std::vector<Axis> axes)
{
    Arrangement order;
    std::size_t k = 0;
    if (!axes.front().isInSpace()) {
        order.hasComponents = true;
        ++k;
    }
    while (k < axes.size() && axes[k].isInSpace() && order.space.size() < 3)
        order.space.push_back(axes[k++]);
    for (; k < axes.size(); ++k)
        order.rest.push_back(axes[k]);
    // What has no kind and no direction beyond the third is time or the like.
    const bool isTangled = std::ranges::any_of(order.rest, [](const Axis& axis) {
        return axis.isInSpace() && axis.direction.has_value();
    });
    if (order.space.size() < 2 || isTangled)
        return unsupported("its axes in another order than values, space, time");
    return order;
}

// `isSegmentation`: three or four values next to each other are layers then, no colour.
Result<void> fillSizes(const Arrangement& order, const Axis& first, bool isSegmentation,
                       NrrdHeader& header)
{
    NiftiHeader& voxels = header.voxels;
    voxels.dims.fill(1);
    if (3 + order.rest.size() > voxels.dims.size())
        return unsupported("more than seven dimensions");
    std::int64_t frames = 1;
    const auto put = [&](std::size_t place, const Axis& axis) {
        voxels.dims[place] = axis.size;
        const std::int64_t most = place < 2 ? maximumSide : maximumFrames;
        return axis.size <= most && (place < 2 || (frames *= axis.size) <= maximumFrames);
    };
    bool isSmall = true;
    for (std::size_t k = 0; k < order.space.size(); ++k)
        isSmall = isSmall && put(k, order.space[k]);
    for (std::size_t k = 0; k < order.rest.size(); ++k)
        isSmall = isSmall && put(3 + k, order.rest[k]);
    if (order.hasComponents) {
        if (voxels.datatype == DT_UINT8 && first.isColour() && !isSegmentation) {
            voxels.datatype = first.size == 3 ? DT_RGB24 : DT_RGBA32;
            voxels.valueBytes = static_cast<int>(first.size);
        } else {
            isSmall = isSmall && first.size <= maximumLayers;
            header.layers = static_cast<int>(std::min<std::int64_t>(first.size, maximumLayers));
        }
    }
    if (!isSmall || voxels.size().area() > maximumArea || header.frameBytes() > maximumFrameBytes)
        return fail(ErrorCode::TooLarge, {},
                    "at most " + std::to_string(maximumSide) + " px a side, 256 million pixels and "
                        + std::to_string(maximumFrames) + " slices");
    return {};
}

// What the file's first and second coordinates are multiplied with to be LPS; nothing where the
// space is not the patient's.
std::optional<std::array<double, 2>> signsOf(std::string_view space)
{
    const auto is = [space](std::string_view name, std::string_view letters) {
        return space == name || space == letters;
    };
    if (is("left-posterior-superior", "LPS"))
        return std::array{1.0, 1.0};
    if (is("right-anterior-superior", "RAS"))
        return std::array{-1.0, -1.0};
    if (is("left-anterior-superior", "LAS"))
        return std::array{1.0, -1.0};
    return std::nullopt;
}

double millimetres(std::string_view units)
{
    const auto words = wordsOf(units);
    const std::string unit = words.empty() ? "mm" : words.front();
    return unit == "m" ? 1000 : unit == "cm" ? 10 : unit == "um" || unit == "µm" ? 0.001 : 1;
}

Vector3 acrossTheSlice(const Affine& affine)
{
    const Vector3 i{affine[0][0], affine[1][0], affine[2][0]}, j{affine[0][1], affine[1][1], affine[2][1]};
    const Vector3 normal{i[1] * j[2] - i[2] * j[1], i[2] * j[0] - i[0] * j[2], i[0] * j[1] - i[1] * j[0]};
    const double length = std::hypot(normal[0], normal[1], normal[2]);
    return length > 0 ? Vector3{normal[0] / length, normal[1] / length, normal[2] / length} : normal;
}

// The directions and the origin as the file says them, in LPS; false when it does not say them all.
bool takePlace(const NrrdFields& fields, const std::vector<Axis>& space, Affine& affine)
{
    const auto signs = signsOf(fields.of("space"));
    const auto origins = vectorsOf(fields.of("space origin"));
    const bool hasOrigin = origins && origins->size() == 1 && origins->front()
        && origins->front()->size() == 3;
    if (!signs || std::ranges::any_of(space, [](const Axis& axis) {
            return !axis.direction || axis.direction->size() != 3;
        }))
        return false;
    const double unitMm = millimetres(fields.of("space units"));
    for (std::size_t row = 0; row < 3; ++row) {
        const double factor = unitMm * (row < 2 ? (*signs)[row] : 1);
        for (std::size_t k = 0; k < space.size(); ++k)
            affine[row][k] = factor * (*space[k].direction)[row];
        affine[row][3] = hasOrigin ? factor * (*origins->front())[row] : 0;
    }
    if (space.size() == 2)
        for (std::size_t row = 0; row < 3; ++row)
            affine[row][2] = acrossTheSlice(affine)[row];
    return true;
}

void fillPlace(const NrrdFields& fields, const std::vector<Axis>& space, NiftiHeader& voxels)
{
    Affine affine{};
    voxels.hasPlace = takePlace(fields, space, affine);
    if (voxels.hasPlace && !isUsable(affine, voxels.dims[2] == 1)) {
        voxels.notes.push_back("its directions make no sense and were left out");
        voxels.hasPlace = false;
    }
    if (voxels.hasPlace) {
        for (std::size_t k = 0; k < 3; ++k)
            voxels.spacingMm[k] = std::hypot(affine[0][k], affine[1][k], affine[2][k]);
        voxels.voxelToLps = affine;
        return;
    }
    voxels.notes.push_back("the file does not say how the patient lies");
    affine = {};
    bool isKnown = true;
    for (std::size_t k = 0; k < 3; ++k) {
        double spacing = 1;
        if (k < space.size()) {
            double squares = 0;
            for (const double part : space[k].direction.value_or(std::vector<double>{}))
                squares += part * part;
            spacing = squares > 0 ? std::sqrt(squares) : std::abs(space[k].spacing);
        }
        const bool isSaid = std::isfinite(spacing) && spacing > 0;
        isKnown = isKnown && isSaid;
        affine[k][k] = isSaid ? spacing : 1;
    }
    voxels.voxelToLps = affine;
    for (std::size_t k = 0; k < 3; ++k)
        voxels.spacingMm[k] = isKnown ? affine[k][k] : 0;
}

// A plain name beside the header; never a path, a list or a pattern.
Result<void> fillDataFile(const NrrdFields& fields, NrrdHeader& header)
{
    for (const char* const field : {"data file", "datafile"})
        if (!fields.of(field).empty())
            header.dataFile = fields.of(field);
    std::string& name = header.dataFile;
    if (name.starts_with("LIST") || name.find('%') != std::string::npos)
        return unsupported("its data in several files; join them first");
    if (name.starts_with("./"))
        name.erase(0, 2);
    if (name.find_first_of("/\\") != std::string::npos || name == "..")
        return unsupported("its data in another folder");
    return {};
}

Result<void> fillData(const NrrdFields& fields, NrrdHeader& header)
{
    if (auto named = fillDataFile(fields, header); !named)
        return named;
    const std::string encoding(fields.of("encoding"));
    if (encoding == "gzip" || encoding == "gz")
        header.packing = Packing::Gzip;
    else if (encoding == "bzip2" || encoding == "bz2")
        header.packing = Packing::Bzip2;
    else if (encoding != "raw")
        return encoding.empty() ? damaged("no encoding of the data")
                                : unsupported("the encoding " + encoding);
    for (const char* const field : {"line skip", "lineskip"})
        if (!fields.of(field).empty() && fields.of(field) != "0")
            return unsupported("lines to skip before its data");
    for (const char* const field : {"byte skip", "byteskip"}) {
        if (fields.of(field).empty())
            continue;
        const auto skip = wholeNumber(fields.of(field));
        if (!skip || *skip < 0 || static_cast<std::uint64_t>(*skip) > maximumSkip)
            return unsupported("bytes to skip: " + std::string(fields.of(field)));
        header.skip = static_cast<std::uint64_t>(*skip);
    }
    header.dataBegin = header.dataFile.empty() ? fields.end : 0;
    return {};
}

} // namespace

bool looksLikeNrrd(Bytes head)
{
    return head.size() > 8 && startsWith(head, "NRRD000")
        && std::to_integer<char>(head[7]) >= '1' && std::to_integer<char>(head[7]) <= '5';
}

Result<NrrdHeader> parseNrrdHeader(Bytes head)
{
    if (!looksLikeNrrd(head))
        return damaged("no NRRD header");
    NrrdFields fields = nrrdFields(head);
    const bool hasDataFile = !fields.of("data file").empty() || !fields.of("datafile").empty();
    if (!fields.isEnded && !hasDataFile)
        return fail(ErrorCode::Truncated, {}, "the file ends inside its header");
    NrrdHeader header;
    if (auto good = fillType(fields, header.voxels); !good)
        return std::unexpected(good.error());
    auto axes = axesOf(fields);
    if (!axes)
        return std::unexpected(axes.error());
    const Axis first = axes->front();
    const auto order = arranged(std::move(*axes));
    if (!order)
        return std::unexpected(order.error());
    if (auto good = fillSizes(*order, first, fields.words.contains("Segment0_LabelValue"), header); !good)
        return std::unexpected(good.error());
    if (auto good = fillData(fields, header); !good)
        return std::unexpected(good.error());
    fillPlace(fields, order->space, header.voxels);
    header.words = std::move(fields.words);
    return header;
}

} // namespace limn
