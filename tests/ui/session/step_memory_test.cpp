// What the steps of a run take, and which of them may leave memory.
#include "model/data/step_bytes.h"
#include "tests/support/fake_segmenter.h"
#include "ui/session/session.h"

#include <QtTest>

#include <malloc.h>

using namespace limn;

class StepMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTwentyStepsInTheirOwnSize();
    void givesTheOldestStepsAboveTheLimitOnce();
    void neverGivesTheShownStep();
};

namespace {

std::size_t allocatedBytes()
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

} // namespace

// 20 steps of 512 x 512 with state, semantic and generative map besides the answer.
void StepMemoryTest::keepsTwentyStepsInTheirOwnSize()
{
    const Size size{512, 512};
    Session session;
    session.open(fakeVolume(size), std::nullopt);
    session.beginRun(0, {}, {"disc"});
    const std::size_t before = allocatedBytes();
    std::size_t own = 0;
    const StepPtr like = fakeStep(size, 1, 20);
    const std::size_t model = allocatedBytes() - before;
    for (int i = 1; i <= 20; ++i) {
        auto step = std::make_shared<Step>(*like);
        step->index = i;
        step->semantic = step->generative = step->state = step->posterior;
        own += bytesOf(*step);
        session.addStep(0, std::move(step));
    }
    const std::size_t grown = allocatedBytes() - before - model;
    QVERIFY(own > 20 * 4 * 2 * size.area() * sizeof(float));
    const double ratio = static_cast<double>(grown) / static_cast<double>(own);
    qInfo("20 steps of 512 x 512: %.1f MB, %.3f of their own size",
          static_cast<double>(grown) / 1e6, ratio);
    QVERIFY2(ratio <= 1.2, qPrintable(QString::number(ratio)));
}

void StepMemoryTest::givesTheOldestStepsAboveTheLimitOnce()
{
    const Size size{64, 64};
    Session session;
    session.open(fakeVolume(size), std::nullopt);
    std::vector<int> cold;
    connect(&session, &Session::stepWentCold, this,
            [&](const StepPtr& step) { cold.push_back(step->index); });
    session.setStepMemory(3 * bytesOf(*fakeStep(size, 1, 8)) + 100);
    session.beginRun(0, {}, {"disc"});
    for (int i = 1; i <= 7; ++i)
        session.addStep(0, fakeStep(size, i, 8));
    QCOMPARE(cold, (std::vector<int>{1, 2, 3, 4}));
    QCOMPARE(session.steps().size(), std::size_t{7}); // they stay steps of the run
    session.beginRun(0, {}, {"disc"});
    cold.clear();
    for (int i = 1; i <= 4; ++i)
        session.addStep(0, fakeStep(size, i, 8));
    QCOMPARE(cold, std::vector<int>{1}); // of the new run
}

void StepMemoryTest::neverGivesTheShownStep()
{
    const Size size{64, 64};
    Session session;
    session.open(fakeVolume(size), std::nullopt);
    session.setStepMemory(0);
    int cold = 0;
    connect(&session, &Session::stepWentCold, this, [&](const StepPtr& step) {
        QVERIFY(step != session.baseStep());
        ++cold;
    });
    session.beginRun(0, {}, {"disc"});
    for (int i = 1; i <= 5; ++i)
        session.addStep(0, fakeStep(size, i, 5));
    QCOMPARE(cold, 3);
}

QTEST_APPLESS_MAIN(StepMemoryTest)
#include "step_memory_test.moc"
