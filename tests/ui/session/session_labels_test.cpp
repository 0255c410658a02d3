// Labels in use: merged, removed, taken and given back, each one undo step.
#include "tests/support/fake_segmenter.h"
#include "ui/session/session.h"

#include <QTest>

#include <algorithm>

namespace limn {
namespace {

constexpr Size size{40, 30};

std::size_t countOf(const Session& session, Label label)
{
    return static_cast<std::size_t>(std::ranges::count(session.labels().values, label));
}

void paint(Session& session, int slice, Rect box, Label label)
{
    session.apply("Brush", {LabelEdit(slice, box, std::vector<Label>(box.area(), label))});
}

void lock(Session& session, Label label)
{
    LabelTable table = session.labelTable();
    std::ranges::find(table.rows, label, &LabelRow::label)->isLocked = true;
    session.setLabelTable(table);
}

} // namespace

class SessionLabelsTest : public QObject {
    Q_OBJECT

    // Two slices, a model of one class, labels 1 (the model's), 2 and 3.
    void prepare(Session& session)
    {
        session.open(fakeVolume(size, 2), std::nullopt);
        session.beginRun(0, {}, {"disc"});
        for (int step = 1; step <= 3; ++step)
            session.addStep(0, fakeStep(size, step, 3));
        LabelTable table = session.labelTable();
        table.rows.push_back({2, "two", paletteColour(1)});
        table.rows.push_back({3, "three", paletteColour(2)});
        session.setLabelTable(table);
        paint(session, 0, {2, 2, 6, 5}, 2);
        paint(session, 0, {5, 4, 6, 5}, 3);
        paint(session, 1, {8, 8, 10, 3}, 2);
        session.undoStack().clear();
    }

private Q_SLOTS:
    void mergedLabelIsGoneAndComesBack()
    {
        Session session;
        prepare(session);
        const HumanLayer before = session.human();
        const LabelTable table = session.labelTable();
        const std::size_t all = countOf(session, 2) + countOf(session, 3);
        session.setCurrentLabel(2);
        session.mergeLabel(2, 3);
        QCOMPARE(countOf(session, 3), all);
        QCOMPARE(countOf(session, 2), std::size_t{0});
        QVERIFY(!session.labelTable().find(2));
        QVERIFY(session.currentLabel() != 2);
        QCOMPARE(session.undoStack().count(), 1);
        session.undoStack().undo();
        QCOMPARE(session.human().values, before.values);
        QCOMPARE(session.labelTable(), table);
        session.undoStack().redo();
        QCOMPARE(countOf(session, 3), all);
    }

    void theModelsLabelMergesAndKeepsItsRow()
    {
        Session session;
        prepare(session);
        const std::size_t all = countOf(session, 1) + countOf(session, 2);
        QVERIFY(countOf(session, 1) > 0);
        QVERIFY(session.isModelLabel(1));
        QVERIFY(!session.canRemove(1));
        session.mergeLabel(1, 2);
        QCOMPARE(countOf(session, 2), all);
        QVERIFY(session.labelTable().find(1));
    }

    void removedLabelShowsTheModelAgain()
    {
        Session session;
        prepare(session);
        const HumanLayer before = session.human();
        session.removeLabel(2);
        QVERIFY(!session.labelTable().find(2));
        QCOMPARE(std::ranges::count(session.human().values, Label{2}), std::ptrdiff_t{0});
        QCOMPARE(session.human().at(1, 9, 9), untouched);
        session.undoStack().undo();
        QCOMPARE(session.human().values, before.values);
        QVERIFY(session.labelTable().find(2));
    }

    void locksHoldAgainstMergingAndRemoving()
    {
        Session session;
        prepare(session);
        lock(session, 3);
        const std::vector<Label> before = session.labels().values;
        session.mergeLabel(2, 3);
        session.mergeLabel(3, 2);
        session.removeLabel(3);
        QCOMPARE(session.labels().values, before);
        lock(session, 1); // what the model says under label 2 gets no larger either
        const std::size_t locked = countOf(session, 1);
        session.removeLabel(2);
        QCOMPARE(countOf(session, 1), locked);
    }

    void theLastLabelStays()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        QVERIFY(!session.canRemove(1));
        session.removeLabel(1);
        QCOMPARE(session.labelTable().rows.size(), std::size_t{1});
    }

    void takenMaskStaysWhateverTheModelSays()
    {
        Session session;
        prepare(session);
        lock(session, 3); // what is locked may be taken, too: it is kept
        const auto shown = session.labels().slice(0);
        const std::vector<Label> mask(shown.begin(), shown.end());
        session.takeMask();
        const auto taken = session.human().slice(0);
        QCOMPARE(std::vector<Label>(taken.begin(), taken.end()), mask);
        session.beginRun(0, {}, {"disc"});
        session.addStep(0, fakeStep(size, 1, 3, 1, 99));
        session.setThreshold(0.1);
        QVERIFY(std::ranges::equal(session.labels().slice(0), mask));
    }

    void givenBackSliceIsTheModelsAgain()
    {
        Session session;
        prepare(session);
        session.giveSliceBack();
        QVERIFY(std::ranges::equal(session.labels().slice(0), session.modelLabels(0)));
        QCOMPARE(session.human().at(1, 9, 9), Label{2}); // the other slice is as it was
        session.undoStack().undo();
        QCOMPARE(session.human().at(0, 3, 3), Label{2});
    }

    void labelIsCopiedToTheNextSlice()
    {
        Session session;
        prepare(session);
        lock(session, 3);
        session.setCurrentSlice(1);
        const std::size_t others = countOf(session, 3);
        session.copyLabelTo(0, 2);
        QCOMPARE(session.human().at(0, 12, 9), Label{2});
        QCOMPARE(countOf(session, 3), others);
        QCOMPARE(session.undoStack().count(), 2); // the lock, the copy
        session.copyLabelTo(5, 2);
        session.copyLabelTo(1, 2); // onto itself: nothing
        QCOMPARE(session.undoStack().count(), 2);
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::SessionLabelsTest)
#include "session_labels_test.moc"
