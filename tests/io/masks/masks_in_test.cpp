// Masks out and in again through each format, and masks as other programs write them: the same labels
// in the same place; what does not fit is refused with both sizes.
#include "io/masks/datasets.h"
#include "model/data/mask_fit.h"
#include "tests/io/masks/made_source.h"
#include "tests/io/masks/odd_masks.h"
#include "tests/support/python.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;
using namespace limn::test;

namespace {

namespace fs = std::filesystem;

fs::path importProgram()
{
    return fs::path(QCoreApplication::applicationDirPath().toStdString()) / "../bin/limn-import";
}

Volume pictureOf(const MaskExport& masks)
{
    Volume picture;
    picture.size = masks.labels.size;
    picture.slices.resize(static_cast<std::size_t>(masks.labels.sliceCount));
    picture.geometry = masks.geometry;
    picture.source = masks.source;
    return picture;
}

MaskExport masksOf(const MadeSeries& series, const QString& folder)
{
    MaskExport masks;
    masks.stem = "mask" + std::to_string(series.number);
    masks.labels = oddLabels({series.columns, series.rows}, series.slices, series.number);
    masks.table = oddTable();
    masks.table.rows[1].name = "Läsion; \"a\""; // a DICOM label can't have a backslash
    masks.geometry = madeGeometry(series);
    masks.source = madeSource(folder, series);
    masks.datasets.outlines =
        series.number % 2 == 0 ? OutlineKind::Polygons : OutlineKind::RunLengths;
    return masks;
}

// What the picture's labels would become.
LabelMap broughtIn(const FittedMask& fitted, const std::vector<MaskLabel>& labels,
                   const LabelTable& table)
{
    const MergedLabels merged = mergedLabels(table, labels, true);
    LabelMap map = fitted.labels;
    for (Label& label : map.values)
        label = merged.numbers[label];
    return map;
}

class MasksInTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ImportClient m_client{importProgram()};

    fs::path write(const MaskExport& masks, MaskFormat format)
    {
        const auto written = writeMasks(masks, m_folder.path().toStdString(),
                                        std::span(&format, 1), IfExists::Replace, {}, &m_client);
        if (!written)
            qWarning("%s", written.error().detail.c_str());
        return written ? written->front() : fs::path();
    }
    Result<FittedMask> fit(const fs::path& file, const Volume& picture, int entry = 0,
                           int slice = -1)
    {
        const auto mask = m_client.readMask(file, entry, {});
        if (!mask)
            return std::unexpected(mask.error());
        m_labels = mask->labels;
        return fitMask(*mask, picture, slice, file.filename().string());
    }
    std::vector<MaskLabel> m_labels; // of the last mask

