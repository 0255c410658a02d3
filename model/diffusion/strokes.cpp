#include "model/diffusion/strokes.h"

#include "model/diffusion/evidence.h"

#include <cmath>

namespace limn {
namespace {

struct Range {
    int begin = 0, end = 0;
};

// The cells of each of `pixels` pixels along one side.
std::vector<Range> cellsAlong(int pixels, int cells)
{
    std::vector<Range> ranges;
    const double scale = static_cast<double>(cells) / pixels;
    for (int p = 0; p < pixels; ++p) {
        const auto within = [cells](double cell) {
            return std::clamp(static_cast<int>(cell), 0, cells);
        };
        if (cells <= pixels) {
            const int cell = std::min(within((p + 0.5) * scale), cells - 1);
            ranges.push_back({cell, cell + 1});
        } else { // the cells whose centre lies in the pixel
            ranges.push_back(
                {within(std::ceil(p * scale - 0.5)), within(std::ceil((p + 1) * scale - 0.5))});
        }
    }
    return ranges;
}

// classes x cells: how many marked pixels each cell got.
std::vector<int> counted(const Evidence& evidence, Size cells, int classes)
{
    const auto columns = cellsAlong(evidence.size.width, cells.width);
    const auto rows = cellsAlong(evidence.size.height, cells.height);
    std::vector<int> counts(cells.area() * static_cast<std::size_t>(classes));
    std::size_t pixel = 0;
    for (const Range row : rows)
        for (const Range column : columns) {
            const Label mark = evidence.classes[pixel++];
            if (mark == untouched)
                continue;
            for (int y = row.begin; y < row.end; ++y)
                for (int x = column.begin; x < column.end; ++x)
                    ++counts[static_cast<std::size_t>(mark) * cells.area()
                             + static_cast<std::size_t>(y) * static_cast<std::size_t>(cells.width)
                             + static_cast<std::size_t>(x)];
        }
    return counts;
}

} // namespace

at::Tensor strokesOn(const Evidence& evidence, const PictureGrid& grid, int classes)
{
    const std::vector<int> counts = counted(evidence, grid.maps, classes);
    const auto cells = grid.maps.area();
    at::Tensor strokes = at::zeros({1, classes, grid.padded.height, grid.padded.width}, at::kFloat);
    auto place = strokes.accessor<float, 4>();
    bool isAny = false;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        std::size_t best = 0;
        for (std::size_t c = 1; c < static_cast<std::size_t>(classes); ++c)
            if (counts[c * cells + cell] > counts[best * cells + cell])
                best = c;
        if (counts[best * cells + cell] == 0)
            continue;
        const auto width = static_cast<std::size_t>(grid.maps.width);
        place[0][static_cast<std::int64_t>(best)][static_cast<std::int64_t>(cell / width)]
             [static_cast<std::int64_t>(cell % width)] = 1;
        isAny = true;
    }
    return isAny ? strokes : at::Tensor();
}

void writeMarks(ProbabilityMap& map, const Evidence& evidence)
{
    const auto rest = static_cast<float>(strokeDoubt / map.classes);
    for (std::size_t pixel = 0; pixel < evidence.classes.size(); ++pixel) {
        const Label mark = evidence.classes[pixel];
        if (mark == untouched)
            continue;
        for (int c = 0; c < map.classes; ++c)
            map.values[static_cast<std::size_t>(c) * map.size.area() + pixel] =
                c == mark ? static_cast<float>(1 - strokeDoubt) + rest : rest;
    }
}

} // namespace limn
