#include "io/film/gif.h"

#include "io/film/palette.h"

#include <QRect>

#include <gif_lib.h>

#include <algorithm>
#include <memory>

namespace limn {
namespace {

constexpr int transparent = 255; // the index that lets the frame before through

int append(GifFileType* gif, const GifByteType* bytes, int count)
{
    auto& out = *static_cast<std::vector<std::byte>*>(gif->UserData);
    const auto* const begin = reinterpret_cast<const std::byte*>(bytes);
    out.insert(out.end(), begin, begin + count);
    return count;
}

struct Closer {
    void operator()(GifFileType* gif) const { EGifCloseFile(gif, nullptr); }
    void operator()(ColorMapObject* map) const { GifFreeMapObject(map); }
};
using GifPtr = std::unique_ptr<GifFileType, Closer>;
using ColourMapPtr = std::unique_ptr<ColorMapObject, Closer>;

std::unexpected<Error> failed(int code)
{
    const char* const words = GifErrorString(code);
    return fail(ErrorCode::Internal, "GIF", words ? words : "");
}

ColourMapPtr colourMapOf(const Palette& palette)
{
    ColourMapPtr map(GifMakeMapObject(256, nullptr));
    if (!map)
        return map;
    std::fill_n(map->Colors, 256, GifColorType{0, 0, 0});
    for (std::size_t i = 0; i < palette.colours().size(); ++i) {
        const QRgb colour = palette.colours()[i];
        map->Colors[i] = {static_cast<GifByteType>(qRed(colour)),
                          static_cast<GifByteType>(qGreen(colour)),
                          static_cast<GifByteType>(qBlue(colour))};
    }
    return map;
}

class GifWriter {
public:
    GifWriter(GifFileType* gif, const Palette& palette, QSize size)
        : m_gif(gif)
        , m_palette(palette)
        , m_size(size)
    {
    }

    bool begin(const ColorMapObject& map)
    {
        EGifSetGifVersion(m_gif, true);
        const unsigned char endless[]{1, 0, 0};
        return EGifPutScreenDesc(m_gif, m_size.width(), m_size.height(), 8, 0, &map) == GIF_OK
            && EGifPutComment(m_gif, "Limn") == GIF_OK
            && EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE) == GIF_OK
            && EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0") == GIF_OK
            && EGifPutExtensionBlock(m_gif, sizeof endless, endless) == GIF_OK
            && EGifPutExtensionTrailer(m_gif) == GIF_OK;
    }

    bool add(const QImage& frame, int durationMs)
    {
        std::vector<GifByteType> indices = indicesOf(frame);
        const QRect box = m_before.empty() ? QRect(QPoint(), m_size) : changedBox(indices);
        GraphicsControlBlock control{DISPOSE_DO_NOT, false, (durationMs + 5) / 10,
                                     m_before.empty() ? NO_TRANSPARENT_COLOR : transparent};
        GifByteType bytes[4];
        EGifGCBToExtension(&control, bytes);
        if (EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE, sizeof bytes, bytes) != GIF_OK
            || EGifPutImageDesc(m_gif, box.x(), box.y(), box.width(), box.height(), false, nullptr)
                != GIF_OK)
            return false;
        for (int y = box.top(); y <= box.bottom(); ++y) {
            auto line = row(indices, y, box);
            if (!m_before.empty())
                hideWhatStays(line, row(m_before, y, box));
            if (EGifPutLine(m_gif, line.data(), box.width()) != GIF_OK)
                return false;
        }
        m_before = std::move(indices);
        return true;
    }

private:
    std::vector<GifByteType> indicesOf(const QImage& frame) const
    {
        std::vector<GifByteType> indices;
        indices.reserve(static_cast<std::size_t>(m_size.width())
                        * static_cast<std::size_t>(m_size.height()));
        for (int y = 0; y < m_size.height(); ++y) {
            const auto* const line = reinterpret_cast<const QRgb*>(frame.constScanLine(y));
            for (int x = 0; x < m_size.width(); ++x)
                indices.push_back(m_palette.indexOf(line[x]));
        }
        return indices;
    }

    std::vector<GifByteType> row(const std::vector<GifByteType>& indices, int y,
                                 const QRect& box) const
    {
        const auto begin =
            indices.begin() + static_cast<std::ptrdiff_t>(y) * m_size.width() + box.x();
        return {begin, begin + box.width()};
    }

    QRect changedBox(const std::vector<GifByteType>& indices) const
    {
        QRect box;
        for (int y = 0; y < m_size.height(); ++y)
            for (int x = 0; x < m_size.width(); ++x) {
                const auto i =
                    static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width())
                    + static_cast<std::size_t>(x);
                if (indices[i] != m_before[i])
                    box |= QRect(x, y, 1, 1);
            }
        return box.isNull() ? QRect(0, 0, 1, 1) : box; // a frame has at least a pixel
    }

    static void hideWhatStays(std::vector<GifByteType>& line,
                              const std::vector<GifByteType>& before)
    {
        for (std::size_t i = 0; i < line.size(); ++i)
            if (line[i] == before[i])
                line[i] = transparent;
    }

    GifFileType* m_gif;
    const Palette& m_palette;
    QSize m_size;
    std::vector<GifByteType> m_before; // the frame before, by its palette's numbers
};

} // namespace

Result<std::vector<std::byte>> encodedGif(const Film& film, std::stop_token stop)
{
    const QSize size = film.frames.empty() ? QSize() : film.frames.front().size();
    if (!isWhole(film) || size.width() > 65535 || size.height() > 65535)
        return fail(ErrorCode::BadArgument, "GIF", "no frames, or of different or too large sizes");
    std::vector<QImage> frames;
    for (const QImage& frame : film.frames)
        frames.push_back(frame.convertToFormat(QImage::Format_RGB32));
    const Palette palette(frames, transparent);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "GIF");
    const ColourMapPtr map = colourMapOf(palette);
    std::vector<std::byte> bytes;
    int code = 0;
    GifPtr gif(EGifOpen(&bytes, append, &code));
    if (!gif || !map)
        return fail(ErrorCode::OutOfMemory, "GIF");
    GifWriter writer(gif.get(), palette, size);
    if (!writer.begin(*map))
        return failed(gif->Error);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "GIF");
        if (!writer.add(frames[i], film.durationsMs[i]))
            return failed(gif->Error);
    }
    if (EGifCloseFile(gif.release(), &code) != GIF_OK)
        return failed(code);
    return bytes;
}

} // namespace limn
