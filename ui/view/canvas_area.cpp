#include "ui/view/canvas_area.h"

#include "ui/session/interpolator.h"
#include "ui/view/action_words.h"
#include "ui/view/canvas.h"
#include "ui/view/canvas_actions.h"
#include "ui/view/colour_bar.h"
#include "ui/view/compare_bar.h"
#include "ui/view/compare_pane.h"
#include "ui/view/map_panes.h"
#include "ui/view/pane_link.h"
#include "ui/view/plane_panes.h"
#include "ui/view/theme.h"
#include "ui/view/time_bar.h"
#include "ui/view/tool_memory.h"
#include "ui/view/tool_options.h"
#include "ui/view/tool_strip.h"
#include "ui/view/window_popup.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>

namespace limn {
namespace {

// The tool's hint begins with its key, which a person may have changed.
QString hintOf(const ToolInfo& info, const QAction& action)
{
    QString hint = withKeys(info.translatedHint(), action);
    const QString key = QString::fromLatin1(info.key);
    if (hint.startsWith(key + QLatin1Char(' ')))
        hint.replace(0, key.size(), keyOf(action));
    return hint;
}

QStringList localFiles(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace

struct CanvasArea::Parts {
    explicit Parts(Session& openSession, CanvasArea& area)
        : session(openSession)
        , canvas(new Canvas(openSession, &area))
        , interpolator(new Interpolator(openSession, &area))
        , bar(new ColourBar(canvas))
        , options(new ToolOptions(openSession, *canvas))
        , time(new TimeBar(openSession, *canvas))
        , panes(new MapPanes(openSession, &area))
        , otherSide(new ComparePane(openSession, &area))
        , compareBar(new CompareBar(openSession, canvas))
        , planes(new PlanePanes(openSession, &area))
        , popup(new WindowPopup(openSession, *canvas))
    {
    }

    // The bar keeps to the right edge, the options to the top.
    void arrange() const
    {
        constexpr int top = 56, bottom = 40;
        const int width = bar->sizeHint().width();
        bar->setGeometry(canvas->width() - width - 8, top, width,
                         std::max(80, canvas->height() - top - bottom));
        options->move(measure::panelMargin, 10);
        time->move((canvas->width() - time->width()) / 2, canvas->height() - 36 - time->height());
        compareBar->adjustSize();
        compareBar->move(std::max(0, (canvas->width() - width - compareBar->width()) / 2),
                         canvas->height() - compareBar->height() - 44);
    }

    void showThreshold() const
    {
        const bool hasMap = session.isOpen() && !session.baseMap().isEmpty();
        bar->setVisible(session.isOpen());
        const bool isByChains = session.agreement() > 0;
        bar->setEnabled(hasMap && !isByChains);
        bar->setToolTip(
            isByChains ? ColourBar::tr("Threshold. Not now: the agreement of the chains decides.")
                : hasMap
                ? ColourBar::tr(
                    "Threshold. Drag the handle, or use the arrow keys; the mask follows.")
                : ColourBar::tr("Threshold. It works once the model has run on this picture."));
        bar->showThreshold(session.threshold());
    }

    Session& session;
    Canvas* canvas;
    Interpolator* interpolator;
    ColourBar* bar;
    ToolOptions* options;
    TimeBar* time;
    MapPanes* panes;
    ComparePane* otherSide;
    CompareBar* compareBar;
    PlanePanes* planes;
    WindowPopup* popup;
    CompareSettings comparison;
    CompareView lastView = CompareView::Swipe;
    CanvasActions actions;
};

CanvasArea::CanvasArea(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(session, *this))
{
    setAcceptDrops(true);
    Parts& parts = *m_parts;
    parts.canvas->setToolSettings(keptToolSettings());
    parts.actions = makeCanvasActions(session, *parts.canvas, *this);
    connect(parts.canvas, &Canvas::toolSettingsChanged, this,
            [this] { keepToolSettings(m_parts->canvas->toolSettings()); });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new ToolStrip(parts.actions.tools, this));
    row->addWidget(parts.otherSide, 1);
    row->addWidget(parts.canvas, 1);
    row->addWidget(parts.panes, 1);
    connect(parts.actions.play, &QAction::triggered, parts.time, &TimeBar::togglePlaying);
    parts.time->installEventFilter(this);
    row->addWidget(parts.planes, 1);
    for (QWidget* hidden : std::initializer_list<QWidget*>{parts.panes, parts.otherSide,
                                                           parts.planes, parts.compareBar})
        hidden->hide();
    linkPane(*parts.canvas, *parts.panes);
    linkPane(*parts.canvas, *parts.otherSide);
    connectViews();
    parts.canvas->installEventFilter(this);

    connect(parts.bar, &ColourBar::thresholdPicked, &session, &Session::setThreshold);
    connect(parts.bar, &ColourBar::gestureEnded, &session, &Session::endDrag);
    const auto showThreshold = [this] { m_parts->showThreshold(); };
    for (const auto signal : {&Session::opened, &Session::thresholdChanged, &Session::stepsChanged,
                              &Session::baseStepChanged, &Session::sliceChanged})
        connect(&session, signal, this, showThreshold);
    connect(parts.canvas, &Canvas::hovered, this, &CanvasArea::hovered);
    connect(parts.canvas, &Canvas::toolChanged, this, &CanvasArea::nameKeys);
    QMetaObject::invokeMethod(this, &CanvasArea::nameKeys,
                              Qt::QueuedConnection); // once whoever made this listens
    connect(parts.canvas, &Canvas::menuRequested, this, [this](QPoint place, QPointF picture) {
        QMenu menu(this);
        QAction* const back =
            menu.addAction(tr("Give this region back to the model"), this,
                           [this, picture] { m_parts->canvas->giveRegionBack(picture); });
        back->setEnabled(m_parts->canvas->isDecided(picture));
        menu.addSeparator();
        menu.addActions(m_parts->actions.menu);
        menu.exec(place);
    });
    connect(parts.interpolator, &Interpolator::progressed, this, [this](int done, int total) {
        Q_EMIT progressed(tr("Filling between slices"), done, total);
    });
    connect(parts.interpolator, &Interpolator::ended, this, [this](int slices) {
        Q_EMIT progressed({}, 0, 0);
        if (slices > 0)
            Q_EMIT told(tr("%n slice(s) filled.", nullptr, slices));
    });
    showThreshold();
    setFocusProxy(parts.canvas);
}

CanvasArea::~CanvasArea() = default;

void CanvasArea::nameKeys()
{
    const int tool = m_parts->canvas->toolIndex();
    Q_EMIT toolHintChanged(hintOf(toolTable()[static_cast<std::size_t>(tool)],
                                  *m_parts->actions.tools[tool]));
    m_parts->time->nameKeys();
}

const OverlaySettings& CanvasArea::overlay() const
{
    return m_parts->canvas->overlay();
}

void CanvasArea::setOverlay(const OverlaySettings& overlay)
{
    if (overlay == m_parts->canvas->overlay())
        return;
    m_parts->canvas->setOverlay(overlay);
    m_parts->panes->setOpacity(overlay.opacity);
    m_parts->otherSide->setOverlay(overlay);
    m_parts->planes->setOpacity(overlay.opacity);
    Q_EMIT overlayChanged();
}

void CanvasArea::setMouse(const MouseSettings& mouse)
{
    m_parts->canvas->setMouse(mouse);
}

void CanvasArea::fillBetweenSlices()
{
    if (!m_parts->interpolator->start(m_parts->session.currentLabel()))
        Q_EMIT told(tr("Draw the label on two slices first; what lies between is then filled."));
}

void CanvasArea::fit()
{
    m_parts->canvas->fit();
}

void CanvasArea::connectViews()
{
    Parts& parts = *m_parts;
    connect(parts.canvas, &Canvas::told, this, &CanvasArea::told);
    connect(parts.compareBar, &CompareBar::changedByPerson, this, &CanvasArea::setComparison);
    connect(parts.canvas, &Canvas::dividerMoved, this,
            [this](double share) { m_parts->comparison.divider = share; });
    connect(parts.canvas, &Canvas::pixelsChanged, this, [this] {
        m_parts->otherSide->setPixels(m_parts->canvas->isInverted(), m_parts->canvas->pixels());
    });
    connect(parts.canvas, &Canvas::hovered, this, [this](const Hover& hover) {
        if (hover.isInside && m_parts->canvas->isPointedAt() && overlay().soloLabel != 0)
            setSolo(background); // whoever points here does not point at a label's row any more
    });
    connect(parts.canvas, &Canvas::crossPlaced, parts.planes, &PlanePanes::setPlace);
    connect(parts.planes, &PlanePanes::placePicked, parts.canvas,
            [this](QPointF place) { m_parts->canvas->setRemotePointer(place); });
}

// A picture that was wholly in view stays so; else zoom and place stay.
void CanvasArea::showBeside(QWidget& pane, bool isShown)
{
    const bool wasWhole = m_parts->canvas->showsWhole();
    pane.setVisible(isShown);
    layout()->activate();
    if (wasWhole)
        fit();
}

void CanvasArea::showMaps(bool isShown)
{
    if (isShown == showsMaps())
        return;
    showBeside(*m_parts->panes, isShown);
    Q_EMIT mapsShown(isShown);
}

void CanvasArea::showPlanes(bool isShown)
{
    if (isShown != m_parts->planes->isHidden())
        return;
    showBeside(*m_parts->planes, isShown);
    if (!isShown)
        m_parts->canvas->setRemotePointer(std::nullopt);
    Q_EMIT planesShown(isShown);
}

void CanvasArea::setComparison(const CompareSettings& settings)
{
    Parts& parts = *m_parts;
    parts.comparison = settings;
    if (settings.view != CompareView::None)
        parts.lastView = settings.view;
    parts.compareBar->setSettings(settings);
    parts.compareBar->setVisible(settings.view != CompareView::None);
    parts.canvas->setComparison(settings);
    parts.otherSide->setSettings(settings);
    const bool isBeside = settings.view == CompareView::SideBySide;
    if (isBeside == parts.otherSide->isHidden())
        showBeside(*parts.otherSide, isBeside);
    parts.arrange();
}

void CanvasArea::toggleComparison()
{
    CompareSettings settings = m_parts->comparison;
    settings.view =
        settings.view == CompareView::None ? m_parts->lastView : CompareView::None;
    setComparison(settings);
}

void CanvasArea::openWindowPopup()
{
    m_parts->popup->openAt(
        m_parts->canvas->mapToGlobal(QPoint(measure::panelMargin, m_parts->canvas->height() - 40)));
}

bool CanvasArea::showsMaps() const
{
    return !m_parts->panes->isHidden();
}

QAction* CanvasArea::mapsAction() const
{
    return m_parts->actions.maps;
}

void CanvasArea::showBox(Rect box)
{
    m_parts->canvas->showBox(box);
}

void CanvasArea::setPreview(std::vector<std::uint8_t> changed)
{
    m_parts->canvas->setPreview(std::move(changed));
}

void CanvasArea::leaveTool()
{
    m_parts->canvas->leaveTool();
}

void CanvasArea::setStandIn(const QImage& small)
{
    m_parts->canvas->setStandIn(small);
    Q_EMIT standInShown();
}

bool CanvasArea::hasStandIn() const
{
    return m_parts->canvas->hasStandIn();
}

void CanvasArea::setSolo(Label label)
{
    OverlaySettings settings = m_parts->canvas->overlay();
    settings.soloLabel = label;
    m_parts->canvas->setOverlay(settings);
}

void CanvasArea::setMarker(const std::optional<CanvasMarker>& marker)
{
    m_parts->canvas->setMarker(marker);
}

void CanvasArea::setBrushSize(int pixels)
{
    m_parts->canvas->setBrushSize(pixels);
}

QWidget* CanvasArea::surface() const
{
    return m_parts->canvas;
}

QPointF CanvasArea::onSurface(QPointF picture) const
{
    return m_parts->canvas->view().toWidget(picture);
}

QList<QAction*> CanvasArea::toolActions() const
{
    return m_parts->actions.all;
}

bool CanvasArea::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        m_parts->arrange();
    return QWidget::eventFilter(watched, event);
}

void CanvasArea::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CanvasArea::dropEvent(QDropEvent* event)
{
    const QStringList paths = localFiles(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

} // namespace limn
