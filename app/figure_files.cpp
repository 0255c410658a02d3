#include "app/figure_files.h"

#include "io/film/frame_files.h"
#include "io/film/gif.h"
#include "io/film/mp4.h"
#include "io/masks/png.h"
#include "ui/figure/figure.h"
#include "ui/figure/film_frames.h"

#include <QString>

#include <cmath>

namespace limn {

namespace fs = std::filesystem;

namespace {

using Files = std::vector<fs::path>;

Result<Files> written(const fs::path& file, std::span<const std::byte> bytes, IfExists ifExists)
{
    if (const auto done = writeDurably(file, bytes, ifExists); !done)
        return std::unexpected(done.error());
    return Files{file};
}

Result<Files> writeSvg(const FigureOrder& order, const std::stop_token& stop)
{
    const auto svg = figureSvg(order.input, order.figure, stop);
    if (!svg)
        return std::unexpected(svg.error());
    return written(
        order.file,
        std::as_bytes(std::span(svg->constData(), static_cast<std::size_t>(svg->size()))),
        order.ifExists);
}

Result<Files> writePng(const FigureOrder& order, const std::stop_token& stop)
{
    auto image = figureImage(order.input, order.figure, stop);
    if (!image)
        return std::unexpected(image.error());
    const auto pieces =
        encodedPng(std::move(*image), static_cast<int>(std::lround(order.figure.dpi / 0.0254)));
    if (!pieces)
        return std::unexpected(pieces.error());
    return written(order.file, pieces->front(), order.ifExists);
}

Result<Files> writeFilm(const FigureOrder& order, FigureFormat format, const std::stop_token& stop,
                        const std::function<void(int done, int total)>& progress)
{
    auto frames = filmFrames(order.input, order.film, stop, progress);
    if (!frames)
        return std::unexpected(frames.error());
    Film film{std::move(*frames), {}};
    film.durationsMs.assign(film.frames.size(), order.film.stepMs);
    film.durationsMs.back() = order.film.lastMs;
    if (format == FigureFormat::Frames) {
        std::error_code made; // what fails here, writing tells
        fs::create_directories(order.file, made);
        return writeFrames(film, order.file, order.stem, order.ifExists, stop);
    }
    const auto bytes =
        format == FigureFormat::Gif ? encodedGif(film, stop) : encodedMp4(film, stop);
    if (!bytes)
        return std::unexpected(bytes.error());
    return written(order.file, *bytes, order.ifExists);
}

// What need not be drawn to be known.
Result<void> checkPlace(const FigureOrder& order, FigureFormat format)
{
    std::error_code error;
    if (format != FigureFormat::Frames && order.ifExists == IfExists::Refuse
        && fs::exists(fs::symlink_status(order.file, error)))
        return fail(ErrorCode::Exists, order.file.filename().string());
    const fs::path folder = order.file.parent_path();
    if (!folder.empty() && !fs::is_directory(folder, error) && format != FigureFormat::Frames)
        return fail(ErrorCode::NotFound, folder.string(), "there is no such folder");
    if (format == FigureFormat::Mp4 && ffmpegProgram().isEmpty())
        return fail(ErrorCode::ToolMissing, "ffmpeg",
                    "MP4 is made by ffmpeg: apt install ffmpeg, or write a .gif");
    return {};
}

} // namespace

std::optional<FigureFormat> figureFormatOf(const fs::path& file)
{
    const QString ending = QString::fromStdString(file.extension().string()).toLower();
    std::error_code error;
    if (ending.isEmpty() || fs::is_directory(file, error))
        return FigureFormat::Frames;
    if (ending == QLatin1String(".svg"))
        return FigureFormat::Svg;
    if (ending == QLatin1String(".png"))
        return FigureFormat::Png;
    if (ending == QLatin1String(".gif"))
        return FigureFormat::Gif;
    if (ending == QLatin1String(".mp4"))
        return FigureFormat::Mp4;
    return std::nullopt;
}

Result<Files> writeFigure(const FigureOrder& order, std::stop_token stop,
                          const std::function<void(int done, int total)>& progress)
{
    const auto format = figureFormatOf(order.file);
    if (!format)
        return fail(ErrorCode::BadArgument, order.file.filename().string(),
                    "a figure is .svg or .png; an animation .gif, .mp4 or a folder");
    if (const auto good = checkPlace(order, *format); !good)
        return std::unexpected(good.error());
    switch (*format) {
    case FigureFormat::Svg: return writeSvg(order, stop);
    case FigureFormat::Png: return writePng(order, stop);
    case FigureFormat::Gif:
    case FigureFormat::Mp4:
    case FigureFormat::Frames: return writeFilm(order, *format, stop, progress);
    }
    return fail(ErrorCode::Internal, "figure");
}

} // namespace limn
