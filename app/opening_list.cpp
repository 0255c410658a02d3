// The part of Opening that fills the work list: the images of a folder, what is kept of them, their
// thumbnails.
#include "app/image_list.h"
#include "app/opening.h"
#include "app/output_stems.h"
#include "app/thumbnail_image.h"
#include "io/content_hash.h"
#include "io/masks/limn_output.h"
#include "io/work/folder.h"
#include "model/files/sha256.h"
#include "ui/session/error_text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace limn {

namespace fs = std::filesystem;

namespace {

std::vector<WorkItem> itemsOf(const std::vector<ImageFiles>& images)
{
    std::vector<fs::path> paths;
    for (const ImageFiles& image : images)
        paths.push_back(image.path);
    const auto names = outputStems(paths);
    std::vector<WorkItem> items;
    items.reserve(images.size());
    for (std::size_t k = 0; k < images.size(); ++k) {
        items.push_back({images[k].path, QString::fromStdString(names[k]), ImageStatus::Todo, {}, {},
                         -1, images[k].stack});
    }
    return items;
}

// As the work file knows it (Volume::source); empty where it can't be read.
std::string hashOf(const ImageFiles& image, const std::stop_token& stop)
{
    if (image.stack && !image.stack->identity.empty())
        return sha256(std::as_bytes(std::span(image.stack->identity)));
    return ContentHash(image.path).finish(stop).value_or(std::string());
}

} // namespace

void Opening::openPath(const fs::path& path)
{
    const int number = ++m_folderNumber;
    stopListing();
    m_previewed.clear();
    m_listingStop = {};
    m_files.post(FileThread::Turn::Now,
                 [this, path, number, own = m_listingStop](std::stop_token stop) mutable {
                     if (own.stop_requested())
                         return;
                     const std::stop_callback both(stop, [&own] { own.request_stop(); });
                     std::error_code error;
                     const fs::path whole = fs::weakly_canonical(path, error);
                     const bool isFolder = fs::is_directory(whole, error);
                     const fs::path folder = isFolder ? whole : whole.parent_path();
                     if (!isFolder) // before the list, for which a person may wait
                         previewNamed(whole, number, own.get_token());
                     auto images = fs::exists(whole, error)
                         ? listed(whole, number, own.get_token())
                         : fail(ErrorCode::NotFound, path.filename().string());
                     QMetaObject::invokeMethod(
                         this, [this, number, folder, whole, images = std::move(images)] {
                             if (number != m_folderNumber)
                                 return;
                             Q_EMIT listing(1, 1);
                             if (images)
                                 return showFolder(folder, *images, whole);
                             if (!std::exchange(m_previewed, {}).empty()) {
                                 m_session.close(); // and with it the small copy
                                 m_isOpening = false;
                             }
                             if (images.error().code != ErrorCode::Cancelled)
                                 Q_EMIT failed(images.error());
                         });
                 });
}

// On the file thread.
void Opening::previewNamed(const fs::path& file, int number, const std::stop_token& stop)
{
    const auto small = m_client.preview(file, stop);
    if (small)
        QMetaObject::invokeMethod(this, [this, file, number, small = imageOf(*small)] {
            if (number == m_folderNumber)
                showPreview(file, small);
        });
}

void Opening::stopListing()
{
    m_listingStop.request_stop();
}

// On the file thread.
Result<std::vector<ImageFiles>> Opening::listed(const fs::path& whole, int number,
                                                const std::stop_token& stop)
{
    const auto tell = [this, number](int done, int total) { tellListing(number, done, total); };
    std::error_code error;
    if (fs::is_directory(whole, error) || isDicomDirectory(whole))
        return imagesIn(whole, m_client, stop, tell);
    auto files = listImages(whole.parent_path(), stop, isLimnOutput);
    if (!files)
        return std::unexpected(files.error());
    if (std::ranges::find(*files, whole) == files->end())
        files->insert(files->begin(), whole); // named by a person: tried whatever its ending
    return imagesOfFiles(*files, m_client, stop, tell);
}

