// Strokes as evidence in the window: A and B, by keys and the bar.
#include "tests/app/steered_window.h"

using namespace limn;

class SteeringTest : public QObject, SteeredWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { start({}); }
    void cleanup() { stop(); }
    void saysWhyItCannotReRun();
    void aModelWithoutEvidenceSaysSo();
    void goesOnFromTheChosenStepWithTheStrokes();
    void swapsTakesAndUndoes();
    void enterAcceptsOnlyWhenThereIsNoCandidate();
    void escapeKeepsA();
    void escapeStopsAReRunAndNothingOfItArrives();
    void lateStepsOfAnOvertakenReRunAreDropped();
    void undoRemovesEvidenceExactly();
    void scrubbingAndSwappingNeverChangeThePersonsLayer();
    void aReRunWaitsForTheSlicesOfTheModelsInput();
};

void SteeringTest::saysWhyItCannotReRun()
{
    const auto* rerun = action(QStringLiteral("Re-run"));
    QVERIFY(rerun && !rerun->isEnabled());
    QVERIFY(rerun->toolTip().contains(QStringLiteral("Run the model first")));
    run();
    QVERIFY(!rerun->isEnabled() && rerun->toolTip().contains(QStringLiteral("Paint")));
    stroke({2, 2, 4, 4}, 1);
    QVERIFY(rerun->isEnabled());
    m_options.log->gate.letThrough(-1000);
    key(Qt::Key_R);
    QVERIFY(!rerun->isEnabled() && rerun->toolTip().contains(QStringLiteral("in progress")));
    key(Qt::Key_Escape);
    QVERIFY(rerun->isEnabled());
    QVERIFY(said().isEmpty());
}

void SteeringTest::aModelWithoutEvidenceSaysSo()
{
    stop();
    FakeOptions deaf;
    deaf.hasEvidence = false;
    start(deaf);
    run();
    stroke({2, 2, 4, 4}, 1);
    const auto* rerun = action(QStringLiteral("Re-run"));
    QVERIFY(!rerun->isEnabled() && rerun->toolTip().contains(QStringLiteral("takes no strokes")));
}

void SteeringTest::goesOnFromTheChosenStepWithTheStrokes()
{
    run();
    key(Qt::Key_Comma);
    const StepPtr origin = m_session->baseStep();
    stroke({2, 2, 4, 4}, 1);
    stroke({30, 20, 3, 3}, background);
    const std::vector<Label> a = mask(), human = m_session->human().values;
    const RunFacts before = m_session->runFacts();
    rerun();

    const SegmentRequest request = m_options.log->requests().back();
    QCOMPARE(request.restart->from, origin);
    QCOMPARE(request.restart->t, 0.6);
    QCOMPARE(request.steps, 2);
    QCOMPARE(request.seed, before.seed);
    QCOMPARE(request.evidence->classes, human);
    const RunFacts& facts = m_session->runFacts();
    QCOMPARE(facts.evidence, textOf(*request.evidence));
    QCOMPARE(facts.restart->fromStep, 2);
    QCOMPARE(facts.restart->of.steps, before.steps);
    QCOMPARE(facts.threads, 2);

    QVERIFY(m_session->isCandidateShown());
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        differing += a[i] != mask()[i];
    QVERIFY(differing > 0);
    QCOMPARE(m_session->differenceCount(), differing);
    QVERIFY(said().contains(QString::number(differing)) && said().contains(QStringLiteral("B is")));
    QCOMPARE(m_session->human().values, human);
}

