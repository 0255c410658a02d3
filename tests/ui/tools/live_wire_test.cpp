// Live-wire on real pictures: it follows edges, is the cheapest line, and stays quick on large ones.
#include "tests/ui/tools/tool_bench.h"
#include "ui/tools/live_wire.h"
#include "ui/tools/wire_tool.h"

#include <QElapsedTimer>

#include <limits>
#include <numbers>

namespace limn {
namespace {

SlicePtr disc(int side, double radius)
{
    auto slice = std::make_shared<Slice>();
    slice->size = {side, side};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            slice->values.push_back(
                std::hypot(x + 0.5 - side / 2.0, y + 0.5 - side / 2.0) < radius ? 200.0F : 50.0F);
    return slice;
}

// The sample as large as a large picture: the same pixels, each many times.
SlicePtr enlarged(const Slice& slice, int factor)
{
    auto large = std::make_shared<Slice>();
    large->size = {slice.size.width * factor, slice.size.height * factor};
    large->values.reserve(large->size.area());
    for (int y = 0; y < large->size.height; ++y)
        for (int x = 0; x < large->size.width; ++x)
            large->values.push_back(slice.values[static_cast<std::size_t>(y / factor)
                                                     * static_cast<std::size_t>(slice.size.width)
                                                 + static_cast<std::size_t>(x / factor)]);
    return large;
}

// Bellman and Ford's way, slow and simple, on all of the grid.
std::vector<int> allDistances(const EdgeCost& cost, std::size_t start)
{
    const Size grid = cost.grid();
    std::vector<int> away(grid.area(), std::numeric_limits<int>::max());
    away[start] = 0;
    constexpr int across[8] = {1, 1, 0, -1, -1, -1, 0, 1}, down[8] = {0, 1, 1, 1, 0, -1, -1, -1};
    for (bool isChanging = true; isChanging;) {
        isChanging = false;
        for (int y = 0; y < grid.height; ++y)
            for (int x = 0; x < grid.width; ++x)
                for (int d = 0; d < 8; ++d) {
                    const int u = x + across[d], v = y + down[d];
                    const auto from = static_cast<std::size_t>(y * grid.width + x);
                    if (u < 0 || v < 0 || u >= grid.width || v >= grid.height
                        || away[from] == std::numeric_limits<int>::max())
                        continue;
                    const auto to = static_cast<std::size_t>(v * grid.width + u);
                    const int next = away[from] + cost.cost(from, to, d);
                    if (next < away[to]) {
                        away[to] = next;
                        isChanging = true;
                    }
                }
    }
    return away;
}

int directionOf(int byX, int byY)
{
    constexpr int across[8] = {1, 1, 0, -1, -1, -1, 0, 1}, down[8] = {0, 1, 1, 1, 0, -1, -1, -1};
    for (int d = 0; d < 8; ++d)
        if (across[d] == byX && down[d] == byY)
            return d;
    return -1;
}

} // namespace

class LiveWireTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lineClingsToTheEdgeOfADisc()
    {
        LiveWire wire(disc(200, 60));
        const auto line = wire.line({160, 100}, {40, 100});
        QCOMPARE(line.front(), (Place{160, 100}));
        QCOMPARE(line.back(), (Place{40, 100}));
        for (const Place& place : line)
            QVERIFY2(std::abs(std::hypot(place.x - 100, place.y - 100) - 60) < 2.5,
                     qPrintable(QStringLiteral("%1, %2").arg(place.x).arg(place.y)));
    }

    // On a real picture, against a search that knows no tricks.
    void lineIsTheCheapest()
    {
        const SlicePtr sample = sampleSlice(QStringLiteral("normal2-0669-0001.png"));
        auto part = std::make_shared<Slice>();
        part->size = {64, 64}; // smaller than the box, so that the grids are the same
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                part->values.push_back(
                    sample->values[static_cast<std::size_t>((y + sample->size.height / 3)
                                                                * sample->size.width
                                                            + x + sample->size.width / 4)]);
        const EdgeCost cost(*part, wholeOf(part->size), 1);
        const auto away = allDistances(cost, 5 * 64 + 5);
        LiveWire wire(part);
        for (const auto& [x, y] : {std::pair(60, 60), std::pair(5, 50), std::pair(33, 20)}) {
            const auto line = wire.line({5.5, 5.5}, {x + 0.5, y + 0.5});
            int sum = 0;
            for (std::size_t i = 1; i < line.size(); ++i) {
                const int fromX = static_cast<int>(line[i - 1].x), fromY = static_cast<int>(line[i - 1].y);
                const int toX = static_cast<int>(line[i].x), toY = static_cast<int>(line[i].y);
                sum += cost.cost(static_cast<std::size_t>(fromY * 64 + fromX),
                                 static_cast<std::size_t>(toY * 64 + toX),
                                 directionOf(toX - fromX, toY - fromY));
            }
            QCOMPARE(sum, away[static_cast<std::size_t>(y * 64 + x)]);
        }
    }

    void outlinesALesionByAFewClicks()
    {
        ToolBench bench;
        WireTool tool(bench.context);
        const Size size = bench.session.volume()->size;
        const Place middle{size.width / 2.0, size.height / 2.0};
        for (int i = 0; i < 8; ++i) {
            const double angle = i * std::numbers::pi / 4;
            bench.click(tool, {middle.x + 0.2 * size.width * std::cos(angle),
                               middle.y + 0.2 * size.height * std::sin(angle)});
        }
        tool.hover({10, 10});
        QVERIFY(tool.drawing().lines.size() == 8);
        tool.stepBack();
        QVERIFY(tool.drawing().handles.size() == 7);
        tool.finish();
        QVERIFY(!tool.isBusy());
        QCOMPARE(bench.session.undoStack().count(), 1);
        QVERIFY(bench.count(1) > size.area() / 40);
        QCOMPARE(bench.at(size.width / 2, size.height / 2), Label{1});
    }

    void looksAtFewCellsHoweverLargeThePicture()
    {
        const SlicePtr large =
            enlarged(*sampleSlice(QStringLiteral("normal2-0669-0001.png")), 8);
        LiveWire wire(large);
        double slowest = 0;
        for (int i = 0; i < 40; ++i) {
            QElapsedTimer timer;
            timer.start();
            const double far = 20 + i * (large->size.width - 1100) / 40.0;
            const auto line = wire.line({1000, 1000}, {1000 + far, 1000 + far / 2});
            slowest = std::max(slowest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QVERIFY(line.size() >= 2);
            QVERIFY(wire.settledCells() <= std::size_t{384} * 384);
        }
        qInfo("live-wire on %d x %d: slowest of 40 lines %.1f ms", large->size.width,
              large->size.height, slowest);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 50; ++i) // near its start: nothing is looked at twice
            wire.line({1000, 1000}, {1020.0 + i, 1010});
        qInfo("a pointer that moves nearby: %.2f ms a line",
              static_cast<double>(timer.nsecsElapsed()) / 1e6 / 50);
    }

    void edgeNearFindsTheEdge()
    {
        const LiveWire wire(disc(100, 30));
        const Place found = wire.edgeNear({83, 50.5}, 6);
        QVERIFY(std::abs(std::hypot(found.x - 50, found.y - 50) - 30) <= 1.5);
        const Place flat = wire.edgeNear({5.2, 5.2}, 2);
        QCOMPARE(flat, (Place{5.2, 5.2}));
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::LiveWireTest)
#include "live_wire_test.moc"
