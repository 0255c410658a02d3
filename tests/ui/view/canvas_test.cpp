// The canvas as a user works it: strokes, threshold, zoom, window; and how little it repaints.
#include "tests/support/fake_segmenter.h"
#include "ui/tools/capsule.h"
#include "ui/view/canvas.h"
#include "ui/view/canvas_area.h"
#include "ui/view/colour_bar.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

// Adds up what a widget is asked to paint.
class PaintCounter : public QObject {
public:
    explicit PaintCounter(QWidget& widget) { widget.installEventFilter(this); }
    qint64 pixels = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            for (const QRect& rect : static_cast<QPaintEvent*>(event)->region())
                pixels += qint64{1} * rect.width() * rect.height();
        return QObject::eventFilter(watched, event);
    }
};

// A shown area with an open picture.
struct Bench {
    explicit Bench(Size size, int slices = 1)
    {
        session.open(fakeVolume(size, slices), std::nullopt);
        area.resize(900, 700);
        area.show();
        canvas = area.findChild<Canvas*>();
        bar = area.findChild<ColourBar*>();
        canvas->grab(); // fits the picture
    }

    QPoint placeOf(double x, double y) const
    {
        return canvas->view().toWidget(QPointF(x, y)).toPoint();
    }
    QPointF imageAt(QPoint place) const { return canvas->view().toImage(QPointF(place)); }

    void stroke(const std::vector<QPoint>& places, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(canvas, Qt::LeftButton, modifiers, places.front());
        for (const QPoint& place : places)
            move(place, modifiers);
        QTest::mouseRelease(canvas, Qt::LeftButton, modifiers, places.back());
    }

    void move(QPoint place, Qt::KeyboardModifiers modifiers = {},
              Qt::MouseButton button = Qt::LeftButton)
    {
        QMouseEvent event(QEvent::MouseMove, QPointF(place), canvas->mapToGlobal(QPointF(place)),
                          Qt::NoButton, button, modifiers);
        QApplication::sendEvent(canvas, &event);
    }

    void turnWheel(QPoint place, int notches, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(QPointF(place), canvas->mapToGlobal(QPointF(place)), QPoint(),
                          QPoint(0, 120 * notches), Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(canvas, &event);
    }

    QAction* action(const QKeySequence& key) const
    {
        for (QAction* each : area.toolActions())
            if (each->shortcuts().contains(key))
                return each;
        return nullptr;
    }

    Session session;
    CanvasArea area{session};
    Canvas* canvas = nullptr;
    ColourBar* bar = nullptr;
};

// The definition itself: centres within the radius of the line between two events.
bool isSwept(QPointF a, QPointF b, double radius, double x, double y)
{
    const QPointF ab = b - a;
    const double squared = QPointF::dotProduct(ab, ab);
    const double t = squared > 0
        ? std::clamp(QPointF::dotProduct(QPointF(x, y) - a, ab) / squared, 0.0, 1.0)
        : 0;
    const QPointF off = QPointF(x, y) - (a + t * ab);
    return QPointF::dotProduct(off, off) <= radius * radius;
}

HumanLayer sweptLayer(const Bench& bench, const std::vector<QPoint>& places, double radius,
                      Label label)
{
    HumanLayer layer = untouchedLayer(bench.session.volume()->size);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QPointF a = bench.imageAt(places[i == 0 ? 0 : i - 1]);
        const QPointF b = bench.imageAt(places[i]);
        for (int y = 0; y < layer.size.height; ++y)
            for (int x = 0; x < layer.size.width; ++x)
                if (isSwept(a, b, radius, x + 0.5, y + 0.5))
                    layer.values[static_cast<std::size_t>(y * layer.size.width + x)] = label;
    }
    return layer;
}

} // namespace

class CanvasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void capsuleRowsAreThePixelsWithinTheRadius();
    void strokePaintsExactlyTheSweptPixels_data();
    void strokePaintsExactlyTheSweptPixels();
    void brushOfOnePixelPaintsThePixelUnderThePointer();
    void fastStrokeLeavesNoGap();
    void eraserPutsBackgroundAndControlTurnsItRound();
    void escapeDropsTheStroke();
    void strokeIsOneUndoStep();
    void lockedLabelsStayAsTheyAre();
    void anotherToolDropsTheStroke();
    void draggingTheColourBarMovesTheThresholdInOneUndoStep();
    void zoomKeepsThePixelUnderThePointer();
    void resizingKeepsZoomAndMiddle();
    void rightDragSetsTheWindow();
    void wheelTurnsSlicesWhereThereAreSeveral();
    void shiftAndWheelSetTheBrushSize();
    void hoverTellsValueLabelAndProbability();
    void keysOfTheOverlayChangeIt();
    void dabRepaintsItsBoxAlone();
    void dabOnALargePictureIsQuick();
    void everyControlHasAnAccessibleName();
};

