#include "tests/ui/session/session_actions.h"
#include "ui/session/class_labels.h"

#include <QSignalSpy>
#include <QTest>

namespace limn {

class SessionModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        run(session, 6, 9);
        const std::vector<Label> shown = masked(session);
        session.undoStack().undo();
        QCOMPARE(session.baseStepIndex(), 6);
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

    void aRunForAnotherSliceLeavesTheStepsOfTheShownOne()
    {
        Session session;
        session.open(fakeVolume(size, 2), std::nullopt);
        run(session, 3);
        const std::vector<Label> shown = masked(session);
        run(session, 4, 7, 1);
        QCOMPARE(session.steps().size(), std::size_t{3});
        QCOMPARE(masked(session), shown);
        QCOMPARE(masked(session, 1), maskOf(fakeStep(size, 4, 4, 1, 7)->posterior, 0.5));
    }

    void aScrubDuringARunIsOverWhenTheNextStepArrives()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        session.beginRun(0, {}, {"disc"});
        for (int i = 1; i <= 3; ++i)
            session.addStep(0, fakeStep(size, i, 4));
        session.setBaseStep(1);
        session.addStep(0, fakeStep(size, 4, 4));
        QCOMPARE(session.baseStepIndex(), 4);
        session.undoStack().undo();
        QCOMPARE(session.baseStepIndex(), 4);
        QVERIFY(!session.undoStack().canUndo());
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
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::SessionModelTest)
#include "session_model_test.moc"
