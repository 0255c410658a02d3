#include "io/film/frame_files.h"

#include "io/masks/file_names.h"
#include "io/masks/png.h"

#include <algorithm>

namespace limn {

namespace fs = std::filesystem;

namespace {

Result<void> writeFrame(const QImage& frame, const fs::path& file, IfExists ifExists)
{
    const auto pieces = encodedPng(frame);
    if (!pieces)
        return std::unexpected(pieces.error());
    return writeDurably(file, pieces->front(), ifExists);
}

bool isThere(const fs::path& file)
{
    std::error_code error;
    return fs::exists(fs::symlink_status(file, error));
}

} // namespace

std::vector<fs::path> frameFiles(const fs::path& folder, const std::string& stem, std::size_t count)
{
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(count).size());
    std::vector<fs::path> files;
    for (std::size_t i = 1; i <= count; ++i) {
        const std::string number = std::to_string(i);
        files.push_back(folder
                        / (safeFileName(stem) + "_" + std::string(digits - number.size(), '0')
                           + number + ".png"));
    }
    return files;
}

Result<std::vector<fs::path>> writeFrames(const Film& film, const fs::path& folder,
                                          const std::string& stem, IfExists ifExists,
                                          std::stop_token stop,
                                          const std::function<void(int done, int total)>& progress)
{
    const std::vector<fs::path> files = frameFiles(folder, stem, film.frames.size());
    std::vector<fs::path> added;
    const auto takeBack = [&added](Error error) {
        std::error_code ignored;
        for (const fs::path& file : added)
            fs::remove(file, ignored);
        return std::unexpected(std::move(error));
    };
    if (ifExists == IfExists::Refuse)
        if (const auto there = std::ranges::find_if(files, isThere); there != files.end())
            return fail(ErrorCode::Exists, there->filename().string());
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (stop.stop_requested())
            return takeBack({ErrorCode::Cancelled, files[i].filename().string(), {}});
        const bool isNew = !isThere(files[i]);
        if (const auto written = writeFrame(film.frames[i], files[i], ifExists); !written)
            return takeBack(written.error());
        if (isNew)
            added.push_back(files[i]);
        if (progress)
            progress(static_cast<int>(i) + 1, static_cast<int>(files.size()));
    }
    return files;
}

} // namespace limn