void Opening::tellListing(int number, int done, int total)
{
    constexpr int soMany = 200; // fewer are read before a person looks
    if (total > soMany)
        QMetaObject::invokeMethod(this, [this, number, done, total] {
            if (number == m_folderNumber)
                Q_EMIT listing(done, total);
        });
}

void Opening::showFolder(fs::path folder, const std::vector<ImageFiles>& images,
                         const fs::path& selected)
{
    if (images.empty()) {
        Q_EMIT failed(
            {ErrorCode::NotAnImage, folder.filename().string(), "no image in the folder"});
        return;
    }
    if (m_previewed.empty()) { // else it was left for the small copy, which stays
        m_keeping.leave();
        m_session.close();
    }
    m_folder = std::move(folder);
    m_selected = selected;
    m_thumbnailStop.request_stop();
    m_thumbnailStop = {};
    m_workList.setItems(itemsOf(images));
    m_keeping.openFolder(m_folder);
    Q_EMIT folderOpened(QString::fromStdString(m_folder.string()));
}

// The folder's work file is open: marks what is done, and opens the first image.
void Opening::showKept(const FolderWork& work)
{
    const auto& items = m_workList.items();
    m_missing.clear();
    m_isKnown.assign(items.size(), false);
    std::map<fs::path, int> places;
    for (int k = 0; k < static_cast<int>(items.size()); ++k)
        places.emplace(items[static_cast<std::size_t>(k)].path, k);
    for (const ImageSummary& kept : work.images) {
        const auto place = places.find(m_folder / kept.path);
        if (place == places.end()) {
            m_missing[kept.contentHash] = kept;
            continue;
        }
        showSummary(place->second, kept);
        m_isKnown[static_cast<std::size_t>(place->second)] = true;
    }
    for (const auto& notice : work.notices) {
        if (notice.code == ErrorCode::WorkFileLocked || notice.code == ErrorCode::WorkFileNewer)
            Q_EMIT readOnlyFound(notice);
        else
            Q_EMIT failed(notice);
    }
    const auto selected = std::ranges::find_if(
        items, [this](const WorkItem& item) { return holds(item.files(), m_selected); });
    const int index = selected != items.end() ? static_cast<int>(selected - items.begin())
                                              : m_workList.nextTodo();
    m_workList.setCurrent(std::max(index, 0));
    m_nextThumbnail = 0;
    makeNextThumbnail();
}

void Opening::showSummary(int index, const ImageSummary& kept)
{
    m_workList.setStatus(index, kept.status);
    m_workList.setDoubt(index, kept.doubt);
    m_workList.setNotes(index, kept.notes);
    m_workList.setUpdated(index, kept.updatedMs);
}

// Only while there is work of a name that is not in the folder any more.
bool Opening::isOfUnknownName(int index) const
{
    return !m_missing.empty() && !m_isKnown[static_cast<std::size_t>(index)];
}

// An image that was renamed shows in the list what was done with it before it is opened.
void Opening::recognise(int index, const std::string& hash)
{
    const auto kept = m_missing.find(hash);
    if (kept == m_missing.end() || !isOfUnknownName(index))
        return;
    if (index != m_workList.current()) // that one's own state is shown already
        showSummary(index, kept->second);
    m_missing.erase(kept);
}

void Opening::makeNextThumbnail()
{
    const auto& items = m_workList.items();
    if (m_nextThumbnail >= static_cast<int>(items.size()))
        return;
    const int index = m_nextThumbnail++;
    m_files.post(FileThread::Turn::Later,
                 [this, image = items[static_cast<std::size_t>(index)].files(), index,
                  own = m_thumbnailStop, isNew = isOfUnknownName(index)](std::stop_token stop) {
                     if (own.stop_requested())
                         return;
                     const std::string hash = isNew ? hashOf(image, stop) : std::string();
                     auto made = m_client.thumbnail(image, std::move(stop));
                     QMetaObject::invokeMethod(this, [this, index, own, made = std::move(made),
                                                      hash] {
                         if (own.stop_requested())
                             return;
                         recognise(index, hash);
                         if (made)
                             m_workList.setThumbnail(index, imageOf(*made));
                         else
                             m_workList.setError(index, errorText(made.error()));
                         makeNextThumbnail();
                     });
                 });
}

} // namespace limn
