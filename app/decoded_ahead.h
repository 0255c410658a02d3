// The images that a person will probably want next, decoded while nothing else is to do, so that
// they open at once.
#pragma once

#include "app/file_thread.h"
#include "io/import_client.h"
#include "model/data/series.h"

#include <QObject>

#include <filesystem>
#include <stop_token>
#include <vector>

namespace limn {

// As Opening shows it: with a grey window of its own where the file has none (on 4 megapixels
// working it out takes 0.1 s). Errors: those of ImportClient::open.
Result<VolumePtr> openForShowing(ImportClient& client, const ImageFiles& image,
                                 const std::stop_token& stop);

class DecodedAhead : public QObject {
    Q_OBJECT

public:
    // What a file was when it was decoded; another stamp is another content.
    struct Stamp {
        std::filesystem::file_time_type time{};
        std::uintmax_t size = 0;
        bool operator==(const Stamp&) const = default;
    };
    static Stamp stampOf(const std::filesystem::path& path); // touches the disk

    struct Image {
        ImageFiles files;
        VolumePtr volume;
        Stamp stamp;
    };

    // `client` is used on the file thread alone.
    DecodedAhead(FileThread& files, ImportClient& client, QObject* parent = nullptr);

    // From now on these, the first one first; what is decoded of others is forgotten.
    void want(std::vector<ImageFiles> images);
    // Hands the image over, if it is there; it goes then, for a shown volume changes.
    std::optional<Image> take(const std::filesystem::path& path);
    bool has(const std::filesystem::path& path) const;
    void pause(); // the decoding in progress stops: somebody waits for the file thread
    void setLimit(std::size_t bytes) { m_limit = bytes; } // of all of them together

Q_SIGNALS:
    void decoded(const QString& path);

private:
    void decodeNext();
    void put(Image image);
    void forget(const std::filesystem::path& path);

    FileThread& m_files;
    ImportClient& m_client;
    std::vector<ImageFiles> m_wanted;
    std::vector<Image> m_images;
    std::stop_source m_stop;
    int m_number = 0; // of the latest wish; answers to earlier ones are dropped
    std::size_t m_limit = std::size_t{512} << 20;
};

} // namespace limn
