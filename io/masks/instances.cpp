#include "io/masks/instances.h"

#include "model/data/regions.h"

#include <algorithm>

namespace limn {
namespace {

Instance instanceOf(Label label, std::span<const std::size_t> cells, Size size)
{
    const auto width = static_cast<std::size_t>(size.width);
    int left = size.width, right = -1, top = size.height, bottom = -1;
    for (const std::size_t cell : cells) {
        const int x = static_cast<int>(cell % width), y = static_cast<int>(cell / width);
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
    Instance instance{label, {left, top, right - left + 1, bottom - top + 1}, {}, cells.size()};
    instance.mask.resize(instance.box.area());
    for (const std::size_t cell : cells) {
        const std::size_t x = cell % width - static_cast<std::size_t>(left);
        const std::size_t y = cell / width - static_cast<std::size_t>(top);
        instance.mask[y * static_cast<std::size_t>(instance.box.width) + x] = 1;
    }
    return instance;
}

void addPieces(std::span<const Label> slice, Size size, Label label,
               std::vector<Instance>& instances)
{
    std::vector<std::uint8_t> isTaken(slice.size());
    const auto take = [&](std::size_t cell) {
        if (slice[cell] != label || isTaken[cell])
            return false;
        isTaken[cell] = 1;
        return true;
    };
    for (std::size_t first = 0; first < slice.size(); ++first)
        if (slice[first] == label && !isTaken[first]) {
            const auto cells = regionFrom(first, size, Neighbours::EdgesAndCorners, take);
            instances.push_back(instanceOf(label, cells, size));
        }
}

} // namespace

std::vector<Instance> instancesOf(std::span<const Label> slice, Size size, const LabelTable& table,
                                  InstanceKind kind)
{
    std::vector<Instance> instances;
    for (const LabelRow& row : table.rows) {
        if (kind == InstanceKind::Components) {
            addPieces(slice, size, row.label, instances);
            continue;
        }
        std::vector<std::size_t> cells;
        for (std::size_t i = 0; i < slice.size(); ++i)
            if (slice[i] == row.label)
                cells.push_back(i);
        if (!cells.empty())
            instances.push_back(instanceOf(row.label, cells, size));
    }
    return instances;
}

} // namespace limn
