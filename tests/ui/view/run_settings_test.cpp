// The run's settings, and what the timeline says of the run.
#include "tests/ui/view/window_under_test.h"

#include "ui/view/canvas_area.h"
#include "ui/view/run_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

using namespace limn;

class RunSettingsTest : public QObject, WindowUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { makeWindow(); }
    void cleanup() { destroyWindow(); }
    void presetsFillTheSettingsAndOwnOnesAreSaidSo();
    void asksTheModelForAllThatIsSet();
    void remembersTheSettingsOfEachModel();
    void opensUnderItsButtonAndClosesByEscape();
    void saysWhyItStoppedEarly();
    void saysHowFarAndHowLong();
    void marksTheStepsAtWhichAPersonEdited();
    void dropsLateStepsOfAnOvertakenRun();
    void scrubbingNeverChangesWhatAPersonDrew();

private:
    template <typename Control> Control* named(const QString& name) const
    {
        return qobject_cast<Control*>(control(name));
    }
    RunChoice asked()
    {
        QSignalSpy runs(m_window.get(), &MainWindow::runRequested);
        QTest::mouseClick(control(QStringLiteral("Run")), Qt::LeftButton);
        [&] { QTRY_VERIFY(!m_segmenter->isRunning()); }();
        return runs.isEmpty() ? RunChoice{} : runs.first().first().value<RunChoice>();
    }
    QString progress() const
    {
        return named<QLabel>(QStringLiteral("Steps done and time"))->text();
    }
    void choose(const QString& box, int index) const
    {
        auto* choice = named<QComboBox>(box);
        choice->setCurrentIndex(index);
        Q_EMIT choice->activated(index);
    }
    void paint(Rect box)
    {
        std::vector<Label> layer(m_session->human().slice(0).begin(),
                                 m_session->human().slice(0).end());
        for (int y = box.y; y < box.y + box.height; ++y)
            for (int x = box.x; x < box.x + box.width; ++x)
                layer[static_cast<std::size_t>(y * m_session->human().size.width + x)] = 1;
        auto edit =
            LabelEdit::between(m_session->human().slice(0), layer, m_session->human().size, 0);
        QVERIFY(edit);
        m_session->apply(QStringLiteral("Brush"), {*edit});
    }
};

void RunSettingsTest::presetsFillTheSettingsAndOwnOnesAreSaidSo()
{
    auto* steps = named<QSpinBox>(QStringLiteral("Steps"));
    auto* preset = named<QComboBox>(QStringLiteral("Preset"));
    QCOMPARE(steps->minimum(), 1);
    QCOMPARE(steps->maximum(), 20);
    QCOMPARE(steps->value(), 3);
    named<QSpinBox>(QStringLiteral("Seed"))->setValue(11);
    QCOMPARE(preset->currentText(), QStringLiteral("Fast")); // a seed belongs to no preset
    choose(QStringLiteral("Preset"), 1);
    QCOMPARE(steps->value(), 10);
    QCOMPARE(named<QComboBox>(QStringLiteral("Between the steps"))->currentIndex(), 1);
    QCOMPARE(named<QSpinBox>(QStringLiteral("Seed"))->value(), 11);
    named<QSpinBox>(QStringLiteral("Chains"))->setValue(4);
    QCOMPARE(preset->currentText(), QStringLiteral("Own"));
    QVERIFY(named<QToolButton>(QStringLiteral("Run settings"))
                ->text()
                .startsWith(QStringLiteral("Steps 10")));
    choose(QStringLiteral("Preset"), 0);
    QCOMPARE(steps->value(), 3);
    QCOMPARE(named<QSpinBox>(QStringLiteral("Chains"))->value(), 1);
}

void RunSettingsTest::asksTheModelForAllThatIsSet()
{
    openImage(fakeVolume({32, 24}));
    QVERIFY(!control(QStringLiteral("Differ more"))->isEnabled()); // of one chain there is nothing
    named<QSpinBox>(QStringLiteral("Steps"))->setValue(5);
    named<QSpinBox>(QStringLiteral("Seed"))->setValue(42);
    named<QSpinBox>(QStringLiteral("Chains"))->setValue(3);
    QVERIFY(control(QStringLiteral("Differ more"))->isEnabled());
    named<QDoubleSpinBox>(QStringLiteral("Differ more"))->setValue(0.7);
    named<QCheckBox>(QStringLiteral("Stop when nothing changes any more"))->setChecked(true);
    named<QDoubleSpinBox>(QStringLiteral("How common: disc"))->setValue(2.5);
    choose(QStringLiteral("Between the steps"), 3);
    const RunChoice choice = asked();
    const RunOptions expected{.steps = 5,
                              .kernel = Kernel::Renoising,
                              .seed = 42,
                              .chains = 3,
                              .labelSampling = 0.7,
                              .hasEarlyStop = true,
                              .priorRatio = {1, 2.5}};
    QVERIFY(static_cast<const RunOptions&>(choice) == expected);
    QVERIFY(m_session->baseStep()->spread);
    named<QSpinBox>(QStringLiteral("Chains"))->setValue(1);
    named<QDoubleSpinBox>(QStringLiteral("How common: disc"))->setValue(1);
    const RunChoice alone = asked();
    QCOMPARE(alone.labelSampling, 0.0);
    QVERIFY(alone.priorRatio.empty());
}

