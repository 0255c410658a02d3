// Figures and animations as files; the ending of the name says which. Blocks; knows no window.
#pragma once

#include "model/files/durable_file.h"
#include "ui/figure/figure_plan.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace limn {

enum class FigureFormat {
    Svg,
    Png,
    Gif,
    Mp4,
    Frames, // a folder of numbered PNG files
};

inline bool isFilm(FigureFormat format)
{
    return format != FigureFormat::Svg && format != FigureFormat::Png;
}

// By the ending, in any case; a name without one, or a folder that is there, is for frames. Nothing
// for other endings.
std::optional<FigureFormat> figureFormatOf(const std::filesystem::path& file);

struct FigureOrder {
    FigureInput input;
    FigurePlan figure; // of SVG and PNG
    FilmPlan film; // of the others
    std::filesystem::path file; // or the frames' folder, which is made where it is not there
    std::string stem; // of the frames' names
    IfExists ifExists = IfExists::Refuse;
};

// Returns the files. Errors: BadArgument (also another ending), Exists, ToolMissing (MP4 without
// ffmpeg), Cancelled, OutOfMemory, those of writeDurably.
Result<std::vector<std::filesystem::path>>
writeFigure(const FigureOrder& order, std::stop_token stop,
            const std::function<void(int done, int total)>& progress = {});

} // namespace limn
