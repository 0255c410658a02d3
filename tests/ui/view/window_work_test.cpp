// Going through the images in the window: doubtful places before accepting, notes, review, filters,
// preferences.
#include "tests/ui/view/window_under_test.h"
#include "ui/view/canvas.h"
#include "ui/view/choice_box.h"
#include "ui/view/compare_dialog.h"
#include "ui/view/difference_picture.h"
#include "ui/view/preferences_dialog.h"
#include "ui/view/work_filter.h"
#include "ui/view/work_model.h"

#include <QAbstractButton>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSpinBox>
#include <QTableWidget>

using namespace limn;

class WindowWorkTest : public QObject, WindowUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { makeWindow(); }
    void cleanup() { destroyWindow(); }
    void seesDoubtfulPlacesBeforeItAccepts();
    void acceptsAtOnceWhenThatIsSwitchedOff();
    void keepsANote();
    void filtersByStatus();
    void sendsBackInReviewModeAlone();
    void whatWasReviewedIsReviewedNoMoreOnceItChanges();
    void nextToDoDependsOnThePass();
    void preferencesHoldAtOnce();
    void theRightButtonZoomsWhenAsked();
    void comparesAndDrawsDifferences();
    void namesEveryControlOfTheNewWindows();

private:
    QAction* action(const char* id) { return m_window->actions().find(QLatin1String(id)); }
    void fill(std::vector<ImageStatus> statuses)
    {
        std::vector<WorkItem> items;
        for (std::size_t i = 0; i < statuses.size(); ++i)
            items.push_back({std::filesystem::path("/data") / ("p" + std::to_string(i) + ".png"),
                             QStringLiteral("p%1").arg(i),
                             statuses[i],
                             {},
                             {}});
        m_work->setItems(std::move(items));
    }
};

void WindowWorkTest::seesDoubtfulPlacesBeforeItAccepts()
{
    openImage(fakeVolume({160, 120}));
    run();
    QTRY_VERIFY(control(QStringLiteral("Where to look next")));
    const auto* places = qobject_cast<QListView*>(control(QStringLiteral("Where to look next")));
    QVERIFY(places->model()->rowCount() > 0);
    const int unseen = std::min(3, places->model()->rowCount());
    QSignalSpy accepts(m_window.get(), &MainWindow::acceptRequested);
    for (int i = 0; i < unseen; ++i) {
        QTest::keyClick(m_window.get(), Qt::Key_Return);
        QCOMPARE(accepts.count(), 0);
        QVERIFY(m_window->findChild<Canvas*>()->marker());
        QCOMPARE(m_window->findChild<Canvas*>()->marker()->words, QString::number(i + 1));
    }
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QCOMPARE(accepts.count(), 1);
}

void WindowWorkTest::acceptsAtOnceWhenThatIsSwitchedOff()
{
    QSettings().setValue(QStringLiteral("work/visitFirst"), false);
    openImage(fakeVolume({160, 120}));
    run();
    QSignalSpy accepts(m_window.get(), &MainWindow::acceptRequested);
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QCOMPARE(accepts.count(), 1);
}

void WindowWorkTest::keepsANote()
{
    openImage(fakeVolume({32, 24}));
    m_window->setImageFacts({{QStringLiteral("File"), QStringLiteral("a.png")}});
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto* field = qobject_cast<QLineEdit*>(control(QStringLiteral("Note on this image")));
    QVERIFY(field && field->hasFocus());
    QSignalSpy changed(m_session.get(), &Session::stateChanged);
    QTest::keyClicks(field, QStringLiteral("rib in the way"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_session->notes().note, std::string("rib in the way"));
    QVERIFY(changed.count() > 0);
    openImage(fakeVolume({32, 24}));
    QVERIFY(field->text().isEmpty());
}

void WindowWorkTest::filtersByStatus()
{
    using enum ImageStatus;
    fill({Todo, Edited, Accepted, Skipped, ToReview, Todo});
    ImageNotes notes;
    notes.review = ReviewState::Returned;
    notes.comment = "cut off";
    m_work->setNotes(1, notes);
    notes = {};
    notes.note = "look again";
    m_work->setNotes(5, notes);
    auto* list = qobject_cast<QListView*>(control(QStringLiteral("Work list")));
    auto* shown = qobject_cast<ChoiceBox*>(control(QStringLiteral("Show which images")));
    QVERIFY(list && shown);
    QCOMPARE(shown->count(), workShownCount);
    const auto rows = [&](WorkShown which) {
        shown->setCurrentIndex(static_cast<int>(which));
        Q_EMIT shown->activated(static_cast<int>(which));
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, 0).data().toString();
        return names.join(QLatin1Char(' '));
    };
    QCOMPARE(rows(WorkShown::All), QStringLiteral("p0 p1 p2 p3 p4 p5"));
    QCOMPARE(rows(WorkShown::Remaining), QStringLiteral("p0 p1 p5"));
    QCOMPARE(rows(WorkShown::Accepted), QStringLiteral("p2"));
    QCOMPARE(rows(WorkShown::Skipped), QStringLiteral("p3"));
    QCOMPARE(rows(WorkShown::ToReview), QStringLiteral("p4"));
    QCOMPARE(rows(WorkShown::SentBack), QStringLiteral("p1"));
    QCOMPARE(rows(WorkShown::WithNote), QStringLiteral("p5"));
    rows(WorkShown::All);
    auto* count =
        qobject_cast<QLabel*>(control(QStringLiteral("Images left to do, accepted and all")));
    QCOMPARE(count->text(), QStringLiteral("3 left · 1 / 6"));
    QVERIFY(list->model()->index(1, 0).data(Qt::ToolTipRole).toString().contains("cut off"));
    QVERIFY(
        list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains("sent back"));
}

