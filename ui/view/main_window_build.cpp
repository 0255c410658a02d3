// How the window is put together, and what it remembers.
#include "ui/session/error_text.h"
#include "ui/view/about_dialog.h"
#include "ui/view/agreement_slider.h"
#include "ui/view/canvas_area.h"
#include "ui/view/channel_fit.h"
#include "ui/view/input_guard.h"
#include "ui/view/label_panel.h"
#include "ui/view/look_panel.h"
#include "ui/view/main_window.h"
#include "ui/view/overlay_panel.h"
#include "ui/view/pixel_probe.h"
#include "ui/view/refine_panel.h"
#include "ui/view/run_controls.h"
#include "ui/view/spread_panel.h"
#include "ui/view/status_line.h"
#include "ui/view/steering.h"
#include "ui/view/steering_bar.h"
#include "ui/view/theme.h"
#include "ui/view/timeline.h"
#include "ui/view/window_bar.h"
#include "ui/view/work_panel.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QProgressBar>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace limn {
namespace {

// What does not fit on a small screen is scrolled, not squeezed.
QScrollArea* scrolled(QWidget* panel)
{
    auto* scroll = new QScrollArea(panel->parentWidget());
    scroll->setWidget(panel);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(panel->minimumSizeHint().width());
    return scroll;
}

} // namespace

MainWindow::MainWindow(Session& session, SegmenterThread& segmenter, WorkList& work,
                       QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_segmenter(segmenter)
    , m_work(work)
    , m_actions(this)
    , m_controls(new RunControls(this))
    , m_bar(new WindowBar(m_actions, m_controls, this))
    , m_workPanel(new WorkPanel(work, this))
    , m_labelPanel(new LabelPanel(session, this))
    , m_overlayPanel(new OverlayPanel(session, this))
    , m_probe(new PixelProbe(session, this))
    , m_look(new LookList(session, this))
    , m_lookPanel(new LookPanel(session, *m_look, this))
    , m_messages(new MessageBar(this))
    , m_start(new StartPage(this))
    , m_canvas(new CanvasArea(session, this))
    , m_steering(new Steering(session, segmenter, this))
    , m_timeline(new Timeline(session, this))
    , m_status(new StatusLine(this))
    , m_progress(new QProgressBar(this))
{
    build();
    new InputGuard(session, this);
    connectActions();
    connectParts();
    connectMaps();
    connectLook();
    connectWork();
    collectActions();
    restoreSettings();
    refresh();
}

void MainWindow::build()
{
    setWindowTitle(tr("Limn"));
    setAcceptDrops(true);
    setDockNestingEnabled(false);
    addActions(m_actions.all());
    addToolBar(m_bar);
    setStatusBar(m_status);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();

    auto* work = new QWidget(this);
    auto* workColumn = new QVBoxLayout(work);
    workColumn->setContentsMargins(0, 0, 0, 0);
    workColumn->setSpacing(0);
    workColumn->addWidget(m_steering->bar());
    workColumn->addWidget(m_canvas, 1);
    workColumn->addWidget(m_timeline);
    m_timeline->addControls({m_steering->rerunAction(), m_steering->liveAction()});
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_start);
    m_pages->addWidget(work);
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);

    auto* left =
        addDock(Qt::LeftDockWidgetArea, tr("Work list and image"), m_workPanel, m_actions.leftDock);
    auto* right = addDock(Qt::RightDockWidgetArea, tr("Labels and overlay"), makeRightPanel(),
                          m_actions.rightDock);
    left->setObjectName(QStringLiteral("leftDock"));
    right->setObjectName(QStringLiteral("rightDock"));
    // With room for the window manager's frame, so that nothing lies below the screen.
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(16, 48)));
    resizeDocks({left, right}, {measure::leftDock, measure::rightDock}, Qt::Horizontal);
}

QDockWidget* MainWindow::addDock(Qt::DockWidgetArea area, const QString& name, QWidget* content,
                                 QAction* toggle)
{
    auto* dock = new QDockWidget(name, this);
    dock->setAccessibleName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setTitleBarWidget(new QWidget(dock)); // no title: the panels have captions of their own
    dock->setWidget(content);
    addDockWidget(area, dock);
    toggle->setChecked(true);
    connect(toggle, &QAction::triggered, dock, &QWidget::setVisible);
    connect(dock->toggleViewAction(), &QAction::toggled, toggle, &QAction::setChecked);
    return dock;
}

QWidget* MainWindow::makeRightPanel()
{
    auto* panel = new QFrame(this);
    panel->setProperty("kind", QStringLiteral("panel"));
    auto* note =
        new QLabel(tr("Research use. Reconstruction of a published abstract; see About."), panel);
    note->setProperty("kind", QStringLiteral("small"));
    note->setWordWrap(true);
    note->setAccessibleName(tr("Research use"));
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(measure::panelMargin, measure::panelMargin, measure::panelMargin,
                               measure::panelMargin);
    column->setSpacing(20);
    column->addWidget(m_labelPanel);
    auto* refine = new RefinePanel(m_session, panel);
    connect(refine, &RefinePanel::previewChanged, m_canvas, &CanvasArea::setPreview);
    column->addWidget(refine);
    column->addWidget(m_overlayPanel);
    column->addWidget(new AgreementSlider(m_session, panel));
    column->addWidget(m_probe);
    column->addWidget(m_lookPanel, 1);
    column->addWidget(new SpreadPanel(m_session, panel));
    column->addWidget(note);
    return scrolled(panel);
}