void SteeringTest::swapsTakesAndUndoes()
{
    run();
    stroke({2, 2, 4, 4}, 1);
    const std::vector<Label> a = mask();
    rerun();
    const std::vector<Label> b = mask();
    key(Qt::Key_Backslash);
    QCOMPARE(mask(), a);
    QVERIFY(said().contains(QStringLiteral("A is shown")));
    key(Qt::Key_Backslash);
    QCOMPARE(mask(), b);
    key(Qt::Key_Return);
    QVERIFY(!m_session->hasCandidate() && said().isEmpty());
    QCOMPARE(mask(), b);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(mask(), a);
    key(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(mask(), b);
    // On from what was taken: the model gets a step of the run without strokes.
    stroke({50, 30, 4, 4}, 1);
    rerun();
    QCOMPARE(m_options.log->requests().back().restart->from->count, 3);
}

void SteeringTest::enterAcceptsOnlyWhenThereIsNoCandidate()
{
    QSignalSpy accepted(m_window.get(), &MainWindow::acceptRequested);
    run();
    stroke({2, 2, 4, 4}, 1);
    rerun();
    key(Qt::Key_Return);
    QCOMPARE(accepted.count(), 0);
    key(Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
}

void SteeringTest::escapeKeepsA()
{
    run();
    stroke({2, 2, 4, 4}, 1);
    const std::vector<Label> a = mask();
    const RunFacts facts = m_session->runFacts();
    rerun();
    key(Qt::Key_Escape);
    QVERIFY(!m_session->hasCandidate());
    QCOMPARE(mask(), a);
    QCOMPARE(m_session->runFacts(), facts);
    QCOMPARE(m_session->human().at(0, 3, 3), Label{1});
}

void SteeringTest::escapeStopsAReRunAndNothingOfItArrives()
{
    run();
    stroke({2, 2, 4, 4}, 1);
    const std::vector<Label> a = mask();
    m_options.log->gate.letThrough(-996); // of 997 that are left one
    key(Qt::Key_R, Qt::ShiftModifier);
    QTRY_VERIFY(m_session->hasCandidate());
    QVERIFY(said().contains(QStringLiteral("Re-running")));
    key(Qt::Key_Escape);
    QVERIFY(!m_session->hasCandidate() && !m_segmenter->isRunning());
    m_options.log->gate.letThrough(1000);
    QTest::qWait(50);
    QVERIFY(!m_session->hasCandidate());
    QCOMPARE(mask(), a);
}

void SteeringTest::lateStepsOfAnOvertakenReRunAreDropped()
{
    run();
    stroke({2, 2, 4, 4}, 1);
    m_options.log->gate.letThrough(-996);
    key(Qt::Key_R, Qt::ShiftModifier);
    QTRY_VERIFY(m_session->hasCandidate());
    stroke({50, 30, 4, 4}, 1);
    key(Qt::Key_R, Qt::ShiftModifier); // overtakes
    m_options.log->gate.letThrough(1000);
    waitForTheRun();
    QCOMPARE(m_session->steps().size(), std::size_t{2});
    const auto requests = m_options.log->requests();
    QCOMPARE(requests.size(), std::size_t{3});
    QVERIFY(requests[1].evidence->classes != requests[2].evidence->classes);
    auto expected = *fakeStep(size, 2, 2, 1, 0);
    believe(expected, *requests[2].evidence);
    QCOMPARE(map().values, expected.posterior.values);
    QCOMPARE(m_session->runFacts().evidence, textOf(*requests[2].evidence));
    key(Qt::Key_Escape);
    QCOMPARE(m_session->steps().size(), std::size_t{3}); // of A
}

void SteeringTest::undoRemovesEvidenceExactly()
{
    run();
    const std::vector<float> plain = map().values;
    stroke({2, 2, 4, 4}, 1);
    rerun();
    const std::vector<float> one = map().values;
    stroke({50, 30, 4, 4}, 1);
    rerun();
    QVERIFY(map().values != one);
    key(Qt::Key_Z, Qt::ControlModifier);
    rerun();
    QCOMPARE(map().values, one);
    key(Qt::Key_Escape);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(map().values, plain);
    run();
    QCOMPARE(map().values, plain);
}

void SteeringTest::scrubbingAndSwappingNeverChangeThePersonsLayer()
{
    run();
    stroke({2, 2, 4, 4}, 1);
    stroke({30, 20, 3, 3}, background);
    const std::vector<Label> human = m_session->human().values;
    rerun();
    for (const Qt::Key pressed :
         {Qt::Key_Comma, Qt::Key_Backslash, Qt::Key_Less, Qt::Key_Greater, Qt::Key_Backslash,
          Qt::Key_Period, Qt::Key_Return, Qt::Key_Comma}) {
        key(pressed);
        QCOMPARE(m_session->human().values, human);
    }
}

void SteeringTest::aReRunWaitsForTheSlicesOfTheModelsInput()
{
    stop();
    FakeOptions between;
    between.input = InputKind::Neighbours;
    start(between);
    const auto volume = fakeVolume(size, 3);
    QVERIFY(m_session->open(volume, std::nullopt));
    m_session->setCurrentSlice(0);
    run();
    stroke({2, 2, 4, 4}, 1);
    const std::size_t runs = m_options.log->requests().size();
    const SlicePtr after =
        std::exchange(volume->slices[1], nullptr); // given back for want of memory
    QSignalSpy needed(m_session.get(), &Session::sliceNeeded);
    key(Qt::Key_R, Qt::ShiftModifier);
    QCOMPARE(needed.size(), 1);
    QCOMPARE(needed.front().front().toInt(), 1);
    QVERIFY(!m_segmenter->isRunning());
    m_session->putSlice(1, after);
    waitForTheRun();
    QCOMPARE(m_options.log->requests().size(), runs + 1);
    const Slice& input = *m_options.log->requests().back().slice;
    QCOMPARE(input.channels, 3);
    QCOMPARE(input.values[2], after->values[0]);
}

QTEST_MAIN(SteeringTest)
#include "steering_test.moc"
