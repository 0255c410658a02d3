// Series through the import child: made ones in every state of disorder and a real one, their places
// compared with those that dcm2niix gives.
#include "app/image_list.h"
#include "tests/io/import/made_slices.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace limn;
using namespace limn::test;

namespace {

using Affine = std::array<std::array<double, 4>, 3>; // voxel to world, RAS

std::filesystem::path importProgram()
{
    return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
        / "../bin/limn-import";
}

// Where pixel (i, j) of the slice lies, RAS.
Millimetres placeOf(const Volume& volume, int i, int j, int slice)
{
    const Geometry& geometry = volume.geometry;
    const Vector3& origin = geometry.sliceOriginsMm[static_cast<std::size_t>(slice)];
    Millimetres place{};
    for (std::size_t k = 0; k < 3; ++k)
        place[k] = (origin[k] + i * geometry.columnSpacingMm * geometry.rowDirection[k]
                    + j * geometry.rowSpacingMm * geometry.columnDirection[k])
            * (k < 2 ? -1 : 1);
    return place;
}

struct Reference {
    Affine affine{};
    std::array<int, 3> size{};
};

Reference referenceOf(const QByteArray& nifti)
{
    const auto at = [&](int offset) {
        float value = 0;
        std::memcpy(&value, nifti.data() + offset, sizeof value);
        return static_cast<double>(value);
    };
    Reference reference;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            reference.affine[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] =
                at(280 + 16 * row + 4 * column);
    for (int axis = 0; axis < 3; ++axis) {
        qint16 length = 0;
        std::memcpy(&length, nifti.data() + 42 + 2 * axis, sizeof length);
        reference.size[static_cast<std::size_t>(axis)] = length;
    }
    return reference;
}

// The largest distance of the corners; dcm2niix turns rows upside down, and may begin at the other
// end of the stack.
double distanceTo(const Reference& reference, const Volume& volume)
{
    double least = INFINITY;
    for (const bool isReversed : {false, true}) {
        double most = 0;
        for (const int i : {0, reference.size[0] - 1})
            for (const int j : {0, reference.size[1] - 1})
                for (const int k : {0, reference.size[2] - 1}) {
                    const Millimetres own =
                        placeOf(volume, i, reference.size[1] - 1 - j,
                                isReversed ? reference.size[2] - 1 - k : k);
                    for (std::size_t row = 0; row < 3; ++row) {
                        const auto& line = reference.affine[row];
                        most = std::max(most, std::abs(line[0] * i + line[1] * j + line[2] * k
                                                       + line[3] - own[row]));
                    }
                }
        least = std::min(least, most);
    }
    return least;
}

} // namespace

class DicomSeriesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    ImportClient m_client{importProgram()};
    int m_folders = 0;

    QString folderOf(const std::vector<MadeSlice>& slices)
    {
        const QDir folder(m_home.filePath(QString::number(++m_folders)));
        folder.mkpath(".");
        int number = 0;
        for (const MadeSlice& slice : slices) {
            QFile file(folder.filePath(QString("IM%1").arg(++number)));
            file.open(QIODevice::WriteOnly);
            file.write(madeSlice(slice));
        }
        return folder.path();
    }
    std::vector<ImageFiles> listed(const QString& folder)
    {
        const auto images = imagesIn(folder.toStdString(), m_client, {});
        return images ? *images : std::vector<ImageFiles>();
    }
    VolumePtr opened(const ImageFiles& image)
    {
        const auto volume = m_client.open(image, {});
        return volume ? *volume : nullptr;
    }
    static std::vector<FindingKind> kindsOf(const Volume& volume)
    {
        std::vector<FindingKind> kinds;
        for (const StackFinding& finding : volume.findings)
            kinds.push_back(finding.kind);
        return kinds;
    }
    // dcm2niix's first volume that it did not resample.
    static Reference converted(const QString& folder)
    {
        const QTemporaryDir out;
        QProcess process;
        process.start("dcm2niix", {"-z", "n", "-b", "n", "-f", "ref", "-o", out.path(), folder});
        if (!process.waitForFinished(60000))
            return {};
        for (const QString& name : QDir(out.path()).entryList({"ref*.nii"}))
            if (!name.contains("_Eq") && !name.contains("_Tilt")) {
                QFile file(out.filePath(name));
                file.open(QIODevice::ReadOnly);
                return referenceOf(file.readAll());
            }
        return {};
    }
    void compare(const QString& folder, const Volume& volume)
    {
        if (QStandardPaths::findExecutable("dcm2niix").isEmpty())
            QSKIP("dcm2niix is not installed");
        const Reference reference = converted(folder);
        QCOMPARE(reference.size, (std::array{volume.size.width, volume.size.height, volume.depth()}));
        const double distance = distanceTo(reference, volume);
        QVERIFY2(distance <= 1e-4, qPrintable(QString("%1 mm off").arg(distance)));
    }
    static std::vector<MadeSlice> stack(const std::vector<int>& order, const char* orientation,
                                        const Millimetres& origin, const Millimetres& step)
    {
        std::vector<MadeSlice> slices;
        for (const int k : order)
            slices.push_back({.origin = {origin[0] + k * step[0], origin[1] + k * step[1],
                                         origin[2] + k * step[2]},
                              .number = k + 1,
                              .orientation = orientation,
                              .value = 100 * k});
        return slices;
    }

