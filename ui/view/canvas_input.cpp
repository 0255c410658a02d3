#include "ui/view/canvas.h"

#include "ui/figure/map_rows.h"
#include "ui/view/display_range.h"
#include "ui/view/overlay_painter.h"

#include <QApplication>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTabletEvent>
#include <QWheelEvent>

#include <cmath>

namespace limn {
namespace {

constexpr double windowDragDip =
    400; // a drag this long changes the window by the range of the data
constexpr double zoomDragDip = 100; // a drag upwards this long doubles the size
constexpr int notch = 120; // of a wheel, in eighths of a degree

double probabilityAt(const ProbabilityMap& map, Size picture, int x, int y, Label label)
{
    if (map.isEmpty() || label >= map.classes)
        return -1;
    float value = 0;
    MapRows(map.size, picture, 0, x, 1).read(map.of(label), y, std::span(&value, 1));
    return static_cast<double>(value);
}

bool isToolKey(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace
        || key == Qt::Key_Delete;
}

} // namespace

bool Canvas::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // Escape drops a stroke before it stops a run; Enter closes an outline before it accepts.
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isEscape = key == Qt::Key_Escape;
        const bool isOfTool = isEscape ? m_drag != Drag::None || m_toolbox.tool().isBusy()
                                       : isToolKey(key) && m_toolbox.tool().takesKeys();
        if (isOfTool)
            event->accept();
        break;
    }
    case QEvent::NativeGesture:
        if (pinch(*static_cast<QNativeGestureEvent*>(event)))
            return true;
        break;
    case QEvent::PaletteChange:
        m_overlay.invalidate();
        m_compare.invalidate();
        break;
    default: break;
    }
    return QWidget::event(event);
}

bool Canvas::pinch(const QNativeGestureEvent& event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    zoomAt(event.position(), 1 + event.value());
    return true;
}

ToolPoint Canvas::toolPoint(QPointF place, Qt::KeyboardModifiers modifiers, double pressure) const
{
    const QPointF image = m_view.toImage(place);
    const bool isFlipped = modifiers.testFlag(Qt::ControlModifier)
        || (m_toolbox.tool().hasOpposite() && modifiers.testFlag(Qt::ShiftModifier));
    return {image.x(), image.y(), isFlipped, pressure, modifiers.testFlag(Qt::ShiftModifier)};
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    press(event->button(), event->position(), toolPoint(event->position(), event->modifiers(), 1));
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    moveTo(event->position(), toolPoint(event->position(), event->modifiers(), 1));
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    release(event->button(), event->position(),
            toolPoint(event->position(), event->modifiers(), 1));
}

void Canvas::tabletEvent(QTabletEvent* event)
{
    ToolPoint point = toolPoint(event->position(), event->modifiers(), event->pressure());
    if (event->pointerType() == QPointingDevice::PointerType::Eraser)
        point.isFlipped = !point.isFlipped; // the other end of the pen
    if (event->type() == QEvent::TabletPress)
        press(event->button(), event->position(), point);
    else if (event->type() == QEvent::TabletMove)
        moveTo(event->position(), point);
    else if (event->type() == QEvent::TabletRelease)
        release(event->button(), event->position(), point);
    event->accept();
}

void Canvas::press(Qt::MouseButton button, QPointF place, const ToolPoint& point)
{
    if (m_drag != Drag::None || slice() == nullptr)
        return;
    placePointer(place);
    m_dragButton = button;
    m_dragStart = m_dragLast = place;
    m_hasMoved = false;
    if (button == Qt::LeftButton && isAtDivider(place)) {
        m_drag = Drag::Divider;
    } else if (button == Qt::MiddleButton || (button == Qt::LeftButton && m_isSpaceHeld)) {
        m_drag = Drag::Pan;
    } else if (button == Qt::LeftButton) {
        m_drag = Drag::Tool;
        m_toolbox.tool().press(point);
    } else if (button == Qt::RightButton) {
        m_drag = Drag::Window;
        m_windowBefore = m_session.window();
        m_windowRange = automaticWindow(*slice()).width;
    }
    updateCursor();
}

void Canvas::moveTo(QPointF place, const ToolPoint& point)
{
    placePointer(place);
    if ((place - m_dragStart).manhattanLength() >= QApplication::startDragDistance())
        m_hasMoved = true;
    switch (m_drag) {
    case Drag::Tool: m_toolbox.tool().move(point); break;
    case Drag::Pan: pan(place - m_dragLast); break;
    case Drag::Window: dragWindow(place); break;
    case Drag::Divider: dragDivider(place); break;
    case Drag::None: m_toolbox.tool().hover(point); break;
    }
    m_dragLast = place;
    emitHover();
}

void Canvas::release(Qt::MouseButton button, QPointF place, const ToolPoint& point)
{
    if (m_drag == Drag::None || button != m_dragButton)
        return;
    const Drag ended = m_drag;
    m_drag = Drag::None;
    if (ended == Drag::Tool)
        m_toolbox.tool().release(point);
    placePointer(place);
    updateCursor();
    update(brushRegion());
    emitHover();
    if (ended != Drag::Window || m_hasMoved)
        return;
    if (!m_toolbox.tool().hasOpposite()) {
        Q_EMIT menuRequested(mapToGlobal(place.toPoint()), m_view.toImage(place));
        return;
    }
    ToolPoint opposite = point;
    opposite.isFlipped = true;
    m_toolbox.tool().press(opposite);
    m_toolbox.tool().release(opposite);
}

