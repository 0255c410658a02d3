#include "ui/view/canvas.h"

#include "ui/view/display_range.h"
#include "ui/view/picture_stretch.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

// Room for what lies on the canvas, so that a fitted picture is not under it.
constexpr int marginLeft = 16, marginTop = 56, marginRight = 88, marginBottom = 36;

} // namespace

Canvas::Canvas(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_overlay(session)
    , m_compare(session)
    , m_tools{
          .session = session,
          .scale = [this] { return m_view.zoom(); },
          .strokeChanged = [this](Rect box) { updateBox(box); },
          .drawingChanged = [this] { updateTool(); },
          .panBy = [this](double x, double y) { pan({x * m_view.scaleX(), y * m_view.scaleY()}); },
          .told = [this](const QString& sentence) { Q_EMIT told(sentence); },
          .backToPrevious = [this] { setTool(previousToolIndex()); },
          .settingsChanged = [this] { Q_EMIT toolSettingsChanged(); }}
    , m_toolbox(m_tools)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setTabletTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 200);
    setAccessibleName(tr("Image"));
    connectSession();
    takePicture();
}

void Canvas::connectSession()
{
    connect(&m_session, &Session::opened, this, &Canvas::takePicture);
    connect(&m_session, &Session::sliceChanged, this, &Canvas::takeSlice);
    connect(&m_session, &Session::windowChanged, this, &Canvas::takeWindow);
    const auto changedIn = [this](int slice, Rect box) {
        if (slice != m_session.currentSlice())
            return;
        m_compare.invalidate(); // it shows what a person decided, too
        updateBox(box);
    };
    connect(&m_session, &Session::humanChanged, this, changedIn);
    connect(&m_session.undoStack(), &QUndoStack::indexChanged, this, &Canvas::forgetClicks);
    connect(&m_session, &Session::labelsChanged, this, changedIn);
    const auto changed = [this] {
        m_overlay.invalidate();
        m_compare.invalidate();
        update();
    };
    connect(&m_session, &Session::candidateChanged, this, changed);
    connect(&m_session, &Session::stepsChanged, this, changed);
    connect(&m_session, &Session::baseStepChanged, this, changed);
    connect(&m_session, &Session::labelTableChanged, this, changed);
    connect(&m_session, &Session::labelTableChanged, this, &Canvas::describe);
    connect(&m_session, &Session::currentLabelChanged, this, &Canvas::describe);
    connect(&m_session, &Session::currentLabelChanged, this, changed); // it may be the one shown
    connect(&m_session, &Session::thresholdChanged, this, [this] {
        m_compare.invalidate();
        m_overlay.invalidate(); // some displays show what the threshold decides
        update();
    });
}

const Slice* Canvas::slice() const
{
    if (!m_session.isOpen())
        return nullptr;
    return m_session.volume()->slices[static_cast<std::size_t>(m_session.currentSlice())].get();
}

void Canvas::takePicture()
{
    cancelDrag();
    m_tools.clicks.clear();
    m_standIn = {};
    if (const Volume* volume = m_session.volume()) {
        setStretch(m_view, *volume);
        m_isFitPending = true;
    }
    takeSlice();
}

void Canvas::forgetClicks()
{
    if (m_session.undoStack().canRedo())
        return;
    std::erase_if(m_tools.clicks, [this](const ClickMark& click) {
        const HumanLayer& human = m_session.human(); // while a picture is opened: not of the clicks
        return click.slice >= human.sliceCount || click.x >= human.size.width
            || click.y >= human.size.height
            || human.at(click.slice, click.x, click.y) != click.label;
    });
}

void Canvas::takeSlice()
{
    m_toolbox.tool().leaveSlice();
    endDrag();
    m_overlay.invalidate();
    takeGraphics();
    m_compare.invalidate();
    setPictureSlice();
    describe();
    updateCursor();
}

void Canvas::setPictureSlice()
{
    const Volume* volume = m_session.volume();
    m_picture.setSlice(volume == nullptr
                           ? nullptr
                           : volume->slices[static_cast<std::size_t>(m_session.currentSlice())],
                       volume != nullptr && volume->isInverted != m_isInverted);
    takeWindow();
}

void Canvas::takeWindow()
{
    if (m_session.isOpen())
        m_picture.setWindow(m_session.window(),
                            greyFormulaOf(*m_session.volume(), m_session.window()));
    update();
}

void Canvas::describe()
{
    if (!m_session.isOpen()) {
        setAccessibleDescription(m_standIn.isNull() ? tr("No image is open")
                                                    : tr("The image is being read"));
        return;
    }
    const LabelRow* row = m_session.labelTable().find(m_session.currentLabel());
    const QString label = row != nullptr ? QString::fromStdString(row->name) : tr("none");
    setAccessibleDescription(tr("%1 by %2 pixels, slice %3 of %4, label %5")
                                 .arg(m_session.volume()->size.width)
                                 .arg(m_session.volume()->size.height)
                                 .arg(m_session.currentSlice() + 1)
                                 .arg(m_session.volume()->sliceCount())
                                 .arg(label));
}

