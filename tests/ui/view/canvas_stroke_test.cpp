// Brush and eraser on the canvas: exactly the swept pixels, one undo step, and little repainted.
#include "tests/support/own_settings.h"
#include "tests/ui/view/canvas_bench.h"
#include "ui/tools/capsule.h"

#include <QBackingStore>
#include <QElapsedTimer>
#include <QPaintEvent>
#include <QTemporaryDir>

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

class CanvasStrokeTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings; // what the tools are told is kept

private Q_SLOTS:
    void initTestCase() { useSettingsIn(m_settings.path()); }
    void init() { QSettings().clear(); }
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
    void dabRepaintsItsBoxAlone();
    void partsThatAreRepaintedMakeTheWhole_data();
    void partsThatAreRepaintedMakeTheWhole();
    void dabOnALargePictureIsQuick();
};

void CanvasStrokeTest::capsuleRowsAreThePixelsWithinTheRadius()
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

void CanvasStrokeTest::strokePaintsExactlyTheSweptPixels_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("two pixels") << 2;
    QTest::newRow("seven") << 7;
    QTest::newRow("thirty") << 30;
}

void CanvasStrokeTest::strokePaintsExactlyTheSweptPixels()
{
    QFETCH(const int, size);
    Bench bench({160, 120});
    bench.canvas->setBrushSize(size);
    const std::vector<QPoint> places{bench.placeOf(30, 40), bench.placeOf(90, 52),
                                     bench.placeOf(70, 100), bench.placeOf(150, 118)};
    bench.stroke(places);
    QCOMPARE(bench.session.human().values, sweptLayer(bench, places, size / 2.0, 1).values);
}

void CanvasStrokeTest::brushOfOnePixelPaintsThePixelUnderThePointer()
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

void CanvasStrokeTest::fastStrokeLeavesNoGap()
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

void CanvasStrokeTest::eraserPutsBackgroundAndControlTurnsItRound()
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

void CanvasStrokeTest::escapeDropsTheStroke()
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

void CanvasStrokeTest::strokeIsOneUndoStep()
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

void CanvasStrokeTest::lockedLabelsStayAsTheyAre()
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

void CanvasStrokeTest::anotherToolDropsTheStroke()
{
    Bench bench({100, 100});
    QTest::mousePress(bench.canvas, Qt::LeftButton, {}, bench.placeOf(30, 30));
    bench.action(Qt::Key_H)->trigger();
    QTest::mouseRelease(bench.canvas, Qt::LeftButton, {}, bench.placeOf(30, 30));
    QCOMPARE(bench.session.undoStack().count(), 0);
    QCOMPARE(bench.canvas->toolIndex(), toolNamed("Hand"));
    bench.action(Qt::Key_Tab)->trigger();
    QCOMPARE(bench.canvas->toolIndex(), 0);
}

void CanvasStrokeTest::dabRepaintsItsBoxAlone()
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

void CanvasStrokeTest::partsThatAreRepaintedMakeTheWhole_data()
{
    QTest::addColumn<int>("across");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<bool>("isSquare");
    for (const double zoom : {0.3, 1.0, 3.0})
        for (const int across : {1, 24, 700})
            for (const bool isSquare : {false, true})
                QTest::addRow("%d px at %g%s", across, zoom, isSquare ? ", square" : "")
                    << across << zoom << isSquare;
}

// What is on the screen after each event of a stroke is what painting all of it anew gives.
void CanvasStrokeTest::partsThatAreRepaintedMakeTheWhole()
{
    QFETCH(int, across);
    QFETCH(double, zoom);
    QFETCH(bool, isSquare);
    constexpr Size size{1024, 1024};
    Bench bench(size);
    bench.session.beginRun(0, {}, {"disc"});
    bench.session.addStep(0, fakeStep(size, 1, 1));
    bench.session.endRun(0);
    bench.canvas->zoomBy(zoom / bench.canvas->view().zoom());
    ToolSettings settings = bench.canvas->toolSettings();
    settings.brushSize = across;
    settings.tip = isSquare ? BrushTip::Square : BrushTip::Round;
    bench.canvas->setToolSettings(settings);
    const auto check = [&bench] {
        QCoreApplication::processEvents();
        const auto* shown = dynamic_cast<QImage*>(bench.area.backingStore()->paintDevice());
        QVERIFY(shown != nullptr);
        const QImage screen = shown->convertToFormat(QImage::Format_RGB32);
        QCOMPARE(screen, bench.area.grab().toImage().convertToFormat(QImage::Format_RGB32));
    };
    QTest::mousePress(bench.canvas, Qt::LeftButton, {}, QPoint(300, 300));
    for (const QPoint place :
         {QPoint(300, 300), QPoint(303, 300), QPoint(340, 322), QPoint(338, 322), QPoint(200, 420)}) {
        bench.move(place);
        check();
    }
    QTest::mouseRelease(bench.canvas, Qt::LeftButton, {}, QPoint(200, 420));
    check();
    bench.session.undoStack().undo();
    check();
}

void CanvasStrokeTest::dabOnALargePictureIsQuick()
{
    Bench bench({4096, 4096});
    for (const int size : {40, 2000}) {
        bench.canvas->setBrushSize(size);
        QTest::mousePress(bench.canvas, Qt::LeftButton, {}, bench.placeOf(1000, 1000));
        QCoreApplication::processEvents();
        PaintCounter counter(*bench.canvas);
        std::vector<double> times;
        for (int i = 0; i < 40; ++i) {
            QElapsedTimer timer;
            timer.start();
            bench.move(bench.placeOf(1000 + 40 * i, 1500));
            QEvent paintNow(QEvent::UpdateRequest);
            QCoreApplication::sendEvent(&bench.area, &paintNow);
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        QTest::mouseRelease(bench.canvas, Qt::LeftButton, {}, bench.placeOf(2600, 1500));
        std::ranges::sort(times);
        qInfo("4096 x 4096, brush of %d px: event to paint median %.2f ms, p95 %.2f ms", size,
              times[20], times[37]);
        QVERIFY(counter.pixels > 0);
        QVERIFY(times[20] < 200); // a bound that a full refresh of the picture would not keep
    }
}

} // namespace limn

QTEST_MAIN(limn::CanvasStrokeTest)
#include "canvas_stroke_test.moc"
