// Strokes as evidence in the window: the live mode, clicks, the agreement of chains.
#include "tests/app/steered_window.h"

using namespace limn;

class LiveSteeringTest : public QObject, SteeredWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { start({}); }
    void cleanup() { stop(); }
    void liveModeReRunsAndDropsWhatIsOvertaken();
    void liveModeWithoutStrokesIsAAgain();
    void liveModeWaitsForARunOfTheModel();
    void liveModeIsRemembered();
    void clicksSayTheLabelOrThatThereIsNone();
    void theAgreementNeedsSeveralChains();
    void thePictureStaysWhereItIsWhenTheBarOpens();
};

void LiveSteeringTest::liveModeReRunsAndDropsWhatIsOvertaken()
{
    run();
    const std::vector<Label> a = mask();
    key(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(said().contains(QStringLiteral("Live")));
    stroke({2, 2, 4, 4}, 1);
    waitForTheRun();
    QVERIFY(m_session->isCandidateShown());

    m_options.log->gate.letThrough(-995); // shut
    const int runs = m_options.log->runs;
    const int steps = m_options.log->steps;
    stroke({50, 30, 4, 4}, 1);
    QTRY_COMPARE(m_options.log->runs.load(), runs + 1); // this one waits at the gate
    for (int x = 10; x < 40; x += 10)
        stroke({x, 2, 4, 4}, 1);
    m_options.log->gate.letThrough(1000);
    waitForTheRun();
    QCOMPARE(m_options.log->steps.load(), steps + 2); // of the last; no other made one
    QCOMPARE(m_options.log->requests().back().evidence->classes, m_session->human().values);
    QCOMPARE(m_session->steps().size(), std::size_t{2});

    m_session->swapRuns(); // A is still the first
    for (std::size_t i = 0; i < a.size(); ++i)
        if (m_session->human().values[i] == untouched)
            QCOMPARE(mask()[i], a[i]);
    key(Qt::Key_Return);
    QVERIFY(!m_session->hasCandidate());
    QVERIFY(!m_session->runFacts().evidence.empty());
}

void LiveSteeringTest::liveModeWithoutStrokesIsAAgain()
{
    run();
    const std::vector<float> plain = map().values;
    key(Qt::Key_R, Qt::ControlModifier);
    stroke({2, 2, 4, 4}, 1);
    waitForTheRun();
    const std::vector<float> one = map().values;
    stroke({50, 30, 4, 4}, 1);
    waitForTheRun();
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_segmenter->isRunning()); // undo is a change as any
    waitForTheRun();
    QCOMPARE(map().values, one);
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_segmenter->isRunning() && !m_session->hasCandidate());
    QCOMPARE(map().values, plain);
}

