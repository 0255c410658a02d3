#include "tests/support/fake_segmenter.h"
#include "ui/session/segmenter_thread.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <thread>

namespace limn {
namespace {

SegmentRequest request(int steps, std::uint64_t seed = 0)
{
    static const std::shared_ptr<Volume> picture = fakeVolume({24, 16});
    return {picture->slices.front(), steps, seed, Kernel::PosteriorMean};
}

// A thread with the fake in it, and all that it says.
struct Bench {
    explicit Bench(const FakeOptions& fake = {})
        : options(fake)
        , thread(fakeOpener(fake))
    {
        QObject::connect(&thread, &SegmenterThread::stepReady, &thread,
                         [this](const StepPtr& step) { steps.push_back(step); });
    }

    void run(int count, std::uint64_t seed = 0, const QString& device = "cpu")
    {
        thread.run(fakeCard(options), device, request(count, seed));
    }

    FakeOptions options;
    SegmenterThread thread;
    std::vector<StepPtr> steps;
    QSignalSpy running{&thread, &SegmenterThread::runningChanged};
    QSignalSpy ended{&thread, &SegmenterThread::runEnded};
    QSignalSpy stopped{&thread, &SegmenterThread::runStopped};
    QSignalSpy failed{&thread, &SegmenterThread::runFailed};
    QSignalSpy moved{&thread, &SegmenterThread::movedToCpu};
};

} // namespace

class SegmenterThreadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensTheModuleInTheBackgroundAndNamesItsDevices()
    {
        Bench bench;
        QSignalSpy ready(&bench.thread, &SegmenterThread::devicesReady);
        QCOMPARE(bench.options.log->opened.load(), 0);
        bench.thread.start();
        QVERIFY(ready.count() == 1 || ready.wait());
        const auto devices = ready.first().first().value<std::vector<DeviceInfo>>();
        QCOMPARE(devices.size(), std::size_t{2});
        QCOMPARE(devices.front().id, std::string("cpu"));
    }

    void everyStepArrivesOnceInOrderOnTheThreadOfTheWindows()
    {
        Bench bench;
        bool isHere = true;
        connect(&bench.thread, &SegmenterThread::stepReady, this,
                [&isHere, this] { isHere = isHere && QThread::currentThread() == thread(); });
        bench.run(4);
        QVERIFY(bench.thread.isRunning());
        QVERIFY(bench.ended.wait());
        QVERIFY(!bench.thread.isRunning());
        QVERIFY(isHere);
        QCOMPARE(bench.steps.size(), std::size_t{4});
        for (int i = 0; i < 4; ++i)
            QCOMPARE(bench.steps[static_cast<std::size_t>(i)]->index, i + 1);
        QCOMPARE(bench.running.count(), 2);
        QCOMPARE(bench.stopped.count() + bench.failed.count(), 0);
    }

    void aStoppedRunBeginsNoFurtherStepAndSaysNothingMore()
    {
        FakeOptions fake;
        fake.waitsAtGate = true;
        Bench bench(fake);
        bench.run(50);
        fake.log->gate.letThrough(1);
        QTRY_COMPARE(bench.steps.size(), std::size_t{1});
        bench.thread.stop();
        QVERIFY(!bench.thread.isRunning());
        QCOMPARE(bench.stopped.count(), 1);
        QCOMPARE(bench.running.count(), 2);
        bench.thread.stop(); // of nothing
        QCOMPARE(bench.stopped.count(), 1);

        fake.log->gate.letThrough(2);
        bench.run(2);
        QVERIFY(bench.ended.wait());
        QCOMPARE(fake.log->steps.load(), 3); // one of the first run, two of the second
        QCOMPARE(bench.steps.size(), std::size_t{3});
        QCOMPARE(bench.steps.back()->count, 2);
        QCOMPARE(bench.stopped.count(), 1);
        QCOMPARE(bench.ended.count(), 1);
    }

    void stepsThatAreOnTheirWayWhenStopIsPressedNeverArrive()
    {
        Bench bench;
        bench.run(6);
        while (bench.options.log->steps < 6) // this thread's events stay undelivered meanwhile
            std::this_thread::yield();
        bench.thread.stop();
        QCOMPARE(bench.stopped.count(), 1);
        bench.run(2);
        QVERIFY(bench.ended.wait());
        QCOMPARE(bench.steps.size(), std::size_t{2});
        for (const StepPtr& step : bench.steps)
            QCOMPARE(step->count, 2);
    }

