#include "model/data/doubt_map.h"
#include "model/data/look_next.h"
#include "model/metrics/rank_correlation.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace limn;

namespace {

// A disc in the middle whose border is doubtful over about `band` pixels.
ProbabilityMap disc(Size size, double radius, double band)
{
    ProbabilityMap map{size, 2, std::vector<float>(2 * size.area())};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const double out =
                std::hypot(x + 0.5 - size.width / 2.0, y + 0.5 - size.height / 2.0) - radius;
            const auto p = static_cast<float>(1 / (1 + std::exp(4 * out / band)));
            const auto pixel = Size{size.width, y}.area() + static_cast<std::size_t>(x);
            map.values[size.area() + pixel] = p;
            map.values[pixel] = 1 - p;
        }
    return map;
}

// Sure of the background but in boxes, which are toss-ups.
ProbabilityMap tossUps(Size size, const std::vector<Rect>& boxes)
{
    ProbabilityMap map{size, 2, std::vector<float>(2 * size.area())};
    std::fill_n(map.values.begin(), size.area(), 1.0F);
    for (const Rect& box : boxes)
        for (int y = box.y; y < box.y + box.height; ++y)
            for (int x = box.x; x < box.x + box.width; ++x) {
                const auto pixel = Size{size.width, y}.area() + static_cast<std::size_t>(x);
                map.values[pixel] = map.values[size.area() + pixel] = 0.5F;
            }
    return map;
}

std::vector<Label> nobody(Size size)
{
    return std::vector<Label>(size.area(), untouched);
}

std::vector<Label> labelsOf(const ProbabilityMap& map)
{
    std::vector<Label> labels;
    for (const float p : map.of(1))
        labels.push_back(p >= 0.5F ? 1 : 0);
    return labels;
}

LookNext lookAt(const ProbabilityMap& map, const Step* step = nullptr)
{
    return lookNext(map, step, labelsOf(map), nobody(map.size));
}

} // namespace

class LookNextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEntropyIsThatOfTheFormula()
    {
        ProbabilityMap map{{3, 1}, 3, {1, 0.5F, 1 / 3.0F, 0, 0.25F, 1 / 3.0F, 0, 0.25F, 1 / 3.0F}};
        const ScalarMap entropy = entropyOf(map);
        QCOMPARE(entropy.size, map.size);
        QVERIFY(entropy.values[0] == 0);
        QVERIFY(std::abs(entropy.values[1] - 1.5 * std::log(2) / std::log(3)) < 1e-3);
        QVERIFY(std::abs(entropy.values[2] - 1) < 1e-3);
    }

    void theLargestDoubtComesFirst()
    {
        const ProbabilityMap map =
            tossUps({120, 90}, {{5, 5, 6, 6}, {60, 40, 12, 12}, {100, 70, 9, 9}});
        const LookNext look = lookAt(map);
        QCOMPARE(look.places.size(), std::size_t{3});
        QVERIFY((look.places[0].box == Rect{60, 40, 12, 12}));
        QVERIFY((look.places[1].box == Rect{100, 70, 9, 9}));
        QVERIFY((look.places[2].box == Rect{5, 5, 6, 6}));
        QCOMPARE(look.places[0].area, std::size_t{144});
        QVERIFY(look.places[0].doubt > 0.999);
        QVERIFY(look.places[0].reason == LookReason::Unsure);
    }

    void aLongContourIsCutIntoPlacesThatFitAView()
    {
        const Size size{480, 360};
        const ProbabilityMap map = disc(size, 130, 6);
        const LookNext look = lookAt(map);
        QVERIFY(look.places.size() >= 8);
        std::set<std::uint32_t> cells;
        std::size_t area = 0;
        for (std::size_t i = 0; i < look.places.size(); ++i) {
            const LookPlace& place = look.places[i];
            QVERIFY(place.box.width <= placeSide(size) && place.box.height <= placeSide(size));
            QVERIFY(intersected(place.box, wholeOf(size)) == place.box);
            cells.insert(place.cells.begin(), place.cells.end());
            area += place.area;
            if (i > 0)
                QVERIFY(static_cast<double>(place.area) * place.doubt
                        <= static_cast<double>(look.places[i - 1].area) * look.places[i - 1].doubt
                            + 1e-9);
        }
        QCOMPARE(cells.size(), area); // no pixel twice
        std::size_t doubtful = 0;
        for (const float value : entropyOf(map).values)
            doubtful += value >= doubtFloor ? 1 : 0;
        QVERIFY(area > doubtful * 99 / 100); // nothing but specks is left out
    }

    void whatAPersonDecidedIsNoLongerInDoubt()
    {
        const ProbabilityMap map = tossUps({100, 100}, {{10, 10, 10, 10}, {60, 60, 8, 8}});
        std::vector<Label> human = nobody(map.size);
        for (int y = 10; y < 20; ++y)
            std::fill_n(human.begin() + y * 100 + 10, 10, Label{1});
        const LookNext look = lookNext(map, nullptr, labelsOf(map), human);
        QCOMPARE(look.places.size(), std::size_t{1});
        QVERIFY((look.places[0].box == Rect{60, 60, 8, 8}));
        const LookNext before = lookAt(map);
        QVERIFY(isTouched(before.places[0], before, human, map.size));
        QVERIFY(!isTouched(before.places[1], before, human, map.size));
        QVERIFY(look.doubt < before.doubt);
    }

    void nothingIsDoubtfulWhereTheModelIsSureOrHasNotRun()
    {
        const ProbabilityMap sure = tossUps({64, 64}, {});
        QVERIFY(lookAt(sure).places.empty());
        QCOMPARE(lookAt(sure).doubt, 0.0);
        QVERIFY(lookNext({}, nullptr, {}, {}).places.empty());
    }

    void aLargePictureIsLookedAtInBlocksOfTheSamePlaces()
    {
        const ProbabilityMap map =
            tossUps({2500, 1200}, {{600, 300, 88, 60}, {2441, 1140, 58, 59}});
        const LookNext look = lookAt(map);
        QCOMPARE(look.blockSide, 4);
        QCOMPARE(look.places.size(), std::size_t{2});
        QVERIFY((look.places[0].box == Rect{600, 300, 88, 60}));
        QCOMPARE(look.places[0].area, std::size_t{5280});
        QVERIFY(intersected(look.places[1].box, wholeOf(map.size)) == look.places[1].box);
        std::vector<Label> human = nobody(map.size);
        human[std::size_t{350} * 2500 + 650] = 0;
        QVERIFY(isTouched(look.places[0], look, human, map.size));
    }

    void theReasonIsWhatMostOfAPlaceSays()
    {
        Step step;
        step.posterior = tossUps({96, 96}, {{4, 4, 12, 12}, {40, 40, 14, 14}, {80, 80, 10, 10}});
        const Size grid{48, 48};
        step.semantic = tossUps(grid, {});
        step.generative = step.semantic;
        auto spread = std::make_shared<Spread>();
        spread->votes = step.semantic;
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 48; ++x) {
                const auto pixel = static_cast<std::size_t>(48 * y + x);
                if (x < 10 && y < 10)
                    std::swap(step.generative.values[pixel],
                              step.generative.values[grid.area() + pixel]);
                if (x > 38 && y > 38) {
                    spread->votes.values[pixel] = 0.75F;
                    spread->votes.values[grid.area() + pixel] = 0.25F;
                }
            }
        step.spread = spread;
        const LookNext look = lookAt(step.posterior, &step);
        QCOMPARE(look.places.size(), std::size_t{3});
        QVERIFY(look.places[0].reason == LookReason::Unsure);
        QVERIFY(look.places[1].reason == LookReason::PartsDisagree);
        QVERIFY(look.places[2].reason == LookReason::ChainsDisagree);
    }

    void aSmallObjectIsMoreInDoubtThanALargeOneWithTheSameBand()
    {
        const double small = lookAt(disc({200, 200}, 25, 8)).doubt;
        const double large = lookAt(disc({200, 200}, 75, 8)).doubt;
        QVERIFY(large > 0 && small > 1.5 * large && small < 1);
    }

    void disagreementsAreOnThePicturesGrid()
    {
        Step step;
        step.posterior = disc({64, 48}, 10, 4);
        step.semantic = {{2, 1}, 2, {1, 0, 0, 1}};
        step.generative = {{2, 1}, 2, {1, 1, 0, 0}};
        const ScalarMap parts = doubtOf(step, DoubtSource::Parts, {64, 48});
        QCOMPARE(parts.values.size(), std::size_t{64 * 48});
        QCOMPARE(parts.values.front(), 0.0F);
        QCOMPARE(parts.values.back(), 1.0F);
        QVERIFY(doubtOf(step, DoubtSource::Chains, {64, 48}).values.empty());
    }

    void takesLessThanATickOnAMegapixel()
    {
        const ProbabilityMap map = disc({1024, 1024}, 400, 30);
        const std::vector<Label> labels = labelsOf(map), human = nobody(map.size);
        std::size_t places = 0;
        QBENCHMARK
        {
            places = lookNext(map, nullptr, labels, human).places.size();
        }
        QVERIFY(places > 5);
    }

    void ranksAreComparedWithTies()
    {
        const std::vector<double> a{1, 2, 2, 4, 5}, b{10, 30, 20, 40, 50}, c{5, 4, 3, 2, 1};
        // By hand: ranks 1, 2.5, 2.5, 4, 5 against 1, 3, 2, 4, 5: 9.5 / sqrt(9.5 x 10).
        QVERIFY(std::abs(rankCorrelation(a, b).value - 9.5 / std::sqrt(95)) < 1e-12);
        QVERIFY(std::abs(rankCorrelation(b, c).value + 0.9) < 1e-12);
        const RankCorrelation rho = rankCorrelation(a, b);
        QVERIFY(rho.low < rho.value && rho.value < rho.high);
        QVERIFY(std::isnan(rankCorrelation(a, std::vector<double>(5, 1)).value));
    }
};

QTEST_GUILESS_MAIN(LookNextTest)
#include "look_next_test.moc"
