// What it costs a line to pass from pixel to pixel: little along an edge of the picture.
#pragma once

#include "model/data/volume.h"

#include <cstdint>
#include <vector>

namespace limn {

// The local cost of Mortensen and Barrett, "Interactive Segmentation with Intelligent Scissors",
// Graphical Models and Image Processing 60 (1998), section 3: Laplacian zero-crossing, gradient
// direction and gradient magnitude, weighted 0.43, 0.43 and 0.14. Made for a box of the picture, on
// a grid of `stride` pixels a cell.
class EdgeCost {
public:
    static constexpr int most = 160; // of one link

    EdgeCost(const Slice& slice, Rect box, int stride);

    Size grid() const { return m_grid; }
    // Of the link from a cell to its neighbour in direction 0..7 (right, then clockwise): 1..most.
    int cost(std::size_t from, std::size_t to, int direction) const;
    // How little of an edge a cell lies on: 0 on the strongest one of the box, 1 on none.
    float weakness(std::size_t cell) const;

private:
    void sample(const Slice& slice, Rect box, int stride);
    void takeGradients();
    void takeZeroCrossings();

    Size m_grid;
    std::vector<float> m_values; // smoothed
    std::vector<float> m_alongX, m_alongY; // unit vector at a right angle to the gradient; 0 without one
    std::vector<float> m_magnitude; // 1 - gradient / largest gradient
    std::vector<std::uint8_t> m_crossing; // 0 on a zero-crossing of the Laplacian, else 1
};

} // namespace limn