    void anOvertakingRunDropsTheStepsOfTheOneBefore()
    {
        FakeOptions fake;
        fake.waitsAtGate = true;
        Bench bench(fake);
        bench.run(5);
        fake.log->gate.letThrough(1);
        QTRY_COMPARE(bench.steps.size(), std::size_t{1});
        bench.steps.clear();
        bench.run(4);
        bench.run(3, 8);
        fake.log->gate.letThrough(20);
        QVERIFY(bench.ended.wait());
        QCOMPARE(bench.steps.size(), std::size_t{3});
        for (const StepPtr& step : bench.steps)
            QCOMPARE(step->count, 3);
        QCOMPARE(bench.ended.count(), 1);
        QCOMPARE(bench.stopped.count(), 0);
        QCOMPARE(bench.running.count(), 2); // it ran without a break
    }

    void destroyingDuringARunWaitsForOneStepAtMost()
    {
        FakeOptions fake;
        fake.stepTime = std::chrono::milliseconds(100);
        QElapsedTimer clock;
        {
            Bench bench(fake);
            bench.run(100); // 10 s
            QTRY_VERIFY(!bench.steps.empty());
            clock.start();
        }
        QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(fake.log->steps < 20);
    }

    void aMissingModuleIsReportedAtTheStartAndAtARun()
    {
        FakeOptions fake;
        fake.openError = Error{ErrorCode::ModuleMissing, "limn_diffusion.so", "no such file"};
        Bench bench(fake);
        QSignalSpy missing(&bench.thread, &SegmenterThread::moduleFailed);
        bench.thread.start();
        QVERIFY(missing.wait());
        QCOMPARE(missing.first().first().value<Error>().subject, std::string("limn_diffusion.so"));
        bench.run(3);
        QVERIFY(bench.failed.wait());
        QCOMPARE(bench.failed.first().first().value<Error>().code, ErrorCode::ModuleMissing);
        QVERIFY(!bench.thread.isRunning());
    }

    void aDamagedModelIsReportedAndTheThreadGoesOn()
    {
        FakeOptions fake;
        fake.loadError = Error{ErrorCode::ModelDamaged, "fake.safetensors", "cut off"};
        Bench bench(fake);
        bench.run(3);
        QVERIFY(bench.failed.wait());
        bench.run(3);
        QVERIFY(bench.failed.wait());
        QCOMPARE(bench.failed.count(), 2);
        QCOMPARE(bench.ended.count(), 0);
    }

    void theStepsBeforeAFailureArrive()
    {
        FakeOptions fake;
        fake.runError = Error{ErrorCode::NotFinite, "fake", {}};
        fake.failingStep = 3;
        Bench bench(fake);
        bench.run(5);
        QVERIFY(bench.failed.wait());
        QCOMPARE(bench.failed.first().first().value<Error>().code, ErrorCode::NotFinite);
        QCOMPARE(bench.steps.size(), std::size_t{2});
    }

    void aFullCardIsReportedOnceAndTheRunGoesOn()
    {
        FakeOptions fake;
        fake.movesToCpu = true;
        Bench bench(fake);
        bench.run(4, 0, "cuda:0");
        QVERIFY(bench.ended.wait());
        QCOMPARE(bench.moved.count(), 1);
        QCOMPARE(bench.moved.first().first().toString(), QString("cuda:0"));
        QCOMPARE(bench.steps.size(), std::size_t{4});
        QCOMPARE(bench.steps.back()->device, std::string("cpu"));
        bench.run(4, 0, "cpu");
        QVERIFY(bench.ended.wait());
        QCOMPARE(bench.moved.count(), 1);
    }

    void theLastModelStaysLoaded()
    {
        Bench bench;
        for (int i = 0; i < 3; ++i) {
            bench.run(2);
            QVERIFY(bench.ended.wait());
        }
        QCOMPARE(bench.options.log->loaded.load(), 1);
        bench.run(2, 0, "cuda:0");
        QVERIFY(bench.ended.wait());
        QCOMPARE(bench.options.log->loaded.load(), 2);
        QCOMPARE(bench.options.log->opened.load(), 1);
    }

    void aGreyPictureIsRepeatedForAColourModelAndColourIsRefusedByAGreyOne()
    {
        FakeOptions colour;
        colour.channels = 3;
        Bench bench(colour);
        bench.run(2);
        QVERIFY(bench.ended.wait());

        auto picture = std::make_shared<Slice>();
        picture->size = {2, 1};
        picture->channels = 3;
        picture->values = {1, 2, 3, 4, 5, 6};
        Bench grey;
        grey.thread.run(fakeCard(), "cpu", {picture, 2, 0, Kernel::PosteriorMean});
        QVERIFY(grey.failed.wait());
        QCOMPARE(grey.failed.first().first().value<Error>().code, ErrorCode::ChannelsMismatch);
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::SegmenterThreadTest)
#include "segmenter_thread_test.moc"
