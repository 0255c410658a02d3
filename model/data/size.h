// Sizes and boxes in whole pixels; pixel (0, 0) covers 0 <= x < 1.
#pragma once

#include <algorithm>
#include <cstddef>

namespace limn {

struct Size {
    int width = 0;
    int height = 0;

    std::size_t area() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
    bool operator==(const Size&) const = default;
};

// Covers x <= column < x + width, y <= row < y + height.
struct Rect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool isEmpty() const { return width <= 0 || height <= 0; }
    std::size_t area() const { return isEmpty() ? 0 : Size{width, height}.area(); }
    bool operator==(const Rect&) const = default;
};

inline Rect wholeOf(Size size) { return {0, 0, size.width, size.height}; }

inline Rect intersected(Rect a, Rect b)
{
    const int left = std::max(a.x, b.x);
    const int top = std::max(a.y, b.y);
    const int right = std::min(a.x + a.width, b.x + b.width);
    const int bottom = std::min(a.y + a.height, b.y + b.height);
    return right > left && bottom > top ? Rect{left, top, right - left, bottom - top} : Rect{};
}

inline Rect united(Rect a, Rect b)
{
    if (a.isEmpty())
        return b;
    if (b.isEmpty())
        return a;
    const int left = std::min(a.x, b.x);
    const int top = std::min(a.y, b.y);
    const int right = std::max(a.x + a.width, b.x + b.width);
    const int bottom = std::max(a.y + a.height, b.y + b.height);
    return {left, top, right - left, bottom - top};
}

} // namespace limn
