#include "io/import/coco_shapes.h"

#include "model/data/import_wire.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace limn {
namespace {

using Json = nlohmann::json;
struct Point {
    double x = 0, y = 0;
};

using Polygon = std::vector<Point>;

CocoPixels emptyIn(const Rect& box)
{
    return {box, std::vector<std::uint8_t>(static_cast<std::size_t>(box.width)
                                           * static_cast<std::size_t>(box.height))};
}

// Of the picture's pixels those that the polygons may touch.
Rect boxOf(const std::vector<Polygon>& polygons, Size size)
{
    double left = size.width, top = size.height, right = 0, bottom = 0;
    for (const Polygon& polygon : polygons)
        for (const Point& point : polygon) {
            left = std::min(left, point.x);
            top = std::min(top, point.y);
            right = std::max(right, point.x);
            bottom = std::max(bottom, point.y);
        }
    const int x = std::max(0, static_cast<int>(std::floor(left)));
    const int y = std::max(0, static_cast<int>(std::floor(top)));
    const int endX = std::min(size.width, static_cast<int>(std::ceil(right)));
    const int endY = std::min(size.height, static_cast<int>(std::ceil(bottom)));
    return {x, y, std::max(0, endX - x), std::max(0, endY - y)};
}

// Pixels whose centres lie inside by the even-odd rule, row by row.
void fill(const Polygon& polygon, CocoPixels& pixels)
{
    const Rect& box = pixels.box;
    const double left = box.x, right = box.x + box.width;
    std::vector<double> crossings;
    for (int row = 0; row < box.height; ++row) {
        crossings.clear();
        const double line = box.y + row + 0.5;
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const Point &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
            if ((a.y <= line) != (b.y <= line))
                crossings.push_back(a.x + (line - a.y) / (b.y - a.y) * (b.x - a.x));
        }
        std::ranges::sort(crossings);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const int from = static_cast<int>(std::ceil(std::clamp(crossings[i], left, right) - 0.5));
            const int to = static_cast<int>(std::ceil(std::clamp(crossings[i + 1], left, right) - 0.5));
            for (int x = std::max(box.x, from); x < std::min(to, box.x + box.width); ++x)
                pixels.inside[static_cast<std::size_t>(row) * static_cast<std::size_t>(box.width)
                              + static_cast<std::size_t>(x - box.x)] = 1;
        }
    }
}

Result<CocoPixels> ofPolygons(const Json& shapes, Size size)
{
    std::vector<Polygon> polygons;
    for (const Json& numbers : shapes) {
        if (!numbers.is_array() || numbers.size() < 6 || numbers.size() % 2 != 0)
            return fail(ErrorCode::Damaged, {}, "a polygon of fewer than three corners");
        Polygon polygon;
        for (std::size_t i = 0; i < numbers.size(); i += 2) {
            const Point point{numbers[i], numbers[i + 1]};
            if (!(std::abs(point.x) < 1e6 && std::abs(point.y) < 1e6))
                return fail(ErrorCode::Damaged, {}, "a corner far outside the picture");
            polygon.push_back(point);
        }
        polygons.push_back(std::move(polygon));
    }
    CocoPixels pixels = emptyIn(boxOf(polygons, size));
    for (const Polygon& polygon : polygons)
        fill(polygon, pixels);
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

// The columns that the runs inside reach, whole.
Result<Rect> boxOf(const std::vector<std::uint64_t>& runs, Size size)
{
    const auto height = static_cast<std::uint64_t>(size.height);
    std::uint64_t at = 0, first = size.area(), end = 0; // of the pixels, column by column
    bool isInside = false;
    for (const std::uint64_t run : runs) {
        if (run > size.area() - at)
            return fail(ErrorCode::Damaged, {}, "run lengths beyond the picture");
        if (isInside && run > 0) {
            first = std::min(first, at);
            end = at + run;
        }
        at += run;
        isInside = !isInside;
    }
    if (end == 0)
        return Rect{};
    const auto left = static_cast<int>(first / height);
    return Rect{left, 0, static_cast<int>((end - 1) / height) + 1 - left, size.height};
}

Result<CocoPixels> ofRuns(const Json& code, Size size)
{
    if (code.at("size").at(0) != size.height || code.at("size").at(1) != size.width)
        return fail(ErrorCode::Damaged, {}, "run lengths of another size than their picture");
    const Json& counts = code.at("counts");
    auto runs = counts.is_string()
        ? fromLetters(counts.get<std::string>())
        : Result<std::vector<std::uint64_t>>(counts.get<std::vector<std::uint64_t>>());
    if (!runs)
        return std::unexpected(runs.error());
    const auto box = boxOf(*runs, size);
    if (!box)
        return std::unexpected(box.error());
    CocoPixels pixels = emptyIn(*box);
    const auto height = static_cast<std::size_t>(size.height);
    const auto width = static_cast<std::size_t>(box->width), left = static_cast<std::size_t>(box->x);
    std::uint64_t at = 0;
    bool isInside = false;
    for (const std::uint64_t run : *runs) {
        if (isInside)
            for (std::uint64_t i = at; i < at + run; ++i)
                pixels.inside[i % height * width + i / height - left] = 1;
        at += run;
        isInside = !isInside;
    }
    return pixels;
}

} // namespace

Result<CocoPixels> cocoPixels(const Json& segmentation, Size size)
{
    return segmentation.is_array() ? ofPolygons(segmentation, size) : ofRuns(segmentation, size);
}

} // namespace limn