void CanvasTest::capsuleRowsAreThePixelsWithinTheRadius()
{
    unsigned state = 7;
    const auto random = [&state](double from, double to) {
        state = state * 1664525U + 1013904223U;
        return from + (to - from) * (state >> 8) / double(1U << 24);
    };
    for (int i = 0; i < 400; ++i) {
        Capsule c{random(0, 40), random(0, 40), random(0, 40), random(0, 40), random(0.5, 12)};
        if (i % 4 == 0)
            c.y2 = c.y1;
        if (i % 5 == 0)
            c.x2 = c.x1;
        const Rect box = boxOf(c);
        for (int y = -15; y < 60; ++y) {
            const Span span = coveredSpan(c, y);
            for (int x = -15; x < 60; ++x) {
                const bool isIn = isSwept({c.x1, c.y1}, {c.x2, c.y2}, c.radius, x + 0.5, y + 0.5);
                QCOMPARE(x >= span.first && x <= span.last, isIn);
                if (isIn)
                    QVERIFY(!intersected(box, {x, y, 1, 1}).isEmpty());
            }
        }
    }
}

void CanvasTest::strokePaintsExactlyTheSweptPixels_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("two pixels") << 2;
    QTest::newRow("seven") << 7;
    QTest::newRow("thirty") << 30;
}

void CanvasTest::strokePaintsExactlyTheSweptPixels()
{
    QFETCH(const int, size);
    Bench bench({160, 120});
    bench.canvas->setBrushSize(size);
    const std::vector<QPoint> places{bench.placeOf(30, 40), bench.placeOf(90, 52),
                                     bench.placeOf(70, 100), bench.placeOf(150, 118)};
    bench.stroke(places);
    QCOMPARE(bench.session.human().values, sweptLayer(bench, places, size / 2.0, 1).values);
}

void CanvasTest::brushOfOnePixelPaintsThePixelUnderThePointer()
{
    Bench bench({40, 40});
    bench.canvas->setBrushSize(1);
    for (const QPointF place : {QPointF(10.02, 10.02), QPointF(20.9, 21.9)})
        bench.stroke({bench.placeOf(place.x(), place.y())});
    int painted = 0;
    for (const Label label : bench.session.human().values)
        painted += label != untouched ? 1 : 0;
    QCOMPARE(painted, 2);
    QCOMPARE(bench.session.human().at(0, 20, 21), Label{1});
}

void CanvasTest::fastStrokeLeavesNoGap()
{
    Bench bench({1200, 300});
    bench.canvas->setBrushSize(3);
    bench.stroke({bench.placeOf(100, 50), bench.placeOf(600, 250), bench.placeOf(1100, 60)});
    for (int x = 101; x < 1099; ++x) {
        bool isPainted = false;
        for (int y = 0; y < 300; ++y)
            isPainted = isPainted || bench.session.human().at(0, x, y) == 1;
        QVERIFY2(isPainted, qPrintable(QStringLiteral("gap at column %1").arg(x)));
    }
}

void CanvasTest::eraserPutsBackgroundAndControlTurnsItRound()
{
    Bench bench({100, 100});
    bench.action(Qt::Key_E)->trigger();
    bench.stroke({bench.placeOf(30, 30)});
    QCOMPARE(bench.session.human().at(0, 30, 30), background);
    bench.stroke({bench.placeOf(60, 60)}, Qt::ControlModifier);
    QCOMPARE(bench.session.human().at(0, 60, 60), Label{1});
    bench.action(Qt::Key_B)->trigger();
    bench.stroke({bench.placeOf(60, 60)}, Qt::ControlModifier);
    QCOMPARE(bench.session.human().at(0, 60, 60), background);
}

void CanvasTest::escapeDropsTheStroke()
{
    Bench bench({100, 100});
    const HumanLayer before = bench.session.human();
    QTest::mousePress(bench.canvas, Qt::LeftButton, {}, bench.placeOf(30, 30));
    bench.move(bench.placeOf(60, 60));
    QTest::keyClick(bench.canvas, Qt::Key_Escape);
    bench.move(bench.placeOf(80, 60));
    QTest::mouseRelease(bench.canvas, Qt::LeftButton, {}, bench.placeOf(80, 60));
    QCOMPARE(bench.session.human().values, before.values);
    QCOMPARE(bench.session.undoStack().count(), 0);
}

