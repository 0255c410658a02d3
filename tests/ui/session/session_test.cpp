#include "tests/support/fake_segmenter.h"
#include "ui/session/class_labels.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace limn {
namespace {

constexpr Size size{16, 12};

void fillBox(Session& session, Rect box, Label label, int slice = 0)
{
    session.apply("Brush", {LabelEdit(slice, box, std::vector<Label>(box.area(), label))});
}

void run(Session& session, int steps, std::uint64_t seed = 0, int slice = 0)
{
    RunFacts facts;
    facts.modelName = "fake";
    facts.seed = seed;
    session.beginRun(slice, facts, {"disc"});
    for (int i = 1; i <= steps; ++i)
        session.addStep(slice, fakeStep(size, i, steps, 1, seed));
    session.endRun(slice);
}

void setLocked(Session& session, Label label, bool isLocked)
{
    LabelTable table = session.labelTable();
    std::ranges::find(table.rows, label, &LabelRow::label)->isLocked = isLocked;
    session.setLabelTable(table);
}

std::vector<Label> masked(const Session& session, int slice = 0)
{
    const auto labels = session.labels().slice(slice);
    return {labels.begin(), labels.end()};
}

std::vector<Label> maskOf(const ProbabilityMap& map, double tau)
{
    std::vector<Label> labels(map.size.area());
    const std::vector<Label> nobody(map.size.area(), untouched);
    composeInto(labels, nobody, map, tau, map.size, wholeOf(map.size));
    return labels;
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewPictureIsUntouchedAndShownInItsPercentileWindow()
    {
        Session session;
        QSignalSpy opened(&session, &Session::opened);
        const auto volume = fakeVolume(size);
        QVERIFY(session.open(volume, std::nullopt));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(session.window(), percentileWindow(*volume->slices.front()));
        QCOMPARE(session.human().values, std::vector<Label>(size.area(), untouched));
        QCOMPARE(masked(session), std::vector<Label>(size.area(), background));
        QVERIFY(session.labelTable().find(session.currentLabel()));
        QVERIFY(session.baseMap().isEmpty());
        QCOMPARE(session.baseStepIndex(), 0);
        session.close();
        QVERIFY(!session.isOpen());
        QCOMPARE(opened.count(), 2);
    }

    void theStepThatIsShownIsTheOneThatMakesTheMask()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        QCOMPARE(session.baseStepIndex(), 3);
        QCOMPARE(masked(session), maskOf(session.steps()[2]->posterior, 0.5));
        session.setBaseStep(1);
        QCOMPARE(session.baseStep(), session.steps()[0]);
        QCOMPARE(masked(session), maskOf(session.steps()[0]->posterior, 0.5));
        QVERIFY(masked(session) != maskOf(session.steps()[2]->posterior, 0.5));
        session.undoStack().undo();
        QCOMPARE(session.baseStepIndex(), 3);
        QCOMPARE(masked(session), maskOf(session.steps()[2]->posterior, 0.5));
        session.setBaseStep(9); // no such step
        QCOMPARE(session.baseStepIndex(), 3);
    }

