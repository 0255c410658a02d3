#include "tests/ui/session/session_actions.h"

#include <QSignalSpy>
#include <QTest>

namespace limn {

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

    void whatIsDoneAtOnceIsToldAsOneBoxASlice()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        QSignalSpy human(&session, &Session::humanChanged);
        session.apply(QStringLiteral("two dabs"),
                      {LabelEdit(0, {1, 1, 1, 1}, {1}), LabelEdit(0, {5, 3, 2, 1}, {1, 1})});
        QCOMPARE(human.count(), 1);
        QCOMPARE(human.last().at(1).value<Rect>(), (Rect{1, 1, 6, 3}));
        session.undoStack().undo();
        QCOMPARE(human.count(), 2);
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

QTEST_GUILESS_MAIN(limn::SessionTest)
#include "session_test.moc"