void CanvasTest::strokeIsOneUndoStep()
{
    Bench bench({100, 100});
    const HumanLayer before = bench.session.human();
    bench.stroke({bench.placeOf(30, 30), bench.placeOf(50, 35), bench.placeOf(70, 80)});
    QCOMPARE(bench.session.undoStack().count(), 1);
    QVERIFY(bench.session.human().values != before.values);
    bench.stroke({bench.placeOf(50, 35)}); // paints what is painted
    QCOMPARE(bench.session.undoStack().count(), 1);
    bench.session.undoStack().undo();
    QCOMPARE(bench.session.human().values, before.values);
}

void CanvasTest::lockedLabelsStayAsTheyAre()
{
    Bench bench({100, 100});
    LabelTable table = tableOf({"kept", "other"});
    table.rows[0].isLocked = true;
    bench.stroke({bench.placeOf(50, 50)});
    bench.session.setLabelTable(table);
    bench.session.setCurrentLabel(2);
    bench.canvas->setBrushSize(60);
    const LabelMap before = bench.session.labels();
    bench.stroke({bench.placeOf(50, 50)});
    int changed = 0;
    for (std::size_t i = 0; i < before.values.size(); ++i) {
        if (before.values[i] == 1)
            QCOMPARE(bench.session.labels().values[i], Label{1});
        changed += bench.session.labels().values[i] == 2 ? 1 : 0;
    }
    QVERIFY(changed > 1000);
}

void CanvasTest::anotherToolDropsTheStroke()
{
    Bench bench({100, 100});
    QTest::mousePress(bench.canvas, Qt::LeftButton, {}, bench.placeOf(30, 30));
    bench.action(Qt::Key_H)->trigger();
    QTest::mouseRelease(bench.canvas, Qt::LeftButton, {}, bench.placeOf(30, 30));
    QCOMPARE(bench.session.undoStack().count(), 0);
    QCOMPARE(bench.canvas->toolIndex(), 2);
    bench.action(Qt::Key_Tab)->trigger();
    QCOMPARE(bench.canvas->toolIndex(), 0);
}

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

void CanvasTest::resizingKeepsZoomAndMiddle()
{
    Bench bench({512, 400});
    const auto middle = [&] { return bench.imageAt(bench.canvas->rect().center()); };
    const double zoom = bench.canvas->view().zoom();
    const QPointF before = middle();
    bench.area.resize(640, 500);
    bench.canvas->grab();
    QCOMPARE(bench.canvas->view().zoom(), zoom);
    QVERIFY((middle() - before).manhattanLength() < 3);
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

void CanvasTest::dabRepaintsItsBoxAlone()
{
    Bench bench({512, 512});
    bench.canvas->setBrushSize(10);
    bench.move(bench.placeOf(200, 200), {}, Qt::NoButton);
    QCoreApplication::processEvents();
    PaintCounter counter(*bench.canvas);
    bench.stroke({bench.placeOf(200, 200)});
    QCoreApplication::processEvents();
    const double side = 10 * bench.canvas->view().zoom() + 20;
    QVERIFY(counter.pixels > 0);
    QVERIFY2(static_cast<double>(counter.pixels) <= 3 * side * side,
             qPrintable(QString::number(counter.pixels)));
}

void CanvasTest::dabOnALargePictureIsQuick()
{
    Bench bench({4096, 4096});
    for (const int size : {40, 2000}) {
        bench.canvas->setBrushSize(size);
        QTest::mousePress(bench.canvas, Qt::LeftButton, {}, bench.placeOf(1000, 1000));
        QCoreApplication::processEvents();
        std::vector<double> times;
        for (int i = 0; i < 40; ++i) {
            QElapsedTimer timer;
            timer.start();
            bench.move(bench.placeOf(1000 + 40 * i, 1500));
            QCoreApplication::processEvents();
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        QTest::mouseRelease(bench.canvas, Qt::LeftButton, {}, bench.placeOf(2600, 1500));
        std::ranges::sort(times);
        qInfo("4096 x 4096, brush of %d px: event to paint median %.2f ms, p95 %.2f ms", size,
              times[20], times[37]);
        QVERIFY(times[20] < 200);
    }
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