void RunSettingsTest::remembersTheSettingsOfEachModel()
{
    ModelCard other = fakeCard(m_options);
    other.name = "other";
    m_window->setModels({fakeCard(m_options), other});
    named<QSpinBox>(QStringLiteral("Steps"))->setValue(8);
    named<QDoubleSpinBox>(QStringLiteral("How common: disc"))->setValue(2);
    choose(QStringLiteral("Model"), 1);
    QCOMPARE(named<QSpinBox>(QStringLiteral("Steps"))->value(), 3);
    QCOMPARE(named<QDoubleSpinBox>(QStringLiteral("How common: disc"))->value(), 1.0);
    named<QSpinBox>(QStringLiteral("Seed"))->setValue(5);
    choose(QStringLiteral("Model"), 0);
    QCOMPARE(named<QSpinBox>(QStringLiteral("Steps"))->value(), 8);
    QCOMPARE(named<QSpinBox>(QStringLiteral("Seed"))->value(), 0);
    QCOMPARE(named<QDoubleSpinBox>(QStringLiteral("How common: disc"))->value(), 2.0);
}

void RunSettingsTest::opensUnderItsButtonAndClosesByEscape()
{
    auto* button = named<QToolButton>(QStringLiteral("Run settings"));
    QTest::mouseClick(button, Qt::LeftButton);
    auto* steps = control(QStringLiteral("Steps"));
    QVERIFY(steps->isVisible());
    QTest::keyClick(steps->window(), Qt::Key_Escape);
    QVERIFY(!steps->isVisible());
    QVERIFY(m_window->isVisible());
}

void RunSettingsTest::saysWhyItStoppedEarly()
{
    openImage(fakeVolume({32, 24}));
    named<QSpinBox>(QStringLiteral("Steps"))->setValue(10);
    named<QCheckBox>(QStringLiteral("Stop when nothing changes any more"))->setChecked(true);
    asked();
    QCOMPARE(m_session->steps().size(), std::size_t{2});
    QVERIFY2(progress().startsWith(
                 QStringLiteral("Stopped after step 2 of 10: nothing changed any more.")),
             qPrintable(progress()));
    QCOMPARE(thumbnails().size(), std::size_t{2});
    named<QCheckBox>(QStringLiteral("Stop when nothing changes any more"))->setChecked(false);
    asked();
    QVERIFY(progress().startsWith(QStringLiteral("10 / 10")));
}

void RunSettingsTest::saysHowFarAndHowLong()
{
    std::vector<StepPtr> steps;
    for (int i = 1; i <= 3; ++i) {
        auto step = std::make_shared<Step>();
        step->index = i;
        step->count = 10;
        step->elapsedMs = 5000 + 2000 * (i - 1); // the first makes the features, too
        steps.push_back(step);
    }
    QCOMPARE(secondsLeft({steps[0]}, 10), 45.0);
    QCOMPARE(secondsLeft(steps, 10), 14.0);
    QCOMPARE(secondsLeft({}, 10), 0.0);
    QVERIFY(runWords(steps, 10).contains(QStringLiteral("about 14 s left")));
    QVERIFY(runWords(steps, 0).contains(QStringLiteral("stopped before the end")));
    QVERIFY(runWords({}, 0).isEmpty());
}

void RunSettingsTest::marksTheStepsAtWhichAPersonEdited()
{
    openImage(fakeVolume({32, 24}));
    run();
    QTest::keyClick(m_window.get(), Qt::Key_Comma);
    paint({2, 2, 3, 3});
    paint({8, 2, 3, 3});
    QVERIFY(thumbnails()[1]->accessibleDescription().contains(QStringLiteral("You edited 2")));
    QVERIFY(!thumbnails()[2]->accessibleDescription().contains(QStringLiteral("edited")));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_session->editsByStep(), (std::map<int, int>{{2, 1}}));
    QVERIFY(thumbnails()[1]->accessibleDescription().contains(QStringLiteral("You edited 1")));
    run(); // these are other steps
    QVERIFY(m_session->editsByStep().empty());
    QVERIFY(!thumbnails()[1]->accessibleDescription().contains(QStringLiteral("edited")));
}

void RunSettingsTest::dropsLateStepsOfAnOvertakenRun()
{
    m_options.log->gate.letThrough(-999); // one step, then wait
    openImage(fakeVolume({32, 24}));
    QTest::mouseClick(control(QStringLiteral("Run")), Qt::LeftButton);
    QTRY_COMPARE(m_session->steps().size(), std::size_t{1});
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    named<QSpinBox>(QStringLiteral("Steps"))->setValue(4);
    m_options.log->gate.letThrough(1000);
    std::vector<int> seen;
    connect(m_session.get(), &Session::baseStepChanged, this,
            [&] { seen.push_back(m_session->baseStepIndex()); });
    QTest::mouseClick(control(QStringLiteral("Run")), Qt::LeftButton);
    QTRY_VERIFY(!m_segmenter->isRunning());
    QCOMPARE(seen, (std::vector<int>{1, 2, 3, 4}));
    for (const StepPtr& step : m_session->steps())
        QCOMPARE(step->count, 4);
}

void RunSettingsTest::scrubbingNeverChangesWhatAPersonDrew()
{
    openImage(fakeVolume({32, 24}));
    run();
    paint({4, 4, 9, 7});
    const auto drawn = m_session->human().values;
    for (auto* thumbnail : thumbnails())
        QTest::mouseClick(thumbnail, Qt::LeftButton);
    for (const auto key : {Qt::Key_Less, Qt::Key_Period, Qt::Key_Greater, Qt::Key_Comma, Qt::Key_K})
        QTest::keyClick(m_window.get(), key);
    QTRY_COMPARE(m_session->baseStepIndex(), 2);
    QVERIFY(m_session->human().values == drawn);
    run();
    QVERIFY(m_session->human().values == drawn);
}

QTEST_MAIN(RunSettingsTest)
#include "run_settings_test.moc"
