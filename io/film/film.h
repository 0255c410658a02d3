// An animation as it is to be written.
#pragma once

#include <QImage>

#include <algorithm>
#include <vector>

namespace limn {

struct Film {
    std::vector<QImage> frames; // all of one size
    std::vector<int> durationsMs; // as many
};

// Whether it has frames, each with a duration and all of one size.
inline bool isWhole(const Film& film)
{
    if (film.frames.empty() || film.frames.size() != film.durationsMs.size())
        return false;
    const QSize size = film.frames.front().size();
    return !size.isEmpty() && std::ranges::all_of(film.frames, [size](const QImage& frame) {
        return frame.size() == size;
    });
}

} // namespace limn
