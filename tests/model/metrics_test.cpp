// The rules of the metrics, case by case, by hand-made masks.
#include "model/metrics/bootstrap.h"
#include "model/metrics/calibration.h"
#include "model/metrics/case_rows.h"
#include "model/metrics/clicks_needed.h"
#include "model/metrics/summary.h"
#include "model/metrics/surface_distance.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace limn;

namespace {

using Labels = std::vector<Label>;

CaseScore scored(const Labels& prediction, const Labels& reference, const Grid& grid,
                 int classCount = 1)
{
    return scoreCase(prediction, reference, grid, classCount).value();
}

double of(const CaseScore& score, Metric metric)
{
    return score.classes.front().of(metric);
}

CaseScore madeCase(const std::string& patient, double dice)
{
    CaseScore score;
    score.patient = patient;
    ClassScore one{{1, 1, 1}, {}};
    one.values.fill(dice);
    score.classes = {one};
    return score;
}

} // namespace

class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowLeavesOutWhatTheRulesExclude()
    {
        CaseScore one{"a", "p", {}, std::vector<ClassScore>(2)};
        one.classes[0].pixels = {3, 1, 0};
        one.classes[0].values = {6.0 / 7, 0.75, 0.75, 1, 1.5, 2, 1.5};
        one.classes[1].values.fill(std::numeric_limits<double>::quiet_NaN());
        using Row = std::vector<std::string>;
        const std::vector<Row> rows = caseRows(std::array{one});
        QCOMPARE(rows.size(), std::size_t{2});
        QVERIFY(rows[0]
                == (Row{"a", "p", "1", "0.857143", "0.75", "0.75", "1", "1.5", "2", "1.5", "3", "1",
                        "0"}));
        QVERIFY(rows[1] == (Row{"a", "p", "2", "", "", "", "", "", "", "", "0", "0", "0"}));
        QCOMPARE(caseColumns().size(), rows[0].size());
    }

    void countsOverlapsAsDefined()
    {
        const CaseScore score = scored({1, 1, 1, 0, 0, 0}, {0, 1, 1, 1, 1, 0}, Grid{{6, 1}});
        QCOMPARE(of(score, Metric::Dice), 4.0 / 7);
        QCOMPARE(of(score, Metric::Iou), 2.0 / 5);
        QCOMPARE(of(score, Metric::Precision), 2.0 / 3);
        QCOMPARE(of(score, Metric::Recall), 2.0 / 4);
        QVERIFY(score.background.truePositive == 1 && score.background.falsePositive == 2);
    }

    void excludesAClassThatIsNowhere()
    {
        const CaseScore score = scored({0, 0}, {0, 0}, Grid{{2, 1}});
        for (const Metric metric : allMetrics)
            QVERIFY(std::isnan(of(score, metric)));
        QVERIFY(score.classes[0].pixels.presence() == Presence::Neither);
    }

    void givesAMissedClassNothing()
    {
        const CaseScore score = scored(Labels(12), Labels(12, 1), Grid{{4, 3}});
        for (const Metric metric : {Metric::Dice, Metric::Iou, Metric::Precision, Metric::Recall})
            QCOMPARE(of(score, metric), 0.0);
        QVERIFY(std::isnan(of(score, Metric::Hd95)) && std::isnan(of(score, Metric::Hd95Max)));
        QCOMPARE(of(score, Metric::Hd95Penalised), 5.0);
        QVERIFY(score.classes[0].pixels.presence() == Presence::Missed);
    }

    void leavesAFalseAlarmOutOfRecall()
    {
        const CaseScore score = scored(Labels(12, 1), Labels(12), Grid{{4, 3}, 1, 2, 2});
        for (const Metric metric : {Metric::Dice, Metric::Iou, Metric::Precision})
            QCOMPARE(of(score, metric), 0.0);
        QVERIFY(std::isnan(of(score, Metric::Recall)));
        QCOMPARE(of(score, Metric::Hd95Penalised), 10.0);
        QVERIFY(score.classes[0].pixels.presence() == Presence::FalseAlarm);
    }

    void measuresDistancesWithTheSpacingOfEachAxis()
    {
        // A place in one corner of the stack, another in the opposite one.
        Labels prediction(2 * 3 * 4), reference(2 * 3 * 4);
        prediction.front() = 1;
        reference.back() = 1;
        const CaseScore score = scored(prediction, reference, Grid{{4, 3}, 2, 0.5, 2, 7});
        QCOMPARE(of(score, Metric::Hd95), std::hypot(3 * 0.5, 2 * 2.0, 7.0));
    }

    void findsTheNearestPlaceAsASlowSearchDoes()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 20; ++round) {
            const Grid grid{{9, 7}, 3, 0.7, 1.3, 2.9};
            std::vector<std::uint8_t> set(grid.count());
            for (auto& value : set)
                value = random() % 17 == 0;
            const std::vector<double> fast = squaredDistances(set, grid);
            for (std::size_t i = 0; i < set.size(); ++i) {
                double nearest = INFINITY;
                for (std::size_t j = 0; j < set.size(); ++j) {
                    const auto apart = [&](std::size_t step, std::size_t length, double spacing) {
                        return spacing
                            * (static_cast<double>(i / step % length)
                               - static_cast<double>(j / step % length));
                    };
                    const double distance =
                        std::hypot(apart(1, 9, 0.7), apart(9, 7, 1.3), apart(63, 3, 2.9));
                    if (set[j])
                        nearest = std::min(nearest, distance * distance);
                }
                QVERIFY(fast[i] == nearest || std::abs(fast[i] - nearest) < 1e-9);
            }
        }
    }

    void hasInfiniteDistancesWithoutAnyPlace()
    {
        const std::vector<std::uint8_t> none(6);
        QVERIFY(std::isinf(squaredDistances(none, Grid{{3, 2}}).front()));
        QVERIFY(!hausdorffDistance95(none, none, Grid{{3, 2}}));
    }

    void interpolatesQuantiles()
    {
        QCOMPARE(quantile({4, 1, 3, 2}, 0.5), 2.5);
        QCOMPARE(quantile({4, 1, 3, 2}, 0.95), 3.85);
        QCOMPARE(quantile({7}, 0.95), 7.0);
        QCOMPARE(quantile({2, 1}, 1), 2.0);
    }

    void refusesDataThatMakesNoSense()
    {
        const Labels two{0, 2};
        QVERIFY(scoreCase(two, two, Grid{{2, 1}}, 1).error().code == ErrorCode::BadData);
        QVERIFY(scoreCase(two, two, Grid{{3, 1}}, 2).error().code == ErrorCode::BadData);
        QVERIFY(scoreCase(two, two, Grid{{2, 1}}, 2).has_value());
    }

    void leavesDistancesOutWhereTheyAreNotWanted()
    {
        const Labels both{1, 1, 0, 0};
        const auto score = scoreCase(both, both, Grid{{4, 1}}, 1, Distances::LeftOut);
        QCOMPARE(of(*score, Metric::Dice), 1.0);
        QVERIFY(std::isnan(of(*score, Metric::Hd95)) && std::isnan(of(*score, Metric::Hd95Max)));
        QVERIFY(std::isnan(of(*score, Metric::Hd95Penalised)));
    }

    void measuresLikelihoodAndCalibrationWhereTheyCount()
    {
        // Two pixels of confidence 0.8 and 0.6 in bins of their own, the second wrong; a third
        // outside the region.
        const std::vector<float> p{0.8F, 0.4F, 0.0F, 0.2F, 0.6F, 1.0F};
        const CalibrationScore score =
            calibrationOf(p, 2, Labels{0, 0, 0}, std::vector<std::uint8_t>{1, 1, 0});
        QVERIFY(score.pixels == 2);
        QVERIFY(std::abs(score.likelihood + (std::log(0.8) + std::log(0.4)) / 2) < 1e-6);
        QVERIFY(std::abs(score.error - (0.2 + 0.6) / 2) < 1e-6);
        const CalibrationScore none =
            calibrationOf(p, 2, Labels{0, 0, 0}, std::vector<std::uint8_t>{0, 0, 0});
        QVERIFY(std::isnan(none.likelihood) && std::isnan(none.error));
    }

    void aBinsMeanConfidenceIsComparedWithItsShareOfHits()
    {
        // Ten pixels of confidence 0.7, seven right: perfectly calibrated; then all right.
        std::vector<float> p(20, 0.3F);
        std::fill(p.begin(), p.begin() + 10, 0.7F);
        Labels reference(10, 0);
        std::fill(reference.begin(), reference.begin() + 3, Label{1});
        const std::vector<std::uint8_t> all(10, 1);
        QVERIFY(calibrationOf(p, 2, reference, all).error < 1e-6);
        QVERIFY(std::abs(calibrationOf(p, 2, Labels(10, 0), all).error - 0.3) < 1e-6);
    }

    void looksAtTheForegroundAndItsSurroundings()
    {
        Labels reference(64 * 32);
        reference[16 * 64 + 32] = 1;
        const auto region = dilatedForeground(reference, {64, 32});
        QVERIFY(region[16 * 64 + 36] == 1 && region[16 * 64 + 37] == 0); // 64 / 16 = 4 px
        QVERIFY(region[20 * 64 + 32] == 1 && region[19 * 64 + 35] == 0);
        const auto everywhere = dilatedForeground(Labels(6), {3, 2});
        QVERIFY(everywhere == std::vector<std::uint8_t>(6, 1));
    }

    void countsClicksToADice()
    {
        const std::vector<double> dices{0.7, 0.85, 0.91, 0.89, 0.96};
        QCOMPARE(clicksNeeded(dices, 0.7, 20), 0);
        QCOMPARE(clicksNeeded(dices, 0.9, 20), 2);
        QCOMPARE(clicksNeeded(dices, 0.95, 3), 3);
        QCOMPARE(clicksNeeded(dices, 0.99, 20), 20);
    }

    void summarisesMeansCountsAndBothFormsOfMeanIou()
    {
        const Grid grid{{4, 1}};
        const std::vector<CaseScore> cases{
            scored({1, 1, 0, 0}, {1, 0, 0, 0}, grid, 2), // 1: 1/2; 2: neither
            scored({1, 2, 0, 0}, {1, 2, 2, 0}, grid, 2), // 1: 1; 2: 1/2
            scored({0, 0, 0, 2}, {1, 0, 0, 0}, grid, 2)}; // 1: missed; 2: alarm
        const ScoreSummary summary = summarise(cases, 200);
        QCOMPARE(summary.classes[0].of(Metric::Iou).mean, 0.5);
        QCOMPARE(summary.classes[0].of(Metric::Iou).deviation, 0.5);
        QCOMPARE(summary.classes[1].of(Metric::Iou).mean, 0.25);
        QCOMPARE(summary.foregroundOf(Metric::Iou).mean, 0.375);
        QCOMPARE(summary.classes[0].valid(), 3);
        QCOMPARE(summary.classes[1].valid(), 2);
        QCOMPARE(summary.classes[1].bothEmpty, 1);
        QCOMPARE(summary.classes[0].missed, 1);
        QCOMPARE(summary.classes[1].falseAlarms, 1);
        QCOMPARE(summary.classes[1].of(Metric::Recall).count, 1);
        QCOMPARE(summary.classes[1].of(Metric::Hd95).count, 1);
        QCOMPARE(summary.classes[1].of(Metric::Hd95Penalised).count, 2);
        // Background 5 of 9, label 1: 2 of 4, label 2: 1 of 3.
        QCOMPARE(summary.meanIouAll, (5.0 / 9 + 2.0 / 4 + 1.0 / 3) / 3);
        QCOMPARE(summary.patientCount, 3);
    }

    void resamplesPatientsNotCases()
    {
        // One patient with two pictures, one with one: the mean of a resample is one of three
        // values.
        const std::vector<CaseScore> cases{madeCase("a", 0.2), madeCase("a", 0.4),
                                           madeCase("b", 0.9)};
        const ScoreSummary summary = summarise(cases, 2000, 1);
        QCOMPARE(summary.patientCount, 2);
        QCOMPARE(summary.classes[0].of(Metric::Dice).mean, 0.5);
        QCOMPARE(summary.classes[0].of(Metric::Dice).low, 0.3);
        QCOMPARE(summary.classes[0].of(Metric::Dice).high, 0.9);
    }

    void givesTheIntervalOfTheNormalLawForManyPatients()
    {
        std::mt19937 random(3);
        std::normal_distribution<double> law(0.8, 0.1);
        std::vector<CaseScore> cases;
        for (int i = 0; i < 400; ++i)
            cases.push_back(madeCase({}, law(random)));
        const ScoreSummary summary = summarise(cases);
        const Statistic& dice = summary.classes[0].of(Metric::Dice);
        const double halfWidth = 1.96 * dice.deviation / std::sqrt(400);
        QVERIFY(std::abs(dice.low - (dice.mean - halfWidth)) < 0.001);
        QVERIFY(std::abs(dice.high - (dice.mean + halfWidth)) < 0.001);
        const ScoreSummary again = summarise(cases);
        QCOMPARE(again.classes[0].of(Metric::Dice).low, dice.low);
        QVERIFY(summarise(cases, 10000, 9).classes[0].of(Metric::Dice).low != dice.low);
    }

    void summarisesNothing()
    {
        const ScoreSummary summary = summarise({});
        QVERIFY(summary.classes.empty() && std::isnan(summary.foregroundOf(Metric::Dice).mean));
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "metrics_test.moc"