void WindowWorkTest::sendsBackInReviewModeAlone()
{
    using enum ImageStatus;
    fill({Accepted, Todo});
    openImage(fakeVolume({32, 24}));
    m_window->setImageFacts({{QStringLiteral("File"), QStringLiteral("a.png")}});
    QVERIFY(!action("send-back")->isEnabled());
    QVERIFY(action("send-back")->toolTip().contains(QStringLiteral("Review mode is off")));
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_work->pass(), WorkPass::Review);
    QVERIFY(action("send-back")->isEnabled());
    auto* comment = qobject_cast<QLineEdit*>(control(QStringLiteral("Comment of the review")));
    QVERIFY(comment && comment->isVisible());
    comment->setText(QStringLiteral("apex missing"));
    QSignalSpy concluded(m_window.get(), &MainWindow::concludeRequested);
    QTest::keyClick(m_window.get(), Qt::Key_Backspace, Qt::ControlModifier);
    QCOMPARE(concluded.count(), 1);
    QCOMPARE(concluded[0][0].value<Conclusion>(), Conclusion::SendBack);
    QCOMPARE(concluded[0][1].toString(), QStringLiteral("apex missing"));
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!comment->isVisible());
}

void WindowWorkTest::whatWasReviewedIsReviewedNoMoreOnceItChanges()
{
    openImage(fakeVolume({32, 24}));
    m_session->setStatus(ImageStatus::Accepted);
    ImageNotes notes;
    notes.review = ReviewState::Passed;
    notes.reviewer = "Bo";
    m_session->setNotes(notes);
    m_session->setAnnotator(QStringLiteral("Ada"));
    m_session->apply(QStringLiteral("Brush"),
                     {LabelEdit(0, {1, 1, 2, 2}, std::vector<Label>(4, 1))});
    QCOMPARE(m_session->notes().review, ReviewState::None);
    QCOMPARE(m_session->notes().annotator, std::string("Ada"));
    QCOMPARE(m_session->status(), ImageStatus::Edited);
}

void WindowWorkTest::nextToDoDependsOnThePass()
{
    using enum ImageStatus;
    fill({Skipped, Accepted, ToReview, Todo});
    ImageNotes passed;
    passed.review = ReviewState::Passed;
    m_work->setNotes(1, passed);
    QCOMPARE(m_work->nextTodo(), 3);
    QCOMPARE(m_work->remainingCount(), 1);
    m_work->setPass(WorkPass::Review);
    QCOMPARE(m_work->nextTodo(), 2);
    QCOMPARE(m_work->remainingCount(), 1);
    m_work->setNotes(1, {});
    QCOMPARE(m_work->nextTodos(5), (std::vector<int>{1, 2}));
}

void WindowWorkTest::preferencesHoldAtOnce()
{
    QSignalSpy told(m_window.get(), &MainWindow::preferencesChanged);
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto* dialog = m_window->findChild<PreferencesDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    const auto part = [dialog](const QString& name) -> QWidget* {
        for (auto* widget : dialog->findChildren<QWidget*>())
            if (widget->accessibleName() == name)
                return widget;
        return nullptr;
    };
    auto* theme = qobject_cast<ChoiceBox*>(part(QStringLiteral("Theme")));
    theme->setCurrentIndex(2);
    Q_EMIT theme->activated(2);
    QVERIFY(!limn::theme().isDark);
    qobject_cast<QSpinBox*>(part(QStringLiteral("Memory for the steps of runs")))->setValue(2048);
    QCOMPARE(told.last()[0].value<Preferences>().stepMemoryMb, 2048);
    QCOMPARE(keptPreferences().stepMemoryMb, 2048);

    auto* table = qobject_cast<QTableWidget*>(part(QStringLiteral("Commands and their keys")));
    for (int row = 0; row < table->rowCount(); ++row)
        if (table->item(row, 0)->data(Qt::UserRole).toString() == QLatin1String("run"))
            table->setCurrentCell(row, 0);
    auto* key = qobject_cast<QKeySequenceEdit*>(part(QStringLiteral("Key")));
    QCOMPARE(key->keySequence(), QKeySequence(Qt::Key_R));
    key->setKeySequence(QKeySequence(QStringLiteral("U"))); // taken by "Next place"
    Q_EMIT key->editingFinished();
    auto* clashes = qobject_cast<QLabel*>(part(QStringLiteral("Keys that are given twice")));
    QVERIFY(clashes->text().contains(QStringLiteral("Next place")));
    key->setKeySequence(QKeySequence(QStringLiteral("F9")));
    Q_EMIT key->editingFinished();
    QVERIFY(clashes->text().isEmpty());
    QCOMPARE(action("run")->shortcut(), QKeySequence(Qt::Key_F9));
    QTest::mouseClick(part(QStringLiteral("Give this command the preset's keys")), Qt::LeftButton);
    QCOMPARE(action("run")->shortcut(), QKeySequence(Qt::Key_R));
    dialog->close();
    QSettings().setValue(QStringLiteral("window/theme"), 1);
}

