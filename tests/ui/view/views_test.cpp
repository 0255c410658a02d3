// How the picture is looked at: two sides of a comparison, the planes of a stack, grey levels.
#include "tests/ui/view/canvas_bench.h"
#include "ui/view/compare_bar.h"
#include "ui/view/compare_pane.h"
#include "ui/view/plane_panes.h"
#include "ui/view/window_popup.h"
#include "ui/view/window_presets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

namespace limn {
namespace {

void runOn(Session& session, int steps, std::uint64_t seed = 1)
{
    session.beginRun(session.currentSlice(), {}, {"disc"});
    for (int step = 1; step <= steps; ++step)
        session.addStep(session.currentSlice(),
                        fakeStep(session.volume()->size, step, steps, 1, seed));
    session.endRun(session.currentSlice());
}

QImage part(Canvas& canvas, bool isLeft)
{
    const QImage image = canvas.grab().toImage();
    const int half = image.width() / 2;
    return image.copy(isLeft ? 0 : half + 12, 80, half - 12, image.height() - 160);
}

} // namespace

class ViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void swipeShowsThePictureAloneLeftOfTheLine()
    {
        Bench bench({200, 160});
        runOn(bench.session, 3);
        const QImage left = part(*bench.canvas, true), right = part(*bench.canvas, false);
        bench.area.setComparison({.view = CompareView::Swipe});
        QVERIFY(part(*bench.canvas, true) != left); // the overlay is gone there
        QCOMPARE(part(*bench.canvas, false), right);
        OverlaySettings hidden = bench.area.overlay();
        hidden.isVisible = false;
        const QImage swiped = part(*bench.canvas, true);
        bench.area.setComparison({});
        bench.area.setOverlay(hidden);
        const QImage bare = part(*bench.canvas, true);
        // The words of the side apart, it is the picture as it is without an overlay.
        QCOMPARE(swiped.copy(0, 40, swiped.width(), swiped.height() - 80),
                 bare.copy(0, 40, bare.width(), bare.height() - 80));
    }

    void theLineOfASwipeIsDraggedAndPaintsNothing()
    {
        Bench bench({200, 160});
        bench.area.setComparison({.view = CompareView::Swipe});
        bench.canvas->grab();
        const QPoint line(bench.canvas->width() / 2, 300);
        bench.stroke({line, line + QPoint(100, 0)});
        QCOMPARE(bench.session.undoStack().count(), 0);
        bench.move(line + QPoint(100, 0), {}, Qt::NoButton);
        QCOMPARE(bench.canvas->cursor().shape(), Qt::SplitHCursor);
    }

    void stepsAndRunsAreComparedSideBySide()
    {
        Bench bench({200, 160});
        runOn(bench.session, 3);
        auto* pane = bench.area.findChild<ComparePane*>();
        QVERIFY(pane->isHidden());
        CompareSettings settings{.view = CompareView::SideBySide, .with = CompareWith::Step, .step = 1};
        bench.area.setComparison(settings);
        QVERIFY(!pane->isHidden());
        bench.canvas->grab();
        const QImage first = pane->grab().toImage();
        settings.step = 3;
        bench.area.setComparison(settings);
        const QImage third = pane->grab().toImage();
        QVERIFY(first != third);
        settings.with = CompareWith::OtherRun;
        QVERIFY(!compareObstacle(settings, bench.session).isEmpty());
        runOn(bench.session, 3, 7);
        QVERIFY(compareObstacle(settings, bench.session).isEmpty());
        bench.area.setComparison(settings);
        QVERIFY(!pane->grab().toImage().isNull());
        bench.action(Qt::Key_Y)->trigger();
        QVERIFY(pane->isHidden());
        bench.action(Qt::Key_Y)->trigger(); // on again as it was
        QVERIFY(!pane->isHidden());
    }

