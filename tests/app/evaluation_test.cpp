// limn evaluate: which files are judged together, and how labels are read.
#include "app/evaluation.h"
#include "model/metrics/summary.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

namespace {

namespace fs = std::filesystem;

void touch(const QTemporaryDir& folder, const QString& name, const QByteArray& content = {})
{
    QVERIFY(QDir(folder.path()).mkpath(QFileInfo(name).path()));
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

fs::path in(const QTemporaryDir& folder, const char* name)
{
    return fs::path(folder.path().toStdString()) / name;
}

// Answers with the row of values that belongs to the file's name.
LabelReader readerOf(std::map<std::string, std::vector<std::int32_t>> rows)
{
    return [rows](const fs::path& path, int) -> Result<StoredFrame> {
        const auto row = rows.find(path.filename().string());
        if (row == rows.end())
            return fail(ErrorCode::Damaged, path.filename().string());
        return StoredFrame{{static_cast<int>(row->second.size()), 1}, 1, row->second};
    };
}

} // namespace

class EvaluationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pairsByStemWithAndWithoutMaskInTheName()
    {
        const QTemporaryDir folder;
        for (const char* const name :
             {"r/a.png", "r/b_mask.png", "r/c.png", "r/.hidden.png", "r/notes.txt", "p/a_mask.png",
              "p/a_lung.png", "p/a_who.png", "p/b.tif", "p/d.png", "p/a.prov.json"})
            touch(folder, QLatin1String(name));
        const auto pairing = pairMasks(in(folder, "r"), in(folder, "p"), {});
        QVERIFY(pairing);
        QCOMPARE(pairing->pairs.size(), std::size_t{2});
        QCOMPARE(pairing->pairs[0].prediction.front().filename().string(),
                 std::string("a_mask.png"));
        QCOMPARE(pairing->pairs[1].reference.filename().string(), std::string("b_mask.png"));
        QCOMPARE(pairing->withoutPrediction, std::vector<std::string>{"c"});
    }

    void judgesExactlyTheNamesOfAList()
    {
        const QTemporaryDir folder;
        for (const char* const name : {"r/a.png", "r/b.png", "r/c.png", "p/a.png", "p/b.png"})
            touch(folder, QLatin1String(name));
        touch(folder, QStringLiteral("ids"), "# validation\n b.png \r\n\n a\n");
        const auto ids = readIds(in(folder, "ids"));
        QVERIFY(ids);
        QCOMPARE(*ids, (std::vector<std::string>{"b.png", "a"}));
        QCOMPARE(pairMasks(in(folder, "r"), in(folder, "p"), *ids)->pairs.size(), std::size_t{2});
        const auto missing = pairMasks(in(folder, "r"), in(folder, "p"), {"a", "c"});
        QVERIFY(!missing && missing.error().code == ErrorCode::BadData
                && missing.error().subject == "c");
        QVERIFY(readIds(in(folder, "none")).error().code == ErrorCode::NotFound);
    }

    void refusesFoldersThatHaveNothingInCommon()
    {
        const QTemporaryDir folder;
        touch(folder, QStringLiteral("r/a.png"));
        touch(folder, QStringLiteral("p/b.png"));
        QVERIFY(pairMasks(in(folder, "r"), in(folder, "p"), {}).error().code == ErrorCode::BadData);
        QVERIFY(pairMasks(in(folder, "r"), in(folder, "none"), {}).error().code
                == ErrorCode::NotFound);
        touch(folder, QStringLiteral("r/a.tif"));
        QVERIFY(pairMasks(in(folder, "r"), in(folder, "p"), {}).error().code == ErrorCode::BadData);
    }

    void readsBinaryMasksAsLabelOneAndRefusesWhatIsNoLabel()
    {
        const LabelReader reader = readerOf({{"binary", {0, 255, 255}},
                                             {"labels", {0, 2, 254}},
                                             {"bad", {0, 1, 255}},
                                             {"neg", {-1}}});
        QCOMPARE(readLabelPicture("binary", reader)->labels, (std::vector<Label>{0, 1, 1}));
        QCOMPARE(readLabelPicture("labels", reader)->labels, (std::vector<Label>{0, 2, 254}));
        QVERIFY(readLabelPicture("bad", reader).error().code == ErrorCode::BadData);
        QVERIFY(readLabelPicture("neg", reader).error().code == ErrorCode::BadData);
        QVERIFY(readLabelPicture("other", reader).error().code == ErrorCode::Damaged);
    }

