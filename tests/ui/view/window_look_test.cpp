#include "tests/ui/view/window_under_test.h"
#include "ui/view/canvas.h"
#include "ui/view/look_model.h"
#include "ui/view/segmented.h"
#include "ui/view/work_model.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>
#include <QUndoStack>

using namespace limn;

class WindowLookTest : public QObject, WindowUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { makeWindow(); }
    void cleanup() { destroyWindow(); }
    void saysWhyThereIsNoNextPlace();
    void goesFromPlaceToPlaceByKeys();
    void namesTheSideOnWhichAPlaceLies();
    void showsWhatIsVisitedAndResolved();
    void goesToThePlaceThatIsClicked();
    void sortsTheWorkListByDoubt();
    void remembersTheOrderOfTheWorkList();
    void tellsTheSpreadOfTheChains();

private:
    QAction* action(const QString& text) const
    {
        for (auto* one : m_window->allActions())
            if (one->text() == text)
                return one;
        return nullptr;
    }

    QListView* view(const QString& name) const { return qobject_cast<QListView*>(control(name)); }
    Canvas& canvas() const { return *m_window->findChild<Canvas*>(); }

    void runAndList()
    {
        openImage(fakeVolume({160, 120}));
        run();
        QTRY_VERIFY(view(QStringLiteral("Where to look next")));
    }
};

void WindowLookTest::saysWhyThereIsNoNextPlace()
{
    auto* next = action(QStringLiteral("Next place"));
    QVERIFY(next && !next->isEnabled());
    QVERIFY(next->toolTip().contains(QStringLiteral("Open an image first.")));
    openImage(fakeVolume({160, 120}));
    QVERIFY(!next->isEnabled());
    QVERIFY(next->toolTip().contains(QStringLiteral("Run the model (R)")));
    QTest::keyClick(m_window.get(), Qt::Key_U);
    QVERIFY(!canvas().marker());
    run();
    QTRY_VERIFY(next->isEnabled());
    QVERIFY(!action(QStringLiteral("Resolved"))->isEnabled()); // no place is current
}

void WindowLookTest::goesFromPlaceToPlaceByKeys()
{
    runAndList();
    const double before = canvas().view().zoom();
    QTest::keyClick(m_window.get(), Qt::Key_U);
    const auto first = canvas().marker();
    QVERIFY(first);
    QCOMPARE(first->words, QStringLiteral("1"));
    QVERIFY(canvas().view().zoom() > before);
    const double zoom = canvas().view().zoom();
    const QPointF middle = canvas().view().toWidget(
        QPointF(first->box.x + first->box.width / 2.0, first->box.y + first->box.height / 2.0));
    QVERIFY(std::abs(middle.x() - canvas().width() / 2.0) < 60);
    QVERIFY(std::abs(middle.y() - canvas().height() / 2.0) < 60);
    QTest::keyClick(m_window.get(), Qt::Key_U);
    QCOMPARE(canvas().marker()->words, QStringLiteral("2"));
    QVERIFY(!(canvas().marker()->box == first->box));
    QCOMPARE(canvas().view().zoom(), zoom);
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ShiftModifier);
    QCOMPARE(canvas().marker()->words, QStringLiteral("1"));
    QCOMPARE(m_session->undoStack().count(), 0);
    openImage(fakeVolume({160, 120}));
    QVERIFY(!canvas().marker());
}

void WindowLookTest::namesTheSideOnWhichAPlaceLies()
{
    runAndList();
    const auto* model = view(QStringLiteral("Where to look next"))->model();
    QVERIFY(model->rowCount() > 1);
    for (int row = 0; row < model->rowCount(); ++row) {
        QTest::keyClick(m_window.get(), Qt::Key_U);
        const Rect box = canvas().marker()->box;
        const QString words = model->index(row, 0).data().toString();
        const double x = (box.x + box.width / 2.0) / 160, y = (box.y + box.height / 2.0) / 120;
        QCOMPARE(words.contains(QStringLiteral("left")), x < 0.4);
        QCOMPARE(words.contains(QStringLiteral("right")), x > 0.6);
        QCOMPARE(words.contains(QStringLiteral("top")), y < 0.4);
        QCOMPARE(words.contains(QStringLiteral("bottom")), y > 0.6);
    }
}

