#include "ui/view/canvas_actions.h"

#include "ui/view/canvas.h"
#include "ui/view/canvas_area.h"
#include "ui/view/icons.h"
#include "ui/view/window_presets.h"

#include <QAction>
#include <QActionGroup>

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
    static QString tr(const char* text) { return CanvasArea::tr(text); }

    QAction* add(const QString& name, const QList<QKeySequence>& keys, const QString& sentence,
                 std::function<void()> act)
    {
        auto* action = new QAction(name, &m_area);
        action->setShortcuts(keys);
        action->setToolTip(
            keys.isEmpty()
                ? QStringLiteral("%1. %2").arg(name, sentence)
                : QStringLiteral("%1 (%2). %3")
                      .arg(name, keys.front().toString(QKeySequence::NativeText), sentence));
        action->setStatusTip(sentence);
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
                add(info.translatedName(), {QKeySequence(QString::fromLatin1(info.key))},
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
        QAction* swap = add(tr("Last tool"), {QKeySequence(Qt::Key_Tab)},
                            tr("Goes back to the tool used before."),
                            [canvas = &m_canvas] { canvas->setTool(canvas->previousToolIndex()); });
        bindToCanvas(swap);
    }

    void makeBrush()
    {
        add(tr("Smaller brush"), {QKeySequence(Qt::Key_BracketLeft)},
            tr("Shift and the wheel do it, too."),
            [canvas = &m_canvas] { canvas->turnBrushSize(-1); });
        add(tr("Larger brush"), {QKeySequence(Qt::Key_BracketRight)},
            tr("Shift and the wheel do it, too."),
            [canvas = &m_canvas] { canvas->turnBrushSize(1); });
    }

    void makeRegions()
    {
        add(tr("Copy the region"), {QKeySequence(Qt::CTRL | Qt::Key_C)},
            tr("The label's area under the pointer, else all of the current label."),
            [canvas = &m_canvas] { canvas->copyRegionUnderPointer(); });
        m_actions.menu << add(
            tr("Take the mask as my own"), {QKeySequence(Qt::CTRL | Qt::Key_M)},
            tr("All that is shown of this slice is yours from now on, whatever the model says."),
            [session = &m_session] { session->takeMask(); });
        m_actions.menu << add(tr("Give the slice back to the model"),
                              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
                              tr("Nothing of this slice is yours any more."),
                              [session = &m_session] { session->giveSliceBack(); });
        const auto copy = [session = &m_session, canvas = &m_canvas](int by) {
            const int from = session->isOpen() ? session->currentSlice() : 0;
            session->copyLabelTo(from + by, session->currentLabel());
            canvas->moveBySlices(by);
        };
        add(tr("Copy the label to the next slice"), {QKeySequence(Qt::SHIFT | Qt::Key_PageDown)},
            tr("The current label as it is here, then that slice is shown."), [copy] { copy(1); });
        add(tr("Copy the label to the slice before"), {QKeySequence(Qt::SHIFT | Qt::Key_PageUp)},
            tr("The current label as it is here, then that slice is shown."), [copy] { copy(-1); });
        m_actions.menu << add(
            tr("Fill between painted slices"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
            tr("The current label on the slices between those where you drew it."),
            [area = &m_area] { area->fillBetweenSlices(); });
        add(tr("Paste the region"), {QKeySequence(Qt::CTRL | Qt::Key_V)},
            tr("Where it was copied from, on the slice that is shown."),
            [canvas = &m_canvas] { canvas->pasteCopiedRegion(); });
    }

    void makeOverlay()
    {
        const auto fade = [area = &m_area](double by) {
            OverlaySettings settings = area->overlay();
            settings.opacity = std::clamp(settings.opacity + by, 0.0, 1.0);
            area->setOverlay(settings);
        };
        QAction* show = add(tr("Show the overlay"), {QKeySequence(Qt::Key_S)},
                            tr("Shows or hides all that lies on the picture."), [area = &m_area] {
                                OverlaySettings settings = area->overlay();
                                settings.isVisible = !settings.isVisible;
                                area->setOverlay(settings);
                            });
        show->setCheckable(true);
        show->setChecked(m_area.overlay().isVisible);
        QObject::connect(&m_area, &CanvasArea::overlayChanged, show,
                         [show, area = &m_area] { show->setChecked(area->overlay().isVisible); });
        m_actions.menu << show;
        m_actions.maps =
            add(tr("Maps side by side"), {QKeySequence(Qt::Key_M)},
                tr("State, semantic map, generative map and answer beside the picture."),
                [area = &m_area] { area->showMaps(!area->showsMaps()); });
        m_actions.maps->setCheckable(true);
        m_actions.maps->setIcon(icon(QStringLiteral("panes"), CheckedGlyph::Text));
        QObject::connect(&m_area, &CanvasArea::mapsShown, m_actions.maps, &QAction::setChecked);
        m_actions.menu << m_actions.maps;
        add(tr("Fainter overlay"), {QKeySequence(Qt::SHIFT | Qt::Key_A)},
            tr("The picture is seen better."), [fade] { fade(-opacityStep); });
        add(tr("Stronger overlay"), {QKeySequence(Qt::SHIFT | Qt::Key_D)},
            tr("The overlay is seen better."), [fade] { fade(opacityStep); });
    }

    void makeZoom()
    {
        m_actions.menu << add(tr("Fit the picture"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
                              tr("Shows the whole picture."),
                              [canvas = &m_canvas] { canvas->fit(); });
        m_actions.menu << add(tr("Pixel for pixel"), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_0)},
                              tr("One pixel of the picture on each pixel of the screen."),
                              [canvas = &m_canvas] { canvas->showOneToOne(); });
        m_actions.menu << add(tr("Zoom to the label"), {QKeySequence(Qt::Key_Z)},
                              tr("The current label on this slice, as large as the space allows."),
                              [session = &m_session, canvas = &m_canvas] {
                                  canvas->showLabel(session->currentLabel());
                              });
        m_actions.menu << add(
            tr("Compare"), {QKeySequence(Qt::Key_Y)},
            tr("With the picture alone, another step or the other run: by a line that is dragged, or side by side."),
            [area = &m_area] { area->toggleComparison(); });
        QAction* planes = add(tr("Three planes"), {QKeySequence(Qt::SHIFT | Qt::Key_P)},
                              tr("The two other planes of a stack, beside the picture."), {});
        planes->setCheckable(true);
        QObject::connect(planes, &QAction::toggled, &m_area, &CanvasArea::showPlanes);
        QObject::connect(&m_area, &CanvasArea::planesShown, planes, &QAction::setChecked);
        m_actions.menu << planes;
        add(tr("Zoom in"),
            {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
            tr("Ctrl and the wheel zoom about the pointer."),
            [canvas = &m_canvas] { canvas->zoomBy(zoomStep); });
        add(tr("Zoom out"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
            tr("Ctrl and the wheel zoom about the pointer."),
            [canvas = &m_canvas] { canvas->zoomBy(1 / zoomStep); });
    }

    void makeWindow()
    {
        m_actions.menu << add(tr("Grey levels…"), {QKeySequence(Qt::CTRL | Qt::Key_G)},
                              tr("Histogram, width and level, presets, inverted, smooth pixels."),
                              [area = &m_area] { area->openWindowPopup(); });
        for (int i = 0; i < presetCount; ++i)
            add(tr("Window preset %1").arg(i + 1), {QKeySequence(Qt::CTRL | (Qt::Key_4 + i))},
                tr("One of the named windows of “Grey levels”; for CT soft tissue, lung, bone, brain, liver, abdomen."),
                [session = &m_session, i] {
                    if (session->isOpen())
                        session->setWindow(windowOf(keptPresets()[static_cast<std::size_t>(i)]));
                });
        m_actions.menu << add(
            tr("Window of the file"), {QKeySequence(Qt::CTRL | Qt::Key_1)},
            tr("Grey levels as the file asks for, its windows one after the other; the automatic ones "
               "where it doesn't."),
            [canvas = &m_canvas] { canvas->resetWindow(); });
        m_actions.menu << add(tr("Automatic window"), {QKeySequence(Qt::CTRL | Qt::Key_2)},
                              tr("From the 0.1 to the 99.9 percentile of the values."),
                              [canvas = &m_canvas] { canvas->setAutomaticWindow(); });
        QAction* graphics =
            add(tr("Graphics of the file"), {QKeySequence(Qt::SHIFT | Qt::Key_O)},
                tr("Overlays that lie in the file; they are never in masks or in what a model sees."),
                [canvas = &m_canvas] { canvas->setGraphicsShown(!canvas->showsGraphics()); });
        graphics->setCheckable(true);
        graphics->setChecked(m_canvas.showsGraphics());
        QObject::connect(&m_canvas, &Canvas::graphicsShown, graphics, &QAction::setChecked);
        m_actions.menu << graphics;
        m_actions.menu << add(tr("Full window"), {QKeySequence(Qt::CTRL | Qt::Key_3)},
                              tr("From the smallest to the largest value."),
                              [canvas = &m_canvas] { canvas->setFullWindow(); });
    }

    void makeLabels()
    {
        for (int digit = 1; digit <= 9; ++digit)
            add(tr("Label in row %1").arg(digit), {QKeySequence(Qt::Key_0 + digit)},
                tr("The brush paints this label."), [session = &m_session, digit] {
                    const auto& rows = session->labelTable().rows;
                    if (digit <= static_cast<int>(rows.size()))
                        session->setCurrentLabel(rows[static_cast<std::size_t>(digit - 1)].label);
                });
        const auto move = [session = &m_session](int by) {
            const auto& rows = session->labelTable().rows;
            const auto here = std::ranges::find(rows, session->currentLabel(), &LabelRow::label);
            const auto place = (here - rows.begin()) + by;
            if (here != rows.end() && place >= 0
                && place < static_cast<std::ptrdiff_t>(rows.size()))
                session->setCurrentLabel(rows[static_cast<std::size_t>(place)].label);
        };
        add(tr("Label above"), {QKeySequence(Qt::CTRL | Qt::Key_Up)},
            tr("The brush paints the label above."), [move] { move(-1); });
        add(tr("Label below"), {QKeySequence(Qt::CTRL | Qt::Key_Down)},
            tr("The brush paints the label below."), [move] { move(1); });
    }

    void makeSlices()
    {
        bindToCanvas(
            add(tr("Slice before"), {QKeySequence(Qt::Key_Up), QKeySequence(Qt::Key_PageUp)},
                tr("The wheel does it, too."), [canvas = &m_canvas] { canvas->moveBySlices(-1); }));
        bindToCanvas(
            add(tr("Slice after"), {QKeySequence(Qt::Key_Down), QKeySequence(Qt::Key_PageDown)},
                tr("The wheel does it, too."), [canvas = &m_canvas] { canvas->moveBySlices(1); }));
        bindToCanvas(add(tr("Time before"), {QKeySequence(Qt::Key_Left)},
                         tr("Of a stack with several points in time."),
                         [canvas = &m_canvas] { canvas->moveByVolumes(-1); }));
        bindToCanvas(add(tr("Time after"), {QKeySequence(Qt::Key_Right)},
                         tr("Of a stack with several points in time."),
                         [canvas = &m_canvas] { canvas->moveByVolumes(1); }));
        m_actions.play = add(tr("Play in time"), {QKeySequence(Qt::SHIFT | Qt::Key_K)},
                             tr("Shows one point in time after the other; again stops."), [] {});
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
