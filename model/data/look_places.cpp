#include "model/data/look_places.h"

#include "model/data/regions.h"

#include <algorithm>
#include <utility>

namespace limn {
namespace {

// A place is what a person looks at in one view. The band of doubt along a contour is often one
// region around the whole organ, whose middle is not even doubtful: as one place it would say
// "look at all of it". A sixth of the longer side shows, in a view, what it takes to decide.
constexpr int placesAcross = 6;

using Cells = std::vector<std::uint32_t>;

int columnOf(std::uint32_t cell, Size grid)
{
    return static_cast<int>(cell % static_cast<std::uint32_t>(grid.width));
}

int rowOf(std::uint32_t cell, Size grid)
{
    return static_cast<int>(cell / static_cast<std::uint32_t>(grid.width));
}

Rect boxOf(const Cells& cells, Size grid)
{
    int left = grid.width, top = grid.height, right = 0, bottom = 0;
    for (const std::uint32_t cell : cells) {
        left = std::min(left, columnOf(cell, grid));
        right = std::max(right, columnOf(cell, grid) + 1);
        top = std::min(top, rowOf(cell, grid));
        bottom = std::max(bottom, rowOf(cell, grid) + 1);
    }
    return {left, top, right - left, bottom - top};
}

// Sums of the doubt over squares of `block` cells, and over all that lies above and left of each.
class BlockSums {
public:
    BlockSums(const Cells& cells, const ScalarMap& doubt, Rect box, int block)
        : m_columns((box.width + block - 1) / block)
        , m_rows((box.height + block - 1) / block)
        , m_sums(Size{m_columns + 1, m_rows + 1}.area())
    {
        for (const std::uint32_t cell : cells)
            at((columnOf(cell, doubt.size) - box.x) / block + 1,
               (rowOf(cell, doubt.size) - box.y) / block + 1) += doubt.values[cell];
        for (int y = 1; y <= m_rows; ++y)
            for (int x = 1; x <= m_columns; ++x)
                at(x, y) += at(x - 1, y) + at(x, y - 1) - at(x - 1, y - 1);
    }

    // The corner of the window of side x side blocks with the largest sum.
    std::pair<int, int> heaviest(int side)
    {
        std::pair<int, int> best{0, 0};
        double largest = -1;
        for (int y = 0; y <= std::max(0, m_rows - side); ++y)
            for (int x = 0; x <= std::max(0, m_columns - side); ++x) {
                const int right = std::min(m_columns, x + side);
                const int bottom = std::min(m_rows, y + side);
                const double sum = at(right, bottom) - at(x, bottom) - at(right, y) + at(x, y);
                if (sum > largest) {
                    largest = sum;
                    best = {x, y};
                }
            }
        return best;
    }

private:
    double& at(int x, int y)
    {
        return m_sums[Size{m_columns + 1, y}.area() + static_cast<std::size_t>(x)];
    }

    int m_columns, m_rows;
    std::vector<double> m_sums;
};

// Where the first place of a region that is too large is cut out: as much doubt as fits.
Rect cutOf(const Cells& cells, const ScalarMap& doubt, Rect box, int side)
{
    const int block = std::max(1, side / 8);
    const auto [column, row] = BlockSums(cells, doubt, box, block).heaviest(side / block);
    return {box.x + column * block, box.y + row * block, side, side};
}

bool contains(Rect box, int x, int y)
{
    return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

DoubtPlace placeOf(Cells cells, const ScalarMap& doubt)
{
    DoubtPlace place{std::move(cells), {}, 0};
    place.box = boxOf(place.cells, doubt.size);
    for (const std::uint32_t cell : place.cells)
        place.sum += doubt.values[cell];
    return place;
}

void cutInto(std::vector<DoubtPlace>& places, Cells region, const ScalarMap& doubt,
             std::size_t smallest)
{
    const int side = placeSide(doubt.size);
    while (region.size() >= smallest) {
        const Rect box = boxOf(region, doubt.size);
        if (box.width <= side && box.height <= side) {
            places.push_back(placeOf(std::move(region), doubt));
            return;
        }
        const Rect cut = cutOf(region, doubt, box, side);
        const auto rest = std::ranges::stable_partition(region, [&](std::uint32_t cell) {
            return contains(cut, columnOf(cell, doubt.size), rowOf(cell, doubt.size));
        });
        Cells inside(region.begin(), rest.begin());
        region.erase(region.begin(), rest.begin());
        if (inside.size() >= smallest)
            places.push_back(placeOf(std::move(inside), doubt));
    }
}

} // namespace

int placeSide(Size grid)
{
    return std::max(8, std::max(grid.width, grid.height) / placesAcross);
}

std::vector<DoubtPlace> placesOf(const ScalarMap& doubt, float floor)
{
    const auto side = static_cast<std::size_t>(placeSide(doubt.size));
    const std::size_t smallest = std::max<std::size_t>(4, side * side / 1000);
    std::vector<std::uint8_t> isFree(doubt.values.size());
    std::ranges::transform(doubt.values, isFree.begin(),
                           [floor](float value) { return value >= floor; });
    std::vector<DoubtPlace> places;
    for (std::size_t cell = 0; cell < isFree.size(); ++cell)
        if (isFree[cell] != 0)
            cutInto(places,
                    regionFrom(static_cast<std::uint32_t>(cell), doubt.size,
                               Neighbours::EdgesAndCorners,
                               [&](std::uint32_t one) { return std::exchange(isFree[one], 0) != 0; }),
                    doubt, smallest);
    std::ranges::stable_sort(places, std::greater{}, &DoubtPlace::sum);
    return places;
}

} // namespace limn