void MainWindow::connectActions()
{
    connect(m_actions.openFolder, &QAction::triggered, this, &MainWindow::openFolder);
    connect(m_actions.openFile, &QAction::triggered, this, &MainWindow::openFile);
    connect(m_actions.importMasks, &QAction::triggered, this, &MainWindow::importMasks);
    connect(m_actions.run, &QAction::triggered, this, &MainWindow::run);
    connect(m_actions.stop, &QAction::triggered, this, &MainWindow::stop);
    connect(m_actions.undo, &QAction::triggered, &m_session.undoStack(), &QUndoStack::undo);
    connect(m_actions.redo, &QAction::triggered, &m_session.undoStack(), &QUndoStack::redo);
    connect(m_actions.exportMasks, &QAction::triggered, this, &MainWindow::askExport);
    connect(m_actions.figure, &QAction::triggered, this,
            [this] { Q_EMIT figureRequested(FigureKind::Figure); });
    connect(m_actions.animation, &QAction::triggered, this,
            [this] { Q_EMIT figureRequested(FigureKind::Animation); });
    connect(m_actions.release, &QAction::triggered, this, &MainWindow::releaseAsked);
    connect(m_actions.tags, &QAction::triggered, this, &MainWindow::tagsAsked);
    connect(m_actions.keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(m_actions.palette, &QAction::triggered, this, &MainWindow::showPalette);
    connect(m_actions.preferences, &QAction::triggered, this, &MainWindow::showPreferences);
    connect(m_actions.about, &QAction::triggered, this, [this] {
        auto* about = new AboutDialog(this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectParts()
{
    connect(m_bar, &WindowBar::recentRequested, this, &MainWindow::openRequested);
    connect(m_bar, &WindowBar::themeChosen, this, &MainWindow::setTheme);
    connect(m_start, &StartPage::openFolderRequested, this, &MainWindow::openFolder);
    connect(m_start, &StartPage::openFileRequested, this, &MainWindow::openFile);
    connect(m_start, &StartPage::recentRequested, this, &MainWindow::openRequested);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(m_workPanel, &WorkPanel::openFolderRequested, this, &MainWindow::openFolder);
    connect(m_status, &StatusLine::cancelRequested, this, &MainWindow::cancelRequested);

    connect(m_canvas, &CanvasArea::hovered, this,
            [this](const Hover& hover) { m_status->setHover(hover, m_session.labelTable()); });
    connect(m_canvas, &CanvasArea::told, this, [this](const QString& sentence) {
        m_messages->show({Severity::Note, sentence});
    });
    connect(m_canvas, &CanvasArea::progressed, this, [this](const QString& what, int done, int total) {
        total > 0 ? setProgress(what, done, total) : clearProgress();
    });
    connect(m_labelPanel, &LabelPanel::pointedAt, m_canvas, &CanvasArea::setSolo);
    connect(&m_list, &ActionList::keysChanged, this, [this] {
        m_start->nameKeys();
        m_canvas->nameKeys();
        refresh();
    });
    connect(m_canvas, &CanvasArea::toolHintChanged, m_status, &StatusLine::setToolHint);
    connect(m_canvas, &CanvasArea::standInShown, this, &MainWindow::refresh);
    connect(m_canvas, &CanvasArea::filesDropped, this, &MainWindow::filesDropped);
    connect(m_steering, &Steering::rerunRequested, this, [this] {
        m_timeline->stopPlaying();
        Q_EMIT rerunRequested(m_controls->choice().device);
    });
    connect(m_steering, &Steering::stopRequested, this, &MainWindow::stopRequested);
    connect(&m_session, &Session::candidateChanged, this, &MainWindow::refresh);
    const auto checkChannels = [this] {
        m_channelObstacle.clear();
        const Volume* volume = m_session.volume();
        if (volume && m_controls->model()) {
            const auto slice = volume->slices[static_cast<std::size_t>(m_session.currentSlice())];
            if (slice)
                m_channelObstacle =
                    channelAdvice(*volume, *slice, *m_controls->model(), m_controls->models());
        }
        refresh();
    };
    connect(m_controls, &RunControls::changed, this, checkChannels);
    connect(&m_session, &Session::opened, this, checkChannels);
    connect(&m_session, &Session::sliceChanged, this, checkChannels);
    connect(&m_session.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::refresh);
    connect(&m_work, &WorkList::itemsChanged, this, &MainWindow::refresh);
    connect(&m_work, &WorkList::itemChanged, this, &MainWindow::refresh);
    connect(&m_work, &WorkList::currentChanged, this, &MainWindow::refresh);

    connect(&m_segmenter, &SegmenterThread::devicesReady, m_controls, &RunControls::setDevices);
    connect(&m_segmenter, &SegmenterThread::moduleFailed, this,
            [this](const Error& error) { m_controls->setDeviceObstacle(errorText(error)); });
    connect(&m_segmenter, &SegmenterThread::runningChanged, this, [this](bool isRunning) {
        const int steps = m_steering->isRerunning() ? restartSteps : m_controls->choice().steps;
        m_timeline->setExpectedSteps(isRunning ? steps : 0);
        refresh();
    });
}

void MainWindow::setTheme(ThemeChoice choice)
{
    applyTheme(*qApp, choice);
    m_bar->setTheme(choice);
    QSettings().setValue(QStringLiteral("window/theme"), static_cast<int>(choice));
}

void MainWindow::restoreSettings()
{
    const QSettings settings;
    setTheme(static_cast<ThemeChoice>(
        std::clamp(settings.value(QStringLiteral("window/theme"), 0).toInt(), 0, 2)));
    const OverlaySettings overlay = keptOverlay();
    m_canvas->setOverlay(overlay);
    m_overlayPanel->setSettings(overlay);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    const QSize space = screen()->availableGeometry().size();
    if (!isMaximized() && (width() >= space.width() || height() >= space.height()))
        setWindowState(windowState() | Qt::WindowMaximized);
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray());
}

} // namespace limn
