// The ablation's plan, and what its report says of results whose answer is known.
#include "model/training/ablation/report.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace limn;

namespace {

const char* const goodPlan =
    R"({"seeds": [1, 2, 3], "arms": ["full", "control", "control-equal-compute"],
        "sets": [{"name": "discs", "file": "discs.safetensors", "size": 32, "iterations": 10}],
        "kernels": {"arms": ["full"], "steps": [1, 3]}, "clicks": {"arms": ["full"]}})";

// A Dice of one image of one run.
struct Made {
    std::string arm;
    int seed = 1;
    int image = 0;
    double dice = 0;
};

void writeRun(const std::filesystem::path& results, const std::string& arm, int seed,
              const std::vector<Made>& rows)
{
    const std::filesystem::path folder = results / ("discs." + arm + "." + std::to_string(seed));
    std::filesystem::create_directories(folder);
    CsvTable scores{{"set", "arm", "seed", "image", "patient", "map", "steps", "class", "Dice",
                     "IoU", "Precision", "Recall", "HD95", "HD95-max", "HD95-pen", "NLL", "ECE",
                     "NLL-T", "ECE-T"},
                    {}};
    for (const Made& row : rows) {
        const std::string image = "image" + std::to_string(row.image);
        std::vector<std::string> cells{"discs",
                                       arm,
                                       std::to_string(seed),
                                       image,
                                       image,
                                       "posterior",
                                       arm == "full" ? "3" : "1",
                                       "disc",
                                       csvNumber(row.dice)};
        cells.resize(scores.columns.size());
        scores.rows.push_back(std::move(cells));
    }
    QVERIFY(writeCsv(folder / "scores.csv", scores));
    const CsvTable facts{
        {"set", "arm", "seed", "iterations", "parameters", "seconds an iteration", "mIoU-all"},
        {{"discs", arm, std::to_string(seed), "10", "1000", "0.1", "0.8"}}};
    QVERIFY(writeCsv(folder / "run.csv", facts));
}

// 20 images and so many seeds; full is above the control by `gain` on average, an image's noise
// being 0.01.
void writeResults(const std::filesystem::path& results, double gain, int seeds)
{
    for (int seed = 1; seed <= seeds; ++seed)
        for (const char* const arm : {"full", "control-equal-compute"}) {
            std::vector<Made> rows;
            for (int image = 0; image < 20; ++image) {
                const double noise = 0.01 * std::sin(7.3 * image + seed);
                const bool isFull = std::string(arm) == "full";
                rows.push_back(
                    {arm, seed, image, 0.8 + 0.005 * image + (isFull ? gain + noise : 0)});
            }
            writeRun(results, arm, seed, rows);
        }
}

} // namespace

class AblationTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    Result<Plan> planFrom(const QByteArray& text)
    {
        QFile json(QString::fromStdString(file("plan.json").string()));
        if (!json.open(QIODevice::WriteOnly) || json.write(text) != text.size())
            return fail(ErrorCode::WriteFailed, "plan.json");
        json.close();
        return readPlan(file("plan.json"), {});
    }

    Verdict verdictOf(const std::filesystem::path& results)
    {
        const auto all = readMeasurements(results);
        return all ? judged(*all, "discs", claims({}, {}).front(), 3) : Verdict{};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile set(QString::fromStdString(file("discs.safetensors").string()));
        QVERIFY(set.open(QIODevice::WriteOnly)); // a plan asks only whether it is there
    }

    void aPlanIsReadWithItsDefaults()
    {
        const auto plan = planFrom(goodPlan);
        QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
        QCOMPARE(plan->network, std::string("tiny"));
        QCOMPARE(plan->seeds.size(), std::size_t{3});
        QCOMPARE(plan->iterationsOf(plan->sets[0], *plan->arms[0]), 10);
        QVERIFY(plan->iterationsOf(plan->sets[0], *plan->arms[2]) > 10); // equal compute
        QVERIFY(plan->kernels.has("full") && !plan->kernels.has("control"));
        const auto atConvergence = planFrom(
            QByteArray(goodPlan).replace("{\"seeds\"", "{\"judge\":\"convergence\",\"seeds\""));
        QCOMPARE(atConvergence->iterationsOf(plan->sets[0], *plan->arms[2]), 10);
    }

    void aPlanThatMakesNoSenseIsRefusedWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* from, const char* to, const char* words) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString(words);
        };
        row("an unknown arm", "\"control\"", "\"contrl\"",
            "arms[1]: no arm contrl; arms are full,");
        row("no set", "discs.safetensors", "rings.safetensors", "sets[0].file: no set ");
        row("a wrong type", "\"iterations\": 10", "\"iterations\": \"ten\"",
            "sets[0].iterations: a whole number from 1");
        row("no iterations", ", \"iterations\": 10", "", "sets[0].iterations: missing");
        row("a misspelt key", "\"seeds\"", "\"sedes\": 1, \"seeds\"", "sedes: not known here");
        row("a size", "\"size\": 32", "\"size\": 40", "sets[0].size: a multiple of 16");
        row("folds and a share", "\"size\": 32",
            "\"size\": 32, \"folds\": 5, \"validationShare\": 0.2",
            "sets[0].validationShare: not beside validationIds or folds");
        row("one fold", "\"size\": 32", "\"size\": 32, \"folds\": 1",
            "sets[0].folds: a whole number from 2");
        row("an arm twice", "\"control\",", "\"full\",", "arms[1]: this arm twice");
        row("a study of no arm", "\"clicks\": {\"arms\": [\"full\"]",
            "\"clicks\": {\"arms\": [\"untimed\"]", "clicks.arms[0]: this arm is not trained");
        row("no JSON", "\"seeds\": [1, 2, 3],", "\"seeds\": [1, 2, 3]", "line 1, column");
        row("a network", "{\"seeds\"", "{\"network\": \"huge\", \"seeds\"",
            "network: models are tiny");
    }

    void aPlanThatMakesNoSenseIsRefusedWithThePlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, words);
        QVERIFY(QByteArray(goodPlan).contains(from));
        const auto plan = planFrom(QByteArray(goodPlan).replace(from, to));
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, ErrorCode::BadArgument);
        const QString detail = QString::fromStdString(plan.error().detail);
        QVERIFY2(detail.contains(words), qPrintable(detail));
    }

    void aClaimIsConfirmedWhenItsIntervalSaysSo()
    {
        writeResults(file("above"), 0.02, 3);
        const Verdict above = verdictOf(file("above"));
        QCOMPARE(above.judgement, Judgement::Confirmed);
        QVERIFY2(above.reason.find("3 of 3 seeds above 0") != std::string::npos,
                 above.reason.c_str());
        writeResults(file("below"), -0.02, 3);
        QCOMPARE(verdictOf(file("below")).judgement, Judgement::NotConfirmed);
        writeResults(file("level"), 0.0005, 3); // less than its interval
        const Verdict level = verdictOf(file("level"));
        QCOMPARE(level.judgement, Judgement::NotConfirmed);
        QVERIFY2(level.reason.find("[-0.00") != std::string::npos, level.reason.c_str());
    }

    void aClaimMayAskForMoreThanNothing()
    {
        writeResults(file("least"), 0.02, 3);
        const auto all = readMeasurements(file("least"));
        QVERIFY(all);
        const Term full{.arm = "full"};
        for (const auto& [least, judgement] :
             {std::pair{0.5, Judgement::Confirmed}, {0.99, Judgement::NotConfirmed}}) {
            const Claim claim{
                "A11", "Dice", {{"", {full}, {full, {}, 0}, "Dice", Demand::Above, least}}};
            QCOMPARE(judged(*all, "discs", claim, 3).judgement, judgement);
        }
    }

    void aClaimIsNotJudgedByTwoSeedsOrWithoutItsRuns()
    {
        writeResults(file("two"), 0.02, 2);
        const Verdict two = verdictOf(file("two"));
        QCOMPARE(two.judgement, Judgement::NotJudged);
        QVERIFY(two.reason.find("fewer than 3 seeds") != std::string::npos);
        writeResults(file("alone"), 0.02, 3);
        for (int seed = 1; seed <= 3; ++seed)
            std::filesystem::remove_all(file("alone")
                                        / ("discs.control-equal-compute." + std::to_string(seed)));
        const Verdict alone = verdictOf(file("alone"));
        QCOMPARE(alone.judgement, Judgement::NotJudged);
        QCOMPARE(alone.reason, std::string("no run of control-equal-compute"));
    }

    void differencesArePairedBySeedAndImage()
    {
        // Unpaired, the images' spread of 0.1 would hide a difference of 0.001.
        for (int seed = 1; seed <= 3; ++seed)
            for (const char* const arm : {"full", "control-equal-compute"}) {
                std::vector<Made> rows;
                for (int image = 0; image < 20; ++image)
                    rows.push_back({arm, seed, image,
                                    0.7 + 0.01 * image + (std::string(arm) == "full" ? 0.001 : 0)});
                if (seed == 3 && std::string(arm) == "full")
                    rows.push_back({arm, seed, 99, 0.1}); // without a partner
                writeRun(file("paired"), arm, seed, rows);
            }
        const Verdict verdict = verdictOf(file("paired"));
        QCOMPARE(verdict.judgement, Judgement::Confirmed);
        QCOMPARE(verdict.reason, std::string("+0.0010 [+0.0010, +0.0010], 3 of 3 seeds above 0"));
    }

    void anExcludedValueIsNoZero()
    {
        std::map<Pairing, Measured> values;
        for (int i = 0; i < 4; ++i)
            values[{1, std::to_string(i), "disc"}] = {std::to_string(i),
                                                      {i == 3 ? NAN : 0.5 + 0.1 * i}};
        values[{1, "0", "ring"}] = {"0", {0.2}};
        const Estimate estimate = estimateOf(values, 0);
        QVERIFY(std::abs(estimate.mean - (0.6 + 0.2) / 2) < 1e-12); // mean of the classes' means
        QCOMPARE(estimate.images, 3);
        QCOMPARE(estimate.patients, 3);
        QCOMPARE(estimate.seeds, 1);
        QVERIFY(estimate.low <= estimate.mean && estimate.mean <= estimate.high);
        QVERIFY(std::isnan(estimate.seedDeviation));
    }

    void theReportHasEveryTable()
    {
        writeResults(file("report"), 0.02, 3);
        const auto plan = planFrom(goodPlan);
        QVERIFY(plan);
        const auto written = writeReport(*plan, file("report"));
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        const auto textOf = [this](const char* name) {
            QFile text(QString::fromStdString(file(name).string()));
            return text.open(QIODevice::ReadOnly) ? QString::fromUtf8(text.readAll()) : QString();
        };
        const QString report = textOf("report/report.md"), judged = textOf("report/verdicts.md");
        for (const char* const words : {"## discs", "| full | 3 | 0.86",
                                        "| control-equal-compute | 3 | -0.02", "(verdicts.md)"})
            QVERIFY2(report.contains(words), words);
        for (const char* const words :
             {"| A0 | full is above its control of equal compute | discs | *confirmed* |",
              "*not judged*"})
            QVERIFY2(judged.contains(words), words);
        QVERIFY(!judged.contains("input scale")); // of arms that this plan does not have
        const auto summary = readCsv(file("report/summary.csv"));
        const auto verdicts = readCsv(file("report/verdicts.csv"));
        QVERIFY(summary && verdicts);
        QCOMPARE(summary->rows.size(), std::size_t{2}); // Dice of two arms; nothing else was given
        QCOMPARE(verdicts->rows.front()[3], std::string("confirmed"));
        QFile cut(QString::fromStdString(file("report/discs.full.1/scores.csv").string()));
        QVERIFY(cut.open(QIODevice::Append));
        cut.write("discs,full\n");
        cut.close();
        const auto refused = writeReport(*plan, file("report"));
        QCOMPARE(refused.error().code, ErrorCode::BadData);
        QCOMPARE(refused.error().subject, std::string("discs.full.1/scores.csv"));
    }
};

QTEST_GUILESS_MAIN(AblationTest)
#include "ablation_test.moc"
