#include "ui/view/overlay_lines.h"

#include "ui/view/theme.h"

#include <algorithm>
#include <cmath>
#include <cstring>

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
        for (std::size_t label = 0; label < m_shownAs.size(); ++label)
            m_shownAs[label] = opacities[label] > 0 ? static_cast<Label>(label) : background;
        noteColumns();
    }

    QImage paint()
    {
        QImage image(m_grid.device.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        Edges above, here, below;
        findEdges(0, here);
        above = here;
        findEdges(1, below);
        for (int y = 0; y < image.height(); ++y) {
            auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
            hatchRow(y, out);
            if (above.isAny || here.isAny || below.isAny)
                contourRow(above.at, here.at, below.at, out);
            std::swap(above, here);
            std::swap(here, below);
            findEdges(y + 2, below);
        }
        return image;
    }

private:
    using Bytes = std::vector<Label>;
    // 1 where the label differs from that of the pixel to the right or below.
    struct Edges {
        Bytes at;
        bool isAny = false;
    };

    int rowAt(int y) const
    {
        return m_grid.rows[static_cast<std::size_t>(std::clamp(y, 0, m_grid.device.height() - 1))];
    }

    // The first device column of each of the picture's columns in view, and one past the last.
    void noteColumns()
    {
        const auto& columns = m_grid.columns;
        const auto isInside = [](int column) { return column >= 0; };
        auto device = std::ranges::find_if(columns, isInside);
        const auto end = std::find_if_not(device, columns.end(), isInside);
        if (device == end)
            return;
        m_firstColumn = *device;
        for (int column = m_firstColumn; column <= *std::prev(end); ++column) {
            device = std::find_if(device, end, [column](int shown) { return shown >= column; });
            m_firstOf.push_back(static_cast<int>(device - columns.begin()));
        }
        m_source.resize(m_firstOf.size());
        m_firstOf.push_back(static_cast<int>(end - columns.begin()));
    }

    // A run of equal labels at a time.
    void readShown(int row, Bytes& out)
    {
        out.assign(static_cast<std::size_t>(m_width), background);
        m_live.labelsFrom(m_firstColumn, row, m_source);
        for (std::size_t start = 0; start < m_source.size();) {
            const std::size_t end = endOfRun(m_source, start);
            const Label shown = m_shownAs[m_source[start]];
            if (shown != background)
                std::fill(out.begin() + m_firstOf[start], out.begin() + m_firstOf[end], shown);
            start = end;
        }
    }

    // Eight labels at once where they are equal.
    static std::size_t endOfRun(const Bytes& labels, std::size_t start)
    {
        const std::uint64_t run = labels[start] * 0x0101010101010101U;
        std::size_t end = start + 1;
        for (std::uint64_t eight = 0; end + sizeof eight <= labels.size(); end += sizeof eight) {
            std::memcpy(&eight, labels.data() + end, sizeof eight);
            if (eight != run)
                break;
        }
        while (end < labels.size() && labels[end] == labels[start])
            ++end;
        return end;
    }

    // Without a jump a pixel: the compiler makes vectors of it.
    void findEdges(int y, Edges& edges)
    {
        if (m_nextRow != rowAt(y) || m_next.empty())
            readShown(rowAt(y), m_next);
        m_here = m_next;
        m_nextRow = rowAt(y + 1);
        if (m_nextRow != rowAt(y))
            readShown(m_nextRow, m_next);
        edges.at.assign(m_here.size(), 0);
        const Label* const here = m_here.data();
        const Label* const next = m_next.data();
        Label* const at = edges.at.data();
        const std::size_t last = m_here.size() - 1;
        for (std::size_t x = 0; x < last; ++x)
            at[x] = static_cast<Label>((here[x] != here[x + 1]) | (here[x] != next[x]));
        edges.isAny = std::memchr(edges.at.data(), 1, edges.at.size()) != nullptr;
    }

    void contourRow(const Bytes& above, const Bytes& here, const Bytes& below, QRgb* out) const
    {
        constexpr std::size_t block = 32; // most are far from any edge
        for (std::size_t start = 1; start + 1 < here.size(); start += block) {
            const std::size_t end = std::min(start + block, here.size() - 1);
            unsigned any = 0;
            for (std::size_t x = start - 1; x <= end; ++x)
                any |= above[x] | here[x] | below[x];
            if (any != 0)
                contourPixels(above, here, below, start, end, out);
        }
    }

    void contourPixels(const Bytes& above, const Bytes& here, const Bytes& below, std::size_t start,
                       std::size_t end, QRgb* out) const
    {
        for (std::size_t x = start; x < end; ++x) {
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
            m_humanRow = row;
            m_hasHuman = m_live.hasHuman(m_firstColumn, row, m_source.size());
            if (m_hasHuman)
                m_live.human(row, m_grid.columns, m_human);
        }
        if (!m_hasHuman)
            return;
        const int v = m_grid.device.y() + y - m_grid.pictureOrigin.y();
        for (int x = 0; x < m_width; ++x) {
            const Label label = m_human[static_cast<std::size_t>(x)];
            if (label == untouched || (label != background && m_opacities[label] <= 0))
                continue;
            const int u = m_grid.device.x() + x - m_grid.pictureOrigin.x();
            const int diagonal = label == background ? u - v : u + v;
            const int phase = ((diagonal % m_period) + m_period) % m_period;
            if (phase > 1)
                continue;
            if (label == background && m_hatching == Hatching::WhereItMatters
                && m_live.isSureBackground(m_grid.columns[static_cast<std::size_t>(x)], row))
                continue;
            out[x] = phase == 0 ? m_hatch : m_halo;
        }
    }

    const DeviceGrid& m_grid;
    const LiveLabels& m_live;
    const std::array<float, 256>& m_opacities;
    Hatching m_hatching;
    int m_width;
    int m_period;
    QRgb m_line, m_halo, m_hatch;
    std::array<Label, 256> m_shownAs{}; // by label: itself, or background where it is hidden
    int m_firstColumn = 0; // of the picture, that a device column shows
    std::vector<int> m_firstOf; // from there on
    Bytes m_source, m_here, m_next, m_human;
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
