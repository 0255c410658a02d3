// DICOM segmentations as pydicom, highdicom and dicom3tools read them. With LIMN_SEG_SWEEP=all
// every size from 1 x 1 to 17 x 17, 1 to 5 slices and 1 to 3 segments is made; else a thirteenth of
// them.
#include "io/masks/label_codes.h"

#include "tests/io/masks/made_source.h"
#include "tests/support/python.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace limn;
using namespace limn::test;

namespace {

constexpr int parts = 13; // of the sweep

std::filesystem::path importProgram()
{
    return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
        / "../bin/limn-import";
}

// Random labels; now and then an empty slice, an empty label, a full picture.
MaskExport randomMasks(Size size, int slices, int segments, int number)
{
    std::mt19937 random(static_cast<unsigned>(number));
    MaskExport masks;
    masks.stem = "object" + std::to_string(number);
    masks.labels = emptyLabelMap(size, slices);
    for (int slice = 0; slice < slices; ++slice) {
        const auto kind = random() % 6;
        for (Label& label : masks.labels.slice(slice))
            label = kind == 0 ? 0
                : kind == 1   ? 1
                              : static_cast<Label>(random() % static_cast<unsigned>(segments + 1));
    }
    masks.table = tableOf(std::vector<std::string>{"left lung", "lesion", "my own label"});
    masks.table.rows.resize(static_cast<std::size_t>(segments));
    std::uniform_real_distribution<float> law(0, 1);
    for (int slice = 0; slice < slices; ++slice) {
        ProbabilityMap map{size, segments + 1, {}};
        for (std::size_t i = 0; i < size.area() * static_cast<std::size_t>(segments + 1); ++i)
            map.values.push_back(law(random));
        masks.posteriors.push_back(std::move(map));
    }
    masks.provenance.programVersion = "1.2.3";
    masks.provenance.baseStep = 3;
    masks.provenance.runs.assign(static_cast<std::size_t>(slices),
                                 RunFacts{.modelName = "lungs",
                                          .modelTitle = {},
                                          .modelSha256 = std::string(64, 'a'),
                                          .device = "cpu"});
    return masks;
}

bool hasReaders()
{
    return hasPythonModules({QStringLiteral("numpy"), QStringLiteral("PIL.ImageCms"),
                             QStringLiteral("pydicom"), QStringLiteral("highdicom")})
        && !QStandardPaths::findExecutable(QStringLiteral("dciodvfy")).isEmpty();
}

// The counts of read_segmentations.py; the folder is one of ObjectFolder.
QJsonObject judged(const ObjectFolder& objects, const QStringList& kind = {})
{
    objects.writeIndex();
    const QByteArray counts = pythonOutput(QStringLiteral("tests/io/masks/read_segmentations.py"),
                                           QStringList(objects.file(QString())) + kind);
    qInfo().noquote() << counts.trimmed();
    return QJsonDocument::fromJson(counts).object();
}

void verifyFaultless(const QJsonObject& counts, int objects, int mismatches = 0)
{
    QCOMPARE(counts["objects"].toInt(), objects);
    QVERIFY(counts["bits"].toInt() > 0);
    for (const char* kind : {"wrongBits", "faults", "errors"})
        QVERIFY2(counts[kind].isDouble() && counts[kind].toInt() == 0, kind);
    QCOMPARE(counts["mismatches"].toInt(-1), mismatches);
}

} // namespace

class SegmentationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySizeIsReadByOthersToTheBit_data()
    {
        QTest::addColumn<int>("first");
        const bool all = qEnvironmentVariable("LIMN_SEG_SWEEP") == QLatin1String("all");
        for (int first = 0; first < (all ? parts : 1); ++first)
            QTest::addRow("part %d of %d", first + 1, parts) << first;
    }
    void everySizeIsReadByOthersToTheBit()
    {
        if (!hasReaders())
            QSKIP("no highdicom, no dciodvfy");
        constexpr int cases = 17 * 17 * 5 * 3;
        QFETCH(const int, first);
        const QTemporaryDir folder;
        ObjectFolder objects(folder.path());
        ImportClient client(importProgram());
        for (int i = first; i < cases; i += parts) {
            const MadeSeries series{.kind = static_cast<MadeKind>(i / parts % 3),
                                    .columns = i % 17 + 1,
                                    .rows = i / 17 % 17 + 1,
                                    .slices = i / 289 % 5 + 1,
                                    .number = i + 1};
            MaskExport masks =
                randomMasks({series.columns, series.rows}, series.slices, i / (289 * 5) + 1, i + 1);
            masks.source = madeSource(folder.path(), series);
            // All are binary, and every eighth is fractional as well.
            const auto added = objects.add(masks, MaskFormat::Seg, client);
            QVERIFY2(added, added ? "" : added.error().detail.c_str());
            if (i / parts % 8 == 7)
                QVERIFY(objects.add(masks, MaskFormat::SegFrac, client));
        }
        QVERIFY(objects.count() >= 300);
        const QJsonObject counts = judged(objects);
        verifyFaultless(counts, objects.count());
        QVERIFY(counts["withGeometry"].toInt() > objects.count() / 2);
        QCOMPARE(counts["withoutGeometry"].toInt(), 0);
    }

    void wordsAreKeptInTheirCharacters()
    {
        if (!hasReaders())
            QSKIP("no highdicom, no dciodvfy");
        const QTemporaryDir folder;
        ObjectFolder objects(folder.path());
        ImportClient client(importProgram());
        // Every name of the table of codes, beside a patient in ASCII.
        std::vector<std::string> names{"Left lung", "posterior hippocampus", "Nuclei"};
        for (const std::string_view name : codedNames())
            names.emplace_back(name);
        MaskExport coded = randomMasks({9, 7}, 1, 3, 1);
        coded.table = tableOf(names);
        coded.source = madeSource(folder.path(), {.columns = 9, .rows = 7, .number = 1});
        QVERIFY(objects.add(coded, MaskFormat::Seg, client));
        // Labels and a patient that are not, in one character set.
        MaskExport foreign = randomMasks({9, 7}, 1, 2, 2);
        foreign.table = tableOf({"Läsion", "病変"});
        foreign.source = madeSource(folder.path(),
                                    {.columns = 9,
                                     .rows = 7,
                                     .number = 2,
                                     .characterSet = "ISO_IR 100",
                                     .patientName = "M\xfcller^J\xf6rg"});
        QVERIFY(objects.add(foreign, MaskFormat::Seg, client));
        // dcentvfy compares the patient's name byte by byte, whatever the character set says.
        verifyFaultless(judged(objects), 2, 1);
    }

    // What comes in a hospital's files: every header of the corpus that opens.
    void realImagesGiveValidObjects()
    {
        if (!hasReaders())
            QSKIP("no highdicom, no dciodvfy");
        const QDir corpus(qEnvironmentVariable("LIMN_SOURCE") + "/../shared/data/dicom");
        if (!corpus.exists())
            QSKIP("no DICOM corpus");
        QTemporaryDir folder;
        ObjectFolder objects(folder.path());
        ImportClient client(importProgram());
        int number = 0;
        for (const QString& name : corpus.entryList({"*.dcm"}, QDir::Files, QDir::Name)) {
            const auto volume = client.open(corpus.filePath(name).toStdString(), {});
            if (!volume || (*volume)->sliceCount() > 40 || (*volume)->size.area() > 1 << 20)
                continue;
            MaskExport masks =
                randomMasks((*volume)->size, (*volume)->sliceCount(), 2, 10000 + ++number);
            masks.stem = QFileInfo(name).completeBaseName().toStdString();
            masks.posteriors.clear();
            masks.source = (*volume)->source;
            masks.geometry = (*volume)->geometry;
            if (const auto added = objects.add(masks, MaskFormat::Seg, client); !added)
                qInfo("%s: %s", qPrintable(name), added.error().detail.c_str());
        }
        const QJsonObject counts = judged(objects, {QStringLiteral("real")});
        verifyFaultless(counts, objects.count());
        QVERIFY(objects.count() - counts["invalidSources"].toInt() >= 20);
    }
};

QTEST_GUILESS_MAIN(SegmentationTest)
#include "segmentation_test.moc"
