#include "tests/ui/view/window_under_test.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSpinBox>

using namespace limn;

class MainWindowTest : public QObject, WindowUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { makeWindow(); }
    void cleanup() { destroyWindow(); }
    void addsRenamesAndUndoesALabel();
    void choosesLabelsByDigits();
    void typesLettersIntoANameWithoutRunningCommands();
    void movesThroughTheWorkList();
    void acceptsByReturn();
    void beginsAtTheStartPage();
    void asksBeforeFilesAreReplaced();
    void namesEveryControl();
    void usesEachKeyOnce();
    void remembersModelStepsAndOverlay();
};

void MainWindowTest::addsRenamesAndUndoesALabel()
{
    openImage(fakeVolume({32, 24}));
    const auto rows = m_session->labelTable().rows.size();
    QTest::mouseClick(control(QStringLiteral("Add label")), Qt::LeftButton);
    QCOMPARE(m_session->labelTable().rows.size(), rows + 1);
    const Label added = m_session->labelTable().rows.back().label;
    QCOMPARE(m_session->currentLabel(), added);

    auto* name = qobject_cast<QLineEdit*>(control(QStringLiteral("Name of label %1").arg(added)));
    QVERIFY(name && name->hasFocus());
    QTest::keyClicks(name, QStringLiteral("rib"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_session->labelTable().rows.back().name, std::string("rib"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_session->labelTable().rows.back().name != "rib");
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_session->labelTable().rows.size(), rows);
}

void MainWindowTest::choosesLabelsByDigits()
{
    openImage(fakeVolume({32, 24}));
    m_session->setLabelTable(tableOf({"lung", "rib", "heart"}));
    QTest::keyClick(m_window.get(), Qt::Key_3);
    QCOMPARE(m_session->currentLabel(), Label{3});
    QTest::keyClick(m_window.get(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_session->currentLabel(), Label{2});
    QTest::keyClick(m_window.get(), Qt::Key_9);
    QCOMPARE(m_session->currentLabel(), Label{2});
}

void MainWindowTest::typesLettersIntoANameWithoutRunningCommands()
{
    openImage(fakeVolume({32, 24}));
    QSignalSpy runs(m_window.get(), &MainWindow::runRequested);
    QSignalSpy accepts(m_window.get(), &MainWindow::acceptRequested);
    QTest::mouseClick(control(QStringLiteral("Add label")), Qt::LeftButton);
    const auto field = QStringLiteral("Name of label %1").arg(m_session->currentLabel());
    auto* name = control(field);
    QTest::keyClicks(name, QStringLiteral("r1"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(runs.size(), 0);
    QCOMPARE(accepts.size(), 0);
    QCOMPARE(m_session->labelTable().rows.back().name, std::string("r1"));
    QTest::keyClick(m_window.get(), Qt::Key_R);
    QCOMPARE(runs.size(), 1);
    QTRY_VERIFY(!m_segmenter->isRunning());
}

void MainWindowTest::movesThroughTheWorkList()
{
    std::vector<WorkItem> items(4);
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].name = QStringLiteral("image %1").arg(i);
    items[1].status = ImageStatus::Accepted;
    m_work->setItems(std::move(items));
    QTest::keyClick(m_window.get(), Qt::Key_D);
    QCOMPARE(m_work->current(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_work->current(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_A);
    QCOMPARE(m_work->current(), 1);
    QTest::keyClicks(control(QStringLiteral("Filter the work list by name")), QStringLiteral("3"));
    QCOMPARE(m_window->findChild<QListView*>()->model()->rowCount(), 1);
}

void MainWindowTest::acceptsByReturn()
{
    QSignalSpy accepts(m_window.get(), &MainWindow::acceptRequested);
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QCOMPARE(accepts.size(), 0);
    openImage(fakeVolume({32, 24}));
    QTest::keyClick(m_window.get(), Qt::Key_Return);
    QTest::keyClick(m_window.get(), Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(accepts.size(), 2);
}

void MainWindowTest::beginsAtTheStartPage()
{
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    m_window->setSamples({{QStringLiteral("Lungs"), picture}, {QStringLiteral("Skin"), picture}});
    m_window->setRecent({QStringLiteral("/data/study")});
    QSignalSpy samples(m_window.get(), &MainWindow::sampleRequested);
    QSignalSpy opens(m_window.get(), &MainWindow::openRequested);
    QTRY_VERIFY(control(QStringLiteral("Open the sample Skin")));
    auto* card = control(QStringLiteral("Open the sample Skin"));
    QVERIFY(card->isVisible());
    QTest::mouseClick(card, Qt::LeftButton);
    QCOMPARE(samples.size(), 1);
    QCOMPARE(samples.first().first().toInt(), 1);
    QTest::mouseClick(control(QStringLiteral("Open /data/study")), Qt::LeftButton);
    QCOMPARE(opens.size(), 1);
    QCOMPARE(opens.first().first().toString(), QStringLiteral("/data/study"));
    openImage(fakeVolume({32, 24}));
    QVERIFY(!card->isVisible());
    m_session->close();
    QVERIFY(card->isVisible());
}

void MainWindowTest::asksBeforeFilesAreReplaced()
{
    QSignalSpy exports(m_window.get(), &MainWindow::exportRequested);
    ExportChoice choice;
    choice.folder = QStringLiteral("/data/masks");
    m_window->askReplace(choice, {QStringLiteral("a_mask.png")});
    QTest::mouseClick(control(QStringLiteral("Keep the files")), Qt::LeftButton);
    QCOMPARE(exports.size(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_window->askReplace(choice, {QStringLiteral("a_mask.png")});
    QTest::mouseClick(control(QStringLiteral("Replace the files")), Qt::LeftButton);
    QCOMPARE(exports.size(), 1);
    QVERIFY(exports.first().first().value<ExportChoice>().isReplacing);
}

void MainWindowTest::namesEveryControl()
{
    m_window->setSamples({{QStringLiteral("Lungs"), QImage()}});
    openImage(fakeVolume({32, 24}));
    run();
    m_window->showMessage({Severity::Warning, QStringLiteral("Careful."), QStringLiteral("why"),
                           QStringLiteral("Act")});
    QStringList nameless;
    int controls = 0;
    for (const auto* widget : m_window->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QAbstractButton*>(widget)
            || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QLineEdit*>(widget)
            || qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QSlider*>(widget)
            || qobject_cast<const QAbstractItemView*>(widget)
            || (widget->focusPolicy() & Qt::TabFocus);
        const QWidget* parent = widget->parentWidget();
        const bool isPartOfAnother = parent
            && (qobject_cast<const QAbstractSpinBox*>(parent)
                || qobject_cast<const QLineEdit*>(parent) || widget->inherits("QComboBoxListView")
                || widget->objectName() == QLatin1String("qt_toolbar_ext_button"));
        const bool isMenu = qobject_cast<const QMenu*>(widget) || widget->isWindow();
        if (!isControl || isPartOfAnother || isMenu)
            continue;
        ++controls;
        if (widget->accessibleName().isEmpty())
            nameless << QStringLiteral("%1 in %2")
                            .arg(QLatin1String(widget->metaObject()->className()),
                                 QLatin1String(parent ? parent->metaObject()->className() : ""));
    }
    QVERIFY(controls > 30);
    QCOMPARE(nameless, QStringList());
}

void MainWindowTest::usesEachKeyOnce()
{
    QMap<QString, QStringList> users;
    // Of a re-run: enabled while "Accept" and "Stop" are not (steering_test).
    const QStringList shared{QStringLiteral("Take B"), QStringLiteral("Keep A")};
    for (const auto* action : m_window->findChildren<QAction*>()) {
        if (shared.contains(action->text()))
            continue;
        for (const auto& key : action->shortcuts())
            users[key.toString()] << action->text();
    }
    QVERIFY(users.size() > 30);
    for (auto it = users.cbegin(); it != users.cend(); ++it)
        QVERIFY2(it->size() == 1,
                 qPrintable(it.key() + QStringLiteral(": ") + it->join(QStringLiteral(", "))));
    for (const auto* listed : m_window->allActions())
        QVERIFY2(!listed->toolTip().isEmpty(), qPrintable(listed->text()));
}

void MainWindowTest::remembersModelStepsAndOverlay()
{
    ModelCard other = fakeCard(m_options);
    other.name = "other";
    other.title = "Other";
    m_window->setModels({fakeCard(m_options), other});
    auto* model = qobject_cast<QComboBox*>(control(QStringLiteral("Model")));
    model->setCurrentIndex(1);
    Q_EMIT model->activated(1);
    qobject_cast<QSpinBox*>(control(QStringLiteral("Steps")))->setValue(7);
    openImage(fakeVolume({32, 24}));
    run();
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::AltModifier);

    MainWindow again(*m_session, *m_segmenter, *m_work);
    again.setModels({fakeCard(m_options), other});
    QStringList shown;
    for (auto* box : again.findChildren<QComboBox*>())
        shown << box->currentText();
    QVERIFY(shown.contains(QStringLiteral("Other")));
    int steps = 0;
    for (auto* box : again.findChildren<QSpinBox*>())
        if (box->accessibleName() == QStringLiteral("Steps"))
            steps = box->value();
    QCOMPARE(steps, 7);
    QVERIFY(shown.contains(QStringLiteral("Doubt")));
}

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
