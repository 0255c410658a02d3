#include "ui/view/sample_card.h"

#include "ui/view/action_words.h"
#include "ui/view/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace limn {
namespace {

constexpr int footPx = 36;

} // namespace

SampleCard::SampleCard(const QString& title, const QImage& picture, QWidget* parent)
    : QAbstractButton(parent)
    , m_picture(picture)
{
    setText(title);
    setAccessibleName(tr("Open the sample %1").arg(title));
    nameKeys();
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SampleCard::nameKeys()
{
    setToolTip(withKeys(tr("Opens a copy of this sample; then press {run}."), *this));
}

void SampleCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath outline;
    outline.addRoundedRect(frame, measure::radius, measure::radius);
    painter.fillPath(outline, theme().raised);
    painter.setClipPath(outline);
    const QRect window(0, 0, width(), height() - footPx);
    painter.fillRect(window, theme().canvas);
    if (!m_picture.isNull()) {
        const QSize size = m_picture.size().scaled(window.size(), Qt::KeepAspectRatioByExpanding);
        painter.setClipRect(window, Qt::IntersectClip);
        painter.drawImage(QRect((window.width() - size.width()) / 2,
                                (window.height() - size.height()) / 2, size.width(), size.height()),
                          m_picture);
    }
    painter.setClipping(false);
    const QRect foot(10, height() - footPx, width() - 20, footPx);
    painter.setPen(theme().text);
    painter.drawText(foot, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, foot.width()));
    const bool isMarked = hasFocus() || underMouse();
    painter.setPen(QPen(isMarked ? theme().accent : theme().border, hasFocus() ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

void SampleCard::enterEvent(QEnterEvent*)
{
    update();
}

void SampleCard::leaveEvent(QEvent*)
{
    update();
}

} // namespace limn
