#include "ui/view/overlay_lines.h"

#include "ui/view/theme.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr int hatchPeriodDip = 9;

class LinePainter {
public:
    LinePainter(const DeviceGrid& grid, const LiveLabels& labels,
                const std::array<float, 256>& opacities, Hatching hatching)
        : m_grid(grid)
        , m_live(labels)
        , m_opacities(opacities)
        , m_hatching(hatching)
        , m_width(grid.device.width())
        , m_period(static_cast<int>(std::lround(hatchPeriodDip * grid.devicePixelRatio)))
        , m_line(on_canvas::line.rgba())
        , m_halo(qPremultiply(on_canvas::halo.rgba()))
        , m_hatch(qPremultiply(on_canvas::hatch.rgba()))
    {
    }

    QImage paint()
    {
        QImage image(m_grid.device.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        Bytes above = edgesOf(0), here = edgesOf(0), below = edgesOf(1);
        for (int y = 0; y < image.height(); ++y) {
            auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
            hatchRow(y, out);
            contourRow(above, here, below, out);
            above.swap(here);
            here.swap(below);
            below = edgesOf(y + 2);
        }
        return image;
    }

private:
    using Bytes = std::vector<Label>;

    int rowAt(int y) const
    {
        return m_grid.rows[static_cast<std::size_t>(std::clamp(y, 0, m_grid.device.height() - 1))];
    }

    Bytes shownLabels(int y) const
    {
        Bytes row(static_cast<std::size_t>(m_width));
        m_live.labels(rowAt(y), m_grid.columns, row);
        for (Label& label : row)
            if (m_opacities[label] <= 0)
                label = background;
        return row;
    }

    // 1 where the label differs from that of the pixel to the right or below.
    Bytes edgesOf(int y)
    {
        if (m_nextRow != rowAt(y) || m_next.empty())
            m_next = shownLabels(y);
        const Bytes here = m_next;
        if (rowAt(y + 1) != rowAt(y))
            m_next = shownLabels(y + 1);
        m_nextRow = rowAt(y + 1);
        Bytes edges(here.size(), 0);
        for (std::size_t x = 0; x + 1 < here.size(); ++x)
            edges[x] = here[x] != here[x + 1] || here[x] != m_next[x];
        return edges;
    }

    void contourRow(const Bytes& above, const Bytes& here, const Bytes& below, QRgb* out) const
    {
        for (std::size_t x = 1; x + 1 < here.size(); ++x) {
            if (here[x] != 0)
                out[x] = m_line;
            else if ((above[x] | below[x] | here[x - 1] | here[x + 1]) != 0)
                out[x] = m_halo;
        }
    }

    // Fixed to the picture, so that the hatching moves with it.
    void hatchRow(int y, QRgb* out)
    {
        const int row = rowAt(y);
        if (row != m_humanRow || m_human.empty()) {
            m_human.resize(static_cast<std::size_t>(m_width));
            m_live.human(row, m_grid.columns, m_human);
            m_humanRow = row;
            m_hasHuman =
                std::ranges::find_if(m_human, [](Label label) { return label != untouched; })
                != m_human.end();
        }
        if (!m_hasHuman)
            return;
        const int v = m_grid.device.y() + y - m_grid.pictureOrigin.y();
        for (int x = 0; x < m_width; ++x) {
            const Label label = m_human[static_cast<std::size_t>(x)];
            if (label == untouched || (label != background && m_opacities[label] <= 0))
                continue;
            if (label == background && m_hatching == Hatching::WhereItMatters
                && m_live.isSureBackground(m_grid.columns[static_cast<std::size_t>(x)], row))
                continue;
            const int u = m_grid.device.x() + x - m_grid.pictureOrigin.x();
            const int diagonal = label == background ? u - v : u + v;
            const int phase = ((diagonal % m_period) + m_period) % m_period;
            if (phase == 0)
                out[x] = m_hatch;
            else if (phase == 1)
                out[x] = m_halo;
        }
    }

    const DeviceGrid& m_grid;
    const LiveLabels& m_live;
    const std::array<float, 256>& m_opacities;
    Hatching m_hatching;
    int m_width;
    int m_period;
    QRgb m_line, m_halo, m_hatch;
    Bytes m_next, m_human;
    int m_nextRow = -2, m_humanRow = -2;
    bool m_hasHuman = false;
};

} // namespace

QImage overlayLines(const DeviceGrid& grid, const LiveLabels& labels,
                    const std::array<float, 256>& opacities, Hatching hatching)
{
    return LinePainter(grid, labels, opacities, hatching).paint();
}

} // namespace limn
