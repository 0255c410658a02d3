#include "tests/support/fake_segmenter.h"
#include "ui/session/look_list.h"

#include <QSignalSpy>
#include <QTest>

namespace limn {
namespace {

constexpr Size picture{160, 120};

void runFake(Session& session, int slice = 0, std::uint64_t seed = 0)
{
    session.beginRun(slice, {}, {"disc"});
    for (int i = 1; i <= 3; ++i)
        session.addStep(slice, fakeStep(picture, i, 3, 1, seed));
    session.endRun(slice);
}

void draw(Session& session, Rect box, Label label, int slice = 0)
{
    session.apply("Brush", {LabelEdit(slice, box, std::vector<Label>(box.area(), label))});
}

// A session after a run whose list is made.
struct Looked {
    explicit Looked(int slices = 1)
        : list(session)
    {
        session.open(fakeVolume(picture, slices), std::nullopt);
        runFake(session);
    }

    bool isMade()
    {
        QSignalSpy made(&list, &LookList::listChanged);
        return made.wait();
    }

    Session session;
    LookList list;
};

} // namespace

class LookListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePlacesOfARunAreListedALittleAfterIt()
    {
        Session session;
        LookList list(session);
        QVERIFY(!list.hasMap());
        session.open(fakeVolume(picture), std::nullopt);
        QVERIFY(session.doubt() < 0);
        QSignalSpy made(&list, &LookList::listChanged);
        QVERIFY(made.wait());
        QVERIFY(list.items().empty());
        runFake(session);
        QVERIFY(made.wait());
        QCOMPARE(made.count(), 2); // not one a step
        QVERIFY(list.items().size() > 4);
        QCOMPARE(list.openCount(), static_cast<int>(list.items().size()));
        QVERIFY(session.doubt() > 0 && session.doubt() < 1);
        QCOMPARE(list.current(), -1);
    }

    void goesThroughThePlacesByRankAndWrapsRound()
    {
        Looked looked;
        QVERIFY(looked.isMade());
        LookList& list = looked.list;
        const int count = static_cast<int>(list.items().size());
        QSignalSpy shown(&list, &LookList::shown);
        list.goToNext();
        list.goToNext();
        QCOMPARE(list.current(), 1);
        list.goToPrevious();
        list.goToPrevious();
        QCOMPARE(list.current(), count - 1);
        list.goToNext();
        QCOMPARE(list.current(), 0);
        QCOMPARE(shown.count(), 5);
        QVERIFY(list.items()[0].isVisited && list.items()[1].isVisited);
        QVERIFY(!list.items()[2].isVisited);
        QCOMPARE(list.openCount(), count); // visited is not resolved
    }

    void theViewHoldsThePlaceAndIsAsLargeForEach()
    {
        Looked looked;
        QVERIFY(looked.isMade());
        const int count = static_cast<int>(looked.list.items().size());
        for (int i = 0; i < count; ++i) {
            const Rect view = looked.list.viewOf(i);
            const Rect box = looked.list.items()[static_cast<std::size_t>(i)].place.box;
            QVERIFY(intersected(view, box) == box);
            QCOMPARE(view.width, looked.list.viewOf(0).width);
        }
    }

    void drawingInAPlaceResolvesItAndUndoOpensItAgain()
    {
        Looked looked;
        QVERIFY(looked.isMade());
        LookList& list = looked.list;
        const auto open = list.openCount();
        const LookPlace place = list.items()[1].place;
        const int cell = static_cast<int>(place.cells[place.cells.size() / 2]);
        QSignalSpy changed(&list, &LookList::itemsChanged);
        draw(looked.session, {cell % picture.width, cell / picture.width, 1, 1}, 1);
        QVERIFY(list.items()[1].hasEdits && list.items()[1].isResolved());
        QCOMPARE(list.openCount(), open - 1);
        QCOMPARE(changed.count(), 1);
        list.goToNext();
        list.goToNext();
        QCOMPARE(list.current(), 2); // past the resolved one
        looked.session.undoStack().undo();
        QCOMPARE(list.openCount(), open);
    }

    void aMarkOfAPersonIsTakenBackByTheSameHand()
    {
        Looked looked;
        QVERIFY(looked.isMade());
        LookList& list = looked.list;
        const auto open = list.openCount();
        list.setMarked(0, true);
        QVERIFY(list.items()[0].isResolved() && list.items()[0].isVisited);
        QCOMPARE(list.openCount(), open - 1);
        list.setMarked(0, false);
        QCOMPARE(list.openCount(), open);
        for (int i = 0; i < open; ++i)
            list.setMarked(i, true);
        QCOMPARE(list.openCount(), 0);
        list.goToNext();
        QCOMPARE(list.current(), -1);
    }

    void aNewRunKeepsWhereAPersonHasBeen()
    {
        Looked looked;
        QVERIFY(looked.isMade());
        LookList& list = looked.list;
        list.setMarked(0, true);
        list.goTo(1);
        const Rect marked = list.items()[0].place.box, visited = list.items()[1].place.box;
        runFake(looked.session); // the same again
        QVERIFY(looked.isMade());
        QVERIFY(list.items()[0].place.box == marked && list.items()[0].isResolved());
        QVERIFY(list.items()[1].place.box == visited && list.items()[1].isVisited);
        QVERIFY(!list.items()[2].isVisited);
        QCOMPARE(list.current(), 1);
    }

    void placesAndMarksComeBackWithTheKeptState()
    {
        Looked looked;
        QVERIFY(looked.isMade());
        looked.list.goTo(2);
        looked.list.setMarked(1, true);
        const double doubt = looked.session.doubt();
        const StudyState kept = looked.session.state();

        Session session;
        LookList list(session);
        QVERIFY(session.open(fakeVolume(picture), kept));
        QCOMPARE(session.doubt(), doubt);
        QSignalSpy state(&session, &Session::stateChanged);
        QSignalSpy made(&list, &LookList::listChanged);
        QVERIFY(made.wait());
        QCOMPARE(list.items().size(), looked.list.items().size()); // from the map alone
        QVERIFY(list.items()[1].isResolved() && list.items()[2].isVisited);
        QVERIFY(!list.items()[0].isVisited);
        QCOMPARE(session.doubt(), doubt);
        QCOMPARE(state.count(), 0); // looking changes nothing
    }

    void eachSliceOfAStackHasAListOfItsOwn()
    {
        Looked looked(2);
        QVERIFY(looked.isMade());
        looked.list.setMarked(0, true);
        looked.session.setCurrentSlice(1);
        QVERIFY(looked.list.items().empty());
        QVERIFY(looked.isMade());
        QVERIFY(looked.list.items().empty() && !looked.list.hasMap());
        looked.session.setCurrentSlice(0);
        QVERIFY(looked.isMade());
        QVERIFY(looked.list.items()[0].isResolved());
        QVERIFY(looked.session.look(1).doubt < 0);
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::LookListTest)
#include "look_list_test.moc"
