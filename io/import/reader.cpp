#include "io/import/reader.h"

#include "io/import/bytes.h"
#include "io/import/dicom_reader.h"
#include "io/import/nifti_reader.h"
#include "io/import/nrrd_reader.h"
#include "io/import/raster_reader.h"

#include <algorithm>
#include <array>
#include <new>
#include <string_view>

namespace limn {

using namespace std::string_view_literals;

namespace {

struct Reader {
    bool (*looksLike)(Bytes head);
    Result<Picture> (*read)(const ReadRequest& request);
    bool hasPreview = false;
};

constexpr std::array readers{
    Reader{looksLikeDicom, readDicom}, // first: a TIFF or a program may stand in a DICOM file's
                                       // preamble
    Reader{looksLikePng, readPng, true}, Reader{looksLikeJpeg, readJpeg, true},
    Reader{looksLikeTiff, readTiff, true}, Reader{looksLikeBmp, readBmp, true},
    Reader{looksLikeNifti, readNifti}, Reader{looksLikeGzip, readNifti},
    Reader{looksLikeNrrd, readNrrd},
    Reader{looksLikeBareDicom, readDicom}, // without a preamble: the weakest sign, so the last
};

struct Known {
    std::string_view magic;
    std::size_t at;
    std::string_view name;
};

// Kinds that people do try to open, so that the refusal can name them.
constexpr std::array known{
    Known{"GIF8"sv, 0, "GIF"},
    Known{"WEBP"sv, 8, "WebP"},
    Known{"%PDF"sv, 0, "PDF"},
    Known{"\0\0\0\x0cjP  "sv, 0, "JPEG 2000"},
    Known{"\xff\x4f\xff\x51"sv, 0, "JPEG 2000"},
    Known{"8BPS"sv, 0, "Photoshop"},
    Known{"PK\x03\x04"sv, 0, "ZIP archive"},
    Known{"<svg"sv, 0, "SVG"},
    Known{"SQLite format 3"sv, 0, "SQLite database"},
    Known{"\x89HDF"sv, 0, "HDF5"},
    Known{"II\x2b\0"sv, 0, "BigTIFF"},
    Known{"MM\0\x2b"sv, 0, "BigTIFF"},
    Known{"\x7f"
          "ELF"sv,
          0, "program"},
};

std::unexpected<Error> refuseUnknown(Bytes head, const std::string& name)
{
    if (head.empty())
        return fail(ErrorCode::NotAnImage, name, "the file is empty");
    for (const Known& kind : known)
        if (startsWith(head, kind.magic, kind.at))
            return fail(ErrorCode::UnsupportedFormat, name, std::string(kind.name));
    return fail(ErrorCode::NotAnImage, name, "none of the formats that Limn reads");
}

bool mayHavePreview(Bytes head)
{
    const auto reader = std::ranges::find_if(
        readers, [head](const Reader& each) { return each.looksLike(head); });
    return reader != readers.end() && reader->hasPreview;
}

Result<Picture> dispatch(const ReadRequest& request)
{
    const auto head = readBytes(request.path, 4096);
    if (!head)
        return std::unexpected(head.error());
    if (request.wanted == Wanted::Preview && !mayHavePreview(*head))
        return fail(ErrorCode::BadArgument, displayName(request.path), "no preview of this kind");
    if (isNiftiDataFile(request.path)) // bare numbers, which may look like anything
        return readNifti(request);
    for (const Reader& reader : readers)
        if (reader.looksLike(*head))
            return reader.read(request);
    return refuseUnknown(*head, displayName(request.path));
}

} // namespace

Result<Picture> readPicture(const ReadRequest& request)
{
    try {
        return dispatch(request);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, displayName(request.path), "while decoding");
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Damaged, displayName(request.path), exception.what());
    }
}

} // namespace limn
