// What keys and the mouse mean, whatever has the focus: a run or an acceptance asked for while the
// next image is being opened, and Return in a list or a number, never concern an image that the
// person does not mean; looking at an image counts as time spent on it.
#include "app/program.h"
#include "tests/support/fake_model_file.h"
#include "tests/support/fake_segmenter.h"
#include "tests/support/own_settings.h"
#include "ui/view/canvas_area.h"
#include "ui/view/choice_box.h"

#include <QAbstractItemView>
#include <QImage>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace limn;

class InputTest : public QObject {
    Q_OBJECT

    static constexpr int patience = 30'000; // ms; a loaded machine is slow

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeOptions m_options;
    std::unique_ptr<Program> m_program;

    void key(Qt::Key key) { QTest::keyClick(&m_program->window(), key); }
    ImageStatus status(std::size_t index) const
    {
        return m_program->workList().items()[index].status;
    }
    QString shownFile() const
    {
        const Volume* volume = m_program->session().volume();
        return volume ? QString::fromStdString(volume->source.files.front().filename().string())
                      : QString();
    }

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
        m_program = std::make_unique<Program>(
            fakeOpener(m_options),
            std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
                / "../bin/limn-import");
        m_program->start(m_folder->path().toStdString());
        QVERIFY(QTest::qWaitForWindowActive(&m_program->window()));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->isFollowing(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->isAhead(m_folder->filePath("b.png").toStdString()),
                                 patience);
        QTest::qWait(100); // the models may still be read
    }

    void cleanup() { m_program.reset(); }

    void aRunIsOfTheImageThatIsBeingOpened()
    {
        m_program->workList().setCurrent(1);
        QCOMPARE(shownFile(), QStringLiteral("a.png"));
        key(Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(shownFile(), QStringLiteral("b.png"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_program->session().steps().size(), std::size_t{3}, patience);
        m_program->workList().setCurrent(0);
        QTRY_COMPARE_WITH_TIMEOUT(shownFile(), QStringLiteral("a.png"), patience);
        QVERIFY(m_program->session().baseMap().isEmpty());
    }

    void aRunIsDroppedWhenYetAnotherImageIsOpened()
    {
        m_program->workList().setCurrent(1);
        key(Qt::Key_R);
        m_program->workList().setCurrent(0);
        QTest::qWait(300);
        QVERIFY(!m_program->isRunning() && m_program->session().baseMap().isEmpty());
    }

    void nothingIsAcceptedWhileAnImageIsBeingOpened()
    {
        m_program->workList().setCurrent(1);
        key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shownFile(), QStringLiteral("b.png"), patience);
        QVERIFY(status(0) == ImageStatus::Todo && status(1) == ImageStatus::Todo);
        key(Qt::Key_Return);
        QVERIFY(status(1) == ImageStatus::Accepted);
    }

    void anEmptyAcceptanceIsTold()
    {
        key(Qt::Key_Return);
        QVERIFY(status(0) == ImageStatus::Accepted);
        QVERIFY(m_program->window().message().contains(QStringLiteral("without a label")));
        QTRY_COMPARE_WITH_TIMEOUT(shownFile(), QStringLiteral("b.png"), patience);
        key(Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(m_program->session().steps().size(), std::size_t{3}, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_program->isRunning(), patience);
        key(Qt::Key_Return);
        QVERIFY(status(1) == ImageStatus::Accepted);
        QVERIFY(!m_program->window().message().contains(QStringLiteral("b.png")));
    }

    void aClosedPolygonIsKeptWhereTheViewOrTheImageIsLeft()
    {
        QWidget* const surface = m_program->window().canvas().surface();
        QTest::keyClick(surface, Qt::Key_P);
        const QPoint middle = surface->rect().center();
        for (const QPoint corner : {QPoint(-60, -40), QPoint(60, -40), QPoint(0, 50), QPoint(-60, -40)})
            QTest::mouseClick(surface, Qt::LeftButton, {}, middle + corner);
        QVERIFY(!m_program->session().undoStack().canUndo()); // its corners can be moved still
        QTest::keyClick(surface, Qt::Key_Z); // to the label, that is: nothing
        QTest::keyClick(surface, Qt::Key_D);
        QTRY_COMPARE_WITH_TIMEOUT(shownFile(), QStringLiteral("b.png"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->isSaved(), patience);
        QTest::keyClick(surface, Qt::Key_A);
        QTRY_COMPARE_WITH_TIMEOUT(shownFile(), QStringLiteral("a.png"), patience);
        const auto& human = m_program->session().human().values;
        QVERIFY(std::ranges::count(human, Label{1}) > 100);
        QVERIFY(m_program->session().undoStack().canUndo());
    }

    void lookingIsTimeSpent()
    {
        QWidget* const surface = m_program->window().canvas().surface();
        const double before = m_program->session().secondsSpent();
        for (int i = 0; i < 12; ++i) {
            QTest::mouseMove(surface, QPoint(100 + 7 * i, 120));
            QTest::qWait(100);
        }
        const double spent = m_program->session().secondsSpent() - before;
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
        QVERIFY(m_program->window().canvas().surface()->hasFocus());
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
