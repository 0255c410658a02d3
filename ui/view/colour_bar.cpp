#include "ui/view/colour_bar.h"

#include "ui/figure/colour_map.h"
#include "ui/view/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace limn {
namespace {

constexpr int barWidth = 14, barRight = 22, labelGap = 8, edge = 14, parts = 100;

} // namespace

ColourBar::ColourBar(QWidget* parent)
    : QAbstractSlider(parent)
{
    setOrientation(Qt::Vertical);
    setRange(1, parts - 1);
    setSingleStep(1);
    setPageStep(10);
    setValue(parts / 2);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeVerCursor);
    setAccessibleName(tr("Threshold in percent"));
    setAccessibleDescription(
        tr("A pixel belongs to the mask where its probability reaches this value."));
    connect(this, &QAbstractSlider::valueChanged, this, [this](int value) {
        update();
        if (m_isShowing)
            return;
        Q_EMIT thresholdPicked(static_cast<double>(value) / parts);
        if (!isSliderDown() && !m_isKeyHeld)
            Q_EMIT gestureEnded();
    });
}

QSize ColourBar::sizeHint() const
{
    return {78, 240};
}

void ColourBar::showThreshold(double threshold)
{
    m_isShowing = true;
    setValue(static_cast<int>(std::lround(threshold * parts)));
    m_isShowing = false;
}

QRectF ColourBar::gradientBox() const
{
    return {static_cast<double>(width() - barRight - barWidth), edge, barWidth,
            static_cast<double>(height() - 2 * edge)};
}

double ColourBar::yOf(double value) const
{
    const QRectF box = gradientBox();
    return box.bottom() - value * box.height();
}

void ColourBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(on_canvas::backing);
    painter.drawRoundedRect(QRectF(rect()), measure::radius, measure::radius);
    const QRectF box = gradientBox();
    QLinearGradient gradient(box.bottomLeft(), box.topLeft());
    for (int i = 0; i <= 16; ++i)
        gradient.setColorAt(i / 16.0, QColor::fromRgb(cividis(i / 16.0)));
    painter.setBrush(gradient);
    painter.setOpacity(isEnabled() ? 1 : 0.35);
    painter.drawRoundedRect(box, 3, 3);
    QFont font = painter.font();
    font.setPixelSize(measure::captionPx);
    painter.setFont(font);
    painter.setPen(on_canvas::muted);
    const double threshold = static_cast<double>(value()) / parts;
    const auto tick = [&](double at) {
        if (std::abs(yOf(at) - yOf(threshold)) < 14)
            return; // the handle's number stands there
        const QRectF words(0, yOf(at) - 8, box.left() - labelGap, 16);
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(at, 'f', 1));
    };
    tick(0);
    tick(1);
    drawHandle(painter);
    if (hasFocus()) {
        painter.setOpacity(1);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), measure::radius,
                                measure::radius);
    }
}

void ColourBar::drawHandle(QPainter& painter) const
{
    const QRectF box = gradientBox();
    const double threshold = static_cast<double>(value()) / parts;
    const double y = yOf(threshold);
    for (const auto& [colour, width] :
         {std::pair(on_canvas::halo, 4.0), std::pair(on_canvas::line, 2.0)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(box.left() - 5, y), QPointF(box.right() + 3, y));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(on_canvas::line);
    painter.drawPolygon(
        QPolygonF({{box.right() + 4, y}, {box.right() + 11, y - 6}, {box.right() + 11, y + 6}}));
    QFont font = painter.font();
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(on_canvas::text);
    painter.drawText(QRectF(0, y - 8, box.left() - labelGap, 16), Qt::AlignRight | Qt::AlignVCenter,
                     QLocale().toString(threshold, 'f', 2));
}

void ColourBar::pickAt(double y)
{
    const QRectF box = gradientBox();
    setValue(static_cast<int>(std::lround((box.bottom() - y) / box.height() * parts)));
}

void ColourBar::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    pickAt(event->position().y());
}

void ColourBar::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        pickAt(event->position().y());
}

void ColourBar::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !isSliderDown())
        return;
    setSliderDown(false);
    Q_EMIT gestureEnded();
}

void ColourBar::keyPressEvent(QKeyEvent* event)
{
    m_isKeyHeld = true;
    QAbstractSlider::keyPressEvent(event);
}

void ColourBar::keyReleaseEvent(QKeyEvent* event)
{
    QAbstractSlider::keyReleaseEvent(event);
    if (event->isAutoRepeat() || !m_isKeyHeld)
        return;
    m_isKeyHeld = false;
    Q_EMIT gestureEnded();
}

void ColourBar::focusInEvent(QFocusEvent*)
{
    update();
}

void ColourBar::focusOutEvent(QFocusEvent*)
{
    if (m_isKeyHeld)
        Q_EMIT gestureEnded();
    m_isKeyHeld = false;
    update();
}

} // namespace limn
