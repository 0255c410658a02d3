#include "io/import/raster_reader.h"

#include "io/import/jpeg_header.h"
#include "io/import/raster_header.h"
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

// How the samples of a decoded image are taken out.
struct Layout {
    int channels = 1;
    bool is16Bit = false;
    bool takesIndex = false;
};

bool isIndexed(const QImage& image)
{
    return image.colorCount() > 0;
}

Layout layoutOf(const QImage& image, const RasterHeader& header, Wanted wanted)
{
    const bool asStored = wanted == Wanted::Labels || wanted == Wanted::Stored;
    if (isIndexed(image)) {
        if (asStored && header.hasPalette)
            return {.takesIndex = true};
        const auto table = image.colorTable();
        const bool isGrey =
            std::all_of(table.begin(), table.end(), [](QRgb colour) { return qIsGray(colour); });
        return {.channels = isGrey ? 1 : 3};
    }
    if (image.format() == QImage::Format_Grayscale16)
        return {.is16Bit = true};
    if (image.format() == QImage::Format_Grayscale8)
        return {};
    const bool is16Bit = image.depth() == 64;
    // Grey with alpha comes as colour.
    return {.channels = header.samples == 3 ? 3 : 1, .is16Bit = is16Bit};
}

template <typename Sample>
void takeRow(const QImage& image, int row, const Layout& layout, Sample* out)
{
    const int width = image.width();
    const auto put = [&out](auto value) { *out++ = static_cast<Sample>(value); };
    if (isIndexed(image)) {
        const auto table = image.colorTable();
        for (int column = 0; column < width; ++column) {
            const int index = image.pixelIndex(column, row);
            const QRgb colour = table[index];
            put(layout.takesIndex ? index : qRed(colour));
            if (layout.channels == 3) {
                put(qGreen(colour));
                put(qBlue(colour));
            }
        }
    } else if (image.format() == QImage::Format_Grayscale16) {
        const auto* line = reinterpret_cast<const quint16*>(image.constScanLine(row));
        std::for_each(line, line + width, put);
    } else if (image.format() == QImage::Format_Grayscale8) {
        const uchar* line = image.constScanLine(row);
        std::for_each(line, line + width, put);
    } else if (layout.is16Bit) {
        const auto* line = reinterpret_cast<const QRgba64*>(image.constScanLine(row));
        for (int column = 0; column < width; ++column) {
            put(line[column].red());
            if (layout.channels == 3) {
                put(line[column].green());
                put(line[column].blue());
            }
        }
    } else {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(row));
        for (int column = 0; column < width; ++column) {
            put(qRed(line[column]));
            if (layout.channels == 3) {
                put(qGreen(line[column]));
                put(qBlue(line[column]));
            }
        }
    }
}

template <typename Sample>
std::vector<Sample> takeSamples(const QImage& image, const Layout& layout)
{
    const std::size_t rowSamples =
        static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(layout.channels);
    std::vector<Sample> samples(rowSamples * static_cast<std::size_t>(image.height()));
    for (int row = 0; row < image.height(); ++row)
        takeRow(image, row, layout, samples.data() + rowSamples * static_cast<std::size_t>(row));
    return samples;
}

// Everything but palettes, grey and 16 bits a channel becomes 32-bit RGB without a change of value.
QImage plainFormat(QImage image)
{
    if (isIndexed(image) || image.format() == QImage::Format_Grayscale8
        || image.format() == QImage::Format_Grayscale16)
        return image;
    if (image.depth() == 64)
        return std::move(image).convertToFormat(QImage::Format_RGBA64);
    return std::move(image).convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32
                                                                    : QImage::Format_RGB32);
}

// A grey level below 8 bits is stored as 0..2^bits - 1, and Qt spreads it over 0..255.
void unspread(std::vector<std::int32_t>& levels, int bits)
{
    const double most = (1 << bits) - 1;
    for (std::int32_t& level : levels)
        level = static_cast<std::int32_t>(std::lround(level * most / 255));
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

// `file` outlives the call; `header` has passed its own checks.
Result<Picture> decode(Bytes file, const RasterHeader& header, const char* format,
                       const ReadRequest& request)
{
    const std::string name = displayName(request.path);
    if (const auto fits = checkSize(header, name); !fits)
        return std::unexpected(fits.error());
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
    const int longest = std::max(header.width, header.height);
    if (request.wanted == Wanted::Thumbnail && startsWith(file, "\xff\xd8")
        && longest > 2 * request.side)
        reader.setScaledSize(QSize(header.width, header.height)
                                 .scaled(2 * request.side, 2 * request.side, Qt::KeepAspectRatio)
                                 .expandedTo(QSize(1, 1)));
    QImage image = reader.read();
    if (image.isNull())
        return fail(codeOf(reader.error()), name, reader.errorString().toStdString());
    Picture picture;
    fillFacts(picture, reader, header, image, format);
    image = plainFormat(std::move(image));
    const Layout layout = layoutOf(image, header, request.wanted);
    picture.size = {image.width(), image.height()};
    picture.channels = picture.facts.channels = layout.channels;
    if (request.frame > 0)
        picture.facts.size = picture.size; // pages may differ
    if (request.wanted != Wanted::Stored && request.wanted != Wanted::Labels) {
        auto values = takeSamples<float>(image, layout);
        if (layout.is16Bit && layout.channels == 3) {
            // Colour is 0..255 everywhere; the fraction keeps what 16 bits say more.
            std::ranges::for_each(values, [](float& value) { value /= 257; });
            picture.facts.notes.push_back("16-bit colour is shown as 0..255, with fractions");
        }
        picture.samples = std::move(values);
        return picture;
    }
    auto levels = takeSamples<std::int32_t>(image, layout);
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

Result<RasterHeader> rasterJpegHeader(Bytes file)
{
    const auto jpeg = jpegHeader(file);
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
    return readRaster(request, "JPEG", rasterJpegHeader);
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
