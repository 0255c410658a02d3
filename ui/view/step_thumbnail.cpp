#include "ui/view/step_thumbnail.h"

#include "ui/view/icons.h"
#include "ui/view/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace limn {
namespace {

constexpr int edgePx = 3, leastWidthPx = 64;

QFont captionFont(QFont font, bool isBold)
{
    font.setPixelSize(measure::captionPx);
    font.setBold(isBold);
    return font;
}

} // namespace

StepThumbnail::StepThumbnail(int step, QWidget* parent)
    : QAbstractButton(parent)
    , m_step(step)
{
    setAccessibleName(step > 0 ? tr("Step %1").arg(step) : tr("State at the end, t = 0"));
    setFocusPolicy(step > 0 ? Qt::TabFocus : Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StepThumbnail::setPictures(const QImage& state, const QImage& posterior)
{
    if (m_state.isNull() && m_posterior.isNull() && state.isNull() && posterior.isNull())
        return;
    m_state = state;
    m_posterior = posterior;
    update();
}

void StepThumbnail::setCaptions(const QString& above, const QString& below)
{
    if (above == m_above && below == m_below)
        return;
    m_above = above;
    m_below = below;
    update();
}

void StepThumbnail::setBase(bool isBase)
{
    if (std::exchange(m_isBase, isBase) != isBase)
        describe();
}

void StepThumbnail::setEdits(int count)
{
    if (std::exchange(m_edits, count) != count)
        describe();
}

void StepThumbnail::describe()
{
    QStringList words;
    if (m_isBase)
        words << tr("The mask is made from this step.");
    if (m_edits > 0)
        words << tr("You edited %n time(s) while it was shown.", nullptr, m_edits);
    setAccessibleDescription(words.join(QLatin1Char(' ')));
    update();
}

void StepThumbnail::setPictureWidth(int widthPx)
{
    if (std::exchange(m_widthPx, widthPx) != widthPx)
        updateGeometry();
}

QSize StepThumbnail::sizeHint() const
{
    return {std::max(m_widthPx + 2 * edgePx, leastWidthPx), 2 * halfPx + 2 + 2 * captionPx};
}

void StepThumbnail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool isPending = m_state.isNull() && m_posterior.isNull();
    if (m_isBase || hasFocus() || isPending) {
        QPen pen(m_isBase || hasFocus() ? theme().accent : theme().border, m_isBase ? 2 : 1);
        if (hasFocus())
            pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        painter.setBrush(m_isBase ? theme().raised : QColor(Qt::transparent));
        painter.drawRoundedRect(frame, measure::radius, measure::radius);
    }
    const QRect above(0, 1, width(), captionPx),
        below(0, height() - captionPx - 1, width(), captionPx);
    painter.setFont(captionFont(font(), m_isBase));
    painter.setPen(m_isBase ? theme().text : theme().muted);
    const int pen = m_edits > 0 ? captionPx : 0;
    painter.drawText(above.adjusted(0, 0, -pen, 0), Qt::AlignCenter, m_above);
    painter.setFont(captionFont(font(), false));
    painter.setPen(theme().muted);
    painter.drawText(below, Qt::AlignCenter, m_below);

    if (m_edits > 0)
        limn::icon(QStringLiteral("brush"))
            .paint(&painter, QRect(width() - captionPx, 2, captionPx - 3, captionPx - 3));

    const int left = (width() - m_widthPx) / 2;
    const QRect upper(left, captionPx, m_widthPx, halfPx);
    const QRect lower(left, captionPx + halfPx + 2, m_widthPx, halfPx);
    if (!m_state.isNull())
        painter.drawImage(upper, m_state);
    if (!m_posterior.isNull())
        painter.drawImage(lower, m_posterior);
    else if (!isPending)
        painter.drawText(lower, Qt::AlignCenter, tr("t = 0"));
}

void StepThumbnail::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT pressedOrDragged(event->globalPosition().toPoint());
}

void StepThumbnail::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        Q_EMIT pressedOrDragged(event->globalPosition().toPoint());
}

void StepThumbnail::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT letGo();
}

} // namespace limn
