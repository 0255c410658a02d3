#include "io/masks/run_lengths.h"

namespace limn {

std::vector<std::uint32_t> runLengths(const Instance& instance, Size picture)
{
    std::vector<std::uint32_t> runs;
    const Rect box = instance.box;
    std::size_t done = 0; // pixels in `runs`
    std::size_t begin = 0, end = 0; // of the run inside that is growing
    const auto close = [&] {
        if (end == begin)
            return;
        runs.push_back(static_cast<std::uint32_t>(begin - done));
        runs.push_back(static_cast<std::uint32_t>(end - begin));
        done = end;
    };
    for (int x = 0; x < box.width; ++x)
        for (int y = 0; y < box.height; ++y) {
            if (!instance.mask[static_cast<std::size_t>(y) * static_cast<std::size_t>(box.width)
                               + static_cast<std::size_t>(x)])
                continue;
            const std::size_t at =
                static_cast<std::size_t>(x + box.x) * static_cast<std::size_t>(picture.height)
                + static_cast<std::size_t>(y + box.y);
            if (at != end || end == begin) {
                close();
                begin = at;
            }
            end = at + 1;
        }
    close();
    if (done < picture.area())
        runs.push_back(static_cast<std::uint32_t>(picture.area() - done));
    return runs;
}

std::string compressed(const std::vector<std::uint32_t>& runs)
{
    std::string text;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        long long value = runs[i];
        if (i > 2)
            value -= runs[i - 2];
        for (bool hasMore = true; hasMore;) {
            long long part = value & 0x1f;
            value >>= 5;
            hasMore = (part & 0x10) ? value != -1 : value != 0;
            if (hasMore)
                part |= 0x20;
            text += static_cast<char>(part + 48);
        }
    }
    return text;
}

} // namespace limn
