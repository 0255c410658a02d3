#include "ui/view/pixel_probe.h"

#include "ui/view/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace limn {
namespace {

constexpr int mostRows = 5, rowPx = 17, graphPx = 70, titlePx = 22;

QString shareText(float value)
{
    return QLocale().toString(static_cast<double>(value), 'f', 2);
}

} // namespace

PixelProbe::PixelProbe(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Pixel under the pointer"));
    setToolTip(tr("How probable each label is at the pixel pointed at: now, and at every step."));
    connect(&session, &Session::opened, this, &PixelProbe::forget);
    connect(&session, &Session::sliceChanged, this, &PixelProbe::forget);
    for (const auto signal :
         {&Session::stepsChanged, &Session::baseStepChanged, &Session::labelTableChanged})
        connect(&session, signal, this, &PixelProbe::describe);
}

void PixelProbe::forget()
{
    m_pixel.reset();
    describe();
}

void PixelProbe::setPixel(QPoint pixel)
{
    if (m_pixel == pixel)
        return;
    m_pixel = pixel;
    describe();
}

void PixelProbe::describe()
{
    QStringList words;
    if (m_pixel)
        for (const int classIndex : shownClasses())
            words << tr("%1 %2").arg(nameOf(classIndex),
                                     shareText(valueOf(m_session.baseMap(), classIndex)));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize PixelProbe::sizeHint() const
{
    const int classes = m_session.isOpen() ? m_session.baseMap().classes : 0;
    return {200, titlePx + rowPx * std::clamp(classes, 2, mostRows) + 8 + graphPx};
}

float PixelProbe::valueOf(const ProbabilityMap& map, int classIndex) const
{
    if (classIndex >= map.classes || m_pixel->x() >= map.size.width
        || m_pixel->y() >= map.size.height)
        return 0;
    return map.of(classIndex)[static_cast<std::size_t>(m_pixel->y())
                                  * static_cast<std::size_t>(map.size.width)
                              + static_cast<std::size_t>(m_pixel->x())];
}

std::vector<float> PixelProbe::valuesOf(int classIndex) const
{
    std::vector<float> values;
    if (!m_pixel || !m_session.isOpen())
        return values;
    for (const StepPtr& step : m_session.steps())
        values.push_back(valueOf(step->posterior, classIndex));
    if (values.empty() && !m_session.baseMap().isEmpty())
        values.push_back(valueOf(m_session.baseMap(), classIndex));
    return values;
}

std::vector<int> PixelProbe::shownClasses() const
{
    std::vector<int> classes;
    for (int k = 0; k < m_session.baseMap().classes; ++k)
        classes.push_back(k);
    if (classes.size() <= mostRows)
        return classes;
    std::ranges::stable_sort(classes, [this](int a, int b) {
        return valueOf(m_session.baseMap(), a) > valueOf(m_session.baseMap(), b);
    });
    classes.resize(mostRows);
    std::ranges::sort(classes);
    return classes;
}

QString PixelProbe::nameOf(int classIndex) const
{
    const LabelRow* row = m_session.labelTable().find(static_cast<Label>(classIndex));
    return row ? QString::fromStdString(row->name) : tr("background");
}

QColor PixelProbe::colourOf(int classIndex) const
{
    const LabelRow* row = m_session.labelTable().find(static_cast<Label>(classIndex));
    return row ? QColor(row->colour.red, row->colour.green, row->colour.blue) : theme().muted;
}

void PixelProbe::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont caption = font();
    caption.setPixelSize(measure::captionPx);
    caption.setWeight(QFont::DemiBold);
    painter.setFont(caption);
    painter.setPen(theme().muted);
    const bool hasMap = m_session.isOpen() && !m_session.baseMap().isEmpty();
    const QString title =
        m_pixel && hasMap ? tr("Pixel %1, %2").arg(m_pixel->x()).arg(m_pixel->y()) : tr("Pixel");
    painter.drawText(QRectF(0, 0, width(), titlePx), Qt::AlignLeft, title.toUpper());
    caption.setWeight(QFont::Normal);
    painter.setFont(caption);
    if (!m_pixel || !hasMap) {
        painter.drawText(QRectF(0, titlePx, width(), height() - titlePx), Qt::TextWordWrap,
                         hasMap
                             ? tr("Point at the picture: each label's probability is shown here, "
                                  "at every step.")
                             : tr("After a run, each label's probability at the pixel pointed at "
                                  "is shown here."));
        return;
    }
    double y = titlePx;
    for (const int classIndex : shownClasses()) {
        drawRow(painter, QRectF(0, y, width(), rowPx), classIndex);
        y += rowPx;
    }
    drawGraph(painter, QRectF(0.5, y + 7.5, width() - 1, graphPx - 1));
}

void PixelProbe::drawRow(QPainter& painter, const QRectF& row, int classIndex) const
{
    constexpr double patch = 10, numberWidth = 34;
    const float value = valueOf(m_session.baseMap(), classIndex);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(classIndex));
    painter.drawRoundedRect(QRectF(row.left(), row.center().y() - patch / 2, patch, patch), 2, 2);
    painter.setPen(theme().text);
    const QRectF name = row.adjusted(patch + 7, 0, -numberWidth, 0);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(nameOf(classIndex), Qt::ElideMiddle,
                                                      static_cast<int>(name.width())));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, shareText(value));
}

void PixelProbe::drawGraph(QPainter& painter, const QRectF& room) const
{
    painter.setPen(theme().border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(room);
    const auto& steps = m_session.steps();
    const QRectF inside = room.adjusted(6, 5, -6, -5);
    if (!steps.empty()) {
        const double count = static_cast<double>(steps.size());
        const double share = count > 1 ? (m_session.baseStepIndex() - 1) / (count - 1) : 0.5;
        const double x = inside.left() + share * inside.width();
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
    }
    if (m_session.baseMap().classes == 2) { // where the label is decided
        const double y = inside.bottom() - m_session.threshold() * inside.height();
        painter.setPen(QPen(theme().muted, 1, Qt::DotLine));
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
    }
    for (const int classIndex : shownClasses())
        drawCurve(painter, inside, classIndex);
}

void PixelProbe::drawCurve(QPainter& painter, const QRectF& room, int classIndex) const
{
    const std::vector<float> values = valuesOf(classIndex);
    const auto pointAt = [&](std::size_t i) {
        const double along = values.size() > 1
            ? static_cast<double>(i) / static_cast<double>(values.size() - 1)
            : 0.5;
        return QPointF(room.left() + along * room.width(),
                       room.bottom() - static_cast<double>(values[i]) * room.height());
    };
    QPainterPath path;
    for (std::size_t i = 0; i < values.size(); ++i)
        i == 0 ? path.moveTo(pointAt(i)) : path.lineTo(pointAt(i));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colourOf(classIndex), classIndex == 0 ? 1 : 2));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(classIndex));
    for (std::size_t i = 0; i < values.size(); ++i)
        painter.drawEllipse(pointAt(i), 2, 2);
}

} // namespace limn
