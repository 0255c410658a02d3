#include "ui/view/map_panes.h"

#include "ui/view/device_grid.h"
#include "ui/view/display_table.h"
#include "ui/view/on_canvas_marks.h"
#include "ui/view/overlay_lines.h"
#include "ui/view/overlay_painter.h"
#include "ui/view/scaled_region.h"
#include "ui/view/theme.h"

#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr int columns = 2, rows = 2, gap = 2, captionPx = 36;

struct PaneWords {
    OverlayMode mode;
    const char* title;
    const char* sentence;
};

constexpr PaneWords paneWords[] = {
    {OverlayMode::StateAlone, QT_TRANSLATE_NOOP("limn::MapPanes", "State"),
     QT_TRANSLATE_NOOP("limn::MapPanes", "what the chain holds")},
    {OverlayMode::Semantic, QT_TRANSLATE_NOOP("limn::MapPanes", "S: semantic"),
     QT_TRANSLATE_NOOP("limn::MapPanes", "what the pixels look like")},
    {OverlayMode::Generative, QT_TRANSLATE_NOOP("limn::MapPanes", "G: generative"),
     QT_TRANSLATE_NOOP("limn::MapPanes", "which shape is likely")},
    {OverlayMode::AnswerAlone, QT_TRANSLATE_NOOP("limn::MapPanes", "Answer"),
     QT_TRANSLATE_NOOP("limn::MapPanes", "what S and G agree on")},
};

} // namespace

MapPanes::MapPanes(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    for (const PaneWords& words : paneWords) {
        m_panes.push_back({OverlayImage(session), tr(words.title), tr(words.sentence)});
        OverlaySettings settings = m_panes.back().overlay.settings();
        settings.mode = words.mode;
        m_panes.back().overlay.setSettings(settings);
    }
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 200);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Maps side by side"));
    setAccessibleDescription(
        tr("State, semantic map, generative map and answer of the step that is shown."));
    setToolTip(tr("To look at: the wheel zooms, a drag moves; tools work on the large picture."));
    connect(&session, &Session::opened, this, &MapPanes::takePicture);
    connect(&session, &Session::sliceChanged, this, &MapPanes::takePicture);
    for (const auto signal : {&Session::windowChanged, &Session::thresholdChanged})
        connect(&session, signal, this, [this] { takePicture(); });
    for (const auto signal :
         {&Session::stepsChanged, &Session::baseStepChanged, &Session::labelTableChanged})
        connect(&session, signal, this, &MapPanes::invalidate);
    connect(&session, &Session::labelsChanged, this, [this] { update(); });
    takePicture();
}

void MapPanes::takePicture()
{
    const Volume* volume = m_session.volume();
    if (!volume) {
        m_picture.setSlice(nullptr, false);
        return invalidate();
    }
    m_picture.setSlice(volume->slices[static_cast<std::size_t>(m_session.currentSlice())],
                       volume->isInverted);
    m_picture.setWindow(m_session.window(), greyFormulaOf(*volume, m_session.window()));
    const double column = volume->geometry.columnSpacingMm, row = volume->geometry.rowSpacingMm;
    const double smaller = std::min(column, row);
    const bool isKnown = smaller > 0 && std::isfinite(column) && std::isfinite(row);
    m_view.setPicture(volume->size, isKnown ? column / smaller : 1, isKnown ? row / smaller : 1);
    arrange();
    invalidate();
}

void MapPanes::invalidate()
{
    for (Pane& pane : m_panes)
        pane.overlay.invalidate();
    update();
}

void MapPanes::setOpacity(double opacity)
{
    for (Pane& pane : m_panes) {
        OverlaySettings settings = pane.overlay.settings();
        if (settings.opacity == opacity)
            return;
        settings.opacity = opacity;
        pane.overlay.setSettings(settings);
    }
    update();
}

void MapPanes::setShownBox(const QRectF& box)
{
    if (box == m_box)
        return;
    m_box = box;
    arrange();
    update();
}

void MapPanes::setPointer(std::optional<QPointF> place)
{
    if (place == m_pointer)
        return;
    updateMarks();
    m_pointer = place;
    updateMarks();
}

void MapPanes::updateMarks()
{
    for (int pane = 0; m_pointer && pane < static_cast<int>(m_panes.size()); ++pane)
        update(pointerMarkBox(placeOf(pane, *m_pointer)));
}

void MapPanes::arrange()
{
    const QRect room = pictureRect(0);
    if (m_box.isEmpty() || room.isEmpty())
        return;
    m_view.setViewport(room.size(), devicePixelRatioF());
    m_view.setZoom(1);
    m_view.setZoom(std::min(room.width() / (m_box.width() * m_view.scaleX()),
                            room.height() / (m_box.height() * m_view.scaleY())));
    m_view.centreOn(m_box.center());
}

