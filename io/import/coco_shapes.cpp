#include "io/import/coco_shapes.h"

#include "model/data/import_wire.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace limn {
namespace {

using Json = nlohmann::json;
using Pixels = std::vector<std::uint8_t>;

struct Point {
    double x = 0, y = 0;
};

// Pixels whose centres lie inside by the even-odd rule, row by row.
void fill(const std::vector<Point>& polygon, Size size, Pixels& pixels)
{
    double top = size.height, bottom = 0;
    for (const Point& point : polygon) {
        top = std::min(top, point.y);
        bottom = std::max(bottom, point.y);
    }
    std::vector<double> crossings;
    const int first = std::max(0, static_cast<int>(std::floor(top)));
    const int last = std::min(size.height - 1, static_cast<int>(std::ceil(bottom)));
    for (int y = first; y <= last; ++y) {
        crossings.clear();
        const double line = y + 0.5;
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const Point &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
            if ((a.y <= line) != (b.y <= line))
                crossings.push_back(a.x + (line - a.y) / (b.y - a.y) * (b.x - a.x));
        }
        std::ranges::sort(crossings);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const double width = size.width;
            const int from = static_cast<int>(std::ceil(std::clamp(crossings[i], 0.0, width) - 0.5));
            const int to = static_cast<int>(std::ceil(std::clamp(crossings[i + 1], 0.0, width) - 0.5));
            for (int x = std::max(0, from); x < std::min(to, size.width); ++x)
                pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
                       + static_cast<std::size_t>(x)] = 1;
        }
    }
}

Result<Pixels> ofPolygons(const Json& polygons, Size size)
{
    Pixels pixels(size.area());
    for (const Json& numbers : polygons) {
        if (!numbers.is_array() || numbers.size() < 6 || numbers.size() % 2 != 0)
            return fail(ErrorCode::Damaged, {}, "a polygon of fewer than three corners");
        std::vector<Point> polygon;
        for (std::size_t i = 0; i < numbers.size(); i += 2) {
            const Point point{numbers[i], numbers[i + 1]};
            if (!(std::abs(point.x) < 1e6 && std::abs(point.y) < 1e6))
                return fail(ErrorCode::Damaged, {}, "a corner far outside the picture");
            polygon.push_back(point);
        }
        fill(polygon, size, pixels);
    }
    return pixels;
}

// Six bits a letter, as pycocotools writes them.
Result<std::vector<std::uint64_t>> fromLetters(const std::string& text)
{
    std::vector<std::uint64_t> runs;
    for (std::size_t at = 0; at < text.size();) {
        std::int64_t value = 0;
        int shift = 0;
        for (bool hasMore = true; hasMore; shift += 5) {
            if (at >= text.size() || shift > 55)
                return fail(ErrorCode::Damaged, {}, "run lengths that end early");
            const std::int64_t part = text[at++] - 48;
            if (part < 0 || part > 63)
                return fail(ErrorCode::Damaged, {}, "a letter that is no run length");
            value |= (part & 0x1f) << shift;
            hasMore = (part & 0x20) != 0;
            if (!hasMore && (part & 0x10))
                value |= -(std::int64_t{1} << (shift + 5));
        }
        if (runs.size() > 2)
            value += static_cast<std::int64_t>(runs[runs.size() - 2]);
        if (value < 0)
            return fail(ErrorCode::Damaged, {}, "a negative run length");
        if (value > static_cast<std::int64_t>(maximumArea))
            return fail(ErrorCode::Damaged, {}, "a run length beyond any picture");
        runs.push_back(static_cast<std::uint64_t>(value));
    }
    return runs;
}

Result<Pixels> ofRuns(const Json& code, Size size)
{
    if (code.at("size").at(0) != size.height || code.at("size").at(1) != size.width)
        return fail(ErrorCode::Damaged, {}, "run lengths of another size than their picture");
    const Json& counts = code.at("counts");
    auto runs = counts.is_string()
        ? fromLetters(counts.get<std::string>())
        : Result<std::vector<std::uint64_t>>(counts.get<std::vector<std::uint64_t>>());
    if (!runs)
        return std::unexpected(runs.error());
    Pixels pixels(size.area());
    const auto height = static_cast<std::size_t>(size.height);
    const auto width = static_cast<std::size_t>(size.width);
    std::uint64_t at = 0;
    bool isInside = false;
    for (const std::uint64_t run : *runs) {
        if (run > pixels.size() - at)
            return fail(ErrorCode::Damaged, {}, "run lengths beyond the picture");
        if (isInside)
            for (std::uint64_t i = at; i < at + run; ++i)
                pixels[i % height * width + i / height] = 1;
        at += run;
        isInside = !isInside;
    }
    return pixels;
}

} // namespace

Result<std::vector<std::uint8_t>> cocoPixels(const Json& segmentation, Size size)
{
    return segmentation.is_array() ? ofPolygons(segmentation, size) : ofRuns(segmentation, size);
}

} // namespace limn
