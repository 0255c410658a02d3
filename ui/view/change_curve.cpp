#include "ui/view/change_curve.h"

#include "ui/view/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace limn {

ChangeCurve::ChangeCurve(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setAccessibleName(tr("Changed per step"));
    setToolTip(tr("The share of pixels whose label changed at each step."));
}

void ChangeCurve::setShares(std::vector<double> shares, int count, int base)
{
    m_shares = std::move(shares);
    m_count = count;
    m_base = base;
    update();
}

QPointF ChangeCurve::pointOf(int step, const QRectF& room, double highest) const
{
    const double along = m_count > 2 ? double(step - 2) / double(m_count - 2) : 0.5;
    const double share = m_shares[static_cast<std::size_t>(step - 1)];
    return {room.left() + along * room.width(), room.bottom() - share / highest * room.height()};
}

void ChangeCurve::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(measure::captionPx);
    painter.setFont(small);
    const int textHeight = QFontMetrics(small).height();
    const QRectF room(4, textHeight + 4, width() - 8, height() - textHeight - 10);
    painter.setPen(theme().border);
    painter.drawLine(room.bottomLeft(), room.bottomRight());
    if (m_shares.size() < 2)
        return;

    const double highest = std::max(*std::max_element(m_shares.begin() + 1, m_shares.end()), 1e-6);
    const int done = static_cast<int>(m_shares.size());
    painter.setPen(theme().muted);
    painter.drawText(QRectF(0, 0, width(), textHeight), Qt::AlignLeft,
                     tr("up to %1 %").arg(QLocale().toString(100 * highest, 'f', 2)));
    QPainterPath path(pointOf(2, room, highest));
    for (int step = 3; step <= done; ++step)
        path.lineTo(pointOf(step, room, highest));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 2));
    painter.drawPath(path);
    for (int step = 2; step <= done; ++step) {
        const bool isBase = step == m_base;
        painter.setPen(Qt::NoPen);
        painter.setBrush(isBase ? theme().text : theme().accent);
        painter.drawEllipse(pointOf(step, room, highest), isBase ? 4 : 2.5, isBase ? 4 : 2.5);
    }
}

} // namespace limn
