#include "ui/view/canvas_actions.h"

#include "ui/view/action_table.h"
#include "ui/view/canvas.h"
#include "ui/view/canvas_area.h"
#include "ui/view/window_presets.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>

#include <algorithm>

namespace limn {
namespace {

constexpr double zoomStep = 1.25, opacityStep = 0.1;

class Maker {
public:
    Maker(Session& session, Canvas& canvas, CanvasArea& area)
        : m_session(session)
        , m_canvas(canvas)
        , m_area(area)
    {
    }

    CanvasActions make()
    {
        makeTools();
        makeBrush();
        makeRegions();
        makeOverlay();
        makeZoom();
        makeWindow();
        makeLabels();
        makeSlices();
        return m_actions;
    }

private:
    static QString tr(const char* text) { return QCoreApplication::translate("limn::Maker", text); }

    // What the action table has a row of.
    QAction* add(const char* id, std::function<void()> act)
    {
        return added(makeAction(&m_area, id), std::move(act));
    }

    QAction* add(const QString& id, const QString& name, const QKeySequence& key,
                 const QString& sentence, std::function<void()> act)
    {
        return added(makeAction(&m_area, id, name, {key}, sentence), std::move(act));
    }

    QAction* added(QAction* action, std::function<void()> act)
    {
        if (act)
            QObject::connect(action, &QAction::triggered, &m_area, std::move(act));
        m_area.addAction(action);
        m_actions.all << action;
        return action;
    }

    void makeTools()
    {
        auto* group = new QActionGroup(&m_area);
        for (int i = 0; i < static_cast<int>(toolTable().size()); ++i) {
            const ToolInfo& info = toolTable()[static_cast<std::size_t>(i)];
            QAction* action =
                add(QStringLiteral("tool-")
                        + QLatin1String(info.name).toString().toLower().replace(QLatin1Char(' '),
                                                                                QLatin1Char('-')),
                    info.translatedName(), QKeySequence(QString::fromLatin1(info.key)),
                    info.translatedSentence(),
                    [canvas = &m_canvas, i] { canvas->setTool(i); });
            action->setCheckable(true);
            action->setChecked(i == m_canvas.toolIndex());
            group->addAction(action);
            m_actions.tools << action;
        }
        QObject::connect(&m_canvas, &Canvas::toolChanged, &m_area,
                         [tools = m_actions.tools, canvas = &m_canvas] {
                             tools[canvas->toolIndex()]->setChecked(true);
                         });
        // On the canvas alone: elsewhere Tab moves the focus.
        bindToCanvas(add("last-tool", [canvas = &m_canvas] {
            canvas->setTool(canvas->previousToolIndex());
        }));
    }

    void makeBrush()
    {
        add("smaller-brush", [canvas = &m_canvas] { canvas->turnBrushSize(-1); });
        add("larger-brush", [canvas = &m_canvas] { canvas->turnBrushSize(1); });
    }

    void makeRegions()
    {
        add("copy-region", [canvas = &m_canvas] { canvas->copyRegionUnderPointer(); });
        m_actions.menu << add("take-mask", [session = &m_session] { session->takeMask(); });
        m_actions.menu << add("give-slice-back",
                              [session = &m_session] { session->giveSliceBack(); });
        const auto copy = [session = &m_session, canvas = &m_canvas](int by) {
            const int from = session->isOpen() ? session->currentSlice() : 0;
            session->copyLabelTo(from + by, session->currentLabel());
            canvas->moveBySlices(by);
        };
        add("copy-to-next-slice", [copy] { copy(1); });
        add("copy-to-slice-before", [copy] { copy(-1); });
        m_actions.menu << add("fill-between-slices", [area = &m_area] { area->fillBetweenSlices(); });
        add("paste-region", [canvas = &m_canvas] { canvas->pasteCopiedRegion(); });
    }

    void makeOverlay()
    {
        const auto fade = [area = &m_area](double by) {
            OverlaySettings settings = area->overlay();
            settings.opacity = std::clamp(settings.opacity + by, 0.0, 1.0);
            area->setOverlay(settings);
        };
        QAction* show = add("overlay", [area = &m_area] {
            OverlaySettings settings = area->overlay();
            settings.isVisible = !settings.isVisible;
            area->setOverlay(settings);
        });
        show->setChecked(m_area.overlay().isVisible);
        QObject::connect(&m_area, &CanvasArea::overlayChanged, show,
                         [show, area = &m_area] { show->setChecked(area->overlay().isVisible); });
        m_actions.menu << show;
        m_actions.maps = add("maps", [area = &m_area] { area->showMaps(!area->showsMaps()); });
        QObject::connect(&m_area, &CanvasArea::mapsShown, m_actions.maps, &QAction::setChecked);
        m_actions.menu << m_actions.maps;
        add("fainter-overlay", [fade] { fade(-opacityStep); });
        add("stronger-overlay", [fade] { fade(opacityStep); });
    }