QSize MapPanes::paneSize() const
{
    return {(width() - gap * columns) / columns, (height() - gap * (rows - 1)) / rows};
}

QPoint MapPanes::cornerOf(int pane) const
{
    const QSize size = paneSize();
    return {gap + (pane % columns) * (size.width() + gap),
            (pane / columns) * (size.height() + gap)};
}

QRect MapPanes::pictureRect(int pane) const
{
    return QRect(cornerOf(pane), paneSize()).adjusted(0, captionPx, 0, 0);
}

QPointF MapPanes::placeOf(int pane, QPointF picture) const
{
    return QPointF(pictureRect(pane).topLeft()) + m_view.toWidget(picture);
}

std::optional<QPointF> MapPanes::pictureAt(QPointF place) const
{
    for (int pane = 0; pane < static_cast<int>(m_panes.size()); ++pane)
        if (const QRect room = pictureRect(pane); room.contains(place.toPoint()))
            return m_view.toImage(place - QPointF(room.topLeft()));
    return std::nullopt;
}

void MapPanes::resizeEvent(QResizeEvent*)
{
    arrange();
}

void MapPanes::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        invalidate();
    QWidget::changeEvent(event);
}

void MapPanes::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), theme().border);
    arrange(); // the screen may be another one
    for (int pane = 0; pane < static_cast<int>(m_panes.size()); ++pane)
        drawPane(painter, pane, event->region());
}

void MapPanes::drawPane(QPainter& painter, int index, const QRegion& exposed)
{
    const QRect caption(cornerOf(index), QSize(paneSize().width(), captionPx));
    const QRect room = pictureRect(index);
    painter.fillRect(QRect(cornerOf(index), paneSize()), theme().canvas);
    if (exposed.intersects(caption))
        drawCaption(painter, m_panes[static_cast<std::size_t>(index)], caption);
    const QRect part = exposed.intersected(room).boundingRect();
    const Volume* volume = m_session.volume();
    if (!volume || !volume->slices[static_cast<std::size_t>(m_session.currentSlice())]
        || m_box.isEmpty() || part.isEmpty())
        return;
    painter.save();
    painter.translate(room.topLeft());
    drawMaps(painter, m_panes[static_cast<std::size_t>(index)], QRect(QPoint(0, 0), room.size()),
             part.translated(-room.topLeft()));
    painter.restore();
}

void MapPanes::drawMaps(QPainter& painter, Pane& pane, const QRect& room, const QRect& exposed)
{
    const Size size = m_session.volume()->size;
    const int level = mipLevelOf(m_view);
    const Rect visible = boxAtLevel(m_view.toImage(QRectF(room)), level);
    if (visible.isEmpty())
        return;
    painter.setClipRect(exposed);
    drawRegion(painter, m_view, size, m_picture.at(level, visible), exposed);
    const QString obstacle = displayObstacle(pane.overlay.settings().mode, m_session);
    if (!obstacle.isEmpty()) {
        painter.setPen(on_canvas::text);
        painter.drawText(room.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, obstacle);
        return;
    }
    drawRegion(painter, m_view, size, pane.overlay.at(level, visible, nullptr), exposed);
    const DeviceGrid grid = deviceGridOf(painter, m_view, size, exposed, lineReach);
    drawOnGrid(
        painter, grid,
        overlayLines(grid, LiveLabels(m_session, nullptr), labelOpacities(m_session.labelTable())));
    if (m_pointer)
        drawPointerMark(painter, m_view.toWidget(*m_pointer));
}

void MapPanes::drawCaption(QPainter& painter, const Pane& pane, const QRect& box) const
{
    const QRect words = box.adjusted(8, 3, -6, -3);
    QFont small = font();
    small.setPixelSize(measure::captionPx);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    painter.setPen(on_canvas::muted);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                     metrics.elidedText(pane.sentence, Qt::ElideRight, words.width()));
    small.setBold(true);
    painter.setFont(small);
    painter.setPen(on_canvas::text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, pane.title);
}

void MapPanes::mousePressEvent(QMouseEvent* event)
{
    m_dragLast = event->position();
}

void MapPanes::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) {
        const QPointF by = event->position() - m_dragLast;
        m_dragLast = event->position();
        Q_EMIT panRequested({by.x() / m_view.scaleX(), by.y() / m_view.scaleY()});
    }
    Q_EMIT pointedAt(m_session.isOpen() ? pictureAt(event->position()) : std::nullopt);
}

void MapPanes::leaveEvent(QEvent*)
{
    Q_EMIT pointedAt(std::nullopt);
}

void MapPanes::wheelEvent(QWheelEvent* event)
{
    if (const auto place = pictureAt(event->position()); place && m_session.isOpen())
        Q_EMIT zoomRequested(*place, std::pow(2.0, event->angleDelta().y() / 480.0));
    event->accept();
}

} // namespace limn
