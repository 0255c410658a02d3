#include "ui/view/plane_panes.h"

#include "ui/view/canvas_captions.h"
#include "ui/view/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr int gap = 2, captionPx = 20;

} // namespace

PlanePanes::PlanePanes(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(220, 200);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("The other two planes"));
    setToolTip(tr("A click goes to that place; the wheel turns slices."));
    connect(&session, &Session::opened, this, &PlanePanes::takePicture);
    for (const auto signal : {&Session::windowChanged, &Session::labelTableChanged})
        connect(&session, signal, this, &PlanePanes::drop);
    connect(&session, &Session::labelsChanged, this, &PlanePanes::drop);
    connect(&session, &Session::sliceRead, this, &PlanePanes::drop);
    connect(&session, &Session::sliceChanged, this, [this] { update(); });
    takePicture();
}

void PlanePanes::takePicture()
{
    if (m_session.isOpen()) {
        const Size size = m_session.volume()->size;
        m_place = {size.width / 2.0, size.height / 2.0};
    }
    drop();
    if (isVisible())
        askForSlices();
}

void PlanePanes::askForSlices()
{
    for (int slice = 0; planesObstacle(m_session).isEmpty() && slice < m_session.volume()->sliceCount();
         ++slice)
        m_session.needSlice(slice);
}

void PlanePanes::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    askForSlices();
}

void PlanePanes::drop()
{
    m_rows = m_columns = {};
    update();
}

void PlanePanes::setOpacity(double opacity)
{
    m_opacity = opacity;
    drop();
}

void PlanePanes::setPlace(QPointF place)
{
    if (!m_session.isOpen())
        return;
    const Size size = m_session.volume()->size;
    const QPointF inside(std::clamp(place.x(), 0.0, size.width - 0.5),
                         std::clamp(place.y(), 0.0, size.height - 0.5));
    if (std::floor(inside.y()) != std::floor(m_place.y()))
        m_rows = {};
    if (std::floor(inside.x()) != std::floor(m_place.x()))
        m_columns = {};
    m_place = inside;
    update();
}

QRectF PlanePanes::paneRect(Plane plane) const
{
    const Volume& volume = *m_session.volume();
    const Geometry& geometry = volume.geometry;
    const double across = plane == Plane::Rows ? volume.size.width * geometry.columnSpacingMm
                                               : volume.size.height * geometry.rowSpacingMm;
    const double down = volume.sliceCount() * sliceSpacing(volume);
    const double height = (this->height() - gap) / 2.0;
    const QRectF room(gap, (plane == Plane::Rows ? 0 : height + gap) + captionPx, width() - gap,
                      height - captionPx);
    const double scale = std::min(room.width() / across, room.height() / down);
    const QSizeF size(across * scale, down * scale);
    return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

void PlanePanes::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().canvas);
    painter.fillRect(QRect(0, 0, gap, height()), theme().border);
    const QString obstacle = planesObstacle(m_session);
    if (!obstacle.isEmpty()) {
        painter.setPen(on_canvas::muted);
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         obstacle);
        return;
    }
    const auto column = static_cast<int>(m_place.x()), row = static_cast<int>(m_place.y());
    if (m_rows.isNull())
        m_rows = planeImage(m_session, Plane::Rows, row, m_opacity);
    if (m_columns.isNull())
        m_columns = planeImage(m_session, Plane::Columns, column, m_opacity);
    drawPane(painter, Plane::Rows, m_rows);
    painter.fillRect(QRect(0, (height() - gap) / 2, width(), gap), theme().border);
    drawPane(painter, Plane::Columns, m_columns);
}

void PlanePanes::drawPane(QPainter& painter, Plane plane, QImage& image)
{
    const QRectF box = paneRect(plane);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(box, image);
    const Volume& volume = *m_session.volume();
    const double across = plane == Plane::Rows ? m_place.x() / volume.size.width
                                               : m_place.y() / volume.size.height;
    const double down = (m_session.currentSlice() + 0.5) / volume.sliceCount();
    const QPointF meeting(box.left() + across * box.width(), box.top() + down * box.height());
    for (const auto& [colour, width] :
         {std::pair(on_canvas::halo, 3.0), std::pair(on_canvas::line, 1.0)}) {
        painter.setPen(QPen(colour, width));
        painter.drawLine(QPointF(box.left(), meeting.y()), QPointF(box.right(), meeting.y()));
        painter.drawLine(QPointF(meeting.x(), box.top()), QPointF(meeting.x(), box.bottom()));
    }
    QFont small = font();
    small.setPixelSize(measure::captionPx);
    painter.setFont(small);
    painter.setPen(on_canvas::text);
    const Vector3& along = plane == Plane::Rows ? volume.geometry.rowDirection
                                                : volume.geometry.columnDirection;
    const QString words =
        plane == Plane::Rows
        ? tr("Row %1, to the right: %2").arg(static_cast<int>(m_place.y())).arg(orientationLetters(along))
        : tr("Column %1, to the right: %2")
              .arg(static_cast<int>(m_place.x()))
              .arg(orientationLetters(along));
    const double top = plane == Plane::Rows ? 0 : (height() - gap) / 2.0 + gap;
    painter.drawText(QRectF(gap + 8, top, width() - 16, captionPx), Qt::AlignLeft | Qt::AlignVCenter,
                     words);
}

void PlanePanes::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position().y() < height() / 2.0 ? Plane::Rows : Plane::Columns;
    pick(event->position());
}

void PlanePanes::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        pick(event->position());
}

void PlanePanes::pick(QPointF place)
{
    if (!planesObstacle(m_session).isEmpty())
        return;
    const QRectF box = paneRect(m_pressed);
    const double across = std::clamp((place.x() - box.left()) / box.width(), 0.0, 1.0);
    const double down = std::clamp((place.y() - box.top()) / box.height(), 0.0, 1.0);
    const Volume& volume = *m_session.volume();
    const int slice = std::min(volume.sliceCount() - 1, static_cast<int>(down * volume.sliceCount()));
    QPointF next = m_place;
    if (m_pressed == Plane::Rows)
        next.setX(across * volume.size.width);
    else
        next.setY(across * volume.size.height);
    m_session.setCurrentSlice(slice);
    setPlace(next);
    Q_EMIT placePicked(m_place);
}

void PlanePanes::wheelEvent(QWheelEvent* event)
{
    if (m_session.isOpen())
        m_session.setCurrentSlice(
            std::clamp(m_session.currentSlice() - (event->angleDelta().y() > 0 ? 1 : -1), 0,
                       m_session.volume()->sliceCount() - 1));
    event->accept();
}

} // namespace limn
