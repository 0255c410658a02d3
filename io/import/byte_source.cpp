#include "io/import/byte_source.h"

#include <algorithm>

#include <sys/stat.h>

namespace limn {

PlainFile::PlainFile(const std::filesystem::path& path)
    : m_file(path)
{
    struct stat facts{};
    if (isOpen() && fstat(m_file.number, &facts) == 0)
        m_size = static_cast<std::uint64_t>(facts.st_size);
}

std::span<const std::byte> PlainFile::head()
{
    m_at = 0;
    fillWindow();
    return std::span(m_window).first(m_windowEnd);
}

std::size_t PlainFile::read(std::span<std::byte> to)
{
    std::size_t filled = 0;
    while (filled < to.size()) {
        const bool isInWindow = m_at >= m_windowFrom && m_at < m_windowEnd;
        if (!isInWindow && !fillWindow())
            break;
        const auto some = std::min<std::uint64_t>(to.size() - filled, m_windowEnd - m_at);
        std::copy_n(m_window.begin() + static_cast<std::ptrdiff_t>(m_at - m_windowFrom), some,
                    to.begin() + static_cast<std::ptrdiff_t>(filled));
        filled += some;
        m_at += some;
    }
    return filled;
}

std::uint64_t PlainFile::skip(std::uint64_t count)
{
    const std::uint64_t skipped = std::min(count, m_size - std::min(m_at, m_size));
    m_at += skipped;
    return skipped;
}

bool PlainFile::fillWindow()
{
    ssize_t got = -1;
    do
        got = pread(m_file.number, m_window.data(), m_window.size(), static_cast<off_t>(m_at));
    while (got < 0 && errno == EINTR);
    m_windowFrom = m_at;
    m_windowEnd = m_at + (got > 0 ? static_cast<std::uint64_t>(got) : 0);
    return got > 0;
}

} // namespace limn
