#include "model/metrics/distance_transform.h"

#include <cassert>
#include <limits>

namespace limn {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// Lower envelope of the parabolas value[i] + (spacing (x - i))^2 along one line.
class LineTransform {
public:
    LineTransform(std::size_t length, double spacing)
        : m_square(spacing * spacing)
        , m_values(length)
        , m_apexes(length)
        , m_starts(length)
    {
    }

    void apply(double* first, std::size_t stride)
    {
        const std::size_t length = m_values.size();
        for (std::size_t i = 0; i < length; ++i)
            m_values[i] = first[i * stride];
        buildEnvelope();
        if (m_count == 0)
            return;
        std::size_t k = 0;
        for (std::size_t i = 0; i < length; ++i) {
            const auto x = static_cast<double>(i);
            while (k + 1 < m_count && m_starts[k + 1] < x)
                ++k;
            const double distance = x - static_cast<double>(m_apexes[k]);
            first[i * stride] = m_square * distance * distance + m_values[m_apexes[k]];
        }
    }

private:
    void buildEnvelope()
    {
        m_count = 0;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            if (m_values[i] == infinite)
                continue;
            double start = -infinite;
            while (m_count > 0) {
                start = crossing(m_apexes[m_count - 1], i);
                if (start > m_starts[m_count - 1])
                    break;
                --m_count;
                start = -infinite;
            }
            m_apexes[m_count] = i;
            m_starts[m_count] = start;
            ++m_count;
        }
    }

    // Where the parabola of b comes below that of a < b.
    double crossing(std::size_t a, std::size_t b) const
    {
        const auto x = static_cast<double>(a);
        const auto y = static_cast<double>(b);
        return ((m_values[b] - m_values[a]) / m_square + y * y - x * x) / (2 * (y - x));
    }

    double m_square;
    std::vector<double> m_values;
    std::vector<std::size_t> m_apexes; // of the parabolas in the envelope
    std::vector<double> m_starts; // from where each is the lowest
    std::size_t m_count = 0;
};

} // namespace

std::vector<double> squaredDistances(std::span<const std::uint8_t> set, const Grid& grid)
{
    assert(set.size() == grid.count());
    std::vector<double> distances(set.size());
    for (std::size_t i = 0; i < set.size(); ++i)
        distances[i] = set[i] != 0 ? 0 : infinite;
    const auto width = static_cast<std::size_t>(grid.size.width);
    const auto height = static_cast<std::size_t>(grid.size.height);
    const auto slices = static_cast<std::size_t>(grid.sliceCount);
    const std::size_t area = width * height;

    LineTransform alongRow(width, grid.columnSpacing);
    for (std::size_t row = 0; row < height * slices; ++row)
        alongRow.apply(&distances[row * width], 1);
    LineTransform alongColumn(height, grid.rowSpacing);
    for (std::size_t slice = 0; slice < slices; ++slice)
        for (std::size_t x = 0; x < width; ++x)
            alongColumn.apply(&distances[slice * area + x], width);
    if (slices > 1) {
        LineTransform alongStack(slices, grid.sliceSpacing);
        for (std::size_t i = 0; i < area; ++i)
            alongStack.apply(&distances[i], area);
    }
    return distances;
}

} // namespace limn
