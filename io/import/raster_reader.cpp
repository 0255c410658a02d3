#include "io/import/raster_reader.h"

#include "io/import/jpeg_header.h"
#include "io/import/kept_image.h"
#include "io/import/raster_header.h"
#include "io/import/raster_preview.h"
#include "io/import/raster_samples.h"
#include "model/data/import_wire.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <cmath>

namespace limn {

namespace {

constexpr std::size_t maximumFileBytes = std::size_t{1} << 30;
constexpr std::size_t maximumImageBytes = std::size_t{1} << 30;
constexpr int allocationLimitMb = 1024;

std::string turnName(QImageIOHandler::Transformations turn)
{
    switch (turn) {
    case QImageIOHandler::TransformationMirror: return "mirrored left to right";
    case QImageIOHandler::TransformationFlip: return "mirrored top to bottom";
    case QImageIOHandler::TransformationRotate180: return "turned by 180 degrees";
    case QImageIOHandler::TransformationRotate90: return "turned by 90 degrees clockwise";
    case QImageIOHandler::TransformationRotate270: return "turned by 90 degrees anticlockwise";
    case QImageIOHandler::TransformationMirrorAndRotate90:
        return "mirrored, then turned by 90 degrees clockwise";
    case QImageIOHandler::TransformationFlipAndRotate90:
        return "flipped, then turned by 90 degrees clockwise";
    default: return {};
    }
}

ErrorCode codeOf(QImageReader::ImageReaderError error)
{
    return error == QImageReader::UnsupportedFormatError ? ErrorCode::UnsupportedFormat
                                                         : ErrorCode::Damaged;
}

Result<void> checkSize(const RasterHeader& header, const std::string& name)
{
    const Size size{header.width, header.height};
    if (size.width > maximumSide || size.height > maximumSide || size.area() > maximumArea)
        return fail(ErrorCode::TooLarge, name,
                    std::to_string(size.width) + " x " + std::to_string(size.height)
                        + " pixels; at most " + std::to_string(maximumSide)
                        + " a side and 256 million");
    return {};
}

void fillFacts(Picture& picture, const QImageReader& reader, const RasterHeader& header,
               const QImage& image, const char* format)
{
    FileFacts& facts = picture.facts;
    facts.format = format;
    facts.size = {header.width, header.height};
    facts.frames = std::max(1, reader.imageCount());
    facts.bits = header.bits;
    facts.photometric = header.photometric;
    facts.turn = turnName(reader.transformation());
    if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        std::swap(facts.size.width, facts.size.height);
    if (!facts.turn.empty())
        facts.notes.push_back("the picture was " + facts.turn + ", as its EXIF orientation asks");
    if (image.hasAlphaChannel())
        facts.notes.push_back("transparency was dropped");
}

// The decoder of JPEG leaves out what a smaller picture does not need. True where it shall.
bool readSmaller(QImageReader& reader, const RasterHeader& header, const ReadRequest& request)
{
    const QSize whole(header.width, header.height);
    const int longest = std::max(header.width, header.height);
    if (request.wanted == Wanted::Thumbnail && longest > 2 * request.side) {
        reader.setScaledSize(whole.scaled(2 * request.side, 2 * request.side, Qt::KeepAspectRatio)
                                 .expandedTo(QSize(1, 1)));
        return true;
    }
    if (request.wanted != Wanted::Preview || longest <= request.side)
        return false;
    const int eighths = (8 * request.side + longest - 1) / longest; // sizes that it has by itself
    const auto scaled = [eighths](int length) { return (length * eighths + 7) / 8; }; // as it rounds
    reader.setScaledSize({scaled(header.width), scaled(header.height)});
    reader.setQuality(0); // faster, and coarser in its colours
    return true;
}

// `file` outlives the call; `header` has passed its own checks.
Result<Picture> decode(Bytes file, const RasterHeader& header, const char* format,
                       const ReadRequest& request)
{
    const std::string name = displayName(request.path);
    if (const auto fits = checkSize(header, name); !fits)
        return std::unexpected(fits.error());
    constexpr std::size_t largeArea = std::size_t{4} << 20; // px
    if (request.wanted == Wanted::Preview && Size{header.width, header.height}.area() < largeArea)
        return fail(ErrorCode::BadArgument, name, "small enough to be opened at once");
    QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(file.data()),
                                               static_cast<qsizetype>(file.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(allocationLimitMb);
    QImageReader reader(&buffer, QByteArray(format).toLower());
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const int frames = std::max(1, reader.imageCount());
    if (request.frame < 0 || request.frame >= frames)
        return fail(ErrorCode::BadArgument, name,
                    "frame " + std::to_string(request.frame + 1) + " of " + std::to_string(frames));
    if (request.frame > 0 && !reader.jumpToImage(request.frame))
        return fail(ErrorCode::Damaged, name, "page " + std::to_string(request.frame + 1));
    const bool isScaled = startsWith(file, "\xff\xd8") && readSmaller(reader, header, request);
    QImage image = request.kept == nullptr ? QImage() : request.kept->take(request.path);
    if (image.isNull() || request.frame > 0)
        image = reader.read();
    if (image.isNull())
        return fail(codeOf(reader.error()), name, reader.errorString().toStdString());
    Picture picture;
    fillFacts(picture, reader, header, image, format);
    if (request.wanted == Wanted::Preview && !isScaled && request.kept != nullptr)
        request.kept->keep(request.path, image);
    image = plainFormat(std::move(image));
    if (request.wanted == Wanted::Preview) {
        makePreview(picture, image, layoutOf(image, header, request.wanted), request.side);
        return picture;
    }
    const RasterLayout layout = layoutOf(image, header, request.wanted);
    picture.size = {image.width(), image.height()};
    picture.channels = picture.facts.channels = layout.channels;
    if (request.frame > 0)
        picture.facts.size = picture.size; // pages may differ
    if (request.wanted != Wanted::Stored && request.wanted != Wanted::Labels) {
        auto values = valuesOf(image, layout);
        if (layout.is16Bit && layout.channels == 3) {
            // Colour is 0..255 everywhere; the fraction keeps what 16 bits say more.
            std::ranges::for_each(values, [](float& value) { value /= 257; });
            picture.facts.notes.push_back("16-bit colour is shown as 0..255, with fractions");
        }
        picture.samples = std::move(values);
        return picture;
    }
    auto levels = levelsOf(image, layout);
    if (!layout.takesIndex && layout.channels == 1 && header.bits < 8)
        unspread(levels, header.bits);
    picture.samples = std::move(levels);
    return picture;
}

using HeaderReader = Result<RasterHeader> (*)(Bytes);

Result<Picture> readRaster(const ReadRequest& request, const char* format, HeaderReader headerOf)
{
    const std::string name = displayName(request.path);
    const auto size = fileSize(request.path);
    if (!size)
        return std::unexpected(size.error());
    if (*size > maximumFileBytes)
        return fail(ErrorCode::TooLarge, name, std::to_string(*size) + " bytes; at most 1 GiB");
    const auto file = readBytes(request.path, maximumFileBytes);
    if (!file)
        return std::unexpected(file.error());
    const auto header = headerOf(*file);
    if (!header)
        return fail(header.error().code, name, header.error().detail);
    return decode(*file, *header, format, request);
}

Result<RasterHeader> rasterHeaderOf(const Result<JpegHeader>& jpeg)
{
    if (!jpeg)
        return std::unexpected(jpeg.error());
    if (jpeg->width == 0 || jpeg->height == 0)
        return fail(ErrorCode::Damaged, {}, "size in the header");
    if (jpeg->frameMarker > 0xc2)
        return fail(ErrorCode::UnsupportedFormat, {}, "lossless or arithmetic JPEG");
    RasterHeader header{.width = jpeg->width, .height = jpeg->height, .bits = jpeg->bits};
    header.samples = jpeg->components == 1 ? 1 : 3;
    header.photometric = jpeg->components == 1 ? "grey" : jpeg->components == 3 ? "colour" : "CMYK";
    return header;
}

} // namespace

bool looksLikePng(Bytes head)
{
    return startsWith(head, "\x89PNG\r\n\x1a\n");
}
bool looksLikeJpeg(Bytes head)
{
    return startsWith(head, "\xff\xd8\xff");
}
bool looksLikeBmp(Bytes head)
{
    return startsWith(head, "BM");
}

bool looksLikeTiff(Bytes head)
{
    using namespace std::string_view_literals;
    return startsWith(head, "II*\0"sv) || startsWith(head, "MM\0*"sv);
}

Result<Picture> readPng(const ReadRequest& request)
{
    return readRaster(request, "PNG", pngHeader);
}
Result<Picture> readJpeg(const ReadRequest& request)
{
    // Whether the file is whole is told when the picture itself is asked for.
    return readRaster(request, "JPEG",
                      request.wanted == Wanted::Preview
                          ? [](Bytes file) { return rasterHeaderOf(jpegFrameHeader(file)); }
                          : [](Bytes file) { return rasterHeaderOf(jpegHeader(file)); });
}
Result<Picture> readTiff(const ReadRequest& request)
{
    return readRaster(request, "TIFF", tiffHeader);
}
Result<Picture> readBmp(const ReadRequest& request)
{
    return readRaster(request, "BMP", bmpHeader);
}

} // namespace limn
