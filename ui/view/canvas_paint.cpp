#include "ui/view/canvas.h"

#include "ui/view/canvas_captions.h"
#include "ui/view/canvas_marks.h"
#include "ui/view/changed_lines.h"
#include "ui/view/device_grid.h"
#include "ui/view/iso_lines.h"
#include "ui/view/on_canvas_marks.h"
#include "ui/view/overlay_lines.h"
#include "ui/view/overlay_painter.h"
#include "ui/view/scaled_region.h"
#include "ui/view/theme.h"

#include <QPaintEvent>
#include <QPainter>

#include <cmath>

namespace limn {
namespace {

// Setting up a part costs as much as painting so many of its pixels.
bool isCheaperInParts(const QRegion& region)
{
    constexpr qint64 partPx = 2500;
    const auto areaOf = [](const QRect& box) { return qint64{box.width()} * box.height(); };
    qint64 parts = 0;
    for (const QRect& part : region)
        parts += partPx + areaOf(part);
    return parts < partPx + areaOf(region.boundingRect());
}

} // namespace

void Canvas::updateBox(Rect box)
{
    if (box.isEmpty())
        return;
    m_overlay.invalidate(box);
    // Smooth scaling and the contour reach a little farther than the pixels.
    const double reach = std::max({1.0, m_tools.clicks.empty() ? 0.0 : clickMarkReach,
                                   2 * m_view.zoom() * (1 << mipLevelOf(m_view))})
        + lineReach;
    update(m_view.toWidget(box).adjusted(-reach, -reach, reach, reach).toAlignedRect());
}

// A bar or a panel that opens beside the canvas leaves the picture where it was on the screen.
void Canvas::resizeEvent(QResizeEvent*)
{
    const QPointF middle = mapTo(window(), QPointF(width() / 2.0, height() / 2.0));
    const bool isSameWindow = window()->size() == m_windowSize;
    m_view.setViewport(size(), devicePixelRatioF());
    if (m_middle && isSameWindow && !m_isFitPending && m_session.isOpen())
        pan(*m_middle - middle);
    else if (!isSameWindow && m_view.zoom() == m_fitZoom)
        m_isFitPending = true; // nobody zoomed since
    m_middle = middle;
    m_windowSize = window()->size();
    update();
}

void Canvas::paintEvent(QPaintEvent* event)
{
    m_view.setViewport(size(), devicePixelRatioF());
    ensureFitted();
    QPainter painter(this);
    painter.fillRect(event->rect(), theme().canvas);
    if (!m_session.isOpen())
        return m_standIn.isNull() ? drawWords(painter, tr("Open an image, or drop one here"))
                                  : drawStandIn(painter);
    if (slice() == nullptr)
        return drawWords(painter, tr("Reading slice %1 …").arg(m_session.currentSlice() + 1));
    if (isCheaperInParts(event->region()))
        for (const QRect& exposed : event->region())
            drawPart(painter, exposed);
    else
        drawPart(painter, event->rect());
    drawOrientation(painter, rect(), *m_session.volume());
    if (event->rect().intersects(captionsBox(rect())))
        drawCaptions(painter, rect(), *m_session.volume(), m_session.window(),
                     m_session.currentSlice(), m_view);
    drawMarker(painter);
    drawDivider(painter);
    drawTool(painter);
    drawBrush(painter);
    drawRemotePointer(painter);
    if (const QRectF box = shownBox(); box != m_shownBox) {
        m_shownBox = box;
        Q_EMIT viewChanged();
    }
    if (m_showsFocus) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

// The other side lies left of the line of a swipe.
void Canvas::drawPart(QPainter& painter, const QRect& exposed)
{
    if (!isSwiped())
        return drawThisSide(painter, exposed);
    const int x = static_cast<int>(std::lround(dividerX()));
    const QRect left = exposed.intersected(QRect(0, 0, x, height()));
    const QRect right = exposed.intersected(QRect(x, 0, width() - x, height()));
    if (!left.isEmpty())
        m_compare.draw(painter, m_view, m_picture, rect(), left, pixels());
    if (!right.isEmpty())
        drawThisSide(painter, right);
}

void Canvas::drawThisSide(QPainter& painter, const QRect& exposed)
{
    const int level = mipLevelOf(m_view);
    const Size size = m_session.volume()->size;
    const Rect visible = boxAtLevel(m_view.toImage(QRectF(rect())), level);
    if (visible.isEmpty())
        return;
    drawRegion(painter, m_view, size, m_picture.at(level, visible), exposed, pixels());
    drawGraphics(painter, exposed);
    if (!overlay().isVisible)
        return;
    const StrokeMask* stroke = m_toolbox.tool().stroke();
    drawRegion(painter, m_view, size, m_overlay.at(level, visible, stroke), exposed);
    const DeviceGrid grid = deviceGridOf(painter, m_view, size, exposed, lineReach);
    painter.save();
    painter.setClipRect(exposed);
    drawOnGrid(
        painter, grid,
        overlayLines(grid, LiveLabels(m_session, stroke),
                     withSolo(labelOpacities(m_session.labelTable()),
                              static_cast<Label>(overlay().soloLabel)),
                     overlay().mode == OverlayMode::Who ? Hatching::All
                                                        : Hatching::WhereItMatters));
    drawIsoLines(painter, grid);
    if (!m_preview.empty())
        drawOnGrid(painter, grid, changedLines(grid, m_preview, size));
    else if (m_session.differenceCount() > 0)
        drawOnGrid(painter, grid, changedLines(grid, m_session.differences(), size));
    drawClickMarks(painter, m_view, m_session, m_tools.clicks);
    painter.restore();
}

void Canvas::drawIsoLines(QPainter& painter, const DeviceGrid& grid) const
{
    const StepPtr step = m_session.baseStep();
    const ProbabilityMap& map = shownMap(m_session, step.get(), overlay().mode);
    const int shown = shownClass(m_session, overlay());
    if (!overlay().hasLines || map.isEmpty() || shown >= map.classes)
        return;
    drawOnGrid(painter, grid,
               isoLines(grid, m_view, map.of(shown), map.size, m_session.volume()->size,
                        overlay().valueColours));
}

void Canvas::drawWords(QPainter& painter, const QString& words) const
{
    painter.setPen(on_canvas::muted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, words);
}

// Where the picture itself will be.
void Canvas::drawStandIn(QPainter& painter) const
{
    const QRectF space = spaceForPicture();
    QRectF box(QPointF(), QSizeF(m_standIn.size()).scaled(space.size(), Qt::KeepAspectRatio));
    box.moveCenter(space.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(box, m_standIn);
    constexpr double marginBelowWords = 20; // below the picture, where the captions will be
    const QString words = tr("Reading the picture at its full size …");
    QRectF backing = painter.fontMetrics().boundingRect(words).adjusted(-8, -4, 8, 4);
    backing.moveCenter(QPointF(space.center().x(), height() - marginBelowWords));
    drawBackedWords(painter, backing, words);
}

QRect Canvas::remotePointerBox() const
{
    if (!m_remotePointer)
        return {};
    return pointerMarkBox(m_view.toWidget(*m_remotePointer));
}

void Canvas::drawRemotePointer(QPainter& painter) const
{
    if (m_remotePointer)
        drawPointerMark(painter, m_view.toWidget(*m_remotePointer));
}

} // namespace limn
