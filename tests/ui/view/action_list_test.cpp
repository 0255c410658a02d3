// The one table of actions: every row lives in the window, keys can be changed, and everything that
// is made of it follows.
#include "tests/ui/view/window_under_test.h"
#include "ui/view/action_words.h"
#include "ui/view/command_palette.h"
#include "ui/view/keys_sheet.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QTextBrowser>
#include <QToolButton>

#include <set>

using namespace limn;

class ActionListTest : public QObject, WindowUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { makeWindow(); }
    void cleanup() { destroyWindow(); }
    void everyRowOfTheTableLives();
    void noPresetGivesAKeyTwice();
    void aPresetChangesKeysTooltipsAndTheSheet();
    void aChangedKeyIsRememberedAndWorks();
    void wordsNameTheKeysThatAreBound();
    void twoActionsWithOneKeyAreNamed();
    void thePaletteFindsCommandsByAFewLetters_data();
    void thePaletteFindsCommandsByAFewLetters();
    void thePaletteDoesWhatIsChosen();
    void aScreenReaderTogglesTheActionOfAButton();

private:
    QAction* action(const char* id) { return m_window->actions().find(QLatin1String(id)); }
};

void ActionListTest::everyRowOfTheTableLives()
{
    for (const ActionRow& row : actionTable())
        QVERIFY2(action(row.id), row.id);
    std::set<QString> ids;
    for (const auto* each : m_window->allActions()) {
        QVERIFY2(!each->objectName().isEmpty(), qPrintable(each->text()));
        QVERIFY2(ids.insert(each->objectName()).second, qPrintable(each->objectName()));
        QVERIFY2(!each->whatsThis().isEmpty(), qPrintable(each->objectName()));
    }
    QVERIFY(ids.size() > 60);
    // None is left out of the list.
    for (const auto* each : m_window->findChildren<QAction*>())
        if (!each->shortcuts().isEmpty())
            QVERIFY2(ids.contains(each->objectName()), qPrintable(each->text()));
}

void ActionListTest::noPresetGivesAKeyTwice()
{
    for (const KeyPreset preset : keyPresets()) {
        QStringList words;
        for (const KeyClash& clash : m_window->actions().clashes({preset, {}}))
            words << clash.key.toString() + QStringLiteral(": ") + clash.first
                    + QStringLiteral(", ") + clash.second;
        QVERIFY2(words.isEmpty(), qPrintable(words.join(QLatin1Char('\n'))));
    }
}

void ActionListTest::aPresetChangesKeysTooltipsAndTheSheet()
{
    m_window->actions().setKeys({KeyPreset::Labeler, {}});
    QCOMPARE(action("run")->shortcut(), QKeySequence(Qt::Key_I));
    QVERIFY(action("run")->toolTip().contains(QStringLiteral("(I)")));
    const KeysSheet sheet(m_window->actions());
    QString words;
    for (const auto* text : sheet.findChildren<QTextBrowser*>())
        words += text->toPlainText();
    QVERIFY(words.contains(QStringLiteral("Ctrl+Shift+D")));
    openImage(fakeVolume({32, 24}));
    QSignalSpy runs(m_window.get(), &MainWindow::runRequested);
    QTest::keyClick(m_window.get(), Qt::Key_R);
    QCOMPARE(runs.count(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_I);
    QCOMPARE(runs.count(), 1);
    m_window->actions().setKeys({});
    QCOMPARE(action("run")->shortcut(), QKeySequence(Qt::Key_R));
}

// Whatever was the key at first: nothing that the window says names it any more.
void ActionListTest::wordsNameTheKeysThatAreBound()
{
    const auto said = [this] {
        QStringList words;
        for (const auto* label : m_window->findChildren<QLabel*>())
            words << label->text();
        for (const auto* widget : m_window->findChildren<QWidget*>())
            words << widget->toolTip();
        for (const auto* each : m_window->allActions())
            words << each->toolTip();
        return words.join(QLatin1Char('\n'));
    };
    QCoreApplication::processEvents();
    QVERIFY(said().contains(QStringLiteral("press R,")));
    QVERIFY(said().contains(QStringLiteral("[ ] size")));
    KeyMap keys;
    for (const auto& [id, key] : {std::pair("run", "Ctrl+Alt+1"), std::pair("accept", "Ctrl+Alt+2"),
                                  std::pair("open-folder", "Ctrl+Alt+3"),
                                  std::pair("open-file", "Ctrl+Alt+4"),
                                  std::pair("play-time", "Ctrl+Alt+5"),
                                  std::pair("smaller-brush", "Ctrl+Alt+6"),
                                  std::pair("larger-brush", "Ctrl+Alt+7"),
                                  std::pair("tool-brush", "Ctrl+Alt+8")})
        keys.own[QLatin1String(id)] = keysFrom(key);
    m_window->actions().setKeys(keys);
    const QString words = said();
    for (int key = 1; key <= 8; ++key)
        QVERIFY2(words.contains(QStringLiteral("Ctrl+Alt+%1").arg(key)), qPrintable(words));
    for (const char* old : {"press R", "press Enter", "then press Enter", "(Ctrl+O)", "(Shift+K)",
                            "(Ctrl+Shift+O)", "[ ] size", "B paint", "(Enter)"})
        QVERIFY2(!words.contains(QLatin1String(old)), old);
    keys.own[QStringLiteral("run")] = {}; // no key: its name
    m_window->actions().setKeys(keys);
    QVERIFY(said().contains(QStringLiteral("press “Run”,")));
}

void ActionListTest::aChangedKeyIsRememberedAndWorks()
{
    KeyMap keys;
    keys.own[QStringLiteral("undo")] = keysFrom("Ctrl+Alt+U F5");
    keys.own[QStringLiteral("play")] = {};
    keepKeys(keys);
    QCOMPARE(keptKeys(), keys);
    destroyWindow();
    m_session = std::make_unique<Session>();
    m_segmenter = std::make_unique<SegmenterThread>(fakeOpener(m_options));
    m_work = std::make_unique<WorkList>();
    m_window = std::make_unique<MainWindow>(*m_session, *m_segmenter, *m_work);
    QCOMPARE(action("undo")->shortcuts(), keysFrom("Ctrl+Alt+U F5"));
    QVERIFY(action("play")->shortcuts().isEmpty());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    openImage(fakeVolume({32, 24}));
    m_session->apply(QStringLiteral("Brush"),
                     {LabelEdit(0, {1, 1, 2, 2}, std::vector<Label>(4, 1))});
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QVERIFY(!m_session->undoStack().canUndo());
}

void ActionListTest::twoActionsWithOneKeyAreNamed()
{
    KeyMap keys;
    keys.own[QStringLiteral("fit")] = keysFrom("R");
    const auto clashes = m_window->actions().clashes(keys);
    QCOMPARE(clashes.size(), std::size_t{1});
    QCOMPARE(clashes[0].key, QKeySequence(Qt::Key_R));
    QCOMPARE((std::set{clashes[0].first, clashes[0].second}),
             (std::set{QStringLiteral("fit"), QStringLiteral("run")}));
    keys.own.clear();
    keys.own[QStringLiteral("keep-run")] = keysFrom("Return"); // as Take B, at the same moment
    QCOMPARE(m_window->actions().clashes(keys).size(), std::size_t{1});
    keys.own.clear();
    keys.own[QStringLiteral("take-run")] = keysFrom("Esc"); // as Stop, which is never there with it
    keys.own[QStringLiteral("keep-run")] = keysFrom("F2");
    QCOMPARE(m_window->actions().clashes(keys).size(), std::size_t{0});
}

void ActionListTest::thePaletteFindsCommandsByAFewLetters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("a word") << "undo"
                            << "Undo";
    QTest::newRow("the beginning of a word inside") << "image to"
                                                    << "Next image to do";
    QTest::newRow("letters left out") << "nxtimg"
                                      << "Next image";
    QTest::newRow("capitals") << "FIT"
                              << "Fit the picture";
}

