// What a DICOM segmentation says of its segments, and when there is none.
#include "io/masks/deciders.h"
#include "io/masks/label_codes.h"
#include "io/masks/segment_json.h"

#include "tests/io/masks/made_dicom.h"
#include "tests/io/masks/segmentation_objects.h"
#include "tests/support/made_masks.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;
using namespace limn::test;

namespace {

// Two pixels by the model (label 1), two background; nobody drew.
MaskExport fourPixels()
{
    MaskExport masks;
    masks.stem = "four";
    masks.labels = emptyLabelMap({4, 1});
    masks.labels.values = {1, 1, 0, 0};
    masks.human = untouchedLayer({4, 1});
    masks.table = tableOf({"lung"});
    masks.posteriors = {
        ProbabilityMap{{4, 1}, 2, {0.1F, 0.2F, 0.9F, 0.8F, 0.9F, 0.8F, 0.1F, 0.2F}}};
    masks.provenance.baseStep = 2;
    masks.provenance.runs = {RunFacts{.modelName = "lungs",
                                      .modelTitle = {},
                                      .modelSha256 = std::string(64, 'b'),
                                      .device = "cpu",
                                      .programVersion = "9.9"}};
    return masks;
}

void draw(MaskExport& masks, int pixel, Label label)
{
    masks.human.values[static_cast<std::size_t>(pixel)] = label;
    masks.labels.values[static_cast<std::size_t>(pixel)] = label;
}

QByteArray typeOf(const MaskExport& masks)
{
    return algorithmTypeOf(masks, countLabels(masks).shares[1]);
}

std::filesystem::path importProgram()
{
    return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
        / "../bin/limn-import";
}

} // namespace

class SegmentationPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelAloneIsAutomatic()
    {
        QCOMPARE(typeOf(fourPixels()), QByteArray("AUTOMATIC"));
        QCOMPARE(countLabels(fourPixels()).shares[1].changedShare(), 0.0);
    }

    void aPersonsPixelsMakeItSemiautomatic()
    {
        MaskExport added = fourPixels();
        draw(added, 2, 1);
        QCOMPARE(typeOf(added), QByteArray("SEMIAUTOMATIC"));
        QCOMPARE(countLabels(added).shares[1].changedShare(), 1.0 / 3);
        MaskExport erased = fourPixels();
        draw(erased, 0, 0);
        QCOMPARE(typeOf(erased), QByteArray("SEMIAUTOMATIC"));
        QCOMPARE(countLabels(erased).shares[1].changedShare(), 0.5);
        MaskExport confirmed = fourPixels();
        draw(confirmed, 0, 1);
        QCOMPARE(typeOf(confirmed), QByteArray("SEMIAUTOMATIC"));
        QCOMPARE(countLabels(confirmed).shares[1].changedShare(), 0.0);
    }

    void strokesForTheModelMakeItSemiautomatic()
    {
        MaskExport masks = fourPixels();
        masks.provenance.runs[0].evidence = "a stroke";
        QCOMPARE(typeOf(masks), QByteArray("SEMIAUTOMATIC"));
    }

    void whatAPersonDecidedWhollyIsManual()
    {
        MaskExport masks = fourPixels();
        draw(masks, 0, 1);
        draw(masks, 1, 1);
        QCOMPARE(typeOf(masks), QByteArray("MANUAL"));
        MaskExport withoutModel = fourPixels();
        withoutModel.provenance.runs = {RunFacts{}};
        withoutModel.posteriors.clear();
        QCOMPARE(typeOf(withoutModel), QByteArray("MANUAL"));
    }

    void theRunIsInTheParameters()
    {
        const MaskExport masks = fourPixels();
        const auto json = segmentJson(masks, masks.table.rows[0], countLabels(masks).shares[1]);
        const auto facts = nlohmann::json::parse(json.at("parameters").get<std::string>());
        QCOMPARE(facts.at("runs").at(0).at("modelSha256").get<std::string>(), std::string(64, 'b'));
        QCOMPARE(facts.at("baseStep").get<int>(), 2);
        QCOMPARE(json.at("algorithmVersion").get<std::string>(), std::string("9.9"));
    }

    void longEvidenceIsLeftOutOfTheParameters()
    {
        MaskExport masks = fourPixels();
        masks.provenance.runs[0].evidence = std::string(20000, 'e');
        const auto json = segmentJson(masks, masks.table.rows[0], {});
        const auto text = json.at("parameters").get<std::string>();
        QVERIFY(text.size() <= 10240);
        QVERIFY(text.find("eeee") == std::string::npos);
    }

    void namesAreLookedUpInTheTable_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("modifier");
        QTest::newRow("plain") << "lung"
                               << "39607008" << QString();
        QTest::newRow("plural") << "Lungs"
                                << "39607008" << QString();
        QTest::newRow("side") << "Left_lung"
                              << "39607008"
                              << "7771000";
        QTest::newRow("side in the name") << "left ventricle"
                                          << "87878005" << QString();
        QTest::newRow("part") << "hippocampus anterior"
                              << "5366008"
                              << "255549009";
        QTest::newRow("irregular") << "cell nuclei"
                                   << "84640000" << QString();
        QTest::newRow("lesion") << "lesion"
                                << "52988006" << QString();
    }
    void namesAreLookedUpInTheTable()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, code);
        QFETCH(const QString, modifier);
        const CodedLabel coded = codeOf(name.toStdString());
        QCOMPARE(coded.type.scheme, std::string("SCT"));
        QCOMPARE(QString::fromStdString(coded.type.value), code);
        QCOMPARE(coded.modifier ? QString::fromStdString(coded.modifier->value) : QString(),
                 modifier);
    }

    void anyOtherNameHasACodeOfItsOwn()
    {
        const CodedLabel one = codeOf("ghost"), again = codeOf(" ghost "), other = codeOf("ghosts");
        QCOMPARE(one.type.scheme, std::string("99LIMN"));
        QCOMPARE(one.type.meaning, std::string("ghost"));
        QCOMPARE(one.type.value, again.type.value);
        QVERIFY(one.type.value != other.type.value);
        QVERIFY(one.type.value.size() <= 16);
        QCOMPARE(codeOf("").type.scheme, std::string("99LIMN"));
    }

    void refusesWhatIsNoDicom()
    {
        const QTemporaryDir folder;
        MaskExport masks = madeMasks({5, 4});
        masks.source.format = "PNG";
        ImportClient client(importProgram());
        for (const MaskFormat format : {MaskFormat::Seg, MaskFormat::SegFrac}) {
            QVERIFY(
                plannedFiles(masks, folder.path().toStdString(), std::span(&format, 1)).empty());
            const std::array both{MaskFormat::Mask, format};
            const auto written =
                writeMasks(masks, folder.path().toStdString(), both, IfExists::Refuse, {}, &client);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::NotDicom);
            QCOMPARE(written.error().subject, std::string("picture.png"));
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void refusesASourceThatHasChanged()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("source.dcm");
        const MadeSeries series{.columns = 5, .rows = 4};
        QVERIFY(putFile(path, series.files().front()));
        MaskExport masks = madeMasks({5, 4});
        masks.source.format = "DICOM";
        masks.source.files = {path.toStdString()};
        masks.source.instanceUid = "1.2.3.4.5";
        ImportClient client(importProgram());
        const MaskFormat format = MaskFormat::Seg;
        const auto write = [&](const MaskExport& what) {
            return writeMasks(what, folder.path().toStdString(), std::span(&format, 1),
                              IfExists::Refuse, {}, &client);
        };
        QCOMPARE(write(masks).error().code, ErrorCode::ImageChanged);
        masks.source.instanceUid = series.uid(".3.").toStdString();
        MaskExport larger = madeMasks({6, 4});
        larger.source = masks.source;
        QCOMPARE(write(larger).error().code, ErrorCode::ImageChanged);
        const auto written = write(masks);
        QVERIFY(written);
        QCOMPARE(written->front().filename().string(), std::string("picture.seg.dcm"));
        QFile::remove(path);
        masks.stem = "other";
        QCOMPARE(write(masks).error().code, ErrorCode::NotFound);
    }

    // Where DCMTK knows no way to UTF-8, the patient's bytes stay and our letters go.
    void keepsThePatientsNameWhereItCantBeConverted()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("source.dcm");
        const QByteArray name = "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B";
        const MadeSeries series{
            .columns = 5, .rows = 4, .characterSet = "\\ISO 2022 IR 87", .patientName = name};
        QVERIFY(putFile(path, series.files().front()));
        MaskExport masks = madeMasks({5, 4});
        masks.table = tableOf({"Läsion", "heart"});
        masks.source.format = "DICOM";
        masks.source.files = {path.toStdString()};
        masks.source.instanceUid = series.uid(".3.").toStdString();
        ImportClient client(importProgram());
        const MaskFormat format = MaskFormat::Seg;
        const auto written = writeMasks(masks, folder.path().toStdString(), std::span(&format, 1),
                                        IfExists::Refuse, {}, &client);
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        QFile file(QString::fromStdString(written->front().string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const bool isConverted = bytes.contains("ISO_IR 192");
        QVERIFY(bytes.contains(isConverted ? QByteArray("Läsion") : QByteArray("L??sion")));
        QVERIFY(bytes.contains(isConverted ? QByteArray("山田^太郎") : name));
    }
};

QTEST_GUILESS_MAIN(SegmentationPartsTest)
#include "segmentation_parts_test.moc"
