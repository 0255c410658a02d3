#include "ui/view/compare_pane.h"

#include "ui/view/on_canvas_marks.h"
#include "ui/view/picture_stretch.h"
#include "ui/view/theme.h"

#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace limn {

ComparePane::ComparePane(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_layer(session)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 200);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("The other side"));
    for (const auto signal : {&Session::opened, &Session::sliceChanged})
        connect(&session, signal, this, &ComparePane::takePicture);
    connect(&session, &Session::windowChanged, this, &ComparePane::takeWindow);
    for (const auto signal :
         {&Session::stepsChanged, &Session::baseStepChanged, &Session::labelTableChanged,
          &Session::thresholdChanged, &Session::candidateChanged})
        connect(&session, signal, this, &ComparePane::invalidate);
    connect(&session, &Session::labelsChanged, this, &ComparePane::invalidate);
    takePicture();
}

void ComparePane::setSettings(const CompareSettings& settings)
{
    m_layer.setSettings(settings);
    setAccessibleDescription(compareTitle(settings));
    update();
}

void ComparePane::setOverlay(const OverlaySettings& overlay)
{
    m_layer.setOverlay(overlay);
    update();
}

void ComparePane::takePicture()
{
    const Volume* volume = m_session.volume();
    m_picture.setSlice(volume == nullptr
                           ? nullptr
                           : volume->slices[static_cast<std::size_t>(m_session.currentSlice())],
                       volume != nullptr && volume->isInverted != m_isInverted);
    if (volume != nullptr)
        setStretch(m_view, *volume);
    takeWindow();
    invalidate();
}

void ComparePane::takeWindow()
{
    if (const Volume* volume = m_session.volume())
        m_picture.setWindow(m_session.window(), greyFormulaOf(*volume, m_session.window()));
    update();
}

void ComparePane::setPixels(bool isInverted, Pixels pixels)
{
    m_isInverted = isInverted;
    m_pixels = pixels;
    takePicture();
}

void ComparePane::invalidate()
{
    m_layer.invalidate();
    update();
}

void ComparePane::setShownBox(const QRectF& box)
{
    m_box = box;
    update();
}

void ComparePane::setPointer(std::optional<QPointF> place)
{
    if (place == m_pointer)
        return;
    const auto mark = [this] {
        if (m_pointer)
            update(pointerMarkBox(m_view.toWidget(*m_pointer)));
    };
    mark();
    m_pointer = place;
    mark();
}

void ComparePane::arrange()
{
    m_view.setViewport(size(), devicePixelRatioF());
    if (m_box.isEmpty())
        return;
    m_view.setZoom(1);
    m_view.setZoom(std::min(width() / (m_box.width() * m_view.scaleX()),
                            height() / (m_box.height() * m_view.scaleY())));
    m_view.centreOn(m_box.center());
}

void ComparePane::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), theme().canvas);
    const Volume* volume = m_session.volume();
    if (volume == nullptr || !volume->slices[static_cast<std::size_t>(m_session.currentSlice())])
        return;
    arrange();
    m_layer.draw(painter, m_view, m_picture, rect(), event->rect(), m_pixels);
    const QString obstacle = compareObstacle(m_layer.settings(), m_session);
    QFont small = font();
    small.setPixelSize(measure::captionPx);
    painter.setFont(small);
    const QString words = obstacle.isEmpty() ? compareTitle(m_layer.settings()) : obstacle;
    const QRect box = painter.fontMetrics()
                          .boundingRect(QRect(12, 12, width() - 24, height()), Qt::TextWordWrap, words)
                          .adjusted(-6, -3, 6, 3);
    drawBackedWords(painter, box, words, Qt::AlignCenter | Qt::TextWordWrap);
    if (m_pointer)
        drawPointerMark(painter, m_view.toWidget(*m_pointer));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme().border);
}

void ComparePane::mousePressEvent(QMouseEvent* event)
{
    m_dragLast = event->position();
}

void ComparePane::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) {
        const QPointF by = event->position() - m_dragLast;
        m_dragLast = event->position();
        Q_EMIT panRequested({by.x() / m_view.scaleX(), by.y() / m_view.scaleY()});
    }
    if (m_session.isOpen())
        Q_EMIT pointedAt(m_view.toImage(event->position()));
}

void ComparePane::leaveEvent(QEvent*)
{
    Q_EMIT pointedAt(std::nullopt);
}

void ComparePane::wheelEvent(QWheelEvent* event)
{
    if (m_session.isOpen())
        Q_EMIT zoomRequested(m_view.toImage(event->position()),
                             std::pow(2.0, event->angleDelta().y() / 480.0));
    event->accept();
}

} // namespace limn
