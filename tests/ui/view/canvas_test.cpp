// The canvas as a user works it: threshold, zoom, window, slices, keys, what it tells.
#include "tests/ui/view/canvas_bench.h"

#include <QSignalSpy>

#include <cmath>

namespace limn {
class CanvasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void draggingTheColourBarMovesTheThresholdInOneUndoStep();
    void zoomKeepsThePixelUnderThePointer();
    void resizingKeepsAFittedPictureFittedElseZoomAndMiddle();
    void clicksAreNotLookedUpInTheNextPicture();
    void rightDragSetsTheWindow();
    void wheelTurnsSlicesWhereThereAreSeveral();
    void shiftAndWheelSetTheBrushSize();
    void hoverTellsValueLabelAndProbability();
    void keysOfTheOverlayChangeIt();
    void everyControlHasAnAccessibleName();
};

void CanvasTest::draggingTheColourBarMovesTheThresholdInOneUndoStep()
{
    Bench bench({128, 128});
    QVERIFY(!bench.bar->isEnabled());
    bench.session.beginRun(0, {}, {"disc"});
    bench.session.addStep(0, fakeStep({128, 128}, 1, 1));
    bench.session.endRun(0);
    QVERIFY(bench.bar->isEnabled());
    const LabelMap before = bench.session.labels();
    QTest::mousePress(bench.bar, Qt::LeftButton, {}, QPoint(40, bench.bar->height() / 2));
    for (const double share : {0.4, 0.3, 0.2}) {
        const QPoint place(40, static_cast<int>(bench.bar->height() * share));
        QMouseEvent event(QEvent::MouseMove, QPointF(place), bench.bar->mapToGlobal(QPointF(place)),
                          Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(bench.bar, &event);
    }
    QTest::mouseRelease(bench.bar, Qt::LeftButton, {}, QPoint(40, bench.bar->height() / 5));
    QVERIFY(bench.session.threshold() > 0.75);
    QVERIFY(bench.session.labels().values != before.values);
    QCOMPARE(bench.session.undoStack().count(), 1);
    bench.session.undoStack().undo();
    QCOMPARE(bench.session.labels().values, before.values);
    QCOMPARE(bench.bar->value(), 50);
    QTest::keyClick(bench.bar, Qt::Key_Up);
    QTest::keyClick(bench.bar, Qt::Key_Up);
    QCOMPARE(bench.bar->value(), 52);
    QCOMPARE(bench.session.undoStack().count(), 2);
}

void CanvasTest::zoomKeepsThePixelUnderThePointer()
{
    Bench bench({512, 400});
    const QPoint place = bench.placeOf(133, 271);
    const QPointF before = bench.imageAt(place);
    for (int i = 0; i < 9; ++i)
        bench.turnWheel(place, 1, Qt::ControlModifier);
    QPointF off = bench.imageAt(place) - before;
    QVERIFY(std::hypot(off.x(), off.y()) * bench.canvas->view().zoom() < 1.5); // of the screen
    for (int i = 0; i < 9; ++i)
        bench.turnWheel(place, -1, {}); // a single picture: the wheel alone zooms
    off = bench.imageAt(place) - before;
    QVERIFY(std::hypot(off.x(), off.y()) < 1.5);
    bench.action(Qt::CTRL | Qt::ALT | Qt::Key_0)->trigger();
    QCOMPARE(bench.canvas->view().zoom() * bench.canvas->devicePixelRatioF(), 1.0);
}

void CanvasTest::resizingKeepsAFittedPictureFittedElseZoomAndMiddle()
{
    Bench bench({512, 400});
    const auto middle = [&] { return bench.imageAt(bench.canvas->rect().center()); };
    const double fitted = bench.canvas->view().zoom();
    bench.area.resize(700, 560);
    bench.canvas->grab();
    QVERIFY(bench.canvas->view().zoom() < fitted); // nobody zoomed: still all of the picture
    QVERIFY(bench.canvas->showsWhole());
    bench.turnWheel(bench.canvas->rect().center(), 3, {});
    const double zoom = bench.canvas->view().zoom();
    const QPointF before = middle();
    bench.area.resize(640, 500);
    bench.canvas->grab();
    QCOMPARE(bench.canvas->view().zoom(), zoom);
    QVERIFY((middle() - before).manhattanLength() < 3);
}

// The kept history of the next picture comes in while the clicks are still those of the one before.
void CanvasTest::clicksAreNotLookedUpInTheNextPicture()
{
    Bench bench({512, 400}, 3);
    bench.session.setCurrentSlice(2);
    bench.action(Qt::Key_T)->trigger();
    QTest::mouseClick(bench.canvas, Qt::LeftButton, {}, bench.placeOf(500, 390));
    QVERIFY(bench.session.undoStack().canUndo());
    StudyState state;
    state.human = untouchedLayer({24, 16});
    state.history = {{1, "stroke", false, {}}};
    state.lastEdit = 1;
    QVERIFY(bench.session.open(fakeVolume({24, 16}, 1), state));
    QVERIFY(bench.session.undoStack().canUndo());
    bench.canvas->grab();
}

void CanvasTest::rightDragSetsTheWindow()
{
    Bench bench({100, 100});
    const DisplayWindow before = bench.session.window();
    QSignalSpy menus(bench.canvas, &Canvas::menuRequested);
    QTest::mousePress(bench.canvas, Qt::RightButton, {}, QPoint(300, 300));
    bench.move({400, 260}, {}, Qt::RightButton);
    QTest::mouseRelease(bench.canvas, Qt::RightButton, {}, QPoint(400, 260));
    QVERIFY(bench.session.window().width > before.width);
    QVERIFY(bench.session.window().level < before.level);
    QCOMPARE(menus.count(), 0);
    bench.action(Qt::CTRL | Qt::Key_1)->trigger();
    QCOMPARE(bench.session.window().width, before.width);
    QCOMPARE(bench.session.undoStack().count(), 0);
}

void CanvasTest::wheelTurnsSlicesWhereThereAreSeveral()
{
    Bench bench({64, 64}, 5);
    bench.turnWheel({300, 300}, -1, {});
    QCOMPARE(bench.session.currentSlice(), 1);
    bench.turnWheel({300, 300}, -9, {});
    QCOMPARE(bench.session.currentSlice(), 4);
    bench.turnWheel({300, 300}, 2, {});
    QCOMPARE(bench.session.currentSlice(), 2);
    const double zoom = bench.canvas->view().zoom();
    bench.turnWheel({300, 300}, 1, Qt::ControlModifier);
    QVERIFY(bench.canvas->view().zoom() > zoom);
}

void CanvasTest::shiftAndWheelSetTheBrushSize()
{
    Bench bench({100, 100});
    bench.canvas->setBrushSize(10);
    bench.turnWheel({300, 300}, 1, Qt::ShiftModifier);
    QCOMPARE(bench.canvas->brushSize(), 12);
    bench.action(Qt::Key_BracketLeft)->trigger();
    QCOMPARE(bench.canvas->brushSize(), 10);
    for (int i = 0; i < 30; ++i)
        bench.turnWheel({300, 300}, -1, Qt::ShiftModifier);
    QCOMPARE(bench.canvas->brushSize(), 1);
}

void CanvasTest::hoverTellsValueLabelAndProbability()
{
    Bench bench({128, 128});
    bench.session.beginRun(0, {}, {"disc"});
    bench.session.addStep(0, fakeStep({128, 128}, 1, 1));
    Hover last;
    connect(&bench.area, &CanvasArea::hovered, &bench.area,
            [&last](const Hover& hover) { last = hover; });
    bench.move(bench.placeOf(64.5, 64.5), {}, Qt::NoButton);
    QVERIFY(last.isInside);
    QCOMPARE(last.x, 64);
    QCOMPARE(last.y, 64);
    const std::size_t pixel = 64 * 128 + 64;
    QCOMPARE(last.values, std::vector<float>{bench.session.volume()->slices[0]->values[pixel]});
    QCOMPARE(last.probability, static_cast<double>(bench.session.baseMap().of(1)[pixel]));
    QCOMPARE(last.label, bench.session.labels().at(0, 64, 64));
    bench.move({2, 2}, {}, Qt::NoButton);
    QVERIFY(!last.isInside);
}

void CanvasTest::keysOfTheOverlayChangeIt()
{
    Bench bench({64, 64});
    QSignalSpy changes(&bench.area, &CanvasArea::overlayChanged);
    bench.action(Qt::Key_S)->trigger();
    QVERIFY(!bench.area.overlay().isVisible);
    bench.action(Qt::SHIFT | Qt::Key_A)->trigger();
    QVERIFY(std::abs(bench.area.overlay().opacity - 0.5) < 1e-9);
    QCOMPARE(changes.count(), 2);
}

void CanvasTest::everyControlHasAnAccessibleName()
{
    Bench bench({64, 64});
    for (const QWidget* widget : bench.area.findChildren<QWidget*>())
        if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && widget->isVisible()
            && !widget->objectName().startsWith(u"qt_"))
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    QVERIFY(bench.canvas->accessibleDescription().contains(u"64"));
    for (const QAction* action : bench.area.toolActions())
        QVERIFY(!action->text().isEmpty() && !action->toolTip().isEmpty());
}

} // namespace limn

QTEST_MAIN(limn::CanvasTest)
#include "canvas_test.moc"
