// Every file of the NIfTI corpus through the import child, compared with its manifest (made with
// nibabel).
#include "io/import_client.h"
#include "tests/support/manifest.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTest>

#include <array>
#include <cmath>

using namespace limn;

namespace {

using Row = ManifestRow;

// The lengths along the file's first and second index, and the place of its voxel 0 0 0, RAS.
struct FilePlace {
    double columnMm = 0, rowMm = 0;
    std::array<double, 3> originMm{};
};

FilePlace placeInFile(const Volume& volume)
{
    const Geometry& geometry = volume.geometry;
    const FileOrder order = volume.source.order;
    const double x = order.isMirrored ? volume.size.width - 1 : 0;
    const double y = order.isUpsideDown ? volume.size.height - 1 : 0;
    FilePlace place{geometry.columnSpacingMm, geometry.rowSpacingMm, {}};
    for (std::size_t k = 0; k < 3; ++k) {
        const double lps = geometry.sliceOriginsMm.front()[k]
            + x * geometry.columnSpacingMm * geometry.rowDirection[k]
            + y * geometry.rowSpacingMm * geometry.columnDirection[k];
        place.originMm[k] = k < 2 ? -lps : lps;
    }
    if (order.isTransposed)
        std::swap(place.columnMm, place.rowMm);
    return place;
}

QString placeFault(const Row& row, const Volume& volume)
{
    const QStringList zooms = row["zooms"].split(' ', Qt::SkipEmptyParts);
    if (zooms.size() < 2)
        return {};
    const FilePlace place = placeInFile(volume);
    const auto differs = [](double a, const QString& b) {
        return std::abs(a - b.toDouble()) > 1e-3 * std::max(1.0, std::abs(a));
    };
    if (differs(place.columnMm, zooms[0]) || differs(place.rowMm, zooms[1]))
        return QString("spacing %1 %2").arg(place.columnMm).arg(place.rowMm);
    for (std::size_t k = 0; k < 3; ++k)
        if (differs(place.originMm[k], row[QString("origin_") + "xyz"[k]]))
            return QString("origin %1").arg(place.originMm[k]);
    const auto& origins = volume.geometry.sliceOriginsMm;
    if (zooms.size() < 3 || volume.sliceCount() < 2 || volume.stackSlices == 1)
        return {};
    const double step = std::hypot(origins[1][0] - origins[0][0], origins[1][1] - origins[0][1],
                                   origins[1][2] - origins[0][2]);
    return differs(step, zooms[2]) ? QString("slice step %1").arg(step) : QString();
}

QString valuesFault(const Row& row, ImportClient& client, const std::filesystem::path& path,
                    int frames)
{
    if (row["sha1_f32"].isEmpty() || row["mean"].isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha1);
    double low = INFINITY, high = -INFINITY, sum = 0, count = 0;
    for (int frame = 0; frame < frames; ++frame) {
        const auto slice = client.readSlice(path, frame, {}, PixelOrder::File);
        if (!slice)
            return "a frame was refused: " + QString::fromStdString(slice.error().detail);
        const auto bytes = std::as_bytes(std::span((*slice)->values));
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(bytes.data()),
                                    static_cast<qsizetype>(bytes.size())));
        for (const float value : (*slice)->values)
            if (std::isfinite(value)) {
                low = std::min(low, static_cast<double>(value));
                high = std::max(high, static_cast<double>(value));
                sum += static_cast<double>(value);
                ++count;
            }
    }
    if (std::abs(sum / count - row["mean"].toDouble()) > 1e-3 * std::max(1.0, std::abs(sum / count))
        || std::abs(low - row["min"].toDouble()) > 1e-2 * std::max(1.0, std::abs(low) / 1000)
        || std::abs(high - row["max"].toDouble()) > 1e-2 * std::max(1.0, high / 1000))
        return QString("min %1 max %2 mean %3").arg(low).arg(high).arg(sum / count);
    // NaN has many forms in bits; nan_inf holds the usual one.
    return hash.result().toHex() == row["sha1_f32"].toLatin1() ? QString()
                                                               : "the values' SHA-1 differs";
}

QString fault(ImportClient& client, const QString& folder, const Row& row)
{
    const std::filesystem::path path = (folder + "/" + row["file"]).toStdString();
    const auto volume = client.open(path, {});
    if (!volume) {
        const auto code = volume.error().code;
        if (code == ErrorCode::TimedOut || code == ErrorCode::DecoderDied
            || code == ErrorCode::Internal || volume.error().detail.empty())
            return "died, hung or said nothing: " + QString::fromStdString(volume.error().detail);
        return row["expected"] == "opens"
            ? "refused: " + QString::fromStdString(volume.error().detail)
            : QString();
    }
    if (row["expected"] == "refuse")
        return "opened";
    // The last frame of a file that looks sound must be there, or be refused without a death.
    const auto last = client.readSlice(path, (*volume)->sliceCount() - 1, {});
    if (!last && (last.error().code == ErrorCode::TimedOut
                  || last.error().code == ErrorCode::DecoderDied))
        return "its last frame: died or hung";
    if (const QString wrong = valuesFault(row, client, path, (*volume)->sliceCount());
        !wrong.isEmpty())
        return wrong;
    return placeFault(row, **volume);
}

} // namespace

class NiftiCorpusTest : public QObject {
    Q_OBJECT

    static QString folder() { return qEnvironmentVariable("LIMN_SOURCE") + "/../shared/data/nifti"; }
    static std::filesystem::path program()
    {
        return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
            / "../bin/limn-import";
    }

private Q_SLOTS:
    void answersEveryFileAsTheManifestAsks()
    {
        const auto rows = manifestOf(folder());
        if (rows.empty())
            QSKIP("no NIfTI corpus beside the sources");
        ImportClient client(program());
        int faults = 0;
        for (const Row& row : rows) {
            const QString wrong = fault(client, folder(), row);
            if (wrong.isEmpty())
                continue;
            ++faults;
            qWarning().noquote() << row["file"] << "(" + row["expected"] + "):" << wrong;
        }
        QCOMPARE(rows.size(), 61U);
        QCOMPARE(faults, 0);
    }

    // Stored in six orders, one object: each is shown as a radiologist sees it.
    void showsTheSameObjectTheSameWayWhateverItsOrder()
    {
        const auto rows = manifestOf(folder());
        if (rows.empty())
            QSKIP("no NIfTI corpus beside the sources");
        ImportClient client(program());
        int seen = 0;
        for (const Row& row : rows) {
            if (!row["file"].startsWith("axes_"))
                continue;
            ++seen;
            const auto volume =
                client.open((folder() + "/" + row["file"]).toStdString(), {});
            QVERIFY(volume);
            const Geometry& geometry = (*volume)->geometry;
            // To the right of the picture lies the patient's left, or back; below lies back or foot.
            const Vector3 across = geometry.rowDirection, down = geometry.columnDirection;
            QVERIFY2(across[0] > 0.99 || across[1] > 0.99, qPrintable(row["file"]));
            QVERIFY2(down[1] > 0.99 || down[2] < -0.99, qPrintable(row["file"]));
        }
        QCOMPARE(seen, 6);
    }
};

QTEST_GUILESS_MAIN(NiftiCorpusTest)
#include "nifti_corpus_test.moc"