    void theOtherSideShowsTheSamePlace()
    {
        Bench bench({200, 160});
        bench.area.setComparison({.view = CompareView::SideBySide});
        bench.canvas->grab();
        auto* pane = bench.area.findChild<ComparePane*>();
        QSignalSpy zoomed(pane, &ComparePane::zoomRequested);
        pane->grab();
        const double before = bench.canvas->view().zoom();
        QWheelEvent wheel(QPointF(100, 100), pane->mapToGlobal(QPointF(100, 100)), {}, {0, 120},
                          Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(pane, &wheel);
        QCOMPARE(zoomed.size(), 1);
        QVERIFY(bench.canvas->view().zoom() > before);
    }

    void planesAreTheRowsAndColumnsOfTheStack()
    {
        auto volume = fakeVolume({40, 30}, 5);
        for (int slice = 0; slice < 5; ++slice)
            volume->geometry.sliceOriginsMm.push_back({0, 0, 2.0 * slice});
        Session session;
        session.open(volume, std::nullopt);
        QVERIFY(planesObstacle(session).isEmpty());
        QCOMPARE(sliceSpacing(*volume), 2.0);
        const QImage rows = planeImage(session, Plane::Rows, 12, 0.6);
        const QImage columns = planeImage(session, Plane::Columns, 17, 0.6);
        QCOMPARE(rows.size(), QSize(40, 5));
        QCOMPARE(columns.size(), QSize(30, 5));
        for (int slice = 0; slice < 5; ++slice)
            QCOMPARE(rows.pixel(17, slice), columns.pixel(12, slice)); // where the planes meet
        session.apply("Brush", {LabelEdit(3, {17, 12, 1, 1}, {1})});
        QVERIFY(planeImage(session, Plane::Rows, 12, 0.6).pixel(17, 3) != rows.pixel(17, 3));
        volume->geometry.sliceOriginsMm[4] = {0, 0, 9};
        QVERIFY(!planesObstacle(session).isEmpty());
    }

    void aClickInAPlaneGoesThere()
    {
        auto volume = fakeVolume({40, 30}, 5);
        for (int slice = 0; slice < 5; ++slice)
            volume->geometry.sliceOriginsMm.push_back({0, 0, 8.0 * slice});
        Session session;
        session.open(volume, std::nullopt);
        PlanePanes panes(session);
        panes.resize(300, 500);
        panes.grab();
        QSignalSpy picked(&panes, &PlanePanes::placePicked);
        QTest::mouseClick(&panes, Qt::LeftButton, {}, QPoint(152, 220)); // low in the upper pane
        QCOMPARE(picked.size(), 1);
        QCOMPARE(session.currentSlice(), 4);
        QVERIFY(std::abs(panes.place().x() - 20) < 2);
    }

    void invertedIsToLookAtAlone()
    {
        Bench bench({100, 80});
        const QImage before = bench.canvas->grab().toImage();
        bench.canvas->setInverted(true);
        const QImage inverted = bench.canvas->grab().toImage();
        const QPoint place = bench.placeOf(5, 5);
        QVERIFY(std::abs(qGray(before.pixel(place)) + qGray(inverted.pixel(place)) - 255) <= 1);
        bench.canvas->setInverted(false);
        QCOMPARE(bench.canvas->grab().toImage(), before);
    }

    void smoothPixelsGoOverIntoEachOther()
    {
        Bench bench({100, 80});
        bench.canvas->zoomBy(8);
        const QImage sharp = bench.canvas->grab().toImage();
        bench.canvas->setSmooth(true);
        QVERIFY(bench.canvas->grab().toImage() != sharp);
    }

    void zoomToTheLabelShowsAllOfIt()
    {
        Bench bench({400, 300});
        bench.session.apply("Brush", {LabelEdit(0, {300, 200, 20, 10}, std::vector<Label>(200, 1))});
        bench.action(Qt::Key_Z)->trigger();
        const QRectF shown = bench.canvas->shownBox();
        QVERIFY(shown.contains(QRectF(300, 200, 20, 10)));
        QVERIFY(shown.width() < 120);
    }

    void presetsAreWindowsThatCanBeChanged()
    {
        QCOMPARE(static_cast<int>(usualPresets().size()), presetCount);
        Bench bench({64, 64});
        bench.action(Qt::CTRL | Qt::Key_5)->trigger();
        QCOMPARE(bench.session.window().width, 1500.0);
        QCOMPARE(bench.session.window().level, -600.0);
    }

    void greyLevelsAreTyped()
    {
        Bench bench({64, 64});
        bench.area.openWindowPopup();
        auto* popup = bench.area.findChild<WindowPopup*>();
        const auto boxes = popup->findChildren<QDoubleSpinBox*>();
        QCOMPARE(boxes.size(), 2);
        boxes[0]->setValue(50);
        boxes[1]->setValue(7);
        QCOMPARE(bench.session.window().width, 50.0);
        QCOMPARE(bench.session.window().level, 7.0);
        popup->findChildren<QCheckBox*>().front()->setChecked(true);
        QVERIFY(bench.canvas->isInverted());
    }

    void oneLabelIsSeenAloneWhileItsRowIsPointedAt()
    {
        Bench bench({200, 160});
        bench.session.setLabelTable(tableOf({"one", "two"}));
        bench.session.apply("Brush", {LabelEdit(0, {20, 20, 40, 40}, std::vector<Label>(1600, 1))});
        bench.session.apply("Brush", {LabelEdit(0, {100, 20, 40, 40}, std::vector<Label>(1600, 2))});
        OverlaySettings settings = bench.area.overlay();
        settings.mode = OverlayMode::Mask;
        bench.area.setOverlay(settings);
        const QImage both = bench.canvas->grab().toImage();
        bench.area.setSolo(2);
        const QImage solo = bench.canvas->grab().toImage();
        QVERIFY(both.pixel(bench.placeOf(40, 41)) != solo.pixel(bench.placeOf(40, 41)));
        bench.area.setSolo(0);
        QCOMPARE(bench.canvas->grab().toImage(), both);
        bench.area.setSolo(2); // and no word comes that the pointer has left the row
        bench.move(bench.placeOf(150, 100), {}, Qt::NoButton);
        QCOMPARE(bench.area.overlay().soloLabel, 0);
    }

    void theOtherSideIsInvertedAndSmoothToo()
    {
        Bench bench({200, 160});
        runOn(bench.session, 3);
        OverlaySettings hidden = bench.area.overlay();
        hidden.isVisible = false; // so both sides show the same
        bench.area.setOverlay(hidden);
        const auto look = [&bench](bool isLeft) {
            const QImage image = part(*bench.canvas, isLeft);
            return image.copy(0, 40, image.width(), image.height() - 80); // without words
        };
        for (const bool isInverted : {false, true})
            for (const bool isSmooth : {false, true}) {
                bench.canvas->setInverted(isInverted);
                bench.canvas->setSmooth(isSmooth);
                bench.area.setComparison({});
                const QImage alone = look(true);
                bench.area.setComparison({.view = CompareView::Swipe});
                QCOMPARE(look(true), alone);
                bench.area.setComparison({.view = CompareView::SideBySide});
                QCoreApplication::processEvents();
                auto* pane = bench.area.findChild<ComparePane*>();
                QVERIFY(pane->isVisible());
                const QColor canvas = bench.canvas->grab().toImage().pixelColor(
                    bench.canvas->view().toWidget(QPointF(100.5, 80.5)).toPoint());
                const QImage shown = pane->grab().toImage();
                const QColor other = shown.pixelColor(shown.width() / 2, shown.height() / 2);
                QVERIFY2(std::abs(canvas.lightness() - other.lightness()) < 30,
                         qPrintable(canvas.name() + other.name()));
            }
    }

    void windowsOfTheFileAreChosenAmongTheGreyLevels()
    {
        Bench bench({64, 64});
        QComboBox* windows = nullptr;
        for (auto* each : bench.area.findChildren<QComboBox*>())
            if (each->accessibleName() == QStringLiteral("Windows of the file"))
                windows = each;
        QVERIFY(windows);
        bench.area.openWindowPopup();
        QVERIFY(!windows->isEnabled()); // it has none
        auto volume = std::make_shared<Volume>(*fakeVolume({64, 64}, 1));
        volume->displayWindows = {{40, 400, "SOFT TISSUE"}, {-600, 1500, {}}};
        bench.session.open(volume, std::nullopt);
        bench.area.openWindowPopup();
        QVERIFY(windows->isEnabled());
        QCOMPARE(windows->itemText(0), QStringLiteral("SOFT TISSUE · W 400  L 40"));
        QCOMPARE(windows->currentIndex(), 0);
        Q_EMIT windows->activated(1);
        QCOMPARE(bench.session.window().width, 1500.0);
        QCOMPARE(windows->currentIndex(), 1);
        bench.session.setWindow({0, 7, {}});
        QCOMPARE(windows->currentIndex(), -1); // none of them
    }

    void everyControlHasAName()
    {
        Bench bench({64, 64});
        for (QWidget* widget : bench.area.findChildren<QWidget*>())
            if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy()
                && !widget->window()->windowFlags().testFlag(Qt::ToolTip)
                && !widget->inherits("QAbstractItemView") && !widget->objectName().startsWith(u"qt_"))
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
};

} // namespace limn

QTEST_MAIN(limn::ViewsTest)
#include "views_test.moc"
