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

Result<VolumePtr> openForShowing(ImportClient& client, const fs::path& path,
                                 const std::stop_token& stop)
{
    auto volume = client.open(path, stop);
    if (volume && (*volume)->displayWindows.empty())
        (*volume)->displayWindows.push_back(percentileWindow(*(*volume)->slices.front()));
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

void DecodedAhead::want(std::vector<fs::path> paths)
{
    pause();
    m_wanted = std::move(paths);
    std::erase_if(m_images, [this](const Image& image) {
        return std::ranges::find(m_wanted, image.path) == m_wanted.end();
    });
    decodeNext();
}

std::optional<DecodedAhead::Image> DecodedAhead::take(const fs::path& path)
{
    const auto found = std::ranges::find(m_images, path, &Image::path);
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
    return std::ranges::find(m_images, path, &Image::path) != m_images.end();
}

void DecodedAhead::decodeNext()
{
    std::size_t bytes = 0;
    for (const Image& image : m_images)
        bytes += bytesOf(*image.volume);
    const auto next =
        std::ranges::find_if(m_wanted, [this](const fs::path& path) { return !has(path); });
    if (next == m_wanted.end() || bytes >= m_limit)
        return;
    m_files.post(
        FileThread::Turn::Later,
        [this, path = *next, number = m_number, own = m_stop](std::stop_token stop) mutable {
            if (own.stop_requested())
                return;
            const std::stop_callback both(stop, [&own] { own.request_stop(); });
            const Stamp stamp = stampOf(path);
            auto volume = openForShowing(m_client, path, own.get_token());
            QMetaObject::invokeMethod(this,
                                      [this, path, number, stamp, volume = std::move(volume)] {
                                          if (number != m_number)
                                              return;
                                          if (volume)
                                              put({path, *volume, stamp});
                                          else // told when a person opens it
                                              std::erase(m_wanted, path);
                                          decodeNext();
                                      });
        });
}

void DecodedAhead::put(Image image)
{
    if (bytesOf(*image.volume) > m_limit) {
        std::erase(m_wanted, image.path);
        return;
    }
    const QString path = QString::fromStdString(image.path.string());
    m_images.push_back(std::move(image));
    Q_EMIT decoded(path);
}

} // namespace limn
