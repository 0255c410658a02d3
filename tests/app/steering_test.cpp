// Strokes as evidence in the window: what a person does with keys, mouse and the bar. The model is
// the fake, what runs it is the program's.
#include "app/running.h"
#include "model/evidence_text.h"
#include "tests/support/fake_evidence.h"
#include "tests/support/fake_segmenter.h"
#include "ui/session/rerun.h"
#include "ui/view/agreement_slider.h"
#include "ui/view/main_window.h"
#include "ui/view/steering_bar.h"

#include <QAction>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class SteeringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
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
    void liveModeReRunsAndDropsWhatIsOvertaken();
    void liveModeWithoutStrokesIsAAgain();
    void liveModeWaitsForARunOfTheModel();
    void liveModeIsRemembered();
    void clicksSayTheLabelOrThatThereIsNone();
    void theAgreementNeedsSeveralChains();
    void thePictureStaysWhereItIsWhenTheBarOpens();

private:
    void start(const FakeOptions& options);
    void stop();
    QAction* action(const QString& text) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    void run();
    void rerun();
    void waitForTheRun() { QTRY_VERIFY(!m_segmenter->isRunning()); }
    void stroke(Rect box, Label label);
    std::vector<Label> mask() const;
    const ProbabilityMap& map() const { return m_session->baseMap(); }
    QString said() const;
    QWidget* canvas() const;

    static constexpr Size size{64, 48};
    QTemporaryDir m_folder;
    FakeOptions m_options;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SegmenterThread> m_segmenter;
    std::unique_ptr<WorkList> m_work;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Running> m_running;
};

void SteeringTest::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("limn-test"));
    QCoreApplication::setApplicationName(QStringLiteral("steering"));
}

void SteeringTest::start(const FakeOptions& options)
{
    QSettings().clear();
    m_options = options;
    m_options.log = std::make_shared<FakeLog>();
    m_options.waitsAtGate = true;
    m_options.log->gate.letThrough(1000);
    m_session = std::make_unique<Session>();
    m_segmenter = std::make_unique<SegmenterThread>(fakeOpener(m_options));
    m_work = std::make_unique<WorkList>();
    m_window = std::make_unique<MainWindow>(*m_session, *m_segmenter, *m_work);
    m_running = std::make_unique<Running>(*m_session, *m_segmenter);
    m_running->setModels({fakeCard(m_options)});
    m_window->setModels({fakeCard(m_options)});
    connect(m_window.get(), &MainWindow::runRequested, m_running.get(), &Running::run);
    connect(m_window.get(), &MainWindow::rerunRequested, m_running.get(), &Running::rerun);
    connect(m_window.get(), &MainWindow::stopRequested, m_running.get(), &Running::stop);
    QSignalSpy devices(m_segmenter.get(), &SegmenterThread::devicesReady);
    m_segmenter->start();
    QVERIFY(devices.wait());
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_session->open(fakeVolume(size), std::nullopt));
}

void SteeringTest::stop()
{
    m_running.reset();
    m_window.reset();
    m_work.reset();
    m_segmenter.reset();
    m_session.reset();
}

QAction* SteeringTest::action(const QString& text) const
{
    for (auto* action : m_window->allActions())
        if (action->text() == text)
            return action;
    return nullptr;
}

void SteeringTest::run()
{
    key(Qt::Key_R);
    waitForTheRun();
    QCOMPARE(m_session->steps().size(), std::size_t{3});
}

void SteeringTest::rerun()
{
    key(Qt::Key_R, Qt::ShiftModifier);
    QVERIFY(m_segmenter->isRunning());
    waitForTheRun();
    QVERIFY(m_session->hasCandidate());
}

void SteeringTest::stroke(Rect box, Label label)
{
    m_session->apply(QStringLiteral("Brush"),
                     {LabelEdit(0, box, std::vector<Label>(box.area(), label))});
}

std::vector<Label> SteeringTest::mask() const
{
    const auto labels = m_session->labels().slice(0);
    return {labels.begin(), labels.end()};
}

QString SteeringTest::said() const
{
    const auto* bar = m_window->findChild<SteeringBar*>();
    if (!bar->isVisible())
        return {};
    for (const auto* label : bar->findChildren<QLabel*>())
        if (!label->text().isEmpty())
            return label->text();
    return {};
}

QWidget* SteeringTest::canvas() const
{
    for (auto* widget : m_window->findChildren<QWidget*>())
        if (widget->accessibleName() == QStringLiteral("Image"))
            return widget;
    return nullptr;
}

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
    for (const Qt::Key pressed : {Qt::Key_Comma, Qt::Key_Backslash, Qt::Key_Less, Qt::Key_Greater,
                                  Qt::Key_Backslash, Qt::Key_Period, Qt::Key_Return, Qt::Key_Comma}) {
        key(pressed);
        QCOMPARE(m_session->human().values, human);
    }
}

void SteeringTest::liveModeReRunsAndDropsWhatIsOvertaken()
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
    stroke({50, 30, 4, 4}, 1);
    QTRY_COMPARE(m_options.log->runs.load(), runs + 1); // this one waits at the gate
    for (int x = 10; x < 40; x += 10)
        stroke({x, 2, 4, 4}, 1);
    m_options.log->gate.letThrough(1000);
    waitForTheRun();
    QCOMPARE(m_options.log->runs.load(), runs + 2); // the last; those between never began
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

void SteeringTest::liveModeWithoutStrokesIsAAgain()
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

void SteeringTest::liveModeWaitsForARunOfTheModel()
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

void SteeringTest::liveModeIsRemembered()
{
    QVERIFY(!action(QStringLiteral("Live"))->isChecked());
    key(Qt::Key_R, Qt::ControlModifier);
    MainWindow again(*m_session, *m_segmenter, *m_work);
    for (const auto* action : again.allActions())
        if (action->text() == QStringLiteral("Live"))
            QVERIFY(action->isChecked());
}

void SteeringTest::clicksSayTheLabelOrThatThereIsNone()
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

void SteeringTest::theAgreementNeedsSeveralChains()
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

void SteeringTest::thePictureStaysWhereItIsWhenTheBarOpens()
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

QTEST_MAIN(SteeringTest)
#include "steering_test.moc"
