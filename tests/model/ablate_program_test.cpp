// limn-train ablate from end to end, on real X-rays: run, interrupted, resumed.
#include "tests/model/packed_images.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace limn;

namespace {

const QStringList runs{"lungs.full.1", "lungs.control.1"};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class AblateProgramTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    void writePlan(const QByteArray& iterations)
    {
        QFile plan(path("plan.json"));
        QVERIFY(plan.open(QIODevice::WriteOnly));
        plan.write(R"({"seeds": [1], "arms": ["full", "control"], "batch": 2, "stepCounts": [1, 3],
            "sets": [{"name": "lungs", "size": 32, "iterations": )"
                   + iterations + R"(, "validationShare": 0.4}],
            "kernels": {"arms": ["full"], "steps": [1, 3], "images": 2},
            "clicks": {"arms": ["full"], "most": 5, "images": 2}})");
    }

    static QStringList arguments(const QString& plan, const QString& results)
    {
        return {"ablate", plan, "-o", results, "--checkpoint-every", "2"};
    }

    std::pair<int, QString> ablate(const QString& results, const QStringList& more = {})
    {
        return train(arguments(path("plan.json"), path(results)) + more);
    }

    // The program's exit code and all it printed.
    static std::pair<int, QString> train(const QStringList& words)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(LIMN_TRAIN, words);
        if (!process.waitForFinished(240000))
            return {-1, "it does not end"};
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto images = lungImages(6, 20, 96);
        if (images.empty())
            QSKIP("no ../shared/data/cxr_lungs");
        QVERIFY(pack(path("lungs.safetensors").toStdString(), images, "[\"lung\"]"));
        writePlan("12");
        const auto [code, words] = ablate("whole");
        QVERIFY2(code == 0, qPrintable(words));
    }

    void everyRunHasItsFiguresAndTheReportIsWritten()
    {
        for (const QString& run : runs)
            for (const char* const name : {"/scores.csv", "/run.csv", "/model.curve.csv",
                                           "/model.safetensors", "/recipe.json"})
                QVERIFY2(QFile::exists(path("whole/" + run + name)), name);
        QVERIFY(QFile::exists(path("whole/lungs.full.1/kernels.csv")));
        QVERIFY(QFile::exists(path("whole/lungs.full.1/clicks.csv")));
        QVERIFY(!QFile::exists(path("whole/lungs.full.1/model.checkpoint.safetensors")));
        const QByteArray scores = contentOf(path("whole/lungs.full.1/scores.csv"));
        QCOMPARE(scores.count('\n'), 1 + 3 * 3); // 3 images: posterior at K = 1 and 3, semantic
        QCOMPARE(contentOf(path("whole/lungs.full.1/kernels.csv")).count('\n'), 1 + 2 * 4 * 2 * 2);
        QCOMPARE(contentOf(path("whole/lungs.full.1/clicks.csv")).count('\n'), 1 + 2 * 2 * 6);
        QVERIFY(contentOf(path("whole/report.md")).contains("| full | 1 |"));
    }

    void interruptedAndResumedItGivesTheSameFiguresToTheByte()
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(LIMN_TRAIN, arguments(path("plan.json"), path("cut")));
        const QString checkpoint = path("cut/lungs.full.1/model.checkpoint.safetensors");
        QTRY_VERIFY_WITH_TIMEOUT(
            QFile::exists(checkpoint) || process.state() == QProcess::NotRunning, 120000);
        QCOMPARE(process.state(), QProcess::Running);
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitCode(), 0);
        const QString said = QString::fromUtf8(process.readAll());
        QVERIFY2(said.contains("stopped; the same command goes on"), qPrintable(said));
        QVERIFY(!QFile::exists(path("cut/lungs.control.1/run.csv")));

        const auto [code, words] = ablate("cut");
        QVERIFY2(code == 0, qPrintable(words));
        for (const QString& run : runs)
            for (const char* const name : {"/scores.csv", "/model.curve.csv"})
                QVERIFY2(contentOf(path("cut/" + run + name))
                             == contentOf(path("whole/" + run + name)),
                         qPrintable(run + name));
        for (const char* const name : {"/kernels.csv", "/clicks.csv"})
            QVERIFY2(contentOf(path("cut/lungs.full.1") + name)
                         == contentOf(path("whole/lungs.full.1") + name),
                     name);
        QVERIFY(contentOf(path("cut/summary.csv")) == contentOf(path("whole/summary.csv")));
    }

    void aFinishedRunIsNotDoneAgain()
    {
        const QByteArray before = contentOf(path("whole/lungs.full.1/run.csv"));
        const auto [code, words] = ablate("whole");
        QVERIFY2(code == 0, qPrintable(words));
        QVERIFY2(!words.contains("run 1 of 2"), qPrintable(words));
        QVERIFY(contentOf(path("whole/lungs.full.1/run.csv")) == before);
    }

    void aStudyThatThePlanNamesLaterIsMadeOfTheKeptWeights()
    {
        const QByteArray before = contentOf(path("whole/lungs.full.1/run.csv"));
        QByteArray plan = contentOf(path("plan.json"));
        QFile file(path("plan.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(plan.replace("\"kernels\"",
                                "\"corruptions\": {\"arms\": [\"full\", \"control\"]}, "
                                "\"uncertainty\": {\"arms\": [\"full\"], \"images\": 2}, "
                                "\"latents\": {\"arms\": [\"full\"]}, \"kernels\""));
        file.close();
        const auto [code, words] = ablate("whole");
        QVERIFY2(code == 0, qPrintable(words));
        QVERIFY2(!words.contains("iteration"), qPrintable(words)); // nothing is trained
        for (const QString& run : runs)
            QCOMPARE(contentOf(path("whole/" + run + "/corruptions.csv")).count('\n'), 1 + 3 * 6);
        const QByteArray chains = contentOf(path("whole/lungs.full.1/uncertainty.csv"));
        QCOMPARE(chains.count('\n'), 1 + 2 * 2 * 3);
        QCOMPARE(contentOf(path("whole/lungs.full.1/latents.csv")).count('\n'), 1 + 3);
        QVERIFY(contentOf(path("whole/lungs.full.1/run.csv")) == before);
        const QByteArray report = contentOf(path("whole/report.md"));
        for (const char* const title :
             {"Corrupted pictures", "Pixel features", "Chains that disagree", "labels' codes"})
            QVERIFY2(report.contains(title), title);
        writePlan("12");
    }

    void benchTimesAnIterationInFloat32AndInMixedPrecision()
    {
        for (const QStringList& more : {QStringList(), QStringList("--bf16")}) {
            const auto [code, words] =
                train(QStringList{"bench", path("lungs.safetensors"), "--model", "tiny", "--size",
                                  "32", "--batch", "2", "--repeats", "1", "--arms", "control"}
                      + more);
            QVERIFY2(code == 0, qPrintable(words));
            QVERIFY2(words.contains("full / bare operations:"), qPrintable(words));
        }
    }

    void withFoldsTheSeedsTogetherJudgeEveryImageOnce()
    {
        QFile plan(path("folds.json"));
        QVERIFY(plan.open(QIODevice::WriteOnly));
        plan.write(R"({"seeds": [1, 2, 3], "arms": ["control"], "batch": 2, "stepCounts": [1, 3],
            "sets": [{"name": "lungs", "size": 32, "iterations": 1, "folds": 3}]})");
        plan.close();
        const auto [code, words] = train(arguments(path("folds.json"), path("folds")));
        QVERIFY2(code == 0, qPrintable(words));
        QStringList images;
        for (int seed = 1; seed <= 3; ++seed) {
            const QByteArray scores =
                contentOf(path("folds/lungs.control.%1/scores.csv").arg(seed));
            for (const QByteArray& row : scores.split('\n').mid(1))
                if (row.contains(",posterior,"))
                    images.append(row.split(',').at(3));
        }
        QCOMPARE(images.size(), 6);
        QCOMPARE(images.removeDuplicates(), 0);
    }

    void resultsOfAnotherPlanAreNotMixedIn()
    {
        writePlan("13");
        const auto [code, words] = ablate("whole");
        QCOMPARE(code, 2);
        QVERIFY2(words.contains("holds a run of other options"), qPrintable(words));
        writePlan("12");
    }

    void anArmThatNobodyKnowsIsRefusedWithTheKnownOnes()
    {
        const auto [code, words] = ablate("other", {"--only", "contrl"});
        QCOMPARE(code, 2);
        QVERIFY2(words.contains("contrl") && words.contains("control-equal-compute"),
                 qPrintable(words));
        QVERIFY(!QFile::exists(path("other")));
    }
};

QTEST_GUILESS_MAIN(AblateProgramTest)
#include "ablate_program_test.moc"