void WindowLookTest::showsWhatIsVisitedAndResolved()
{
    runAndList();
    const auto* model = view(QStringLiteral("Where to look next"))->model();
    const auto stateOf = [model](int row) {
        return model->index(row, 0).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY(stateOf(0).endsWith(QStringLiteral("not visited")));
    QTest::keyClick(m_window.get(), Qt::Key_U);
    QVERIFY(stateOf(0).endsWith(QStringLiteral(", visited")));
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier);
    QVERIFY(stateOf(0).endsWith(QStringLiteral("marked as resolved")));
    QVERIFY(canvas().marker()->isDone);
    QTest::keyClick(m_window.get(), Qt::Key_U, Qt::ControlModifier);
    QVERIFY(!canvas().marker()->isDone);
    const Rect box = canvas().marker()->box;
    m_session->apply(QStringLiteral("Brush"),
                     {LabelEdit(0, box, std::vector<Label>(box.area(), Label{1}))});
    QVERIFY(stateOf(0).endsWith(QStringLiteral("you drew there")));
    QVERIFY(canvas().marker()->isDone);
    QVERIFY(!action(QStringLiteral("Resolved"))->isEnabled());
    const auto whole = wholeOf(m_session->human().size);
    m_session->apply(QStringLiteral("Brush"),
                     {LabelEdit(0, whole, std::vector<Label>(whole.area(), Label{1}))});
    auto* next = action(QStringLiteral("Next place"));
    QVERIFY(!next->isEnabled());
    QVERIFY(next->toolTip().contains(QStringLiteral("Every doubtful place is resolved.")));
    m_session->undoStack().undo();
    QVERIFY(next->isEnabled());
}

void WindowLookTest::goesToThePlaceThatIsClicked()
{
    runAndList();
    auto* list = view(QStringLiteral("Where to look next"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(canvas().marker()->words, QStringLiteral("2"));
}

void WindowLookTest::sortsTheWorkListByDoubt()
{
    std::vector<WorkItem> items(4);
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].name = QStringLiteral("image %1").arg(i);
    m_work->setItems(std::move(items));
    m_work->setCurrent(0);
    m_work->setDoubt(1, 0.1);
    m_work->setDoubt(3, 0.4);
    const auto* rows = view(QStringLiteral("Work list"))->model();
    const auto nameOf = [rows](int row) { return rows->index(row, 0).data().toString(); };
    QCOMPARE(nameOf(0), QStringLiteral("image 0"));
    QVERIFY(rows->index(3, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(QStringLiteral("doubt 40 %")));
    QTest::mouseClick(control(QStringLiteral("Sort by doubt")), Qt::LeftButton);
    QCOMPARE(nameOf(0), QStringLiteral("image 3"));
    QCOMPARE(nameOf(1), QStringLiteral("image 1"));
    QCOMPARE(nameOf(2), QStringLiteral("image 0")); // no figure: last, in the order of names
    for (int row = 0; row < 4; ++row)
        QCOMPARE(
            nameOf(row),
            m_work
                ->items()[static_cast<std::size_t>(m_work->shown()[static_cast<std::size_t>(row)])]
                .name);
    QCOMPARE(m_work->nextTodo(), 2); // after image 0, as they are shown
    QTest::keyClick(m_window.get(), Qt::Key_A);
    QCOMPARE(m_work->current(), 1);
    m_work->setDoubt(2, 0.9); // a run of it
    QCOMPARE(nameOf(0), QStringLiteral("image 2"));
    QTest::mouseClick(control(QStringLiteral("Sort by name")), Qt::LeftButton);
    QCOMPARE(nameOf(0), QStringLiteral("image 0"));
    QCOMPARE(m_work->nextTodo(), 2);
}

void WindowLookTest::remembersTheOrderOfTheWorkList()
{
    m_work->setItems(
        {WorkItem{.path = "a.png", .name = QStringLiteral("a"), .thumbnail = {}, .error = {}}});
    // As assistive technology does it.
    qobject_cast<QAbstractButton*>(control(QStringLiteral("Sort by doubt")))->setChecked(true);
    QVERIFY(m_work->order() == WorkOrder::Doubt);
    WorkList list;
    const MainWindow again(*m_session, *m_segmenter, list);
    QVERIFY(list.order() == WorkOrder::Doubt);
}

void WindowLookTest::tellsTheSpreadOfTheChains()
{
    openImage(fakeVolume({160, 120}));
    const auto words = [this] {
        QString all;
        for (const auto* label : m_window->findChildren<QLabel*>())
            if (label->isVisible())
                all += label->text() + u'\n';
        return all;
    };
    run();
    QVERIFY(!words().contains(QStringLiteral("OBJECTS OVER")));
    auto step = std::make_shared<Step>(*fakeStep({160, 120}, 1, 1));
    auto spread = std::make_shared<Spread>();
    spread->chains = 2;
    spread->votes = step->semantic;
    for (const float cut : {0.4F, 0.6F}) {
        auto& labels = spread->labels.emplace_back();
        for (const float p : step->semantic.of(1))
            labels.push_back(p >= cut ? 1 : 0);
    }
    step->spread = spread;
    m_session->beginRun(0, {}, {"disc"});
    m_session->addStep(0, step);
    m_session->endRun(0);
    QTRY_VERIFY(words().contains(QStringLiteral("OBJECTS OVER 2 CHAINS")));
    QVERIFY(words().contains(QStringLiteral("disc 1")));
    QVERIFY(words().contains(QStringLiteral("not a calibrated uncertainty")));
    QVERIFY(words().contains(QStringLiteral(" ± ")) && !words().contains(QStringLiteral("mm²")));
}

QTEST_MAIN(WindowLookTest)
#include "window_look_test.moc"
