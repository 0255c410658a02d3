// What the tools are told, and what is seen of them: the brush's outline, lines, corners, words.
#include "ui/view/canvas.h"

#include "ui/tools/brush_tool.h"
#include "ui/tools/region_clipboard.h"
#include "ui/view/theme.h"
#include "ui/view/tool_drawing_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace limn {

void Canvas::setToolSettings(const ToolSettings& settings)
{
    ToolSettings sane = settings;
    sane.brushSize = std::clamp(settings.brushSize, smallestBrush, largestBrush);
    if (sane == m_tools.settings)
        return;
    update(brushRegion());
    m_tools.settings = sane;
    update(brushRegion());
    updateTool();
    updateCursor();
    Q_EMIT toolSettingsChanged();
}

void Canvas::setBrushSize(int pixels)
{
    ToolSettings settings = m_tools.settings;
    settings.brushSize = pixels;
    setToolSettings(settings);
}

void Canvas::turnBrushSize(int steps)
{
    int size = brushSize();
    for (int i = 0; i < std::abs(steps); ++i) {
        const int step = std::max(1, static_cast<int>(std::lround(size * 0.18)));
        size = std::max(smallestBrush, size + (steps > 0 ? step : -step));
    }
    setBrushSize(size);
}

bool Canvas::takeToolKey(int key)
{
    Tool& tool = m_toolbox.tool();
    if (key == Qt::Key_Escape && (m_drag != Drag::None || tool.isBusy())) {
        cancelDrag();
        return true;
    }
    if (!tool.takesKeys())
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        tool.finish();
    else if (key == Qt::Key_Backspace || key == Qt::Key_Delete)
        tool.stepBack();
    else
        return false;
    return true;
}

void Canvas::copyRegionUnderPointer()
{
    std::optional<Place> place;
    if (m_pointer) {
        const QPointF image = m_view.toImage(*m_pointer);
        place = Place{image.x(), image.y()};
    }
    copyRegion(m_tools, place);
}

void Canvas::pasteCopiedRegion()
{
    pasteRegion(m_tools);
}

bool Canvas::isDecided(QPointF place) const
{
    const Size size = m_session.labels().size;
    const int x = static_cast<int>(std::floor(place.x()));
    const int y = static_cast<int>(std::floor(place.y()));
    return x >= 0 && y >= 0 && x < size.width && y < size.height
        && m_session.human().at(m_session.currentSlice(), x, y) != untouched;
}

void Canvas::giveRegionBack(QPointF place)
{
    if (!isDecided(place))
        return;
    const int current = m_session.currentSlice();
    const auto human = m_session.human().slice(current);
    const Size size = m_session.labels().size;
    StrokeMask mask;
    mask.begin(size, untouched);
    mask.add(decidedRegion(human, size, static_cast<int>(place.x()), static_cast<int>(place.y())),
             {});
    if (auto edit = mask.edit(human, current))
        m_session.apply(tr("Give the region back"), {*std::move(edit)});
}

void Canvas::updateTool()
{
    const ToolDrawing drawing = m_toolbox.tool().drawing();
    update(m_toolRegion);
    m_toolRegion = drawingRegion(drawing, m_view, rect(), font());
    update(m_toolRegion);
    if (drawing.cross)
        Q_EMIT crossPlaced(QPointF(drawing.cross->x, drawing.cross->y));
}

void Canvas::drawTool(QPainter& painter) const
{
    paintDrawing(painter, m_toolbox.tool().drawing(), m_view, rect());
}

QRectF Canvas::brushOutline() const
{
    if (!m_pointer || !m_toolbox.info().hasBrush() || slice() == nullptr || m_drag == Drag::Pan
        || m_drag == Drag::Window || m_isSpaceHeld)
        return {};
    const double across = brushAcross(m_tools);
    const QPointF image = m_view.toImage(*m_pointer);
    const Place place = brushPlace({image.x(), image.y()}, across, m_tools.settings.tip);
    const QPointF centre = m_view.toWidget(QPointF(place.x, place.y));
    const QSizeF half(across / 2 * m_view.scaleX(), across / 2 * m_view.scaleY());
    return {centre.x() - half.width(), centre.y() - half.height(), 2 * half.width(),
            2 * half.height()};
}

// The ring that the outline needs; the inside of a large brush is not painted again.
QRegion Canvas::brushRegion() const
{
    const QRectF outline = brushOutline();
    if (outline.isEmpty())
        return {};
    const QRect outside = outline.adjusted(-3, -3, 3, 3).toAlignedRect();
    QRegion region(outside);
    const bool isSquare = m_tools.settings.tip == BrushTip::Square;
    const double share = isSquare ? 0 : 0.147; // the largest square in a circle
    const double insetX = outline.width() * share + 4, insetY = outline.height() * share + 4;
    if (outline.width() > 40 && outline.height() > 40)
        region -= outline.adjusted(insetX, insetY, -insetX, -insetY).toAlignedRect();
    return region;
}

void Canvas::drawBrush(QPainter& painter)
{
    const QRectF outline = brushOutline();
    if (!outline.isEmpty())
        m_brushOutline.draw(painter, outline,
                            m_tools.settings.tip == BrushTip::Square || brushAcross(m_tools) <= 1);
}

} // namespace limn