    void scoresPairsWithDifferentNumbersOfClasses()
    {
        const LabelReader reader = readerOf({{"r1", {1, 1, 0}},
                                             {"p1", {1, 0, 0}},
                                             {"r2", {2, 0, 3}},
                                             {"p2", {2, 0, 0}},
                                             {"long", {0, 0, 0, 0}}});
        std::vector<CaseScore> cases{scorePair({"1", "r1", {"p1"}}, reader).value().score,
                                     scorePair({"2", "r2", {"p2"}}, reader).value().score};
        fillClasses(cases);
        const ScoreSummary summary = summarise(cases, 100);
        QCOMPARE(summary.classes.size(), std::size_t{3});
        QCOMPARE(summary.classes[0].of(Metric::Dice).mean, 2.0 / 3);
        QCOMPARE(summary.classes[0].bothEmpty, 1);
        QCOMPARE(summary.classes[1].of(Metric::Dice).mean, 1.0);
        QCOMPARE(summary.classes[2].missed, 1);
        QVERIFY(scorePair({"3", "r1", {"long"}}, reader).error().code == ErrorCode::BadData);
    }

    void pairsAStackWithTheFilesOfItsSlices()
    {
        const QTemporaryDir folder;
        for (const char* const name :
             {"r/v.nii.gz", "r/w.hdr", "r/w.img", "p/v_s010_mask.png", "p/v_s002_mask.png",
              "p/v_s001_mask.png", "p/v_side_mask.png", "p/vv_s001_mask.png", "p/w.nii"})
            touch(folder, QLatin1String(name));
        const auto pairing = pairMasks(in(folder, "r"), in(folder, "p"), {});
        QVERIFY2(pairing, pairing ? "" : pairing.error().detail.c_str());
        QCOMPARE(pairing->pairs.size(), std::size_t{2});
        QCOMPARE(pairing->pairs[0].id, std::string("v"));
        QCOMPARE(pairing->pairs[0].prediction.size(), std::size_t{3});
        QCOMPARE(pairing->pairs[0].prediction[2].filename().string(),
                 std::string("v_s010_mask.png"));
        QCOMPARE(pairing->pairs[1].reference.filename().string(), std::string("w.hdr"));
    }

    // One slice of two is right: Dice 2/3 over the stack; the surfaces lie a slice apart, 3 mm.
    void judgesAStackAsOneCaseInMillimetres()
    {
        Geometry geometry;
        geometry.calibration = Calibration::Patient;
        geometry.sliceOriginsMm = {{0, 0, 0}, {0, 0, 3}};
        const LabelReader reader = [&](const fs::path& path, int slice) -> Result<StoredFrame> {
            if (path == "p1" || path == "p2")
                return StoredFrame{{1, 1}, 1, {path == "p1" ? 1 : 0}};
            Geometry own = geometry;
            if (path == "moved")
                own.sliceOriginsMm[1][2] = 4;
            return StoredFrame{{1, 1}, 1, {path == "one" ? 1 - slice : 1}, 2, own};
        };
        const auto pair = scorePair({"v", "both", {"p1", "p2"}}, reader);
        QVERIFY2(pair, pair ? "" : pair.error().detail.c_str());
        QVERIFY(pair->isMillimetres);
        QCOMPARE(pair->score.classes[0].of(Metric::Dice), 2.0 / 3);
        QVERIFY(pair->score.classes[0].of(Metric::Hd95Max) > 2.5);
        QCOMPARE(scorePair({"v", "both", {"one"}}, reader)->score.classes[0].of(Metric::Dice),
                 2.0 / 3);
        QVERIFY(scorePair({"v", "both", {"moved"}}, reader).error().detail.contains("places"));
        QVERIFY(scorePair({"v", "both", {"p1"}}, reader).error().detail.contains("1 x 1 x 2"));
    }

    void findsThePatientByPatternOrTable()
    {
        QCOMPARE(PatientRule().patientOf("x").value(), std::string("x"));
        const auto pattern = PatientRule::byPattern("^(patient\\d+)_");
        QCOMPARE(pattern->patientOf("patient002_ed_04").value(), std::string("patient002"));
        QVERIFY(pattern->patientOf("other").error().code == ErrorCode::BadData);
        QVERIFY(PatientRule::byPattern("(").error().code == ErrorCode::BadArgument);
        const QTemporaryDir folder;
        touch(folder, QStringLiteral("t.csv"), "name,patient\r\n\"a\",\"p 1\",x\r\nb,p2\r\n");
        const auto table = PatientRule::byTable(in(folder, "t.csv"));
        QCOMPARE(table->patientOf("a").value(), std::string("p 1"));
        QCOMPARE(table->patientOf("b").value(), std::string("p2"));
        QVERIFY(table->patientOf("c").error().code == ErrorCode::BadData);
        QVERIFY(PatientRule::byTable(in(folder, "none")).error().code == ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(EvaluationTest)
#include "evaluation_test.moc"