    void makeZoom()
    {
        m_actions.menu << add("fit", [canvas = &m_canvas] { canvas->fit(); });
        m_actions.menu << add("one-to-one", [canvas = &m_canvas] { canvas->showOneToOne(); });
        m_actions.menu << add("zoom-to-label", [session = &m_session, canvas = &m_canvas] {
            canvas->showLabel(session->currentLabel());
        });
        m_actions.menu << add("compare", [area = &m_area] { area->toggleComparison(); });
        QAction* planes = add("planes", {});
        QObject::connect(planes, &QAction::toggled, &m_area, &CanvasArea::showPlanes);
        QObject::connect(&m_area, &CanvasArea::planesShown, planes, &QAction::setChecked);
        m_actions.menu << planes;
        add("zoom-in", [canvas = &m_canvas] { canvas->zoomBy(zoomStep); });
        add("zoom-out", [canvas = &m_canvas] { canvas->zoomBy(1 / zoomStep); });
    }

    void makeWindow()
    {
        m_actions.menu << add("grey-levels", [area = &m_area] { area->openWindowPopup(); });
        for (int i = 0; i < presetCount; ++i) {
            add(QStringLiteral("window-preset-%1").arg(i + 1), tr("Window preset %1").arg(i + 1),
                QKeySequence(Qt::CTRL | (Qt::Key_4 + i)),
                tr("One of the named windows of “Grey levels”; for CT soft tissue, lung, bone, "
                   "brain, liver, abdomen."),
                [session = &m_session, i] {
                    if (session->isOpen())
                        session->setWindow(windowOf(keptPresets()[static_cast<std::size_t>(i)]));
                });
        }
        m_actions.menu << add("file-window", [canvas = &m_canvas] { canvas->resetWindow(); });
        m_actions.menu << add("automatic-window",
                              [canvas = &m_canvas] { canvas->setAutomaticWindow(); });
        m_actions.menu << add("full-window", [canvas = &m_canvas] { canvas->setFullWindow(); });
        QAction* graphics = add("graphics", [canvas = &m_canvas] {
            canvas->setGraphicsShown(!canvas->showsGraphics());
        });
        graphics->setChecked(m_canvas.showsGraphics());
        QObject::connect(&m_canvas, &Canvas::graphicsShown, graphics, &QAction::setChecked);
        m_actions.menu << graphics;
    }

    void makeLabels()
    {
        for (int digit = 1; digit <= 9; ++digit) {
            add(QStringLiteral("label-%1").arg(digit), tr("Label in row %1").arg(digit),
                QKeySequence(Qt::Key_0 + digit),
                tr("The brush paints this label."), [session = &m_session, digit] {
                    const auto& rows = session->labelTable().rows;
                    if (digit <= static_cast<int>(rows.size()))
                        session->setCurrentLabel(rows[static_cast<std::size_t>(digit - 1)].label);
                });
        }
        const auto move = [session = &m_session](int by) {
            const auto& rows = session->labelTable().rows;
            const auto here = std::ranges::find(rows, session->currentLabel(), &LabelRow::label);
            const auto place = (here - rows.begin()) + by;
            if (here != rows.end() && place >= 0
                && place < static_cast<std::ptrdiff_t>(rows.size()))
                session->setCurrentLabel(rows[static_cast<std::size_t>(place)].label);
        };
        add("label-above", [move] { move(-1); });
        add("label-below", [move] { move(1); });
    }

    void makeSlices()
    {
        bindToCanvas(add("slice-before", [canvas = &m_canvas] { canvas->moveBySlices(-1); }));
        bindToCanvas(add("slice-after", [canvas = &m_canvas] { canvas->moveBySlices(1); }));
        bindToCanvas(add("time-before", [canvas = &m_canvas] { canvas->moveByVolumes(-1); }));
        bindToCanvas(add("time-after", [canvas = &m_canvas] { canvas->moveByVolumes(1); }));
        m_actions.play = add("play-time", {});
    }

    // The key works while the canvas has the focus; lists and sliders use it themselves.
    void bindToCanvas(QAction* action)
    {
        m_area.removeAction(action);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_canvas.addAction(action);
    }

    Session& m_session;
    Canvas& m_canvas;
    CanvasArea& m_area;
    CanvasActions m_actions;
};

} // namespace

CanvasActions makeCanvasActions(Session& session, Canvas& canvas, CanvasArea& area)
{
    return Maker(session, canvas, area).make();
}

} // namespace limn