private Q_SLOTS:
    void placesSlicesWhereDcm2niixDoes_data()
    {
        QTest::addColumn<std::vector<int>>("order");
        QTest::addColumn<QByteArray>("orientation");
        QTest::addColumn<Millimetres>("step");
        const std::vector<int> ordered{0, 1, 2, 3, 4}, shuffled{3, 0, 4, 1, 2};
        QTest::newRow("ordered") << ordered << QByteArray("1\\0\\0\\0\\1\\0") << Millimetres{0, 0, 2.5};
        QTest::newRow("shuffled")
            << shuffled << QByteArray("1\\0\\0\\0\\1\\0") << Millimetres{0, 0, 2.5};
        QTest::newRow("downwards")
            << ordered << QByteArray("1\\0\\0\\0\\1\\0") << Millimetres{0, 0, -2.5};
        QTest::newRow("coronal")
            << shuffled << QByteArray("1\\0\\0\\0\\0\\-1") << Millimetres{0, 2.5, 0};
        QTest::newRow("sagittal")
            << shuffled << QByteArray("0\\1\\0\\0\\0\\-1") << Millimetres{-2.5, 0, 0};
        QTest::newRow("oblique")
            << shuffled << QByteArray("1\\0\\0\\0\\0.8\\0.6") << Millimetres{0, -1.5, 2};
        QTest::newRow("double oblique")
            << shuffled << QByteArray("0.8\\0.6\\0\\-0.36\\0.48\\0.8")
            << Millimetres{2.5 * 0.48, -2.5 * 0.64, 2.5 * 0.6};
    }
    void placesSlicesWhereDcm2niixDoes()
    {
        QFETCH(std::vector<int>, order);
        QFETCH(QByteArray, orientation);
        QFETCH(Millimetres, step);
        const QString folder = folderOf(stack(order, orientation, {-10.5, 20, 7.25}, step));
        const auto images = listed(folder);
        QCOMPARE(images.size(), 1U);
        const VolumePtr volume = opened(images[0]);
        QVERIFY(volume);
        QVERIFY(volume->findings.empty());
        QCOMPARE(volume->sliceCount(), 5);
        QCOMPARE(volume->geometry.columnSpacingMm, 0.55);
        QVERIFY(volume->slices[2] && !volume->slices[0]);
        // The slices' values are those of their places, and the first was numbered 1 or 5.
        const bool isDown = step[2] < 0;
        for (int slice = 0; slice < 5; ++slice) {
            const auto read = m_client.readSlice(volume->source.at(slice), {});
            QVERIFY(read);
            QCOMPARE((*read)->values[1], static_cast<float>(100 * (isDown ? 4 - slice : slice) + 1));
        }
        compare(folder, *volume);
    }

    void tellsWhatIsOdd_data()
    {
        QTest::addColumn<int>("oddity");
        QTest::addColumn<int>("finding");
        QTest::addColumn<int>("images");
        QTest::newRow("gap") << 0 << static_cast<int>(FindingKind::Gap) << 1;
        QTest::newRow("duplicate") << 1 << static_cast<int>(FindingKind::Doubled) << 2;
        QTest::newRow("copy") << 2 << static_cast<int>(FindingKind::Copies) << 1;
        QTest::newRow("tilt") << 3 << static_cast<int>(FindingKind::Tilted) << 1;
        QTest::newRow("another size") << 4 << static_cast<int>(FindingKind::SeveralSizes) << 2;
        QTest::newRow("another orientation")
            << 5 << static_cast<int>(FindingKind::SeveralOrientations) << 2;
        QTest::newRow("uneven") << 6 << static_cast<int>(FindingKind::Uneven) << 1;
    }
    void tellsWhatIsOdd()
    {
        QFETCH(int, oddity);
        QFETCH(int, finding);
        QFETCH(int, images);
        const Millimetres step{0, oddity == 3 ? 0.6 : 0.0, 2.5};
        auto slices = stack({4, 1, 3, 0, 5, 2}, "1\\0\\0\\0\\1\\0", {-10.5, 20, 7.25}, step);
        MadeSlice other = slices[1];
        other.number = 9;
        switch (oddity) {
        case 0: slices.erase(slices.begin() + 2); break;
        case 1: slices.push_back(other); break;
        case 2: slices.push_back(slices[1]); break;
        case 4:
            other.rows = 5;
            slices.push_back(other);
            break;
        case 5:
            other.orientation = "0\\1\\0\\0\\0\\-1";
            slices.push_back(other);
            break;
        case 6: slices[2].origin[2] += 0.8; break;
        default: break;
        }
        const QString folder = folderOf(slices);
        const auto found = listed(folder);
        QCOMPARE(static_cast<int>(found.size()), images);
        const VolumePtr volume = opened(found[0]);
        QVERIFY(volume);
        QCOMPARE(kindsOf(*volume), (std::vector{static_cast<FindingKind>(finding)}));
        if (oddity == 2)
            compare(folder, *volume); // it drops the copy without a word
        // Nothing was resampled: the places are those of the files.
        for (int slice = 0; slice < volume->sliceCount(); ++slice) {
            const auto alone = m_client.open(volume->source.at(slice).file, {});
            QVERIFY(alone);
            QCOMPARE((*alone)->geometry.sliceOriginsMm.front(),
                     volume->geometry.sliceOriginsMm[static_cast<std::size_t>(slice)]);
        }
    }

    void makesVolumesOfACine()
    {
        std::vector<MadeSlice> slices;
        for (int phase = 0; phase < 3; ++phase)
            for (int k = 0; k < 2; ++k)
                slices.push_back({.origin = {0, 0, 5.0 * k},
                                  .number = 10 * k + phase + 1,
                                  .value = 100 * phase + 10 * k,
                                  .trigger = 40 * phase});
        const auto images = listed(folderOf(slices));
        QCOMPARE(images.size(), 1U);
        const VolumePtr volume = opened(images[0]);
        QCOMPARE(volume->depth(), 2);
        QCOMPARE(volume->volumeCount(), 3);
        QCOMPARE(volume->timesMs, (std::vector<double>{0, 40, 80}));
        QCOMPARE((*m_client.readSlice(volume->source.at(5), {}))->values[0], 210.0F);
    }

    void opensARealSeries()
    {
        const QString folder =
            qEnvironmentVariable("LIMN_SOURCE") + "/../shared/data/dicom/series_ct_head";
        if (!QDir(folder).exists())
            QSKIP("no DICOM corpus beside the sources");
        const auto images = listed(folder);
        QCOMPARE(images.size(), 1U);
        const VolumePtr volume = opened(images[0]);
        QVERIFY(volume);
        QCOMPARE(volume->sliceCount(), static_cast<int>(QDir(folder).entryList({"*.dcm"}).size()));
        for (const StackFinding& finding : volume->findings)
            qInfo() << static_cast<int>(finding.kind) << finding.slice << finding.found
                    << finding.expected << finding.count;
        compare(folder, *volume);
    }

    void followsADirectoryOnADisc()
    {
        const QString folder = folderOf({});
        QDir(folder).mkpath("dicom/st1");
        QByteArray records;
        for (int k = 0; k < 3; ++k) {
            QFile file(folder + QString("/dicom/st1/im%1").arg(k));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(madeSlice({.origin = {0, 0, -5.0 * k}, .number = k + 1}));
            records += item(element(0x00041400, "UL", number32(0)) + element(0x00041410, 0xffff)
                            + element(0x00041420, "UL", number32(0))
                            + element(0x00041430, "CS", "IMAGE")
                            + element(0x00041500, "CS", "DICOM\\ST1\\IM" + QByteArray::number(k)));
        }
        // One that leads out of the folder, and one that is not there.
        records += item(element(0x00041430, "CS", "IMAGE") + element(0x00041500, "CS", "..\\secret"))
            + item(element(0x00041430, "CS", "IMAGE") + element(0x00041500, "CS", "GONE"));
        QFile directory(folder + "/DICOMDIR");
        QVERIFY(directory.open(QIODevice::WriteOnly));
        directory.write(part10(element(0x00041130, "CS", "DISC")
                               + element(0x00041200, "UL", number32(0))
                               + element(0x00041202, "UL", number32(0)) + element(0x00041212, 0)
                               + longElement(0x00041220, "SQ", records)));
        directory.close();
        QFile secret(folder + "/../secret");
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write(madeSlice({.number = 99}));
        secret.close();
        for (const QString& place : {folder, folder + "/DICOMDIR"}) {
            const auto images = listed(place);
            QCOMPARE(images.size(), 1U);
            QCOMPARE(images[0].stack->sliceCount(), 3);
            QCOMPARE(images[0].stack->sliceOriginsMm[0], (Vector3{0, 0, -10}));
        }
    }

    void looksIntoFoldersWhereTheOpenedOneHasNoImages()
    {
        const QString first = folderOf(stack({0, 1, 2}, "1\\0\\0\\0\\1\\0", {}, {0, 0, 3}));
        QDir folder(m_home.filePath(QString::number(++m_folders)));
        folder.mkpath("patient/study");
        QVERIFY(QDir().rename(first, folder.filePath("patient/study/series")));
        const auto images = listed(folder.path());
        QCOMPARE(images.size(), 1U);
        QCOMPARE(images[0].stack->sliceCount(), 3);
    }

    void leavesAFileOutOfTheStackThatIsRefused()
    {
        const QString folder = folderOf(stack({0, 1, 2}, "1\\0\\0\\0\\1\\0", {}, {0, 0, 3}));
        QFile file(folder + "/IM2");
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.resize(file.size() - 10);
        file.close();
        const auto images = listed(folder);
        QCOMPARE(images.size(), 2U);
        QCOMPARE(images[0].stack->sliceCount(), 2);
        QVERIFY(!images[1].stack);
        QCOMPARE(m_client.open(images[1], {}).error().code, ErrorCode::Truncated);
    }
};

QTEST_GUILESS_MAIN(DicomSeriesTest)
#include "dicom_series_test.moc"
