// Exported masks as PIL and NumPy read them.
#include "io/masks/numpy.h"
#include "io/masks/write_masks.h"
#include "tests/io/masks/picture_formats.h"

#include "tests/support/made_masks.h"
#include "tests/support/python.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <bit>
#include <cmath>

using namespace limn;

namespace {

template <typename T> void put(const QString& path, const std::vector<T>& values)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(values.data()),
               static_cast<qsizetype>(values.size() * sizeof(T)));
}

void writeTruth(const QString& folder, const MaskExport& masks)
{
    const Step& first = *masks.steps[0].front();
    const Colour one = masks.table.rows[0].colour, two = masks.table.rows[1].colour;
    const QJsonObject size{
        {QStringLiteral("width"), masks.labels.size.width},
        {QStringLiteral("height"), masks.labels.size.height},
        {QStringLiteral("modelWidth"), first.state.size.width},
        {QStringLiteral("modelHeight"), first.state.size.height},
        {QStringLiteral("steps"), first.count},
        {QStringLiteral("colours"),
         QJsonArray{one.red, one.green, one.blue, two.red, two.green, two.blue}}};
    const QByteArray json = QJsonDocument(size).toJson();
    put(folder + QStringLiteral("/size.json"), std::vector<char>(json.begin(), json.end()));
    put(folder + QStringLiteral("/labels"), masks.labels.values);
    put(folder + QStringLiteral("/human"), masks.human.values);
    put(folder + QStringLiteral("/posterior"), masks.posteriors[0].values);
    put(folder + QStringLiteral("/state"), first.state.values);
}

// The value of a half, by the definition.
double valueOf(std::uint16_t half)
{
    const int exponent = (half >> 10) & 31;
    const int mantissa = half & 1023;
    const double size =
        exponent == 0 ? std::ldexp(mantissa, -24) : std::ldexp(1024 + mantissa, exponent - 25);
    return half & 0x8000 ? -size : size;
}

} // namespace

class MasksReadbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundsToTheNearestHalf()
    {
        for (int half = 0; half < 0x7c00;
             ++half) { // every finite one, and the two borders beside it
            const auto bits = static_cast<std::uint16_t>(half);
            const double value = valueOf(bits);
            QCOMPARE(halfOf(static_cast<float>(value)), bits);
            QCOMPARE(halfOf(static_cast<float>(-value)), static_cast<std::uint16_t>(bits | 0x8000));
            if (half + 1 == 0x7c00)
                break;
            const auto middle =
                static_cast<float>((value + valueOf(static_cast<std::uint16_t>(half + 1))) / 2);
            QCOMPARE(int{halfOf(middle)}, half % 2 == 0 ? half : half + 1);
            QCOMPARE(int{halfOf(std::nextafter(middle, 0.0f))}, half);
            QCOMPARE(int{halfOf(std::nextafter(middle, 1e6f))}, half + 1);
        }
        QCOMPARE(int{halfOf(65520.0f)}, 0x7c00);
        QCOMPARE(int{halfOf(65519.0f)}, 0x7bff);
        QCOMPARE(int{halfOf(INFINITY)}, 0x7c00);
        QVERIFY((halfOf(NAN) & 0x7fff) > 0x7c00);
    }

    void isReadByOthersPixelForPixel_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("modelSize");
        QTest::newRow("one pixel") << QSize(1, 1) << QSize(4, 4);
        QTest::newRow("3 x 5") << QSize(3, 5) << QSize(3, 5);
        QTest::newRow("17 x 31") << QSize(17, 31) << QSize(8, 16);
        QTest::newRow("a row") << QSize(257, 1) << QSize(16, 16);
        QTest::newRow("200 x 133") << QSize(200, 133) << QSize(64, 48);
    }
    void isReadByOthersPixelForPixel()
    {
        if (!hasPythonModules({QStringLiteral("numpy"), QStringLiteral("PIL.Image"),
                               QStringLiteral("scipy.ndimage")}))
            QSKIP("LIMN_TEST_PYTHON names no interpreter with numpy, scipy and pillow");
        QFETCH(const QSize, size);
        QFETCH(const QSize, modelSize);
        const QTemporaryDir folder;
        MaskExport masks =
            madeMasks({size.width(), size.height()}, 1, 4, {modelSize.width(), modelSize.height()});
        // Borders of the 16-bit and of the half-precision steps.
        masks.posteriors[0].values.front() = 0;
        masks.posteriors[0].values.back() = 1;
        Step last = *masks.steps[0].back();
        last.posterior = masks.posteriors[0];
        masks.steps[0].back() = std::make_shared<const Step>(last);
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("truth")));
        writeTruth(folder.filePath(QStringLiteral("truth")), masks);
        QVERIFY(
            writeMasks(masks, folder.path().toStdString(), test::pictureFormats(), IfExists::Refuse, {}));
        QCOMPARE(pythonOutput(QStringLiteral("tests/io/masks/readback.py"), {folder.path()}),
                 QByteArray("done\n"));
    }
};

QTEST_GUILESS_MAIN(MasksReadbackTest)
#include "masks_readback_test.moc"
