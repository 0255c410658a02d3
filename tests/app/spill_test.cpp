#include "app/spill.h"
#include "model/data/step_bytes.h"

#include <QtTest>

#include <atomic>
#include <fstream>
#include <thread>
#include <unistd.h>

using namespace limn;

class SpillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsTheSameValuesInLessMemory();
    void mayBeReadMeanwhile();
    void leavesSmallMapsWhereTheyAre();
};

namespace {

std::shared_ptr<Step> largeStep(Size size)
{
    auto step = std::make_shared<Step>();
    for (ProbabilityMap* map :
         {&step->posterior, &step->semantic, &step->generative, &step->state}) {
        *map = {size, 2, {}};
        map->values.resize(2 * size.area());
        for (std::size_t i = 0; i < map->values.size(); ++i)
            map->values[i] = static_cast<float>((i * 2654435761U) % 65536) / 65536;
    }
    return step;
}

double sumOf(const Step& step)
{
    double sum = 0;
    for (const auto* map : {&step.posterior, &step.semantic, &step.generative, &step.state})
        for (std::size_t i = 0; i < map->values.size(); ++i)
            sum += static_cast<double>(map->values[i]) * static_cast<double>(i % 97);
    return sum;
}

std::size_t anonymousBytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssAnon:"))
            return std::stoul(line.substr(8)) * 1024;
    return 0;
}

} // namespace

void SpillTest::holdsTheSameValuesInLessMemory()
{
    const auto step = largeStep({1024, 1024});
    const double sum = sumOf(*step);
    const std::size_t before = anonymousBytes();
    QVERIFY(before > bytesOf(*step));
    const auto moved = spillToDisk(*step);
    QVERIFY(moved);
    QVERIFY(*moved > bytesOf(*step) * 99 / 100);
    const std::size_t after = anonymousBytes();
    QVERIFY2(before - after > bytesOf(*step) * 9 / 10,
             qPrintable(QStringLiteral("%1 of %2").arg(before - after).arg(bytesOf(*step))));
    QCOMPARE(sumOf(*step), sum);
    const ProbabilityMap copy = step->semantic;
    QVERIFY(copy.values == step->semantic.values);
    QVERIFY(anonymousBytes() < before); // looking at it takes no memory of ours
}

void SpillTest::mayBeReadMeanwhile()
{
    const auto step = largeStep({512, 512});
    const double sum = sumOf(*step);
    std::atomic<int> wrong{0};
    {
        const std::jthread reader([&](const std::stop_token& stop) {
            while (!stop.stop_requested())
                wrong += sumOf(*step) == sum ? 0 : 1;
        });
        for (int i = 0; i < 10; ++i)
            QVERIFY(spillToDisk(*step));
    }
    QCOMPARE(wrong.load(), 0);
}

void SpillTest::leavesSmallMapsWhereTheyAre()
{
    const auto step = largeStep({64, 64});
    const auto moved = spillToDisk(*step);
    QVERIFY(moved);
    QCOMPARE(*moved, std::size_t{0});
}

QTEST_GUILESS_MAIN(SpillTest)
#include "spill_test.moc"
