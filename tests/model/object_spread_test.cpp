#include "model/data/object_spread.h"

#include <QTest>

#include <cmath>

using namespace limn;

namespace {

constexpr Size grid{40, 20};

void fill(std::vector<Label>& labels, Size size, Rect box, Label label)
{
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            labels[Size{size.width, y}.area() + static_cast<std::size_t>(x)] = label;
}

std::vector<Label> filled(const std::vector<std::pair<Rect, Label>>& boxes, Size size = grid)
{
    std::vector<Label> labels(size.area());
    for (const auto& [box, label] : boxes)
        fill(labels, size, box, label);
    return labels;
}

Spread spreadOf(std::vector<std::vector<Label>> labels)
{
    Spread spread;
    spread.chains = static_cast<int>(labels.size());
    spread.votes.size = grid;
    spread.labels = std::move(labels);
    return spread;
}

} // namespace

class ObjectSpreadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyObjectHasTheMeanAndDeviationOfItsChains()
    {
        const auto mask = filled({{{2, 2, 10, 10}, 1}, {{25, 4, 5, 5}, 1}});
        const Spread spread = spreadOf({filled({{{2, 2, 10, 10}, 1}, {{25, 4, 5, 5}, 1}}),
                                        filled({{{2, 2, 11, 10}, 1}, {{25, 4, 5, 5}, 1}}),
                                        filled({{{2, 2, 12, 10}, 1}, {{25, 4, 5, 5}, 1}})});
        const auto objects = objectSpread(mask, grid, spread);
        QCOMPARE(objects.size(), std::size_t{2});
        QCOMPARE(objects[0].area, 100.0);
        QCOMPARE(objects[0].meanArea, 110.0);
        QCOMPARE(objects[0].deviation, 10.0);
        const double dice = (200.0 / 210 + 200.0 / 220 + 220.0 / 230) / 3;
        QVERIFY(std::abs(objects[0].dice - dice) < 1e-12);
        QVERIFY((objects[0].box == Rect{2, 2, 10, 10}));
        QCOMPARE(objects[1].meanArea, 25.0);
        QCOMPARE(objects[1].deviation, 0.0);
        QCOMPARE(objects[1].dice, 1.0);
    }

    void aChainThatJoinsTwoObjectsIsDividedBetweenThem()
    {
        const auto mask = filled({{{0, 5, 10, 4}, 1}, {{20, 5, 10, 4}, 1}});
        const Spread spread = spreadOf({mask, filled({{{0, 5, 30, 4}, 1}})});
        const auto objects = objectSpread(mask, grid, spread);
        QCOMPARE(objects.size(), std::size_t{2});
        for (const ObjectSpread& object : objects)
            QCOMPARE(object.meanArea, 50.0); // 40 and 60: each has half of the bridge
    }

    void anIslandThatTouchesNoObjectCountsForNone()
    {
        const auto mask = filled({{{0, 0, 5, 5}, 1}});
        const Spread spread = spreadOf({mask, filled({{{0, 0, 5, 5}, 1}, {{30, 10, 6, 6}, 1}})});
        const auto objects = objectSpread(mask, grid, spread);
        QCOMPARE(objects.size(), std::size_t{1});
        QCOMPARE(objects[0].deviation, 0.0);
        QCOMPARE(objects[0].dice, 1.0);
    }

    void whatNoChainHasIsSaid()
    {
        const auto mask = filled({{{0, 0, 5, 5}, 2}});
        const auto objects = objectSpread(mask, grid, spreadOf({filled({}), filled({})}));
        QCOMPARE(objects.size(), std::size_t{1});
        QCOMPARE(objects[0].label, Label{2});
        QCOMPARE(objects[0].meanArea, 0.0);
        QVERIFY(std::isnan(objects[0].dice));
    }

    void labelsThatTouchAreTwoObjectsAndAreasArePixelsOfThePicture()
    {
        const Size picture{80, 60}; // 2 x 3 pixels a cell
        const auto mask = filled({{{0, 0, 20, 30}, 1}, {{20, 0, 20, 15}, 2}}, picture);
        const auto chain = filled({{{0, 0, 10, 10}, 1}, {{10, 0, 10, 5}, 2}});
        const auto objects = objectSpread(mask, picture, spreadOf({chain, chain}));
        QCOMPARE(objects.size(), std::size_t{2});
        QCOMPARE(objects[0].label, Label{1});
        QCOMPARE(objects[0].area, 600.0);
        QCOMPARE(objects[0].meanArea, 600.0);
        QVERIFY((objects[1].box == Rect{20, 0, 20, 15}));
        QCOMPARE(objects[1].meanArea, 300.0);
    }
};

QTEST_GUILESS_MAIN(ObjectSpreadTest)
#include "object_spread_test.moc"