void LiveSteeringTest::liveModeWaitsForARunOfTheModel()
{
    key(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(said().contains(QStringLiteral("Run the model first")));
    m_options.log->gate.letThrough(-1000);
    key(Qt::Key_R);
    stroke({2, 2, 4, 4}, 1);
    QVERIFY(m_segmenter->isRunning());
    m_options.log->gate.letThrough(1000);
    QTRY_VERIFY(m_session->hasCandidate());
    waitForTheRun();
    QCOMPARE(m_session->steps().size(), std::size_t{2});
    m_session->dropCandidate();
    QCOMPARE(m_session->steps().size(), std::size_t{3});
}

void LiveSteeringTest::liveModeIsRemembered()
{
    QVERIFY(!action(QStringLiteral("Live"))->isChecked());
    key(Qt::Key_R, Qt::ControlModifier);
    MainWindow again(*m_session, *m_segmenter, *m_work);
    for (const auto* action : again.allActions())
        if (action->text() == QStringLiteral("Live"))
            QVERIFY(action->isChecked());
}

void LiveSteeringTest::clicksSayTheLabelOrThatThereIsNone()
{
    run();
    canvas()->setFocus();
    key(Qt::Key_T);
    const QPoint middle(canvas()->width() / 2, canvas()->height() / 2);
    const auto said = [this](Label label) {
        return std::ranges::count(m_session->human().values, label);
    };
    const auto whitePixels = [this, middle] {
        const QImage around = canvas()->grab(QRect(middle - QPoint(9, 9), QSize(18, 18))).toImage();
        int count = 0;
        for (int y = 0; y < around.height(); ++y)
            for (int x = 0; x < around.width(); ++x)
                count += qGray(around.pixel(x, y)) > 245;
        return count;
    };
    QCOMPARE(whitePixels(), 0);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, middle);
    const auto disc = said(1);
    QVERIFY(disc >= 1 && disc <= 16);
    QCOMPARE(m_session->undoStack().undoText(), QStringLiteral("Click"));
    QVERIFY(whitePixels() > 10); // the plus and its ring
    m_session->undoStack().undo();
    QCOMPARE(said(1), 0);
    QCOMPARE(whitePixels(), 0);

    for (const auto& [button, modifiers] :
         {std::pair(Qt::RightButton, Qt::KeyboardModifiers{}),
          std::pair(Qt::LeftButton, Qt::KeyboardModifiers{Qt::ControlModifier}),
          std::pair(Qt::LeftButton, Qt::KeyboardModifiers{Qt::ShiftModifier})}) {
        QTest::mouseClick(canvas(), button, modifiers, middle);
        QCOMPARE(said(background), disc);
        m_session->undoStack().undo();
        QCOMPARE(said(background), 0);
    }
    QVERIFY(!m_session->undoStack().canUndo());
    // dragged, the right button is the window's as with every tool
    const DisplayWindow before = m_session->window();
    QTest::mousePress(canvas(), Qt::RightButton, {}, middle);
    QTest::mouseMove(canvas(), middle + QPoint(60, 0));
    QTest::mouseRelease(canvas(), Qt::RightButton, {}, middle + QPoint(60, 0));
    QVERIFY(m_session->window() != before);
    QCOMPARE(said(background), 0);

    key(Qt::Key_R, Qt::ControlModifier);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, middle);
    QVERIFY(m_segmenter->isRunning());
    waitForTheRun();
    QVERIFY(m_session->hasCandidate());
}

void LiveSteeringTest::theAgreementNeedsSeveralChains()
{
    run();
    const auto* agreement = m_window->findChild<AgreementSlider*>();
    auto* slider = agreement->findChild<QSlider*>();
    QVERIFY(!slider->isEnabled() && agreement->toolTip().contains(QStringLiteral("one chain")));
    RunFacts facts = m_session->runFacts();
    facts.chains = 4;
    m_session->beginRun(0, facts, m_options.classes);
    auto step = std::make_shared<Step>(*fakeStep(size, 1, 1));
    step->spread = fakeSpread(step->posterior, 4);
    m_session->addStep(0, step);
    m_session->endRun(0);
    QVERIFY(slider->isEnabled());
    QCOMPARE(slider->maximum(), 4);
    const std::vector<Label> before = mask();
    slider->setValue(4);
    QCOMPARE(m_session->agreement(), 1.0);
    QVERIFY(mask() != before);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(mask(), before);
    QCOMPARE(slider->value(), 0);
}

void LiveSteeringTest::thePictureStaysWhereItIsWhenTheBarOpens()
{
    run();
    stroke({30, 20, 1, 1}, background); // seen as a dark pixel in the mask
    const auto placed = [this] { return canvas()->mapTo(m_window.get(), QPoint(0, 0)); };
    const auto picture = [this, placed] {
        QCoreApplication::processEvents();
        const QRect area(QPoint(600, 250), QSize(60, 60));
        return canvas()->grab(area.translated(-placed())).toImage();
    };
    const QPoint before = placed();
    const QImage seen = picture();
    key(Qt::Key_R, Qt::ControlModifier);
    waitForTheRun();
    key(Qt::Key_Escape);
    QVERIFY(!said().isEmpty());
    QTRY_VERIFY(placed() != before);
    QCOMPARE(picture(), seen);
}

QTEST_MAIN(LiveSteeringTest)
#include "live_steering_test.moc"
