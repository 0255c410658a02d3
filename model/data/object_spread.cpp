#include "model/data/object_spread.h"

#include "model/data/regions.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace limn {
namespace {

using Numbers = std::vector<int>; // of the object or region a cell belongs to; -1: none

std::size_t cellAt(Size grid, int x, int y)
{
    return Size{grid.width, y}.area() + static_cast<std::size_t>(x);
}

// Numbers the connected regions of every label but the background; returns how many there are.
int numberRegions(std::span<const Label> labels, Size grid, Numbers& numbers)
{
    numbers.assign(labels.size(), -1);
    int count = 0;
    for (std::size_t first = 0; first < labels.size(); ++first) {
        if (labels[first] == background || numbers[first] >= 0)
            continue;
        regionFrom(first, grid, Neighbours::Edges, [&](std::size_t cell) {
            const bool isTaken = numbers[cell] < 0 && labels[cell] == labels[first];
            if (isTaken)
                numbers[cell] = count;
            return isTaken;
        });
        ++count;
    }
    return count;
}

// The mask at the centres of the chains' cells.
std::vector<Label> onGrid(std::span<const Label> labels, Size size, Size grid)
{
    std::vector<Label> sampled(grid.area());
    for (int y = 0; y < grid.height; ++y)
        for (int x = 0; x < grid.width; ++x)
            sampled[cellAt(grid, x, y)] =
                labels[cellAt(size, (2 * x + 1) * size.width / (2 * grid.width),
                              (2 * y + 1) * size.height / (2 * grid.height))];
    return sampled;
}

// Which object each cell of a chain belongs to; -1: to none. From the objects' own cells the
// numbers spread through cells of the same label in the chain, in waves: the nearest object (by
// steps along edges) gets there first.
Numbers objectsOfChain(std::span<const Label> chain, std::span<const Label> mask,
                       const Numbers& objects, Size grid)
{
    Numbers owners(chain.size(), -1);
    std::vector<std::size_t> wave;
    for (std::size_t cell = 0; cell < chain.size(); ++cell)
        if (objects[cell] >= 0 && chain[cell] == mask[cell]) {
            owners[cell] = objects[cell];
            wave.push_back(cell);
        }
    for (std::size_t next = 0; next < wave.size(); ++next) {
        const std::size_t from = wave[next];
        visitNeighbours(grid, from, Neighbours::Edges, [&](std::size_t cell) {
            if (owners[cell] < 0 && chain[cell] == chain[from]) {
                owners[cell] = owners[from];
                wave.push_back(cell);
            }
        });
    }
    return owners;
}

std::vector<std::size_t> countsOf(const Numbers& owners, std::size_t objects)
{
    std::vector<std::size_t> counts(objects);
    for (const int owner : owners)
        if (owner >= 0)
            ++counts[static_cast<std::size_t>(owner)];
    return counts;
}

// Adds each object's Dice of two chains to `sums`; where neither has the object there is none.
void addDice(const Numbers& a, const Numbers& b, std::span<const std::size_t> areasA,
             std::span<const std::size_t> areasB, std::vector<double>& sums,
             std::vector<int>& pairs)
{
    std::vector<std::size_t> shared(sums.size());
    for (std::size_t cell = 0; cell < a.size(); ++cell)
        if (a[cell] >= 0 && a[cell] == b[cell])
            ++shared[static_cast<std::size_t>(a[cell])];
    for (std::size_t object = 0; object < sums.size(); ++object)
        if (const auto both = areasA[object] + areasB[object]; both > 0) {
            sums[object] += 2 * static_cast<double>(shared[object]) / static_cast<double>(both);
            ++pairs[object];
        }
}

void setAreas(ObjectSpread& object, std::size_t number,
              const std::vector<std::vector<std::size_t>>& areas, double cellArea)
{
    const auto chains = static_cast<double>(areas.size());
    for (const auto& ofChain : areas)
        object.meanArea += cellArea * static_cast<double>(ofChain[number]) / chains;
    double squares = 0;
    for (const auto& ofChain : areas)
        squares += std::pow(cellArea * static_cast<double>(ofChain[number]) - object.meanArea, 2);
    object.deviation = areas.size() > 1 ? std::sqrt(squares / (chains - 1)) : 0;
}

Rect pixelsOf(int x, int y, Size grid, Size size)
{
    const int left = x * size.width / grid.width, top = y * size.height / grid.height;
    return {left, top, (x + 1) * size.width / grid.width - left,
            (y + 1) * size.height / grid.height - top};
}

std::vector<ObjectSpread> objectsOf(std::span<const Label> mask, const Numbers& numbers, int count,
                                    Size grid, Size size)
{
    std::vector<ObjectSpread> objects(static_cast<std::size_t>(count));
    const double cellArea = static_cast<double>(size.area()) / static_cast<double>(grid.area());
    for (int y = 0; y < grid.height; ++y)
        for (int x = 0; x < grid.width; ++x) {
            const std::size_t cell = cellAt(grid, x, y);
            if (numbers[cell] < 0)
                continue;
            ObjectSpread& object = objects[static_cast<std::size_t>(numbers[cell])];
            object.label = mask[cell];
            object.area += cellArea;
            object.box = united(object.box, pixelsOf(x, y, grid, size));
        }
    return objects;
}

} // namespace

std::vector<ObjectSpread> objectSpread(std::span<const Label> labels, Size size,
                                       const Spread& spread)
{
    const Size grid = spread.votes.size;
    const std::vector<Label> mask = onGrid(labels, size, grid);
    Numbers numbers;
    const int count = numberRegions(mask, grid, numbers);
    std::vector<ObjectSpread> objects = objectsOf(mask, numbers, count, grid, size);

    std::vector<Numbers> owners;
    std::vector<std::vector<std::size_t>> areas;
    for (const auto& chain : spread.labels) {
        owners.push_back(objectsOfChain(chain, mask, numbers, grid));
        areas.push_back(countsOf(owners.back(), objects.size()));
    }
    std::vector<double> dice(objects.size());
    std::vector<int> pairs(objects.size());
    for (std::size_t a = 0; a < owners.size(); ++a)
        for (std::size_t b = a + 1; b < owners.size(); ++b)
            addDice(owners[a], owners[b], areas[a], areas[b], dice, pairs);
    const double cellArea = static_cast<double>(size.area()) / static_cast<double>(grid.area());
    for (std::size_t i = 0; i < objects.size(); ++i) {
        setAreas(objects[i], i, areas, cellArea);
        objects[i].dice =
            pairs[i] > 0 ? dice[i] / pairs[i] : std::numeric_limits<double>::quiet_NaN();
    }
    std::ranges::stable_sort(objects, std::greater{}, &ObjectSpread::area);
    return objects;
}

} // namespace limn
