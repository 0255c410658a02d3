#include "tests/ui/view/window_under_test.h"

#include <QLabel>
#include <QUndoStack>

using namespace limn;

class WindowRunTest : public QObject, WindowUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { makeWindow(); }
    void cleanup() { destroyWindow(); }
    void saysWhyItCannotRun();
    void showsAStepOfTheRunAfterTheOther();
    void outlinesTheStepsToCome();
    void movesTheBaseStepByKeys();
    void picksTheBaseStepByClick();
    void playsTheStepsAndGoesBack();
    void stopsByEscape();
    void refusesAColourImageForAGreyModel();
};

void WindowRunTest::saysWhyItCannotRun()
{
    auto* run = control(QStringLiteral("Run"));
    QVERIFY(run && !run->isEnabled());
    QVERIFY(run->toolTip().contains(QStringLiteral("Open an image first.")));
    openImage(fakeVolume({32, 24}));
    QVERIFY(run->isEnabled());
    m_window->setModels({});
    QVERIFY(!run->isEnabled());
    QVERIFY(run->toolTip().contains(QStringLiteral("No model was found")));
    m_window->setModels({fakeCard(m_options)});
    Q_EMIT m_segmenter->moduleFailed({ErrorCode::ModuleMissing, "limn_diffusion.so", ""});
    QVERIFY(!run->isEnabled());
}

void WindowRunTest::showsAStepOfTheRunAfterTheOther()
{
    openImage(fakeVolume({32, 24}));
    QCOMPARE(thumbnails().size(), std::size_t{0});
    run();
    QCOMPARE(m_session->steps().size(), std::size_t{3});
    const auto shown = thumbnails();
    QCOMPARE(shown.size(), std::size_t{3});
    for (const auto* thumbnail : shown)
        QVERIFY(thumbnail->isEnabled());
    QCOMPARE(shown.back()->accessibleDescription(),
             QStringLiteral("The mask is made from this step."));
}

void WindowRunTest::outlinesTheStepsToCome()
{
    m_options.log->gate.letThrough(-1000); // the gate is shut: no step yet
    openImage(fakeVolume({32, 24}));
    QTest::mouseClick(control(QStringLiteral("Run")), Qt::LeftButton);
    const auto outlined = thumbnails();
    QCOMPARE(outlined.size(), std::size_t{3});
    QVERIFY(!outlined.front()->isEnabled());
    QSignalSpy arrived(m_session.get(), &Session::stepsChanged);
    m_options.log->gate.letThrough(1);
    QTRY_COMPARE(m_session->steps().size(), std::size_t{1});
    QVERIFY(thumbnails().front()->isEnabled());
    QVERIFY(!thumbnails().back()->isEnabled());
    m_options.log->gate.letThrough(1000);
    QTRY_VERIFY(!m_segmenter->isRunning());
}

void WindowRunTest::movesTheBaseStepByKeys()
{
    openImage(fakeVolume({32, 24}));
    run();
    QCOMPARE(m_session->baseStepIndex(), 3);
    QTest::keyClick(m_window.get(), Qt::Key_Comma);
    QCOMPARE(m_session->baseStepIndex(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_Less);
    QCOMPARE(m_session->baseStepIndex(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Comma);
    QCOMPARE(m_session->baseStepIndex(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Period);
    QCOMPARE(m_session->baseStepIndex(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_Greater);
    QCOMPARE(m_session->baseStepIndex(), 3);
}

void WindowRunTest::picksTheBaseStepByClick()
{
    openImage(fakeVolume({32, 24}));
    run();
    QTest::mouseClick(thumbnails()[1], Qt::LeftButton);
    QCOMPARE(m_session->baseStepIndex(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_session->baseStepIndex(), 3);
}

void WindowRunTest::playsTheStepsAndGoesBack()
{
    openImage(fakeVolume({32, 24}));
    run();
    QTest::keyClick(m_window.get(), Qt::Key_Comma);
    const int before = m_session->undoStack().count();
    std::vector<int> seen;
    connect(m_session.get(), &Session::baseStepChanged, this,
            [&] { seen.push_back(m_session->baseStepIndex()); });
    QTest::keyClick(m_window.get(), Qt::Key_K);
    QTRY_COMPARE(seen, (std::vector<int>{1, 2, 3, 2}));
    QCOMPARE(m_session->undoStack().count(), before);
}

void WindowRunTest::stopsByEscape()
{
    m_options.log->gate.letThrough(-999); // one step, then wait
    openImage(fakeVolume({32, 24}));
    QTest::mouseClick(control(QStringLiteral("Run")), Qt::LeftButton);
    QTRY_COMPARE(m_session->steps().size(), std::size_t{1});
    QVERIFY(!control(QStringLiteral("Run"))->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_segmenter->isRunning());
    QVERIFY(control(QStringLiteral("Run"))->isEnabled());
    QCOMPARE(thumbnails().size(), std::size_t{1});
}

void WindowRunTest::refusesAColourImageForAGreyModel()
{
    auto slice = std::make_shared<Slice>();
    slice->size = {2, 1};
    slice->channels = 3;
    slice->values = {1, 1, 1, 9, 8, 7};
    auto volume = std::make_shared<Volume>();
    volume->size = slice->size;
    volume->channels = 3;
    volume->slices = {slice};
    openImage(volume);
    QVERIFY(!control(QStringLiteral("Run"))->isEnabled());
    QVERIFY(control(QStringLiteral("Run"))->toolTip().contains(QStringLiteral("in colour")));
    // And where the steps would be, for a person who presses R and sees nothing happen.
    QVERIFY(std::ranges::any_of(m_window->findChildren<QLabel*>(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("in colour"));
    }));
    openImage(fakeVolume({32, 24}));
    QVERIFY(control(QStringLiteral("Run"))->isEnabled());
}

QTEST_MAIN(WindowRunTest)
#include "window_run_test.moc"