void Canvas::cancelDrag()
{
    m_toolbox.tool().cancel();
    endDrag();
}

void Canvas::endDrag()
{
    if (m_drag == Drag::Window)
        m_session.setWindow(m_windowBefore);
    m_drag = Drag::None;
    updateCursor();
}

// To the right wider, downwards a higher level (darker), as in viewers for radiology.
void Canvas::dragWindow(QPointF place)
{
    if (!m_hasMoved)
        return;
    if (m_mouse.rightDrag == RightDrag::Zoom) {
        zoomAt(m_dragStart, std::pow(2.0, (m_dragLast.y() - place.y()) / zoomDragDip));
        return;
    }
    QPointF delta = (place - m_dragStart) * (m_windowRange / windowDragDip);
    delta = {m_mouse.isWidthReversed ? -delta.x() : delta.x(),
             m_mouse.isLevelReversed ? -delta.y() : delta.y()};
    DisplayWindow window = m_windowBefore;
    window.explanation.clear();
    window.table.reset();
    window.width = std::max(m_windowBefore.width + delta.x(), m_windowRange / 1000);
    window.level = m_windowBefore.level + delta.y();
    m_session.setWindow(window);
}

void Canvas::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    m_wheelRest += angle.y() != 0 ? angle.y() : angle.x();
    event->accept();
    const bool isZoom = event->modifiers().testFlag(Qt::ControlModifier);
    const bool isSize = event->modifiers().testFlag(Qt::ShiftModifier);
    if (isZoom || (!isSize && (!m_session.isOpen() || m_session.volume()->sliceCount() < 2))) {
        zoomAt(event->position(), std::pow(2.0, m_wheelRest / (4.0 * notch)));
        m_wheelRest = 0;
        return;
    }
    const int steps = m_wheelRest / notch;
    m_wheelRest -= steps * notch;
    if (steps == 0)
        return;
    if (isSize)
        turnBrushSize(steps);
    else
        moveBySlices(-steps);
}

void Canvas::keyPressEvent(QKeyEvent* event)
{
    if (takeToolKey(event->key()))
        return;
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        update(brushRegion());
        m_isSpaceHeld = true;
        updateCursor();
    } else if (event->key() != Qt::Key_Space) {
        QWidget::keyPressEvent(event);
    }
}

void Canvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space)
        return QWidget::keyReleaseEvent(event);
    if (event->isAutoRepeat())
        return;
    m_isSpaceHeld = false;
    updateCursor();
    update(brushRegion());
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    m_showsFocus =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void Canvas::focusOutEvent(QFocusEvent*)
{
    m_isSpaceHeld = false;
    m_showsFocus = false;
    updateCursor();
    update();
}

void Canvas::leaveEvent(QEvent*)
{
    placePointer(std::nullopt);
    emitHover();
}

void Canvas::placePointer(std::optional<QPointF> place)
{
    if (place == m_pointer)
        return;
    const bool wasAtDivider = m_pointer && isAtDivider(*m_pointer);
    update(brushRegion());
    m_pointer = place;
    update(brushRegion());
    if (wasAtDivider != (m_pointer && isAtDivider(*m_pointer)))
        updateCursor();
}

void Canvas::emitHover()
{
    Hover hover;
    const Slice* shown = slice();
    if (shown != nullptr && (m_pointer || m_remotePointer)) {
        const QPointF image = m_pointer ? m_view.toImage(*m_pointer) : *m_remotePointer;
        hover.x = static_cast<int>(std::floor(image.x()));
        hover.y = static_cast<int>(std::floor(image.y()));
        hover.isInside = hover.x >= 0 && hover.y >= 0 && hover.x < shown->size.width
            && hover.y < shown->size.height;
    }
    if (hover.isInside) {
        const auto channels = static_cast<std::size_t>(shown->channels);
        const auto pixel =
            static_cast<std::size_t>(hover.y) * static_cast<std::size_t>(shown->size.width)
            + static_cast<std::size_t>(hover.x);
        const auto values = std::span(shown->values).subspan(pixel * channels, channels);
        hover.values.assign(values.begin(), values.end());
        hover.label = m_session.labels().at(m_session.currentSlice(), hover.x, hover.y);
        const StepPtr step = m_session.baseStep();
        hover.probability = probabilityAt(shownMap(m_session, step.get(), overlay().mode),
                                          shown->size, hover.x, hover.y, m_session.currentLabel());
        hover.value = m_overlay.valueAt(hover.x, hover.y);
    }
    Q_EMIT hovered(hover);
}

// A brush too small to be seen gets the cross beside its outline.
void Canvas::updateCursor()
{
    constexpr double smallestSeen = 6;
    if (slice() == nullptr)
        setCursor(Qt::ArrowCursor);
    else if (m_drag == Drag::Pan
             || (m_drag == Drag::Tool && m_toolbox.info().cursor == Qt::OpenHandCursor))
        setCursor(Qt::ClosedHandCursor);
    else if (m_drag == Drag::Divider
             || (m_drag == Drag::None && m_pointer && isAtDivider(*m_pointer)))
        setCursor(Qt::SplitHCursor);
    else if (m_isSpaceHeld)
        setCursor(Qt::OpenHandCursor);
    else if (m_drag == Drag::Window)
        setCursor(Qt::SizeAllCursor);
    else if (m_toolbox.info().hasBrush() && brushAcross(m_tools) * m_view.zoom() >= smallestSeen)
        setCursor(Qt::BlankCursor);
    else
        setCursor(m_toolbox.info().cursor);
}

} // namespace limn
