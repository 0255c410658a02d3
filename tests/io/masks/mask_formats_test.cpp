// One mask in every format, as nibabel, SimpleITK, pydicom, pycocotools and Pillow read it: the same
// labels in the same place.
#include "io/masks/datasets.h"
#include "tests/io/masks/made_source.h"
#include "tests/io/masks/odd_masks.h"
#include "tests/support/python.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;
using namespace limn::test;

namespace {

constexpr std::array formats{MaskFormat::Mask,  MaskFormat::Nifti, MaskFormat::Nrrd,
                             MaskFormat::Coco,  MaskFormat::Yolo,  MaskFormat::Nnunet,
                             MaskFormat::Seg};

std::filesystem::path importProgram()
{
    return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
        / "../bin/limn-import";
}

MaskExport masksOf(const MadeSeries& series, const QString& sources)
{
    MaskExport masks;
    masks.stem = "mask" + std::to_string(series.number);
    masks.labels = oddLabels({series.columns, series.rows}, series.slices, series.number);
    masks.table = oddTable();
    masks.geometry = madeGeometry(series);
    masks.source = madeSource(sources, series);
    masks.provenance.programVersion = "1.2.3";
    // Both ways to count and both ways to draw.
    masks.datasets.instances =
        series.number % 2 == 0 ? InstanceKind::Components : InstanceKind::WholeLabels;
    masks.datasets.outlines =
        series.number / 2 % 2 == 0 ? OutlineKind::Polygons : OutlineKind::RunLengths;
    return masks;
}

QJsonArray arrayOf(const Vector3& v)
{
    return {v[0], v[1], v[2]};
}

QJsonObject truthOf(const MaskExport& masks)
{
    const Geometry& geometry = masks.geometry;
    QJsonArray origins, sources, labels;
    for (const Vector3& origin : geometry.sliceOriginsMm)
        origins.append(arrayOf(origin));
    for (const auto& file : masks.source.files)
        sources.append(QString::fromStdString(file.string()));
    for (const LabelRow& row : masks.table.rows)
        labels.append(QJsonObject{
            {"label", row.label},
            {"name", QString::fromStdString(row.name)},
            {"rgb", QJsonArray{row.colour.red, row.colour.green, row.colour.blue}}});
    return {{"stem", QString::fromStdString(masks.stem)},
            {"shape",
             QJsonArray{masks.labels.sliceCount, masks.labels.size.height,
                        masks.labels.size.width}},
            {"spacing", QJsonArray{geometry.columnSpacingMm, geometry.rowSpacingMm}},
            {"row", arrayOf(geometry.rowDirection)},
            {"column", arrayOf(geometry.columnDirection)},
            {"origins", origins},
            {"sources", sources},
            {"labels", labels},
            {"wholeLabels", masks.datasets.instances == InstanceKind::WholeLabels},
            {"polygons", masks.datasets.outlines == OutlineKind::Polygons}};
}

} // namespace

class MaskFormatsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areTheSameMaskToOthers()
    {
        if (!hasPythonModules({"numpy", "PIL.Image", "scipy.ndimage", "pydicom", "nibabel",
                               "SimpleITK", "pycocotools.coco"}))
            QSKIP("LIMN_TEST_PYTHON names no interpreter with the readers of masks");
        constexpr int count = 100;
        const QTemporaryDir folder;
        const QString sources = folder.filePath(QStringLiteral("sources"));
        const QString out = folder.filePath(QStringLiteral("out"));
        const QString truth = folder.filePath(QStringLiteral("truth"));
        for (const QString& path : {sources, out, truth})
            QVERIFY(QDir().mkpath(path));
        ImportClient client(importProgram());
        QJsonArray index;
        for (int i = 0; i < count; ++i) {
            const MadeSeries series{.kind = static_cast<MadeKind>(i % 3),
                                    .columns = 1 + i * 7 % 41,
                                    .rows = 1 + i * 11 % 37,
                                    .slices = 1 + i / 3 % 4,
                                    .number = i + 1};
            const MaskExport masks = masksOf(series, sources);
            const auto written = writeMasks(masks, out.toStdString(), formats, IfExists::Refuse, {},
                                            &client);
            QVERIFY2(written, written ? "" : written.error().detail.c_str());
            QCOMPARE(*written, plannedFiles(masks, out.toStdString(), formats));
            putFile(truth + u'/' + QString::fromStdString(masks.stem),
                    bytesOf(masks.labels.values));
            index.append(truthOf(masks));
        }
        QVERIFY(finishDatasets(out.toStdString(), formats, {}));
        putFile(truth + QStringLiteral("/index.json"), QJsonDocument(index).toJson());
        const QByteArray words =
            pythonOutput(QStringLiteral("tests/io/masks/read_mask_formats.py"), {folder.path()});
        const QJsonObject counts = QJsonDocument::fromJson(words).object();
        qInfo().noquote() << words.trimmed();
        for (const char* reader : {"png", "nifti", "niftiItk", "nrrd", "seg", "coco", "yolo",
                                   "nnunet", "nnunetImages"})
            QVERIFY2(counts[reader].toInt() == count, reader);
        QVERIFY(counts["placed"].toInt() >= count / 2);
        QVERIFY(counts["polygons"].toInt() > 100 && counts["runLengths"].toInt() > 100);
        QVERIFY2(counts["faults"].toArray().isEmpty(), words.constData());
    }
};

QTEST_GUILESS_MAIN(MaskFormatsTest)
#include "mask_formats_test.moc"
