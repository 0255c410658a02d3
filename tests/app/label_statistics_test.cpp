// The statistics table: figures of masks whose answer is known, and cells that no table program
// takes for a formula.
#include "app/label_statistics.h"
#include "tests/support/fake_segmenter.h"

#include <QtTest>

#include <cmath>

using namespace limn;

class LabelStatisticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresAStackWithSpacing();
    void saysNoMillimetresWithoutSpacing();
    void leavesPaddingOutOfTheIntensity();
    void writesARowALabel();
};

namespace {

// Values of slice s at pixel i: 100 s + i.
std::shared_ptr<Volume> rampVolume(Size size, int slices)
{
    auto volume = fakeVolume(size, slices);
    for (int s = 0; s < slices; ++s) {
        auto slice = std::make_shared<Slice>();
        slice->size = size;
        for (std::size_t i = 0; i < size.area(); ++i)
            slice->values.push_back(static_cast<float>(100 * s) + static_cast<float>(i));
        volume->slices[static_cast<std::size_t>(s)] = slice;
    }
    return volume;
}

} // namespace

void LabelStatisticsTest::measuresAStackWithSpacing()
{
    const auto volume = rampVolume({4, 3}, 3);
    volume->geometry.calibration = Calibration::Patient;
    volume->geometry.columnSpacingMm = 0.5;
    volume->geometry.rowSpacingMm = 2;
    volume->geometry.sliceOriginsMm = {{0, 0, 0}, {0, 3, 4}, {0, 6, 8}}; // 5 mm apart
    LabelMap labels = emptyLabelMap({4, 3}, 3);
    labels.slice(0)[0] = 2;
    labels.slice(0)[4] = 2;
    labels.slice(2)[1] = 2;
    const auto all = statisticsOf(labels, tableOf({"lung", "rib"}), *volume);
    QCOMPARE(all.size(), std::size_t{2});
    QCOMPARE(all[0].pixels, std::size_t{0});
    QVERIFY(!all[0].mean);
    const LabelStatistics& rib = all[1];
    QCOMPARE(rib.name, std::string("rib"));
    QCOMPARE(rib.pixels, std::size_t{3});
    QCOMPARE(rib.slices, 2);
    QCOMPARE(*rib.areaMm2, 3.0);
    QCOMPARE(*rib.volumeMm3, 15.0);
    const double mean = (0 + 4 + 201) / 3.0;
    QVERIFY(std::abs(*rib.mean - mean) < 1e-9);
    const double deviation =
        std::sqrt((mean * mean + std::pow(4 - mean, 2) + std::pow(201 - mean, 2)) / 3);
    QVERIFY(std::abs(*rib.deviation - deviation) < 1e-9);
}

void LabelStatisticsTest::saysNoMillimetresWithoutSpacing()
{
    const auto volume = rampVolume({4, 3}, 2);
    LabelMap labels = emptyLabelMap({4, 3}, 2);
    labels.slice(1)[5] = 1;
    const auto plain = statisticsOf(labels, tableOf({"lung"}), *volume);
    QVERIFY(!plain[0].areaMm2 && !plain[0].volumeMm3 && plain[0].mean);
    volume->geometry.calibration = Calibration::Patient;
    volume->geometry.sliceOriginsMm = {{0, 0, 0}, {0, 0, 1}};
    QVERIFY(statisticsOf(labels, tableOf({"lung"}), *volume)[0].volumeMm3);
    volume->geometry.sliceOriginsMm.clear();
    const auto loose = statisticsOf(labels, tableOf({"lung"}), *volume);
    QVERIFY(loose[0].areaMm2 && !loose[0].volumeMm3);
    const auto uneven = rampVolume({4, 3}, 3);
    LabelMap three = emptyLabelMap({4, 3}, 3);
    three.slice(1)[5] = 1;
    uneven->geometry.calibration = Calibration::Patient;
    uneven->geometry.sliceOriginsMm = {{0, 0, 0}, {0, 0, 1}, {0, 0, 3}};
    const auto gapped = statisticsOf(three, tableOf({"lung"}), *uneven);
    QVERIFY(gapped[0].areaMm2 && !gapped[0].volumeMm3);
}

void LabelStatisticsTest::leavesPaddingOutOfTheIntensity()
{
    const auto volume = rampVolume({4, 1}, 1);
    auto padded = std::make_shared<Slice>(*volume->slices[0]);
    padded->padding = 3.0F;
    volume->slices[0] = padded;
    LabelMap labels = emptyLabelMap({4, 1}, 1);
    std::ranges::fill(labels.slice(0), Label{1});
    const auto all = statisticsOf(labels, tableOf({"lung"}), *volume);
    QCOMPARE(all[0].pixels, std::size_t{4});
    QCOMPARE(*all[0].mean, 1.0); // of 0, 1, 2
}

void LabelStatisticsTest::writesARowALabel()
{
    ImageStatistics image;
    image.path = "=evil.png";
    image.status = ImageStatus::Accepted;
    image.secondsSpent = 12.34;
    image.effort = {3, 99};
    image.notes.note = "a, b";
    image.labels = {{1, "lung", 10, 1, 2.5, {}, 7.25, 0.5}, {2, "rib", 0, 0, {}, {}, {}, {}}};
    QStringList lines =
        QString::fromStdString(csvOf({image})).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].split(QLatin1Char(',')).size(), 19);
    QCOMPARE(lines[1].remove(QLatin1Char('"')),
             QStringLiteral("'=evil.png,accepted,1,lung,10,1,2.5000,,,7.25,0.5,12.3,3,99,,,,,a, b"));
    QCOMPARE(lines[2].remove(QLatin1Char('"')),
             QStringLiteral("'=evil.png,accepted,2,rib,0,0,,,,,,12.3,3,99,,,,,a, b"));
}

QTEST_GUILESS_MAIN(LabelStatisticsTest)
#include "label_statistics_test.moc"
