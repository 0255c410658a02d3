#include "app/spill.h"

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <span>
#include <string>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

namespace limn {
namespace {

constexpr std::size_t leastBytes = std::size_t{1} << 20; // smaller maps are not worth it

class NamelessFile {
public:
    NamelessFile()
    {
        // Not in memory, as some systems' /tmp is.
        for (const std::string& folder :
             {std::string("/var/tmp"), std::filesystem::temp_directory_path().string()}) {
            std::string name = folder + "/limn-XXXXXX";
            m_descriptor = mkstemp(name.data());
            if (m_descriptor < 0)
                continue;
            unlink(name.c_str());
            return;
        }
    }
    ~NamelessFile()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;

    bool append(const std::byte* data, std::size_t count)
    {
        for (std::size_t done = 0; done < count;) {
            const ssize_t written =
                pwrite(m_descriptor, data + done, count - done, static_cast<off_t>(m_size + done));
            if (written <= 0)
                return false;
            done += static_cast<std::size_t>(written);
        }
        m_size += count;
        return true;
    }

    int descriptor() const { return m_descriptor; }
    std::size_t size() const { return m_size; }

private:
    int m_descriptor = -1;
    std::size_t m_size = 0;
};

// The whole pages of a map; what is before and after them stays where it is.
std::span<const std::byte> wholePages(std::span<const float> values)
{
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(values.data());
    const std::uintptr_t first = (begin + page - 1) / page * page;
    const std::uintptr_t end = (begin + values.size_bytes()) / page * page;
    if (end <= first || end - first < leastBytes)
        return {};
    return {reinterpret_cast<const std::byte*>(first), end - first};
}

Error fault(const char* what)
{
    return {ErrorCode::WriteFailed, "", std::string(what) + ": " + std::strerror(errno)};
}

Result<std::size_t> moveInto(std::span<const float> values, NamelessFile& file)
{
    const auto pages = wholePages(values);
    if (pages.empty())
        return 0;
    const auto offset = static_cast<off_t>(file.size());
    if (!file.append(pages.data(), pages.size()))
        return std::unexpected(fault("temporary file"));
    // Whoever reads meanwhile finds the old pages or the new ones; both hold the same.
    void* const place = const_cast<std::byte*>(pages.data());
    if (mmap(place, pages.size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED,
             file.descriptor(), offset)
        == MAP_FAILED)
        return std::unexpected(fault("mmap"));
    return pages.size();
}

} // namespace

Result<std::size_t> spillToDisk(const Step& step)
{
    NamelessFile file;
    if (file.descriptor() < 0)
        return std::unexpected(fault("temporary file"));
    std::size_t moved = 0;
    for (const auto* values : {&step.posterior.values, &step.semantic.values,
                               &step.generative.values, &step.state.values, &step.finalState.values,
                               &step.entropy.values, &step.surprise.values}) {
        const auto part = moveInto(*values, file);
        if (!part)
            return part;
        moved += *part;
    }
    return moved;
}

} // namespace limn
