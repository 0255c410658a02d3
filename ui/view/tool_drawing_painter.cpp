#include "ui/view/tool_drawing_painter.h"

#include "ui/view/on_canvas_marks.h"
#include "ui/view/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace limn {
namespace {

constexpr double handleRadius = 3.5, gapOfCross = 8, noteOffset = 14;
constexpr int colourBarPx = 92; // at the right, over what is drawn

QPointF onWidget(Place place, const ViewTransform& view)
{
    return view.toWidget(QPointF(place.x, place.y));
}

QPolygonF polygonOf(const ToolLine& line, const ViewTransform& view)
{
    QPolygonF polygon;
    for (const Place& place : line.places)
        polygon << onWidget(place, view);
    if (line.isClosed && !polygon.isEmpty())
        polygon << polygon.front();
    return polygon;
}

QFont noteFont(QFont font)
{
    font.setPixelSize(measure::captionPx);
    return font;
}

// Beside the place, but on the canvas.
QRectF noteBox(const ToolNote& note, const ViewTransform& view, const QRect& canvas,
               const QFont& font)
{
    const QFontMetricsF metrics(noteFont(font));
    const QSizeF size(metrics.horizontalAdvance(note.words) + 12, metrics.height() + 4);
    const QPointF place = onWidget(note.place, view);
    double x = place.x() + noteOffset, y = place.y() + noteOffset;
    if (x + size.width() > canvas.right() - colourBarPx)
        x = place.x() - noteOffset - size.width();
    if (y + size.height() > canvas.bottom() - 4)
        y = place.y() - noteOffset - size.height();
    return {{std::max(4.0, x), std::max(4.0, y)}, size};
}

void drawCross(QPainter& painter, QPointF place, const QRect& canvas)
{
    painter.drawLine(QPointF(canvas.left(), place.y()), place - QPointF(gapOfCross, 0));
    painter.drawLine(place + QPointF(gapOfCross, 0), QPointF(canvas.right(), place.y()));
    painter.drawLine(QPointF(place.x(), canvas.top()), place - QPointF(0, gapOfCross));
    painter.drawLine(place + QPointF(0, gapOfCross), QPointF(place.x(), canvas.bottom()));
}

} // namespace

void paintDrawing(QPainter& painter, const ToolDrawing& drawing, const ViewTransform& view,
                  const QRect& canvas)
{
    if (drawing.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [colour, width] :
         {std::pair(on_canvas::halo, 3.4), std::pair(on_canvas::line, 1.4)}) {
        painter.setBrush(Qt::NoBrush);
        for (const ToolLine& line : drawing.lines) {
            QPen pen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
            if (line.isDashed)
                pen.setDashPattern({4 / width, 4 / width});
            painter.setPen(pen);
            painter.drawPolyline(polygonOf(line, view));
        }
        painter.setPen(QPen(colour, width));
        if (drawing.cross)
            drawCross(painter, onWidget(*drawing.cross, view), canvas);
    }
    for (std::size_t i = 0; i < drawing.handles.size(); ++i) {
        const bool isHeld = static_cast<int>(i) == drawing.heldHandle;
        painter.setPen(QPen(on_canvas::halo, 1.5));
        painter.setBrush(isHeld ? on_canvas::doubt : on_canvas::line);
        const double radius = isHeld ? handleRadius + 1.5 : handleRadius;
        painter.drawEllipse(onWidget(drawing.handles[i], view), radius, radius);
    }
    painter.setFont(noteFont(painter.font()));
    for (const ToolNote& note : drawing.notes)
        drawBackedWords(painter, noteBox(note, view, canvas, painter.font()), note.words);
    painter.restore();
}

QRegion drawingRegion(const ToolDrawing& drawing, const ViewTransform& view, const QRect& canvas,
                      const QFont& font)
{
    constexpr double reach = 8;
    QRegion region;
    const auto add = [&](const QRectF& box) {
        region += box.adjusted(-reach, -reach, reach, reach).toAlignedRect().intersected(canvas);
    };
    for (const ToolLine& line : drawing.lines)
        add(polygonOf(line, view).boundingRect());
    for (const Place& handle : drawing.handles)
        add({onWidget(handle, view), QSizeF(0, 0)});
    for (const ToolNote& note : drawing.notes)
        add(noteBox(note, view, canvas, font));
    if (drawing.cross) {
        const QPointF place = onWidget(*drawing.cross, view);
        add({canvas.left() * 1.0, place.y(), canvas.width() * 1.0, 0});
        add({place.x(), canvas.top() * 1.0, 0, canvas.height() * 1.0});
    }
    return region;
}

} // namespace limn
