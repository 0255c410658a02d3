// A decoded image, kept between a preview and the request for the picture itself, so that it is
// decoded once.
#pragma once

#include <QImage>

#include <cstdint>
#include <filesystem>
#include <optional>

namespace limn {

class KeptImage {
public:
    void keep(const std::filesystem::path& path, const QImage& image)
    {
        m_path = path;
        m_stamp = stampOf(path);
        m_image = image;
    }
    // Hands it over, if it is of this file as it is now; in any case nothing is kept any more.
    QImage take(const std::filesystem::path& path)
    {
        const QImage image = std::move(m_image);
        m_image = {};
        return path == m_path && m_stamp && stampOf(path) == m_stamp ? image : QImage();
    }

private:
    using Stamp = std::pair<std::filesystem::file_time_type, std::uintmax_t>;
    static std::optional<Stamp> stampOf(const std::filesystem::path& path)
    {
        std::error_code error;
        const auto time = std::filesystem::last_write_time(path, error);
        const auto size = std::filesystem::file_size(path, error);
        return error ? std::nullopt : std::optional(Stamp(time, size));
    }

    std::filesystem::path m_path;
    std::optional<Stamp> m_stamp;
    QImage m_image;
};

} // namespace limn