    void aPersonsBytesStandAboveEveryStepAndThreshold()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        fillBox(session, {0, 0, 4, 4}, 1);
        fillBox(session, {6, 4, 4, 4}, background);
        const HumanLayer drawn = session.human();
        run(session, 4);
        session.setThreshold(0.01);
        session.setBaseStep(2);
        QCOMPARE(session.human().values, drawn.values);
        QCOMPARE(session.labels().at(0, 0, 0), Label{1});
        QCOMPARE(session.labels().at(0, 8, 6), background); // the middle of the disc
        QCOMPARE(session.labels().at(0, 5, 6), Label{1});
    }

    void movesOfOneDragAreOneCommandAndADragBackToItsStartIsNone()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        for (const double tau : {0.4, 0.3, 0.2})
            session.setThreshold(tau);
        QCOMPARE(session.undoStack().count(), 1);
        session.endDrag();
        session.setThreshold(0.6);
        QCOMPARE(session.undoStack().count(), 2);
        session.undoStack().undo();
        QCOMPARE(session.threshold(), 0.2);
        session.setThreshold(0.7); // after an undo a new command, without endDrag()
        session.undoStack().undo();
        QCOMPARE(session.threshold(), 0.2);
        session.undoStack().undo();
        QCOMPARE(session.threshold(), 0.5);
        session.setThreshold(0.9);
        session.setThreshold(0.5);
        QCOMPARE(session.undoStack().index(), 0);

        run(session, 5);
        for (const int step : {4, 3, 2})
            session.setBaseStep(step);
        QCOMPARE(session.undoStack().count(), 1);
        session.undoStack().undo();
        QCOMPARE(session.baseStepIndex(), 5);
    }

    void thresholdsStayInsideTheirRange()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        session.setThreshold(-3);
        QCOMPARE(session.threshold(), 0.001);
        session.setThreshold(7);
        QCOMPARE(session.threshold(), 0.999);
        session.setThreshold(std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(session.threshold(), 0.999);
    }

    void whatChangesNothingIsNotPushed()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        session.apply("Brush", {});
        fillBox(session, {0, 0, 3, 3}, untouched);
        session.setThreshold(session.threshold());
        session.setLabelTable(session.labelTable());
        session.setBaseStep(0);
        QCOMPARE(session.undoStack().count(), 0);
        QCOMPARE(session.status(), ImageStatus::Todo);
        fillBox(session, {0, 0, 3, 3}, 1);
        fillBox(session, {0, 0, 3, 3}, 1);
        QCOMPARE(session.undoStack().count(), 1);
    }

    void anEditIsMadeAsSmallAsWhatItChanges()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        fillBox(session, {0, 0, 16, 4}, 1);
        QSignalSpy human(&session, &Session::humanChanged);
        fillBox(session, {2, 2, 3, 5}, 1);
        QCOMPARE(human.last().at(1).value<Rect>(), (Rect{2, 4, 3, 3}));
        fillBox(session, {-5, -5, 100, 6}, 2); // over the edge: what lies inside counts
        QCOMPARE(human.last().at(1).value<Rect>(), (Rect{0, 0, 16, 1}));
    }

    void lockedLabelsHoldAgainstEditsOfEveryKind()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3); // label 1 in the middle, by the model
        session.setLabelTable(tableOf({"disc", "other", "third"}));
        fillBox(session, {0, 0, 4, 4}, 2);
        fillBox(session, {12, 0, 4, 4}, background);
        setLocked(session, 1, true);
        setLocked(session, 2, true);
        QVERIFY(!session.isPaintable(0, 8, 6));
        QVERIFY(!session.isPaintable(0, 1, 1));
        QVERIFY(session.isPaintable(0, 0, 11));
        const std::vector<Label> before = masked(session);
        const int commands = session.undoStack().count();
        fillBox(session, wholeOf(size), 2); // putting a locked label in
        fillBox(session, {0, 0, 4, 4}, untouched); // giving locked pixels back
        fillBox(session, {7, 5, 2, 2}, background); // erasing the model's locked pixels
        QCOMPARE(masked(session), before);
        QCOMPARE(session.undoStack().count(), commands);

        fillBox(session, wholeOf(size), 3);
        for (std::size_t i = 0; i < before.size(); ++i)
            QCOMPARE(masked(session)[i], before[i] == 1 || before[i] == 2 ? before[i] : Label{3});
        fillBox(session, {7, 5, 2, 2}, 3);
        QCOMPARE(session.labels().at(0, 7, 5), Label{1});
    }

    void givingBackDoesNotLetALockedLabelOfTheModelIn()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        fillBox(session, wholeOf(size), background);
        setLocked(session, 1, true);
        fillBox(session, wholeOf(size), untouched);
        QVERIFY(std::ranges::count(masked(session), Label{1}) == 0);
        setLocked(session, 1, false);
        fillBox(session, wholeOf(size), untouched);
        QVERIFY(std::ranges::count(masked(session), Label{1}) > 0);
    }

    void twoHundredChangesCanBeUndone()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        for (int i = 0; i < 230; ++i)
            fillBox(session, {i % size.width, 0, 1, 1}, static_cast<Label>(1 + i / size.width));
        QCOMPARE(session.undoStack().count(), 200);
        int undone = 0;
        for (; session.undoStack().canUndo(); ++undone)
            session.undoStack().undo();
        QCOMPARE(undone, 200);
        for (int x = 0; x < size.width; ++x) // as after the thirtieth
            QCOMPARE(session.human().at(0, x, 0), static_cast<Label>(x < 14 ? 2 : 1));
    }

    void aRunThatIsStoppedBeforeItsFirstStepLosesNothing()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        const StudyState kept = session.state();

        Session next;
        QVERIFY(next.open(fakeVolume(size), kept));
        QCOMPARE(masked(next), masked(session));
        QVERIFY(next.steps().empty());
        QCOMPARE(next.baseStepIndex(), 3);
        next.beginRun(0, {}, {"disc"});
        next.endRun(0);
        QCOMPARE(masked(next), masked(session));
        QCOMPARE(next.state().runs.front(), kept.runs.front());
        run(next, 2, 5);
        QCOMPARE(next.steps().size(), std::size_t{2});
        QCOMPARE(next.state().runs.front().seed, std::uint64_t{5});
        QCOMPARE(masked(next), maskOf(next.steps().back()->posterior, 0.5));
    }

    void aBaseStepOfAnOvertakenRunIsNotBroughtBack()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 5);
        fillBox(session, {0, 0, 2, 2}, 1);
        session.setBaseStep(4);
        run(session, 2, 9);
        const std::vector<Label> shown = masked(session);
        session.undoStack().undo();
        QCOMPARE(session.baseStepIndex(), 2);
        QCOMPARE(masked(session), shown);
        session.undoStack().undo(); // the edit, which works across runs
        QCOMPARE(session.human().at(0, 0, 0), untouched);
        QVERIFY(!session.undoStack().canUndo());
        session.undoStack().redo();
        QCOMPARE(session.human().at(0, 0, 0), Label{1});
        QVERIFY(!session.undoStack().canRedo());
    }

    void whatWasKeptComesBackAndWhatDoesNotFitIsRefused()
    {
        Session session;
        session.open(fakeVolume(size, 2), std::nullopt);
        run(session, 3, 4);
        fillBox(session, {1, 1, 5, 5}, 1, 1);
        session.setThreshold(0.3);
        session.setStatus(ImageStatus::Accepted);
        const StudyState kept = session.state();

        Session next;
        QVERIFY(next.open(fakeVolume(size, 2), kept));
        QCOMPARE(next.labels().values, session.labels().values);
        QCOMPARE(next.human().values, session.human().values);
        QCOMPARE(next.labelTable(), session.labelTable());
        QCOMPARE(next.threshold(), 0.3);
        QCOMPARE(next.status(), ImageStatus::Accepted);
        QCOMPARE(next.undoStack().count(), 0);

        QVERIFY(!next.open(fakeVolume({12, 16}, 2), kept));
        QCOMPARE(next.human().values, untouchedLayer({12, 16}, 2).values);
        StudyState damaged = kept;
        damaged.baseMaps.front().values.pop_back();
        QVERIFY(!next.open(fakeVolume(size, 2), damaged));
        QVERIFY(next.baseMap().isEmpty());
    }

    void theMaskOfASliceStaysWhenItLeavesTheScreen_data()
    {
        QTest::addColumn<double>("tau");
        for (const double tau : {0.001, 0.1, 0.37, 0.5, 0.501, 0.734, 0.999})
            QTest::addRow("tau %g", tau) << tau;
    }

    void theMaskOfASliceStaysWhenItLeavesTheScreen()
    {
        QFETCH(const double, tau);
        for (const int classes : {1, 3}) {
            Session session;
            session.open(fakeVolume({61, 47}, 3), std::nullopt);
            session.beginRun(0, {}, {"a", "b", "c"});
            session.addStep(0, fakeStep({61, 47}, 2, 3, classes));
            session.setThreshold(tau);
            const std::vector<Label> before = masked(session);
            session.setCurrentSlice(1);
            QVERIFY(session.steps().empty());
            QCOMPARE(masked(session), before);
            QCOMPARE(maskOf(session.state().baseMaps.front(), tau), before);
            session.setCurrentSlice(0);
            QCOMPARE(maskOf(session.baseMap(), tau), before);
            QCOMPARE(session.baseStepIndex(), 2);
            session.setCurrentSlice(2);
            QCOMPARE(masked(session), before);
        }
    }

    void aRunGoesOnForASliceThatIsNotShown()
    {
        Session session;
        session.open(fakeVolume(size, 2), std::nullopt);
        session.beginRun(0, {}, {"disc"});
        session.addStep(0, fakeStep(size, 1, 3));
        session.setCurrentSlice(1);
        QSignalSpy steps(&session, &Session::stepsChanged);
        session.addStep(0, fakeStep(size, 2, 3));
        QCOMPARE(steps.count(), 0);
        QVERIFY(session.baseMap().isEmpty());
        QCOMPARE(masked(session), maskOf(fakeStep(size, 2, 3)->posterior, 0.5));
        session.setCurrentSlice(0);
        QCOMPARE(session.baseStepIndex(), 2);
        session.addStep(0, fakeStep(size, 3, 3));
        QCOMPARE(session.steps().size(), std::size_t{1});
        QCOMPARE(session.baseStepIndex(), 3);
    }

    void slicesAreAskedForAndPutInOnce()
    {
        Session session;
        auto volume = fakeVolume(size, 2);
        const SlicePtr second = std::exchange(volume->slices[1], nullptr);
        session.open(volume, std::nullopt);
        QSignalSpy needed(&session, &Session::sliceNeeded);
        QSignalSpy changed(&session, &Session::sliceChanged);
        session.setCurrentSlice(1);
        QCOMPARE(needed.count(), 1);
        QCOMPARE(changed.count(), 1);
        session.putSlice(1, second);
        QCOMPARE(changed.count(), 2);
        session.putSlice(1, std::make_shared<Slice>(*second));
        QCOMPARE(session.volume()->slices[1], second);
        session.setCurrentSlice(5);
        QCOMPARE(session.currentSlice(), 1);
    }

    void workMakesTodoEditedAndAChangeTakesTheAcceptanceBack()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 2);
        QCOMPARE(session.status(), ImageStatus::Todo); // no person did anything yet
        session.setThreshold(0.4);
        QCOMPARE(session.status(), ImageStatus::Edited);
        session.setStatus(ImageStatus::Accepted);
        session.setWindow({1, 2, {}});
        QCOMPARE(session.status(), ImageStatus::Accepted);
        session.undoStack().undo();
        QCOMPARE(session.status(), ImageStatus::Edited);
        session.setStatus(ImageStatus::Accepted);
        run(session, 2, 3);
        QCOMPARE(session.status(), ImageStatus::Edited);
    }

    void aChangeOfTheLabelTableIsUndoneAndOpacityMovesMerge()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        const LabelTable first = session.labelTable();
        LabelTable table = first;
        table.rows.push_back({7, "seven", paletteColour(6)});
        session.setLabelTable(table);
        session.setCurrentLabel(7);
        QCOMPARE(session.currentLabel(), Label{7});
        for (const double opacity : {0.9, 0.8, 0.7}) {
            table.rows[0].opacity = opacity;
            session.setLabelTable(table);
        }
        QCOMPARE(session.undoStack().count(), 2);
        session.undoStack().undo();
        session.undoStack().undo();
        QCOMPARE(session.labelTable(), first);
        QCOMPARE(session.currentLabel(), Label{1}); // 7 is gone
        session.setCurrentLabel(7);
        QCOMPARE(session.currentLabel(), Label{1});
    }

    void classesGetRowsAndAPersonsNamesStay()
    {
        const HumanLayer nobody = untouchedLayer(size);
        HumanLayer drawn = nobody;
        drawn.values[3] = 1;
        const LabelTable lungs =
            withClasses(tableOf({"Label 1"}), {"left", "right"}, {}, "Label 1", drawn);
        QCOMPARE(lungs, tableOf({"left", "right"}));
        LabelTable renamed = lungs;
        renamed.rows[1].name = "my right";
        const auto skin = [&renamed](const HumanLayer& human) {
            return withClasses(renamed, {"lesion", "ruler"}, {"left", "right"}, "Label 1", human);
        };
        QCOMPARE(skin(nobody).rows[0].name, std::string("lesion"));
        QCOMPARE(skin(nobody).rows[1].name, std::string("my right"));
        QCOMPARE(skin(drawn).rows[0].name, std::string("left")); // those pixels are a left lung
    }

    void theShareThatAPersonChangedCountsRealChangesAlone()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        QCOMPARE(session.changedByPersonShare(0), 0.0);
        fillBox(session, {8, 6, 1, 1}, 1); // the model says so too
        QCOMPARE(session.changedByPersonShare(0), 0.0);
        fillBox(session, {8, 6, 1, 1}, background);
        QCOMPARE(session.changedByPersonShare(0), 1.0 / static_cast<double>(size.area()));
    }

    void timeCountsBetweenInputsThatAreLessThanAMinuteApart()
    {
        ActiveTime time;
        time.restart(100);
        QCOMPARE(time.seconds(5'000), 100.0);
        time.noteInput(5'000);
        time.noteInput(15'000);
        QCOMPARE(time.seconds(20'000), 115.0);
        time.noteInput(200'000); // a pause
        QCOMPARE(time.seconds(201'000), 111.0);
    }
};

} // namespace limn

QTEST_MAIN(limn::SessionTest)
#include "session_test.moc"
