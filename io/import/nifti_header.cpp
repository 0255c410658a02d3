#include "io/import/nifti_header.h"

#include "io/import/nifti_place.h"
#include "model/data/import_wire.h"

#include <cmath>
#include <cstring>
#include <optional>

#include <nifti2_io.h>

namespace limn {
namespace {

constexpr std::uint64_t maximumFrameBytes = std::uint64_t{1} << 30;
constexpr std::uint64_t maximumOffset = std::uint64_t{1} << 40;

std::unexpected<Error> damaged(const std::string& what)
{
    return fail(ErrorCode::Damaged, {}, what);
}

struct Sign {
    NiftiKind kind;
    bool isPair;
    Endian endian;
};

// By the header's own size; the magic then says which of its kinds it is.
std::optional<Sign> signOf(Bytes head)
{
    using namespace std::string_view_literals;
    if (head.size() < 4)
        return {};
    for (const Endian endian : {Endian::Little, Endian::Big}) {
        const auto size = numberAt(head, 0, 4, endian);
        if (size == sizeof(nifti_2_header) && startsWith(head, "n+2\0"sv, 4))
            return Sign{NiftiKind::Nifti2, false, endian};
        if (size == sizeof(nifti_2_header) && startsWith(head, "ni2\0"sv, 4))
            return Sign{NiftiKind::Nifti2, true, endian};
        if (size != sizeof(nifti_1_header))
            continue;
        if (startsWith(head, "n+1\0"sv, 344))
            return Sign{NiftiKind::Nifti1, false, endian};
        if (startsWith(head, "ni1\0"sv, 344))
            return Sign{NiftiKind::Nifti1, true, endian};
        return Sign{NiftiKind::Analyze, true, endian};
    }
    return {};
}

template <typename Raw> Raw rawHeader(Bytes head, Endian endian)
{
    Raw raw{};
    std::memcpy(&raw, head.data(), sizeof raw);
    if (endian == Endian::Big) {
        if constexpr (std::is_same_v<Raw, nifti_1_header>)
            nifti_swap_as_nifti1(&raw);
        else
            nifti_swap_as_nifti2(&raw);
    }
    return raw;
}

// Shape and size of the data.
template <typename Raw> Result<void> fillDims(const Raw& raw, NiftiHeader& header)
{
    const auto count = static_cast<std::int64_t>(raw.dim[0]);
    if (count < 1 || count > 7)
        return damaged(std::to_string(count) + " dimensions");
    header.dims.fill(1);
    std::int64_t frames = 1;
    for (std::int64_t k = 1; k <= count; ++k) {
        const auto length = static_cast<std::int64_t>(raw.dim[k]);
        if (length < 1)
            return damaged("dimension " + std::to_string(k) + " is " + std::to_string(length));
        const std::int64_t most = k <= 2 ? maximumSide : maximumFrames;
        if (length > most || (k > 2 && (frames *= length) > maximumFrames))
            return fail(ErrorCode::TooLarge, {},
                        "dimension " + std::to_string(k) + " is " + std::to_string(length)
                            + "; at most " + std::to_string(maximumSide) + " px a side and "
                            + std::to_string(maximumFrames) + " slices");
        header.dims[static_cast<std::size_t>(k) - 1] = length;
    }
    if (header.size().area() > maximumArea || header.frameBytes() > maximumFrameBytes)
        return fail(ErrorCode::TooLarge, {}, "a slice of more than 256 million pixels");
    return {};
}

template <typename Raw> Result<void> fillType(const Raw& raw, NiftiHeader& header)
{
    header.datatype = raw.datatype;
    switch (raw.datatype) {
    case DT_UINT8:
    case DT_INT8:
    case DT_INT16:
    case DT_UINT16:
    case DT_INT32:
    case DT_UINT32:
    case DT_INT64:
    case DT_UINT64:
    case DT_FLOAT32:
    case DT_FLOAT64:
    case DT_RGB24:
    case DT_RGBA32: break;
    case DT_BINARY:
    case DT_COMPLEX64:
    case DT_COMPLEX128:
    case DT_COMPLEX256:
    case DT_FLOAT128:
        return fail(ErrorCode::UnsupportedFormat, {},
                    std::string("NIfTI with values of the type ")
                        + nifti_datatype_to_string(raw.datatype));
    default: return damaged("data type " + std::to_string(raw.datatype));
    }
    int swapped = 0;
    nifti_datatype_sizes(raw.datatype, &header.valueBytes, &swapped);
    if (raw.bitpix != 8 * header.valueBytes)
        header.notes.push_back(std::to_string(raw.bitpix)
                               + " bits a voxel do not fit the data type, which was followed");
    if (raw.datatype == DT_INT64 || raw.datatype == DT_UINT64)
        header.notes.push_back("64-bit whole numbers are exact up to 16777216 only");
    return {};
}

template <typename Raw> void fillScale(const Raw& raw, NiftiHeader& header)
{
    const auto slope = static_cast<double>(raw.scl_slope);
    const auto intercept = static_cast<double>(raw.scl_inter);
    const bool isColour = raw.datatype == DT_RGB24 || raw.datatype == DT_RGBA32;
    // A slope of 0, or none: the values are as stored (nifti1.h).
    if (header.kind == NiftiKind::Analyze || isColour || !std::isfinite(slope) || slope == 0)
        return;
    header.slope = slope;
    if (std::isfinite(intercept))
        header.intercept = intercept;
    else
        header.notes.push_back("the scale's intercept is no number and was left out");
}

template <typename Raw> Result<void> fillOffset(const Raw& raw, NiftiHeader& header)
{
    const auto offset = static_cast<double>(raw.vox_offset);
    if (!(offset >= 0 && offset <= static_cast<double>(maximumOffset)))
        return damaged("the place of the data in the file");
    header.offset = static_cast<std::uint64_t>(offset);
    const std::uint64_t least = sizeof(Raw) + 4; // the extension's flag follows the header
    if (header.isPair || header.offset >= least)
        return {};
    if (header.offset != 0)
        return damaged("the data would begin inside the header");
    header.offset = least;
    header.notes.push_back("the file does not say where its data begins; it was read from the header's end on");
    return {};
}

template <typename Raw> void fillWindow(const Raw& raw, NiftiHeader& header)
{
    const auto low = static_cast<double>(raw.cal_min), high = static_cast<double>(raw.cal_max);
    if (header.kind != NiftiKind::Analyze && std::isfinite(low) && std::isfinite(high)
        && high > low)
        header.windows.push_back({(low + high) / 2, high - low, "cal_min, cal_max"});
}

template <typename Raw> Result<NiftiHeader> parsed(Bytes head, const Sign& sign)
{
    if (head.size() < sizeof(Raw))
        return fail(ErrorCode::Truncated, {}, "the file ends inside its header");
    const Raw raw = rawHeader<Raw>(head, sign.endian);
    NiftiHeader header;
    header.kind = sign.kind;
    header.isPair = sign.isPair;
    header.endian = sign.endian;
    if (auto good = fillType(raw, header); !good)
        return std::unexpected(good.error());
    if (auto good = fillDims(raw, header); !good)
        return std::unexpected(good.error());
    if (auto good = fillOffset(raw, header); !good)
        return std::unexpected(good.error());
    fillScale(raw, header);
    fillWindow(raw, header);
    NiftiForms forms{.hasForms = sign.kind != NiftiKind::Analyze};
    forms.sformCode = raw.sform_code;
    forms.qformCode = raw.qform_code;
    for (std::size_t k = 0; k < 4; ++k) {
        forms.sform[0][k] = static_cast<double>(raw.srow_x[k]);
        forms.sform[1][k] = static_cast<double>(raw.srow_y[k]);
        forms.sform[2][k] = static_cast<double>(raw.srow_z[k]);
    }
    for (std::size_t k = 0; k < forms.pixdim.size(); ++k)
        forms.pixdim[k] = static_cast<double>(raw.pixdim[k]);
    forms.quaternion = {static_cast<double>(raw.quatern_b), static_cast<double>(raw.quatern_c),
                        static_cast<double>(raw.quatern_d)};
    forms.offset = {static_cast<double>(raw.qoffset_x), static_cast<double>(raw.qoffset_y),
                    static_cast<double>(raw.qoffset_z)};
    forms.units = raw.xyzt_units;
    fillPlace(forms, header);
    return header;
}

} // namespace

int NiftiHeader::frames() const
{
    std::int64_t count = 1;
    for (std::size_t k = 2; k < dims.size(); ++k)
        count *= dims[k];
    return static_cast<int>(count);
}

bool looksLikeNiftiHeader(Bytes head)
{
    return signOf(head).has_value();
}

Result<NiftiHeader> parseNiftiHeader(Bytes head, bool isAnalyzePossible)
{
    const auto sign = signOf(head);
    if (!sign)
        return damaged("no NIfTI header");
    if (sign->kind == NiftiKind::Analyze && head.size() >= sizeof(nifti_1_header)
        && !isAnalyzePossible)
        return damaged("the header has no NIfTI mark, and there is no Analyze data beside it");
    return sign->kind == NiftiKind::Nifti2 ? parsed<nifti_2_header>(head, *sign)
                                           : parsed<nifti_1_header>(head, *sign);
}

} // namespace limn