void Canvas::setOverlay(const OverlaySettings& settings)
{
    if (settings == m_overlay.settings())
        return;
    m_overlay.setSettings(settings);
    m_compare.setOverlay(settings);
    update();
    emitHover();
}

void Canvas::setTool(int index)
{
    if (index == m_toolbox.activeIndex())
        return;
    if (m_drag == Drag::Tool)
        cancelDrag();
    update(brushRegion());
    m_toolbox.activate(index);
    update(brushRegion());
    updateTool();
    updateCursor();
    Q_EMIT toolChanged();
}

QRectF Canvas::spaceForPicture() const
{
    return QRectF(rect()).adjusted(marginLeft, marginTop, -marginRight, -marginBottom);
}

// Before the first paint of a picture, when the window has its size.
bool Canvas::ensureFitted()
{
    if (!m_isFitPending || !m_session.isOpen())
        return false;
    fit();
    return true;
}

void Canvas::fit()
{
    m_isFitPending = false;
    m_view.fit(spaceForPicture());
    m_fitZoom = m_view.zoom();
    update();
}

QRectF Canvas::shownBox() const
{
    const QRectF space = spaceForPicture();
    const QRectF box(m_view.toImage(space.topLeft()), m_view.toImage(space.bottomRight()));
    if (!m_session.isOpen())
        return box;
    const Size size = m_session.volume()->size;
    const QRectF part = box.intersected(QRectF(0, 0, size.width, size.height));
    return part.isEmpty() ? box : part;
}

bool Canvas::showsWhole() const
{
    if (!m_session.isOpen())
        return true;
    const QRectF picture = m_view.toWidget(wholeOf(m_session.volume()->size));
    return m_isFitPending || QRectF(rect()).contains(picture);
}

void Canvas::zoomAtPicture(QPointF place, double factor)
{
    zoomAt(m_view.toWidget(place), factor);
}

void Canvas::panPicture(QPointF by)
{
    pan({by.x() * m_view.scaleX(), by.y() * m_view.scaleY()});
}

void Canvas::setStandIn(const QImage& small)
{
    m_standIn = small;
    describe();
    update();
}

void Canvas::setRemotePointer(std::optional<QPointF> place)
{
    update(remotePointerBox());
    m_remotePointer = place;
    update(remotePointerBox());
    emitHover();
}

void Canvas::showOneToOne()
{
    zoomBy(1 / (m_view.zoom() * m_view.devicePixelRatio()));
}

void Canvas::zoomBy(double factor)
{
    zoomAt(QPointF(width() / 2.0, height() / 2.0), factor);
}

void Canvas::zoomAt(QPointF place, double factor)
{
    ensureFitted();
    m_view.zoomAt(place, factor);
    update();
    updateCursor();
    emitHover();
}

void Canvas::pan(QPointF delta)
{
    ensureFitted();
    m_view.panBy(delta.x() / m_view.scaleX(), delta.y() / m_view.scaleY());
    update();
}

void Canvas::resetWindow()
{
    if (!m_session.isOpen())
        return;
    const auto& windows = m_session.volume()->displayWindows;
    if (windows.empty())
        return setAutomaticWindow();
    const auto used = std::ranges::find(windows, m_session.window());
    const bool isLast = used == windows.end() || used + 1 == windows.end();
    m_session.setWindow(isLast ? windows.front() : *(used + 1));
}

void Canvas::setAutomaticWindow()
{
    if (slice() != nullptr)
        m_session.setWindow(automaticWindow(*slice()));
}

void Canvas::setFullWindow()
{
    if (slice() != nullptr)
        m_session.setWindow(fullWindow(*slice()));
}

void Canvas::moveBySlices(int count)
{
    if (!m_session.isOpen())
        return;
    const int depth = m_session.volume()->depth();
    if (depth == 1)
        return moveByVolumes(count);
    const int slice = m_session.currentSlice();
    const int first = slice / depth * depth;
    m_session.setCurrentSlice(std::clamp(slice + count, first, first + depth - 1));
    emitHover();
}

void Canvas::moveByVolumes(int count)
{
    if (!m_session.isOpen())
        return;
    const int depth = m_session.volume()->depth();
    const int place = m_session.currentSlice() % depth;
    const int last = m_session.volume()->volumeCount() - 1;
    const int volume = std::clamp(m_session.currentSlice() / depth + count, 0, last);
    m_session.setCurrentSlice(volume * depth + place);
    emitHover();
}

} // namespace limn