    void compare(const fs::path& file, const MaskExport& masks)
    {
        const auto fitted = fit(file, pictureOf(masks));
        QVERIFY2(fitted, fitted ? "" : (file.string() + ": " + fitted.error().detail).c_str());
        const LabelMap map = broughtIn(*fitted, m_labels, masks.table);
        QVERIFY2(map.values == masks.labels.values, file.c_str());
        QVERIFY(mergedLabels(masks.table, m_labels, true).table == masks.table); // no new rows
        // In a program that knows none of the labels, names and colours come along.
        const LabelTable fresh = mergedLabels({}, m_labels, true).table;
        for (const LabelRow& row : masks.table.rows) {
            const auto known = std::ranges::find(fresh.rows, row.name, &LabelRow::name);
            QVERIFY2(known != fresh.rows.end(), (file.string() + row.name).c_str());
            const auto near = [](int a, int b) { return std::abs(a - b) <= 1; }; // through CIELab
            QVERIFY(near(known->colour.red, row.colour.red)
                    && near(known->colour.green, row.colour.green)
                    && near(known->colour.blue, row.colour.blue));
        }
    }

private Q_SLOTS:
    void comeBackAsTheyWentOut()
    {
        for (int i = 0; i < 60; ++i) {
            const MadeSeries series{.kind = static_cast<MadeKind>(i % 3),
                                    .columns = 1 + i * 7 % 41,
                                    .rows = 1 + i * 11 % 37,
                                    .slices = 1 + i / 3 % 4,
                                    .number = i + 1};
            MaskExport masks = masksOf(series, m_folder.path());
            for (const MaskFormat format : {MaskFormat::Nifti, MaskFormat::Nrrd, MaskFormat::Seg})
                compare(write(masks, format), masks);
            // In the order of columns and rows that a NIfTI source has.
            masks.source.order = {i % 2 == 0, i % 4 > 1, i % 8 > 3};
            for (const MaskFormat format : {MaskFormat::Nifti, MaskFormat::Nrrd})
                compare(write(masks, format), masks);
            masks.source.order = {};
            if (series.slices == 1)
                compare(write(masks, MaskFormat::Mask), masks);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void fractionalSegmentationsMayBeCompressed()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dcmcrle"));
        if (program.isEmpty())
            QSKIP("dcmtk's tools are not installed");
        const MadeSeries series{.kind = MadeKind::Series, .columns = 23, .rows = 17, .slices = 3, .number = 91};
        MaskExport masks = masksOf(series, m_folder.path());
        const int classes = static_cast<int>(masks.table.rows.size()) + 1;
        for (int slice = 0; slice < 3; ++slice) {
            ProbabilityMap map{masks.labels.size, classes, {}};
            for (std::size_t i = 0; i < map.size.area() * static_cast<std::size_t>(classes); ++i)
                map.values.push_back(static_cast<float>((i * 7 + static_cast<std::size_t>(slice)) % 11) / 10);
            masks.posteriors.push_back(std::move(map));
        }
        const fs::path plain = write(masks, MaskFormat::SegFrac);
        const fs::path packed = plain.string() + ".rle";
        QCOMPARE(QProcess::execute(program, {QString::fromStdString(plain.string()),
                                             QString::fromStdString(packed.string())}), 0);
        const auto one = m_client.readMask(plain, 0, {}), other = m_client.readMask(packed, 0, {});
        QVERIFY2(one && other, other ? "" : other.error().detail.c_str());
        QCOMPARE(other->values, one->values);
        QVERIFY(std::ranges::any_of(one->values, [](Label label) { return label != 0; }));
    }

    void comeBackSliceBySlice()
    {
        const MadeSeries series{.kind = MadeKind::Series, .columns = 23, .rows = 17, .slices = 3, .number = 81};
        const MaskExport masks = masksOf(series, m_folder.path());
        const MaskFormat format = MaskFormat::Mask;
        const auto files = writeMasks(masks, m_folder.path().toStdString(), std::span(&format, 1),
                                      IfExists::Replace, {});
        QVERIFY(files);
        const Volume picture = pictureOf(masks);
        const fs::path coco = write(masks, MaskFormat::Coco);
        const auto entries = m_client.listMasks(coco, {});
        QVERIFY2(entries, entries ? "" : entries.error().detail.c_str());
        QCOMPARE(entries->size(), 3U);
        for (int slice = 0; slice < 3; ++slice) {
            const auto index = static_cast<std::size_t>(slice);
            QCOMPARE((*entries)[index].imageName, masks.source.files[index].filename().string());
            QCOMPARE((*entries)[index].slice, slice);
            for (const auto& [file, entry] : {std::pair{(*files)[index], 0}, {coco, slice}}) {
                const auto fitted = fit(file, picture, entry, slice);
                QVERIFY2(fitted, fitted ? "" : fitted.error().detail.c_str());
                const LabelMap map = broughtIn(*fitted, m_labels, masks.table);
                QVERIFY(std::ranges::equal(map.slice(slice), masks.labels.slice(slice)));
                QVERIFY(fitted->isCovered[index]);
                QCOMPARE(std::ranges::count(fitted->isCovered, true), 1);
            }
        }
    }

    void areReadAsOthersWriteThem()
    {
        if (!hasPythonModules({"numpy", "PIL.Image", "nibabel", "SimpleITK", "pycocotools.mask",
                               "pydicom", "highdicom"}))
            QSKIP("LIMN_TEST_PYTHON names no interpreter with the writers of masks");
        const MadeSeries series{.kind = MadeKind::Series, .columns = 19, .rows = 14, .slices = 5, .number = 82};
        const MaskExport masks = masksOf(series, m_folder.path());
        write(masks, MaskFormat::Nifti);
        QStringList arguments{m_folder.path(), QStringLiteral("mask82")};
        for (const auto& source : masks.source.files)
            arguments << QString::fromStdString(source.string());
        const QByteArray names =
            pythonOutput(QStringLiteral("tests/io/masks/write_foreign_masks.py"), arguments);
        const auto files = names.trimmed().split('\n');
        QVERIFY2(files.size() >= 12, names.constData());
        for (const QByteArray& name : files) {
            const auto fitted =
                fit(fs::path(m_folder.path().toStdString()) / name.toStdString(), pictureOf(masks));
            QVERIFY2(fitted, fitted ? "" : (name.toStdString() + fitted.error().detail).c_str());
            const LabelMap map = broughtIn(*fitted, m_labels, masks.table);
            QVERIFY2(map.values == masks.labels.values, name.constData());
        }
    }

    void ofAnotherGridAreRefusedWithBothSizes()
    {
        const MadeSeries series{.kind = MadeKind::Series, .columns = 20, .rows = 12, .slices = 3, .number = 83};
        const MaskExport masks = masksOf(series, m_folder.path());
        const auto detail = [&](MaskFormat format, const auto& change) {
            Volume picture = pictureOf(masks);
            change(picture);
            const auto fitted = fit(write(masks, format), picture);
            return fitted || fitted.error().code != ErrorCode::MaskMismatch
                ? std::string()
                : fitted.error().detail;
        };
        for (const MaskFormat format : {MaskFormat::Nifti, MaskFormat::Nrrd, MaskFormat::Seg}) {
            const std::string wider =
                detail(format, [](Volume& picture) { picture.size = {21, 12}; });
            QVERIFY2(wider.find("20 x 12") != std::string::npos
                         && wider.find("21 x 12") != std::string::npos,
                     wider.c_str());
            const std::string shifted = detail(format, [](Volume& picture) {
                for (Vector3& origin : picture.geometry.sliceOriginsMm)
                    origin[0] += 0.4;
            });
            QVERIFY2(shifted.find("mm") != std::string::npos, shifted.c_str());
            const std::string finer = detail(
                format, [](Volume& picture) { picture.geometry.columnSpacingMm = 0.5; });
            QVERIFY2(finer.find("picture") != std::string::npos, finer.c_str());
            const std::string shorter = detail(format, [](Volume& picture) {
                picture.slices.resize(2);
                picture.geometry.sliceOriginsMm.resize(2);
            });
            QVERIFY2(shorter.find("picture") != std::string::npos, shorter.c_str());
        }
    }

    void ofAFewSlicesLieOnThese()
    {
        const MadeSeries series{.kind = MadeKind::Series, .columns = 20, .rows = 12, .slices = 4, .number = 84};
        const MaskExport masks = masksOf(series, m_folder.path());
        Volume picture = pictureOf(masks); // of more slices, the mask's in the middle
        const Vector3 first = masks.geometry.sliceOriginsMm[0];
        picture.slices.resize(6);
        picture.geometry.sliceOriginsMm.insert(picture.geometry.sliceOriginsMm.begin(),
                                               {first[0], first[1] + 1.5, first[2] - 2});
        const Vector3 last = masks.geometry.sliceOriginsMm[3];
        picture.geometry.sliceOriginsMm.push_back({last[0], last[1] - 1.5, last[2] + 2});
        picture.source.files.clear();
        for (const MaskFormat format : {MaskFormat::Nifti, MaskFormat::Nrrd, MaskFormat::Seg}) {
            const auto fitted = fit(write(masks, format), picture);
            QVERIFY2(fitted, fitted ? "" : fitted.error().detail.c_str());
            const LabelMap map = broughtIn(*fitted, m_labels, masks.table);
            for (int slice = 0; slice < 4; ++slice)
                QVERIFY(std::ranges::equal(map.slice(slice + 1), masks.labels.slice(slice)));
            QVERIFY(!fitted->isCovered[0] && !fitted->isCovered[5]);
        }
    }

    void thatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        const auto add = [](const char* name, const QByteArray& content, ErrorCode code) {
            QTest::newRow(name) << content << code;
        };
        const QByteArray image = R"({"images": [{"id": 1, "file_name": "a.png", "width": 4, "height": 3}],)"
                                 R"("categories": [{"id": 1, "name": "a"}], "annotations": [)";
        const auto coco = [&image](const QByteArray& segmentation) {
            return image + R"({"id": 1, "image_id": 1, "category_id": 1, "segmentation": )"
                + segmentation + "}]}";
        };
        add("empty", "", ErrorCode::NotAnImage);
        add("text", "no mask", ErrorCode::NotAnImage);
        add("half of JSON", image, ErrorCode::Damaged);
        add("JSON of something else", R"({"a": 1})", ErrorCode::UnsupportedFormat);
        add("an unknown category",
            image + R"({"id": 1, "image_id": 1, "category_id": 7, "segmentation": []}]})",
            ErrorCode::Damaged);
        add("half a polygon", coco("[[1, 2, 3]]"), ErrorCode::Damaged);
        add("a polygon far away", coco("[[1, 2, 3, 1e300, 4, 5]]"), ErrorCode::Damaged);
        add("words for numbers", coco(R"([["a", 1, 2, 3, 4, 5]])"), ErrorCode::Damaged);
        add("runs of another size", coco(R"({"size": [4, 3], "counts": [12]})"), ErrorCode::Damaged);
        add("runs too long", coco(R"({"size": [3, 4], "counts": [1, 99]})"), ErrorCode::Damaged);
        add("letters that are no runs", coco(R"({"size": [3, 4], "counts": "\u0001"})"),
            ErrorCode::Damaged);
        add("letters that end early", coco(R"({"size": [3, 4], "counts": "oo"})"),
            ErrorCode::Damaged);
        add("a huge picture",
            R"({"images": [{"id": 1, "file_name": "a", "width": 99999999, "height": 9}],)"
            R"("categories": [], "annotations": []})",
            ErrorCode::Damaged);
    }
    void thatAreNoneAreRefused()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const ErrorCode, code);
        const QString path = m_folder.filePath(QStringLiteral("bad.json"));
        putFile(path, content);
        const auto mask = m_client.readMask(path.toStdString(), 0, {});
        QVERIFY(!mask);
        QCOMPARE(mask.error().code, code);
        QCOMPARE(mask.error().subject, std::string("bad.json"));
    }

    // Segmentations that other programs made (pydicom's, highdicom's and dcmqi's test files).
    void ofTheCorpusAreRead()
    {
        const QDir corpus(qEnvironmentVariable("LIMN_SOURCE") + "/../shared/data/dicom");
        if (!corpus.exists() || !hasPythonModules({"numpy", "pydicom"}))
            QSKIP("no DICOM corpus, or no pydicom");
        const QStringList names = corpus.entryList({"seg*.dcm", "liver*.dcm"}, QDir::Files);
        int readCount = 0;
        for (const QString& name : names) {
            const auto mask = m_client.readMask(corpus.filePath(name).toStdString(), 0, {});
            if (!mask) {
                qInfo("%s: %s %s", qPrintable(name), codeName(mask.error().code).data(),
                      mask.error().detail.c_str());
                continue;
            }
            const auto pixels = static_cast<long long>(std::ranges::count_if(
                mask->values, [](Label label) { return label != background; }));
            const QByteArray counted = pythonOutput(
                QStringLiteral("tests/io/masks/count_segmented.py"), {corpus.filePath(name)});
            if (counted.isEmpty())
                continue; // pydicom lacks a decoder for it
            qInfo("%s: %d slices, %zu labels, %lld pixels", qPrintable(name), mask->sliceCount,
                  mask->labels.size(), pixels);
            QCOMPARE(pixels, counted.trimmed().toLongLong());
            ++readCount;
        }
        QCOMPARE(readCount, 11); // the others are refused, or pydicom lacks a decoder for them
    }
};

} // namespace

QTEST_GUILESS_MAIN(MasksInTest)
#include "masks_in_test.moc"
