#include "io/masks/limn_output.h"

#include "io/masks/gzip.h"
#include "io/masks/png.h"
#include "model/files/file_descriptor.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <unistd.h>

namespace limn {
namespace {

std::uint32_t bigEndian32(std::string_view bytes)
{
    std::uint32_t value;
    std::memcpy(&value, bytes.data(), 4);
    return __builtin_bswap32(value);
}

// Walks over the chunks before the pixels; `head` is the file's beginning.
bool hasMark(std::string_view head)
{
    constexpr std::size_t frame = 12; // length, type, checksum
    const std::string mark = std::string(markKey) + '\0' + markValue;
    if (!head.starts_with("\x89PNG\r\n\x1a\n"))
        return false;
    head.remove_prefix(8);
    while (head.size() >= frame) {
        const std::size_t length = bigEndian32(head);
        const std::string_view type = head.substr(4, 4);
        if (type == "IDAT" || length > head.size() - frame)
            return false;
        if (type == "tEXt" && head.substr(8, length) == mark)
            return true;
        head.remove_prefix(frame + length);
    }
    return false;
}

} // namespace

bool isLimnOutput(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    for (const std::string_view suffix : {"_prob.npy", "_steps.npz", ".prov.json", ".seg.dcm", ".segfrac.dcm",
                                          ".seg.nrrd"})
        if (name.ends_with(suffix))
            return true;
    const bool isPicture = name.ends_with(".png") && name.find('_') != std::string::npos;
    if (!isPicture && !name.ends_with(".nii.gz"))
        return false;
    const auto file = openForReading(path);
    if (!file)
        return false;
    std::array<char, 4096> head;
    const ssize_t got = read(file->number(), head.data(), head.size());
    const std::string_view bytes(head.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return isPicture ? hasMark(bytes) : isOurGzip(bytes);
}

} // namespace limn