void ActionListTest::thePaletteFindsCommandsByAFewLetters()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, first);
    CommandPalette palette(m_window->actions(), m_window.get());
    auto* field = palette.findChild<QLineEdit*>();
    auto* view = palette.findChild<QListView*>();
    const int all = view->model()->rowCount();
    QVERIFY(all > 60);
    QTest::keyClicks(field, typed);
    QVERIFY(view->model()->rowCount() > 0 && view->model()->rowCount() < all);
    QCOMPARE(view->model()->index(0, 0).data().toString(), first);
    field->setText(QStringLiteral("qqqq"));
    QCOMPARE(view->model()->rowCount(), 0);
}

void ActionListTest::thePaletteDoesWhatIsChosen()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    const QPointer<CommandPalette> palette = m_window->findChild<CommandPalette*>();
    QVERIFY(palette && palette->isVisible());
    auto* field = palette->findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("larger"));
    auto* view = palette->findChild<QListView*>();
    QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("Larger brush"));
    QSignalSpy done(action("larger-brush"), &QAction::triggered);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(!palette || !palette->isVisible());

    // What can't be done now says why, and stays.
    CommandPalette again(m_window->actions(), m_window.get());
    again.findChild<QLineEdit*>()->setText(QStringLiteral("export"));
    again.show();
    QTest::keyClick(again.findChild<QLineEdit*>(), Qt::Key_Return);
    QVERIFY(again.isVisible());
}

void ActionListTest::aScreenReaderTogglesTheActionOfAButton()
{
    openImage(fakeVolume({32, 24}));
    QAction* live = action("live");
    auto* button = control(QStringLiteral("Live"));
    QVERIFY(live && button);
    auto* access = QAccessible::queryAccessibleInterface(button)->actionInterface();
    QVERIFY(access && access->actionNames().contains(QAccessibleActionInterface::toggleAction()));
    QSignalSpy triggered(live, &QAction::triggered);
    access->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(triggered.count(), 1);
    QVERIFY(live->isChecked());
    access->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(triggered.count(), 2);
    QVERIFY(!live->isChecked());
    // One of a group stays chosen.
    auto* brush = qobject_cast<QToolButton*>(control(QStringLiteral("Brush")));
    QVERIFY(brush && brush->isChecked());
    QAccessible::queryAccessibleInterface(brush)->actionInterface()->doAction(
        QAccessibleActionInterface::toggleAction());
    QVERIFY(brush->isChecked() && action("tool-brush")->isChecked());
}

QTEST_MAIN(ActionListTest)
#include "action_list_test.moc"
