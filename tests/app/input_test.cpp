// What keys and the mouse mean, whatever has the focus: a run or an acceptance asked for while the
// next image is being opened, and Return in a list or a number, never concern an image that the
// person does not mean; looking at an image counts as time spent on it.
#include "tests/app/program_under_test.h"
#include "ui/view/canvas_area.h"
#include "ui/view/choice_box.h"

#include <QAbstractItemView>
#include <QImage>
#include <QSettings>
#include <QSpinBox>

using namespace limn;

class InputTest : public QObject, ProgramUnderTest {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    ImageStatus status(int index) const { return item(index).status; }
    QWidget* surface() const { return m_program->window().canvas().surface(); }

private Q_SLOTS:
    void initTestCase()
    {
        useHome(m_home.path());
        QVERIFY(writeModel(m_home.path(), QStringLiteral("disc"), discCard));
    }

    void init()
    {
        QSettings().clear();
        QSettings().setValue(QStringLiteral("work/visitFirst"), false);
        QSettings().setValue(QStringLiteral("run/model"), QStringLiteral("disc"));
        m_folder = std::make_unique<QTemporaryDir>();
        const QImage lungs(qEnvironmentVariable("LIMN_SOURCE")
                           + "/resources/samples/normal2-0669-0001.png");
        for (const char* name : {"a.png", "b.png"})
            QVERIFY(lungs.scaledToWidth(160 + name[0]).save(m_folder->filePath(QLatin1String(name))));
        start(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(m_program->isAhead(m_folder->filePath("b.png").toStdString()),
                                 patience);
        QTest::qWait(100); // the models may still be read
    }

    void cleanup() { end(); }

    void aRunIsOfTheImageThatIsBeingOpened()
    {
        m_program->workList().setCurrent(1);
        QVERIFY(!isOpen(1));
        press(Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
        QTRY_COMPARE_WITH_TIMEOUT(session().steps().size(), std::size_t{3}, patience);
        m_program->workList().setCurrent(0);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(0), patience);
        QVERIFY(session().baseMap().isEmpty());
    }

    void aRunIsDroppedWhenYetAnotherImageIsOpened()
    {
        m_program->workList().setCurrent(1);
        press(Qt::Key_R);
        m_program->workList().setCurrent(0);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(0), patience);
        QTest::qWait(300);
        QVERIFY(!m_program->isRunning() && session().baseMap().isEmpty());
    }

    void nothingIsAcceptedWhileAnImageIsBeingOpened()
    {
        m_program->workList().setCurrent(1);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
        QVERIFY(status(0) == ImageStatus::Todo && status(1) == ImageStatus::Todo);
        press(Qt::Key_Return);
        QVERIFY(status(1) == ImageStatus::Accepted);
    }

    void anEmptyAcceptanceIsTold()
    {
        press(Qt::Key_Return);
        QVERIFY(status(0) == ImageStatus::Accepted);
        QVERIFY(m_program->window().message().contains(QStringLiteral("without a label")));
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
        press(Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(session().steps().size(), std::size_t{3}, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_program->isRunning(), patience);
        press(Qt::Key_Return);
        QVERIFY(status(1) == ImageStatus::Accepted);
        QVERIFY(!m_program->window().message().contains(QStringLiteral("b.png")));
    }

    void aClosedPolygonIsKeptWhereTheViewOrTheImageIsLeft()
    {
        QTest::keyClick(surface(), Qt::Key_P);
        const QPoint middle = surface()->rect().center();
        for (const QPoint corner : {QPoint(-60, -40), QPoint(60, -40), QPoint(0, 50), QPoint(-60, -40)})
            QTest::mouseClick(surface(), Qt::LeftButton, {}, middle + corner);
        QVERIFY(!session().undoStack().canUndo()); // its corners can be moved still
        m_program->window().canvas().showBox({0, 0, 40, 40}); // a doubtful place, say
        QTest::keyClick(surface(), Qt::Key_D);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->isSaved(), patience);
        QTest::keyClick(surface(), Qt::Key_A);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(0), patience);
        const auto& human = session().human().values;
        QVERIFY(std::ranges::count(human, Label{1}) > 100);
        QVERIFY(session().undoStack().canUndo());
    }

    void lookingIsTimeSpent()
    {
        const double before = session().secondsSpent();
        for (int i = 0; i < 12; ++i) {
            QTest::mouseMove(surface(), QPoint(100 + 7 * i, 120));
            QTest::qWait(100);
        }
        const double spent = session().secondsSpent() - before;
        QVERIFY2(spent > 1 && spent < 10, qPrintable(QString::number(spent)));
    }

    void returnInANumberAcceptsNothing()
    {
        QSpinBox* size = nullptr;
        for (auto* box : m_program->window().findChildren<QSpinBox*>())
            if (box->accessibleName() == QStringLiteral("Brush size in pixels"))
                size = box;
        QVERIFY(size && size->isVisible());
        size->setFocus();
        size->selectAll();
        QTest::keyClicks(size, QStringLiteral("41"));
        QTest::keyClick(size, Qt::Key_Return);
        QCOMPARE(size->value(), 41);
        QVERIFY(status(0) == ImageStatus::Todo);
        QVERIFY(surface()->hasFocus());
    }

    void returnInAnOpenListChoosesAndAcceptsNothing()
    {
        ChoiceBox* models = nullptr;
        for (auto* box : m_program->window().findChildren<ChoiceBox*>())
            if (box->isVisible() && box->findText(QStringLiteral("Skin lesion, dermoscopy")) >= 0)
                models = box;
        QVERIFY(models && models->count() > 1);
        const int lungs = models->findText(QStringLiteral("Lungs, chest X-ray"));
        models->setCurrentIndex(models->findText(QStringLiteral("Discs")));
        QVERIFY(lungs > models->currentIndex());
        models->showPopup();
        QVERIFY(models->view()->isVisible());
        while (models->view()->currentIndex().row() < lungs)
            QTest::keyClick(models->view(), Qt::Key_Down);
        QTest::keyClick(models->view(), Qt::Key_Return);
        QCOMPARE(models->currentIndex(), lungs);
        QVERIFY(!models->view()->isVisible());
        QVERIFY(status(0) == ImageStatus::Todo);
        QTest::mouseClick(models, Qt::LeftButton);
        models->hidePopup();
        QVERIFY(!models->hasFocus()); // the next keys are the picture's

        models->setFocus(Qt::TabFocusReason);
        QTest::keyClick(models, Qt::Key_Return);
        QVERIFY(models->view()->isVisible());
        models->hidePopup();
        QVERIFY(status(0) == ImageStatus::Todo);
    }
};

QTEST_MAIN(InputTest)
#include "input_test.moc"
