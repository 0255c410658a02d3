#include "app/decoded_ahead.h"

#include <algorithm>

namespace limn {

namespace fs = std::filesystem;

namespace {

std::size_t bytesOf(const Volume& volume)
{
    std::size_t bytes = 0;
    for (const SlicePtr& slice : volume.slices)
        bytes += slice ? slice->values.size() * sizeof(float) : 0;
    return bytes;
}

} // namespace

Result<VolumePtr> openForShowing(ImportClient& client, const ImageFiles& image,
                                 const std::stop_token& stop)
{
    auto volume = client.open(image, stop);
    if (volume && (*volume)->displayWindows.empty())
        (*volume)->displayWindows.push_back(percentileWindow(*firstRead(**volume)));
    return volume;
}

DecodedAhead::Stamp DecodedAhead::stampOf(const fs::path& path)
{
    std::error_code error;
    Stamp stamp;
    stamp.time = fs::last_write_time(path, error);
    if (const auto size = fs::file_size(path, error); !error)
        stamp.size = size;
    return stamp;
}

DecodedAhead::DecodedAhead(FileThread& files, ImportClient& client, QObject* parent)
    : QObject(parent)
    , m_files(files)
    , m_client(client)
{
}

void DecodedAhead::want(std::vector<ImageFiles> images)
{
    pause();
    m_wanted = std::move(images);
    std::erase_if(m_images, [this](const Image& image) {
        return std::ranges::find(m_wanted, image.files.path, &ImageFiles::path) == m_wanted.end();
    });
    decodeNext();
}

std::optional<DecodedAhead::Image> DecodedAhead::take(const fs::path& path)
{
    const auto found = std::ranges::find_if(
        m_images, [&path](const Image& image) { return image.files.path == path; });
    if (found == m_images.end())
        return std::nullopt;
    Image image = std::move(*found);
    m_images.erase(found);
    return image;
}

void DecodedAhead::pause()
{
    ++m_number;
    m_stop.request_stop();
    m_stop = {};
}

bool DecodedAhead::has(const fs::path& path) const
{
    return std::ranges::any_of(m_images,
                               [&path](const Image& image) { return image.files.path == path; });
}

void DecodedAhead::forget(const fs::path& path)
{
    std::erase_if(m_wanted, [&path](const ImageFiles& image) { return image.path == path; });
}

void DecodedAhead::decodeNext()
{
    std::size_t bytes = 0;
    for (const Image& image : m_images)
        bytes += bytesOf(*image.volume);
    const auto next = std::ranges::find_if(
        m_wanted, [this](const ImageFiles& image) { return !has(image.path); });
    if (next == m_wanted.end() || bytes >= m_limit)
        return;
    m_files.post(
        FileThread::Turn::Later,
        [this, files = *next, number = m_number, own = m_stop](std::stop_token stop) mutable {
            if (own.stop_requested())
                return;
            const std::stop_callback both(stop, [&own] { own.request_stop(); });
            const Stamp stamp = stampOf(files.path);
            auto volume = openForShowing(m_client, files, own.get_token());
            QMetaObject::invokeMethod(this,
                                      [this, files, number, stamp, volume = std::move(volume)] {
                                          if (number != m_number)
                                              return;
                                          if (volume)
                                              put({files, *volume, stamp});
                                          else // told when a person opens it
                                              forget(files.path);
                                          decodeNext();
                                      });
        });
}

void DecodedAhead::put(Image image)
{
    if (bytesOf(*image.volume) > m_limit) {
        forget(image.files.path);
        return;
    }
    const QString path = QString::fromStdString(image.files.path.string());
    m_images.push_back(std::move(image));
    Q_EMIT decoded(path);
}

} // namespace limn
