// The maps beside the picture, the pixel pointed at, and the record of a run.
#include "tests/ui/view/window_under_test.h"

#include "ui/view/canvas.h"
#include "ui/view/canvas_area.h"
#include "ui/view/map_panes.h"
#include "ui/view/pixel_probe.h"
#include "ui/view/run_record_dialog.h"
#include "ui/view/run_record_words.h"

#include <QClipboard>
#include <QSpinBox>
#include <QWheelEvent>

using namespace limn;

namespace {

// Counts how often a widget is painted.
class PaintCount : public QObject {
public:
    explicit PaintCount(QWidget* widget) { widget->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

class MapsTest : public QObject, WindowUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { makeWindow(); }
    void cleanup() { destroyWindow(); }
    void showsTheMapsBesideThePictureAndRemembersIt();
    void linksPlaceZoomAndPointer();
    void paintsOncePerStep();
    void staysReadOnly();
    void showsWhatAPixelHoldsAtEveryStep();
    void tellsTheRecordOfTheRun();
    void copiesTheRecord();
    void showsTheValueUnderThePointerOnTheScale();

private:
    Canvas* canvas() const { return m_window->findChild<Canvas*>(); }
    MapPanes* panes() const { return m_window->findChild<MapPanes*>(); }
    void showMaps()
    {
        QTest::keyClick(m_window.get(), Qt::Key_M);
        canvas()->grab();
        panes()->grab();
    }
    static void moveTo(QWidget* widget, QPointF place)
    {
        QMouseEvent event(QEvent::MouseMove, place, widget->mapToGlobal(place), Qt::NoButton,
                          Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &event);
    }
};

void MapsTest::showsTheMapsBesideThePictureAndRemembersIt()
{
    openImage(fakeVolume({64, 64}));
    run();
    canvas()->grab();
    QVERIFY(!panes()->isVisible());
    const double zoomBefore = canvas()->view().zoom();
    showMaps();
    QVERIFY(panes()->isVisible());
    QVERIFY(canvas()->showsWhole()); // it was wholly in view, and is so in the smaller room
    QVERIFY(canvas()->view().zoom() < zoomBefore);
    MainWindow again(*m_session, *m_segmenter, *m_work);
    QVERIFY(again.canvas().showsMaps());
    showMaps();
    QVERIFY(!panes()->isVisible());
    QVERIFY(!QSettings().value(QStringLiteral("maps/sideBySide")).toBool());
}

void MapsTest::linksPlaceZoomAndPointer()
{
    openImage(fakeVolume({64, 64}));
    run();
    showMaps();
    const auto showsTheSame = [this] { // what the canvas shows lies within each pane
        const QRectF box = canvas()->shownBox().adjusted(0.5, 0.5, -0.5, -0.5);
        bool isInside = true;
        for (int pane = 0; pane < 4; ++pane)
            for (const QPointF corner : {box.topLeft(), box.bottomRight()})
                isInside &= panes()->rect().contains(panes()->placeOf(pane, corner).toPoint());
        return isInside;
    };
    QVERIFY(showsTheSame());
    const double before = panes()->placeOf(0, {40, 40}).x() - panes()->placeOf(0, {20, 20}).x();
    const QPointF place = panes()->placeOf(2, {20, 30});
    QWheelEvent wheel(place, panes()->mapToGlobal(place), QPoint(), QPoint(0, 240), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    const QPointF onCanvas = canvas()->view().toWidget(QPointF(20, 30));
    QCoreApplication::sendEvent(panes(), &wheel);
    const QPointF after = canvas()->view().toWidget(QPointF(20, 30));
    QVERIFY((onCanvas - after).manhattanLength() < 2); // zoomed about the place pointed at
    canvas()->grab();
    const double apart = panes()->placeOf(0, {40, 40}).x() - panes()->placeOf(0, {20, 20}).x();
    QVERIFY2(apart > 1.2 * before, qPrintable(QString::number(apart / before)));
    QVERIFY(showsTheSame());

    QSignalSpy hovers(&m_window->canvas(), &CanvasArea::hovered);
    moveTo(panes(), panes()->placeOf(3, {20.5, 30.5}));
    QVERIFY(!hovers.isEmpty());
    const auto hover = hovers.last().first().value<Hover>();
    QVERIFY(hover.isInside);
    QCOMPARE(QPoint(hover.x, hover.y), QPoint(20, 30));
    QVERIFY(hover.probability >= 0);
}

void MapsTest::paintsOncePerStep()
{
    m_options.log->gate.letThrough(-1000);
    openImage(fakeVolume({64, 64}));
    showMaps();
    qobject_cast<QSpinBox*>(control(QStringLiteral("Steps")))->setValue(6);
    QTest::mouseClick(control(QStringLiteral("Run")), Qt::LeftButton);
    QTest::qWait(50);
    const PaintCount paints(panes());
    for (int step = 1; step <= 6; ++step) {
        m_options.log->gate.letThrough(1);
        QTRY_COMPARE(m_session->steps().size(), static_cast<std::size_t>(step));
    }
    QTRY_VERIFY(!m_segmenter->isRunning());
    QTest::qWait(50);
    QVERIFY2(paints.count >= 1 && paints.count <= 6, qPrintable(QString::number(paints.count)));
    m_options.log->gate.letThrough(1000);
}

void MapsTest::staysReadOnly()
{
    openImage(fakeVolume({64, 64}));
    run();
    showMaps();
    const auto drawn = m_session->human().values;
    const QPoint from = panes()->placeOf(1, {20, 20}).toPoint();
    QTest::mousePress(panes(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, QPointF(from + QPoint(14, 0)),
                     panes()->mapToGlobal(QPointF(from + QPoint(14, 0))), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    const QPointF before = canvas()->view().toWidget(QPointF(20, 20));
    QCoreApplication::sendEvent(panes(), &move);
    QTest::mouseRelease(panes(), Qt::LeftButton, {}, from + QPoint(14, 0));
    QVERIFY(m_session->human().values == drawn);
    QVERIFY(canvas()->view().toWidget(QPointF(20, 20)).x() > before.x()); // it moved the picture
}

void MapsTest::showsWhatAPixelHoldsAtEveryStep()
{
    openImage(fakeVolume({32, 24}));
    run();
    canvas()->grab();
    auto* probe = m_window->findChild<PixelProbe*>();
    QVERIFY(probe->valuesOf(1).empty());
    moveTo(canvas(), canvas()->view().toWidget(QPointF(10.5, 12.5)));
    const auto values = probe->valuesOf(1);
    QCOMPARE(values.size(), std::size_t{3});
    for (std::size_t i = 0; i < values.size(); ++i)
        QCOMPARE(values[i], m_session->steps()[i]->posterior.of(1)[12 * 32 + 10]);
    QVERIFY(probe->accessibleDescription().contains(QStringLiteral("disc")));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(canvas(), &leave);
    QCOMPARE(probe->valuesOf(1).size(), std::size_t{3}); // it stays while steps are walked through
    openImage(fakeVolume({32, 24}));
    QVERIFY(probe->valuesOf(1).empty());
}

void MapsTest::tellsTheRecordOfTheRun()
{
    QVERIFY(recordOf(*m_session).empty());
    m_session->open(fakeVolume({32, 24}), std::nullopt);
    QVERIFY(recordOf(*m_session).empty());
    const RunFacts facts{.modelName = "fake",
                         .modelTitle = "Discs",
                         .modelSha256 = "fa4e",
                         .steps = 4,
                         .seed = 77,
                         .kernel = "ancestral",
                         .device = "cuda:0",
                         .chains = 3,
                         .hasEarlyStop = true,
                         .programVersion = "9.9"};
    m_session->beginRun(0, facts, {"disc"});
    auto step = std::make_shared<Step>(*fakeStep({32, 24}, 1, 4));
    step->device = "cpu"; // a full card sent it there
    step->threads = 2;
    m_session->addStep(0, step);
    m_session->setThreshold(0.25);
    const QString text = textOf(recordOf(*m_session));
    for (const auto* words :
         {"Model: Discs", "SHA-256: fa4e", "Seed: 77", "Chains (R): 3", "ancestral",
          "Early stop: on", "Device: cpu", "Threads: 2", "Limn: 9.9", "Threshold (τ): 0.25",
          "Base step: 1", "1 of 4", "Strokes as evidence: none"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), qPrintable(text));
}

void MapsTest::copiesTheRecord()
{
    openImage(fakeVolume({32, 24}));
    run();
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    auto* dialog = m_window->findChild<RunRecordDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QTest::mouseClick(control(QStringLiteral("Copy the record")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), textOf(recordOf(*m_session)));
    QTest::mouseClick(control(QStringLiteral("Close the record")), Qt::LeftButton);
    QVERIFY(!dialog->isVisible());
}

void MapsTest::showsTheValueUnderThePointerOnTheScale()
{
    openImage(fakeVolume({32, 24}));
    run();
    canvas()->grab();
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::AltModifier); // decided at step
    moveTo(canvas(), canvas()->view().toWidget(QPointF(16.5, 12.5)));
    auto* legend = control(QStringLiteral("Scale of the display"));
    QVERIFY(legend);
    QCOMPARE(legend->accessibleDescription(), QStringLiteral("step 1")); // the middle of the disc
}

QTEST_MAIN(MapsTest)
#include "maps_test.moc"