void WindowWorkTest::theRightButtonZoomsWhenAsked()
{
    openImage(fakeVolume({160, 120}));
    auto* canvas = m_window->findChild<Canvas*>();
    const auto drag = [canvas](QPoint by) {
        const QPoint from = canvas->rect().center();
        QTest::mousePress(canvas, Qt::RightButton, {}, from);
        QTest::mouseMove(canvas, from + by / 2);
        QTest::mouseMove(canvas, from + by);
        QTest::mouseRelease(canvas, Qt::RightButton, {}, from + by);
    };
    const double zoom = canvas->view().zoom();
    const DisplayWindow window = m_session->window();
    drag({0, -80});
    QCOMPARE(canvas->view().zoom(), zoom);
    QVERIFY(m_session->window().level < window.level);
    m_session->setWindow(window);
    canvas->setMouse({RightDrag::Window, true, false});
    drag({0, -80});
    QVERIFY(m_session->window().level > window.level);
    m_session->setWindow(window);
    canvas->setMouse({RightDrag::Zoom, false, false});
    drag({0, -80});
    QVERIFY(canvas->view().zoom() > zoom);
    QCOMPARE(m_session->window(), window);
}

void WindowWorkTest::comparesAndDrawsDifferences()
{
    Slice slice;
    slice.size = {4, 1};
    slice.values = {0, 0, 0, 0};
    const std::vector<Label> ours{0, 1, 1, 0}, theirs{0, 1, 0, 1};
    const QImage image = differenceImage(&slice, {128, 256, {}}, GreyFormula::LinearExact, false, ours, theirs, slice.size);
    QCOMPARE(image.size(), QSize(4, 1));
    const auto isBluer = [](QRgb colour) { return qBlue(colour) > qRed(colour) + 40; };
    const auto isOranger = [](QRgb colour) { return qRed(colour) > qBlue(colour) + 40; };
    QVERIFY(!isBluer(image.pixel(0, 0)) && !isOranger(image.pixel(0, 0)));
    QVERIFY(!isBluer(image.pixel(1, 0)) && !isOranger(image.pixel(1, 0)));
    QVERIFY(image.pixel(1, 0) != image.pixel(0, 0));
    QVERIFY(isBluer(image.pixel(2, 0)));
    QVERIFY(isOranger(image.pixel(3, 0)));
}

void WindowWorkTest::namesEveryControlOfTheNewWindows()
{
    openImage(fakeVolume({32, 24}));
    PreferencesDialog preferences(m_window->actions(), {}, {}, m_window.get());
    CompareDialog compare(*m_session, m_window.get());
    Comparison comparison;
    comparison.ours = emptyLabelMap({32, 24});
    comparison.theirs = comparison.ours;
    comparison.labels = {{1, QStringLiteral("lung"), 0.5, 2, 3, 4, 5}};
    compare.show(comparison);
    QStringList nameless;
    for (QDialog* dialog : {static_cast<QDialog*>(&preferences), static_cast<QDialog*>(&compare)})
        for (const auto* widget : dialog->findChildren<QWidget*>()) {
            const QWidget* parent = widget->parentWidget();
            const bool isPart = qobject_cast<const QAbstractSpinBox*>(parent)
                || qobject_cast<const QLineEdit*>(parent) || parent->inherits("QAbstractScrollArea")
                || parent->inherits("QAbstractItemView") || widget->inherits("QComboBoxListView")
                || widget->isWindow() || parent->inherits("QComboBoxPrivateContainer");
            const bool isControl = (widget->focusPolicy() & Qt::TabFocus)
                || qobject_cast<const QAbstractButton*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (isControl && !isPart && widget->accessibleName().isEmpty()
                && (!button || button->text().isEmpty()))
                nameless << QLatin1String(widget->metaObject()->className());
        }
    QCOMPARE(nameless, QStringList());
}

QTEST_MAIN(WindowWorkTest)
#include "window_work_test.moc"
