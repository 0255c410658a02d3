// Live-wire: the line from a place to the pointer that clings to edges of the picture.
#pragma once

#include "ui/tools/edge_cost.h"
#include "ui/tools/place.h"

#include <memory>
#include <optional>
#include <vector>

namespace limn {

// Works on a box around the two places alone, on cells of several pixels where the box is large (so
// that there are never more than 384 x 384), and looks at no more cells than the pointer's place
// needs (Dijkstra, Numerische Mathematik 1, 1959, with a bucket a cost): what was looked at is kept until the start or the box changes.
class LiveWire {
public:
    explicit LiveWire(SlicePtr slice);

    // From and to are its ends; between them the middles of pixels.
    std::vector<Place> line(Place from, Place to);

    // The middle of the pixel on the strongest edge within `reach` pixels of a place.
    Place edgeNear(Place place, double reach) const;

    std::size_t settledCells() const { return m_settled; } // since the start or the box changed

private:

    void prepare(Place from, Place to);
    Rect boxFor(Place from, Place to) const;
    std::size_t cellOf(Place place) const;
    Place middleOf(std::size_t cell) const;
    void settle(std::size_t target);

    SlicePtr m_slice;
    Rect m_box;
    int m_stride = 1;
    Place m_from;
    std::optional<EdgeCost> m_cost;
    std::vector<std::uint32_t> m_distance;
    std::vector<std::uint8_t> m_cameBy; // direction; 8: not reached
    std::vector<bool> m_isSettled;
    std::vector<std::vector<std::uint32_t>> m_buckets; // by distance, round and round
    std::uint32_t m_reached = 0; // distance up to which all is settled
    std::size_t m_waiting = 0; // entries in the buckets
    std::size_t m_settled = 0;
};

} // namespace limn
