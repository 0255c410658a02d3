#include "ui/view/canvas_area.h"

#include "ui/view/canvas.h"
#include "ui/view/canvas_actions.h"
#include "ui/view/colour_bar.h"
#include "ui/view/map_panes.h"
#include "ui/view/pane_link.h"
#include "ui/view/theme.h"
#include "ui/view/time_bar.h"
#include "ui/view/tool_memory.h"
#include "ui/view/tool_options.h"
#include "ui/view/tool_strip.h"
#include "ui/view/window_menu.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>

namespace limn {
namespace {

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
        , bar(new ColourBar(canvas))
        , options(new ToolOptions(openSession, *canvas))
        , time(new TimeBar(openSession, *canvas))
        , panes(new MapPanes(openSession, &area))
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
    }

    void showThreshold() const
    {
        const bool hasMap = session.isOpen() && !session.baseMap().isEmpty();
        bar->setVisible(session.isOpen());
        const bool isByChains = session.agreement() > 0;
        bar->setEnabled(hasMap && !isByChains);
        bar->setToolTip(
            isByChains ? ColourBar::tr("Threshold. Not now: the agreement of the chains decides.")
            : hasMap ? ColourBar::tr(
                         "Threshold. Drag the handle, or use the arrow keys; the mask follows.")
                   : ColourBar::tr("Threshold. It works once the model has run on this picture."));
        bar->showThreshold(session.threshold());
    }

    Session& session;
    Canvas* canvas;
    ColourBar* bar;
    ToolOptions* options;
    TimeBar* time;
    MapPanes* panes;
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
    row->addWidget(parts.canvas, 1);
    row->addWidget(parts.panes, 1);
    parts.panes->hide();
    connect(parts.actions.play, &QAction::triggered, parts.time, &TimeBar::togglePlaying);
    parts.time->installEventFilter(this);
    linkPanes(*parts.canvas, *parts.panes);
    parts.canvas->installEventFilter(this);

    connect(parts.bar, &ColourBar::thresholdPicked, &session, &Session::setThreshold);
    connect(parts.bar, &ColourBar::gestureEnded, &session, &Session::endDrag);
    const auto showThreshold = [this] { m_parts->showThreshold(); };
    for (const auto signal : {&Session::opened, &Session::thresholdChanged, &Session::stepsChanged,
                              &Session::baseStepChanged, &Session::sliceChanged})
        connect(&session, signal, this, showThreshold);
    connect(parts.canvas, &Canvas::hovered, this, &CanvasArea::hovered);
    const auto tellHint = [this] {
        const auto tool = static_cast<std::size_t>(m_parts->canvas->toolIndex());
        Q_EMIT toolHintChanged(toolTable()[tool].translatedHint());
    };
    connect(parts.canvas, &Canvas::toolChanged, this, tellHint);
    QMetaObject::invokeMethod(this, tellHint,
                              Qt::QueuedConnection); // once whoever made this listens
    connect(parts.canvas, &Canvas::menuRequested, this, [this](QPoint place, QPointF picture) {
        QMenu menu(this);
        QAction* const back =
            menu.addAction(tr("Give this region back to the model"), this,
                           [this, picture] { m_parts->canvas->giveRegionBack(picture); });
        back->setEnabled(m_parts->canvas->isDecided(picture));
        menu.addSeparator();
        menu.addActions(m_parts->actions.menu);
        addWindowMenu(menu, m_parts->session);
        menu.exec(place);
    });
    showThreshold();
    setFocusProxy(parts.canvas);
}

CanvasArea::~CanvasArea() = default;

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
    Q_EMIT overlayChanged();
}

void CanvasArea::fit()
{
    m_parts->canvas->fit();
}

// A picture that was wholly in view stays so; else zoom and place stay.
void CanvasArea::showMaps(bool isShown)
{
    if (isShown == showsMaps())
        return;
    const bool wasWhole = m_parts->canvas->showsWhole();
    m_parts->panes->setVisible(isShown);
    layout()->activate();
    if (wasWhole)
        fit();
    Q_EMIT mapsShown(isShown);
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

void CanvasArea::setMarker(const std::optional<CanvasMarker>& marker)
{
    m_parts->canvas->setMarker(marker);
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
