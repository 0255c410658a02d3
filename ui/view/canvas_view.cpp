// How the picture is looked at: inverted, smooth, a label alone, two sides with a line between them.
#include "ui/view/canvas.h"

#include "ui/view/on_canvas_marks.h"
#include "ui/view/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace limn {

void Canvas::setInverted(bool isInverted)
{
    if (isInverted == m_isInverted)
        return;
    m_isInverted = isInverted;
    setPictureSlice();
    Q_EMIT pixelsChanged();
}

void Canvas::setSmooth(bool isSmooth)
{
    m_isSmooth = isSmooth;
    update();
    Q_EMIT pixelsChanged();
}

void Canvas::showLabel(Label label)
{
    constexpr int margin = 8; // pixels of the picture
    if (!m_session.isOpen())
        return;
    const auto labels = m_session.labels().slice(m_session.currentSlice());
    const Size size = m_session.labels().size;
    Rect box;
    for (int y = 0; y < size.height; ++y) {
        const auto row = labels.subspan(static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width),
                                        static_cast<std::size_t>(size.width));
        const auto first = std::ranges::find(row, label);
        if (first == row.end())
            continue;
        const auto last = std::find(row.rbegin(), row.rend(), label);
        const int from = static_cast<int>(first - row.begin());
        const int to = size.width - static_cast<int>(last - row.rbegin());
        box = united(box, {from, y, to - from, 1});
    }
    if (!box.isEmpty())
        showBox(intersected({box.x - margin, box.y - margin, box.width + 2 * margin,
                             box.height + 2 * margin},
                            wholeOf(size)));
}

void Canvas::setComparison(const CompareSettings& settings)
{
    if (settings == m_compare.settings())
        return;
    m_compare.setSettings(settings);
    update();
}

bool Canvas::isAtDivider(QPointF place) const
{
    constexpr double reach = 6;
    return isSwiped() && slice() != nullptr && std::abs(place.x() - dividerX()) <= reach;
}

void Canvas::dragDivider(QPointF place)
{
    CompareSettings settings = m_compare.settings();
    settings.divider = std::clamp(place.x() / std::max(1, width()), 0.02, 0.98);
    setComparison(settings);
    Q_EMIT dividerMoved(settings.divider);
}

void Canvas::drawDivider(QPainter& painter) const
{
    if (!isSwiped())
        return;
    const double x = std::round(dividerX()) + 0.5;
    const QPointF middle(x, height() / 2.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [colour, line] :
         {std::pair(on_canvas::halo, 4.0), std::pair(on_canvas::line, 1.6)}) {
        painter.setPen(QPen(colour, line));
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
    painter.setPen(QPen(on_canvas::halo, 1));
    painter.setBrush(on_canvas::line);
    painter.drawRoundedRect(QRectF(middle - QPointF(4, 16), QSizeF(8, 32)), 4, 4);
    QFont small = font();
    small.setPixelSize(measure::captionPx);
    painter.setFont(small);
    const QString obstacle = compareObstacle(m_compare.settings(), m_session);
    const QString words = obstacle.isEmpty() ? compareTitle(m_compare.settings()) : obstacle;
    const double width = painter.fontMetrics().horizontalAdvance(words) + 12;
    const QRectF box(std::max(4.0, x - width - 8), 62, width, 18);
    drawBackedWords(painter, box, words);
    painter.restore();
}

} // namespace limn
