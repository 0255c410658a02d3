#include "ui/session/work_list.h"

#include <QSignalSpy>
#include <QTest>

namespace limn {
namespace {

void fill(WorkList& list, const std::vector<ImageStatus>& statuses)
{
    std::vector<WorkItem> items;
    for (const ImageStatus status : statuses) {
        const QString name = QString::number(items.size());
        items.push_back({name.toStdString() + ".png", name, status, {}, {}});
    }
    list.setItems(std::move(items));
}

constexpr auto todo = ImageStatus::Todo;
constexpr auto edited = ImageStatus::Edited;
constexpr auto accepted = ImageStatus::Accepted;

} // namespace

class WorkListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNextToDoIsTheFirstWhenNothingIsCurrent()
    {
        WorkList list;
        QCOMPARE(list.nextTodo(), -1);
        fill(list, {accepted, edited, todo});
        QCOMPARE(list.current(), -1);
        QCOMPARE(list.nextTodo(), 1);
    }

    void theNextToDoWrapsRoundAndSkipsWhatIsDoneOrDoesNotOpen()
    {
        WorkList list;
        fill(list, {todo, accepted, todo, todo, accepted});
        list.setCurrent(2);
        list.setError(3, "damaged");
        QCOMPARE(list.nextTodo(), 0);
        list.setStatus(0, accepted);
        QCOMPARE(list.nextTodo(), -1); // the current one is not the next
        QCOMPARE(list.acceptedCount(), 3);
    }

    void theNextToDoFollowsTheOrderOfDoubt()
    {
        WorkList list;
        fill(list, {todo, todo, accepted, todo});
        list.setDoubt(0, 0.2);
        list.setDoubt(2, 0.9);
        list.setDoubt(3, 0.5);
        QCOMPARE(list.shown(), (std::vector<int>{0, 1, 2, 3}));
        QSignalSpy changed(&list, &WorkList::orderChanged);
        list.setOrder(WorkOrder::Doubt);
        list.setOrder(WorkOrder::Doubt);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(list.shown(), (std::vector<int>{2, 3, 0, 1})); // not known: last
        QCOMPARE(list.nextTodo(), 3);
        list.setCurrent(3);
        QCOMPARE(list.nextTodo(), 0);
        list.setCurrent(1);
        QCOMPARE(list.nextTodo(), 3); // wraps round, past the accepted one
    }

    void sayingTheSameTwiceIsSaidOnce()
    {
        WorkList list;
        fill(list, {todo, todo});
        QSignalSpy current(&list, &WorkList::currentChanged);
        QSignalSpy item(&list, &WorkList::itemChanged);
        list.setCurrent(1);
        list.setCurrent(1);
        list.setCurrent(7);
        QCOMPARE(current.count(), 1);
        QCOMPARE(current.last().first().toInt(), 1);
        list.setStatus(1, edited);
        list.setStatus(1, edited);
        list.setStatus(-1, edited);
        QCOMPARE(item.count(), 1);
    }

    void anotherFolderHasNothingCurrent()
    {
        WorkList list;
        fill(list, {todo, todo});
        list.setCurrent(1);
        QSignalSpy current(&list, &WorkList::currentChanged);
        fill(list, {todo});
        QCOMPARE(list.current(), -1);
        QCOMPARE(current.last().first().toInt(), -1);
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::WorkListTest)
#include "work_list_test.moc"
