#include "app/image_list.h"

#include "io/masks/limn_output.h"
#include "io/work/folder.h"

#include <algorithm>

namespace limn {

namespace fs = std::filesystem;

namespace {

constexpr int deepest = 8; // patient, study, series, and what exporters put between them
constexpr std::size_t filesAtOnce = 32;

std::vector<fs::path> foldersIn(const fs::path& folder)
{
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code vanished;
        if (!it->path().filename().string().starts_with('.') && !it->is_symlink(vanished)
            && it->is_directory(vanished))
            folders.push_back(it->path());
    }
    std::ranges::sort(folders, [](const fs::path& a, const fs::path& b) {
        return comesBefore(a.filename().string(), b.filename().string());
    });
    return folders;
}

fs::path directoryIn(const fs::path& folder)
{
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (isDicomDirectory(it->path()))
            return it->path();
    return {};
}

Result<std::vector<fs::path>> filesBelow(const fs::path& folder, const std::stop_token& stop,
                                         int depth)
{
    auto files = listImages(folder, stop, isLimnOutput);
    if (!files || !files->empty() || depth == deepest)
        return files;
    for (const fs::path& inner : foldersIn(folder)) {
        const auto some = filesBelow(inner, stop, depth + 1);
        if (some)
            files->insert(files->end(), some->begin(), some->end());
        else if (some.error().code == ErrorCode::Cancelled)
            return some;
    }
    return files;
}

Result<std::vector<fs::path>> filesIn(const fs::path& place, ImportClient& client,
                                      const std::stop_token& stop)
{
    std::error_code error;
    if (!fs::is_directory(place, error))
        return client.readDirectory(place, stop);
    auto files = listImages(place, stop, isLimnOutput);
    if (!files || !files->empty())
        return files;
    if (const fs::path directory = directoryIn(place); !directory.empty())
        if (auto listed = client.readDirectory(directory, stop); listed && !listed->empty())
            return listed;
    return filesBelow(place, stop, 0);
}

} // namespace

Result<std::vector<ImageFiles>> imagesOfFiles(const std::vector<fs::path>& files,
                                              ImportClient& client, const std::stop_token& stop,
                                              const ListProgress& progress)
{
    std::vector<FileHeader> headers(files.size());
    std::vector<std::size_t> places; // of what may be DICOM
    for (std::size_t k = 0; k < files.size(); ++k) {
        headers[k].file = files[k];
        if (mayBeDicom(files[k]))
            places.push_back(k);
    }
    for (std::size_t done = 0; done < places.size(); done += filesAtOnce) {
        const std::size_t end = std::min(done + filesAtOnce, places.size());
        std::vector<fs::path> some;
        for (std::size_t k = done; k < end; ++k)
            some.push_back(files[places[k]]);
        auto read = client.readHeaders(some, stop);
        if (!read)
            return std::unexpected(read.error());
        for (std::size_t k = done; k < end; ++k)
            headers[places[k]] = std::move((*read)[k - done]);
        if (progress)
            progress(static_cast<int>(end), static_cast<int>(places.size()));
    }
    return imagesOf(headers);
}

Result<std::vector<ImageFiles>> imagesIn(const fs::path& place, ImportClient& client,
                                         const std::stop_token& stop, const ListProgress& progress)
{
    const auto files = filesIn(place, client, stop);
    if (!files)
        return std::unexpected(files.error());
    return imagesOfFiles(*files, client, stop, progress);
}

Result<ImageFiles> imageNamed(const fs::path& place, ImportClient& client)
{
    std::error_code error;
    const bool isMany = fs::is_directory(place, error) || isDicomDirectory(place);
    auto images = isMany ? imagesIn(place, client, {}) : imagesOfFiles({place}, client, {});
    if (!images)
        return std::unexpected(images.error());
    if (images->empty())
        return fail(ErrorCode::NotAnImage, place.filename().string(), "no image in the folder");
    if (images->size() > 1)
        return fail(ErrorCode::BadArgument, place.filename().string(),
                    std::to_string(images->size()) + " images; name one of them");
    return std::move(images->front());
}

bool holds(const ImageFiles& image, const fs::path& file)
{
    return image.path == file
        || (image.stack && std::ranges::find(image.stack->files, file) != image.stack->files.end());
}

int sliceIn(const ImageFiles& image, const fs::path& file)
{
    if (!image.stack || image.stack->files.size() == 1)
        return 0;
    const auto& files = image.stack->files;
    const auto place = std::ranges::find(files, file);
    return place == files.end() ? 0 : static_cast<int>(place - files.begin());
}

} // namespace limn
