// From headers to stacks: order by geometry alone, and what is told of it.
#include "model/data/series.h"
#include "model/data/slice_memory.h"

#include <QTest>

#include <algorithm>

using namespace limn;

namespace {

constexpr std::array<Vector3, 2> axial{{{1, 0, 0}, {0, 1, 0}}};

FileHeader slice(int number, const Vector3& origin,
                 const std::array<Vector3, 2>& directions = axial)
{
    FileHeader header;
    header.file = "IM" + std::to_string(number);
    header.bytes = 1000;
    header.seriesUid = "1.2.3";
    header.instanceUid = "1.2.3." + std::to_string(number);
    header.size = {64, 64};
    header.columnSpacingMm = header.rowSpacingMm = 0.5;
    header.frames = {{origin, directions, {static_cast<double>(number)}, {}}};
    return header;
}

std::vector<FileHeader> regular(int count, double distance = 5)
{
    std::vector<FileHeader> headers;
    for (int k = 0; k < count; ++k)
        headers.push_back(slice(k, {0, 0, 100 - distance * k}));
    return headers;
}

std::vector<std::string> namesOf(const Stack& stack)
{
    std::vector<std::string> names;
    for (const auto& file : stack.files)
        names.push_back(file.string());
    return names;
}

std::vector<FindingKind> kindsOf(const Stack& stack)
{
    std::vector<FindingKind> kinds;
    for (const StackFinding& finding : stack.findings)
        kinds.push_back(finding.kind);
    return kinds;
}

} // namespace

class SeriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sortsByPlaceWhateverTheOrderOfFiles()
    {
        auto headers = regular(4);
        std::swap(headers[0], headers[2]);
        const auto images = imagesOf(headers);
        QCOMPARE(images.size(), 1U);
        const Stack& stack = *images[0].stack;
        // Upwards along rows x columns; the numbers count downwards.
        QCOMPARE(namesOf(stack), (std::vector<std::string>{"IM3", "IM2", "IM1", "IM0"}));
        QCOMPARE(stack.sliceOriginsMm[1], (Vector3{0, 0, 90}));
        QCOMPARE(stack.instanceUid, std::string("1.2.3.3"));
        QCOMPARE(stack.at(2).file, std::filesystem::path("IM1"));
        QCOMPARE(images[0].path, std::filesystem::path("IM2")); // the first of the list
        QVERIFY(stack.findings.empty());
        QCOMPARE(stack.stackSlices, 0);
    }

    void tellsAGap()
    {
        auto headers = regular(8);
        headers.erase(headers.begin() + 2);
        const auto images = imagesOf(headers);
        const Stack& stack = *images[0].stack;
        QCOMPARE(stack.findings.size(), 1U);
        QCOMPARE(stack.findings[0], (StackFinding{FindingKind::Gap, 4, 10, 5, 0}));
        QCOMPARE(stack.sliceCount(), 7);
    }

    void tellsUnevenDistances()
    {
        auto headers = regular(6);
        headers[3].frames[0].originMm = Vector3{0, 0, 86.5};
        const auto images = imagesOf(headers);
        QCOMPARE(kindsOf(*images[0].stack), (std::vector{FindingKind::Uneven}));
        QCOMPARE(images[0].stack->findings[0].found, 3.5);
        QCOMPARE(images[0].stack->findings[0].expected, 6.5);
    }

    void toleratesRoundedPlaces()
    {
        auto headers = regular(6, 3.333);
        headers[3].frames[0].originMm = Vector3{0.004, 0, 100 - 3.333 * 3 + 0.005};
        QVERIFY(imagesOf(headers)[0].stack->findings.empty());
    }

    void tellsATiltedGantry()
    {
        std::vector<FileHeader> headers;
        for (int k = 0; k < 5; ++k)
            headers.push_back(slice(k, {0, 1.3397 * k, 5.0 * k})); // 15 degrees
        const auto images = imagesOf(headers);
        QCOMPARE(kindsOf(*images[0].stack), (std::vector{FindingKind::Tilted}));
        QVERIFY(std::abs(images[0].stack->findings[0].found - 15) < 0.01);
    }

    void tellsASliceThatIsShiftedInItsPlane()
    {
        auto headers = regular(5);
        headers[2].frames[0].originMm = Vector3{3, 4, 90};
        const auto images = imagesOf(headers);
        QCOMPARE(kindsOf(*images[0].stack), (std::vector{FindingKind::Shifted}));
        QCOMPARE(images[0].stack->findings[0].slice, 2);
        QCOMPARE(images[0].stack->findings[0].found, 5.0);
    }

    void leavesOutCopiesAndSaysSo()
    {
        auto headers = regular(4);
        headers.push_back(headers[1]);
        headers.back().file = "copy";
        const auto images = imagesOf(headers);
        QCOMPARE(images.size(), 1U);
        QCOMPARE(images[0].stack->sliceCount(), 4);
        QCOMPARE(images[0].stack->findings[0], (StackFinding{FindingKind::Copies, 0, 0, 0, 1}));
    }

    void putsSlicesAtATakenPlaceIntoAnImageOfTheirOwn()
    {
        auto headers = regular(4);
        headers.push_back(slice(9, {0, 0, 95}));
        const auto images = imagesOf(headers);
        QCOMPARE(images.size(), 2U);
        QCOMPARE(images[0].stack->sliceCount(), 4);
        QCOMPARE(kindsOf(*images[0].stack), (std::vector{FindingKind::Doubled}));
        QVERIFY(!images[1].stack); // a slice alone
        QCOMPARE(images[1].path, std::filesystem::path("IM9"));
    }

    void makesVolumesOfSeveralMomentsAtEachPlace()
    {
        std::vector<FileHeader> headers;
        for (int moment = 1; moment >= 0; --moment)
            for (int k = 0; k < 3; ++k) {
                auto header = slice(10 * moment + k, {0, 0, 5.0 * k});
                header.frames[0].timeMs = 500 + 40.0 * moment;
                headers.push_back(header);
            }
        const auto images = imagesOf(headers);
        QCOMPARE(images.size(), 1U);
        const Stack& stack = *images[0].stack;
        QCOMPARE(stack.stackSlices, 3);
        QCOMPARE(namesOf(stack),
                 (std::vector<std::string>{"IM0", "IM1", "IM2", "IM10", "IM11", "IM12"}));
        QCOMPARE(stack.timesMs, (std::vector<double>{0, 40}));
        QVERIFY(stack.findings.empty());
    }

    void makesACineOfFramesAtOnePlace()
    {
        std::vector<FileHeader> headers;
        for (int k = 0; k < 20; ++k)
            headers.push_back(slice(k, {0, 0, 5}));
        const auto images = imagesOf(headers);
        const Stack& stack = *images[0].stack;
        QCOMPARE(stack.stackSlices, 1);
        QCOMPARE(stack.sliceCount(), 20);
        Volume volume;
        volume.slices.resize(20);
        volume.stackSlices = stack.stackSlices;
        QCOMPARE(volume.depth(), 1);
        QCOMPARE(volume.volumeCount(), 20);
    }

    void keepsSizesAndOrientationsApart()
    {
        auto headers = regular(3);
        headers.push_back(slice(7, {0, 0, 0}, {{{0, 1, 0}, {0, 0, -1}}})); // a scout
        for (int k = 0; k < 2; ++k) {
            headers.push_back(slice(20 + k, {0, 0, 5.0 * k}));
            headers.back().size = {32, 64};
        }
        const auto images = imagesOf(headers);
        QCOMPARE(images.size(), 3U);
        QCOMPARE(images[0].stack->sliceCount(), 3);
        QVERIFY(!images[1].stack);
        QCOMPARE(images[2].stack->sliceCount(), 2);
        QCOMPARE(kindsOf(*images[0].stack),
                 (std::vector{FindingKind::SeveralOrientations, FindingKind::SeveralSizes}));
        QCOMPARE(images[0].stack->findings[0].count, 2);
        QCOMPARE(images[0].stack->findings[1].count, 3);
    }

    void leavesFilesWithoutAPlaceOrSeriesAlone()
    {
        auto headers = regular(2);
        headers[0].frames[0].originMm.reset();
        headers[1].seriesUid.clear();
        headers.emplace_back();
        headers.back().file = "picture.png";
        const auto images = imagesOf(headers);
        QCOMPARE(images.size(), 3U);
        QVERIFY(std::ranges::none_of(
            images, [](const ImageFiles& image) { return image.stack != nullptr; }));
        QCOMPARE(images[2].path, std::filesystem::path("picture.png"));
    }

    void ordersTheFramesOfOneFile()
    {
        FileHeader header = slice(1, {0, 0, 0});
        header.frames.clear();
        for (const double z : {10.0, 0.0, 5.0})
            header.frames.push_back({Vector3{0, 0, z}, axial, {}, {}});
        const auto images = imagesOf(std::array{header, slice(2, {0, 0, 20})});
        QCOMPARE(images.size(), 2U);
        QCOMPARE(images[0].stack->frames, (std::vector<int>{1, 2, 0}));
        QCOMPARE(images[0].stack->files.size(), 1U);
        QCOMPARE(images[0].stack->at(0), (SliceSource{"IM1", 1}));
        QVERIFY(images[0].stack->identity.empty()); // the file's own bytes
        QVERIFY(!images[1].stack);
    }

    void givesBackTheSlicesFarthestFromTheShownOne()
    {
        Volume volume;
        for (int k = 0; k < 9; ++k) {
            auto slice = std::make_shared<Slice>();
            slice->values.resize(100);
            volume.slices.push_back(slice);
        }
        keepNear(volume, 3, 2000); // five of 400 bytes each
        std::vector<int> kept;
        for (int k = 0; k < 9; ++k)
            if (volume.slices[static_cast<std::size_t>(k)])
                kept.push_back(k);
        QCOMPARE(kept.size(), 5U);
        QVERIFY(kept.front() >= 0 && kept.back() <= 5);
        keepNear(volume, 3, 0);
        QVERIFY(volume.slices[2] && volume.slices[3] && volume.slices[4]);
        QVERIFY(!volume.slices[1] && !volume.slices[5]);
    }

    // Else a model of contrasts would ask for them again and again.
    void keepsTheSamePlaceOfUpToFourVolumes()
    {
        Volume volume;
        volume.stackSlices = 5;
        const auto read = [&volume](std::size_t count) {
            auto slice = std::make_shared<Slice>();
            slice->values.resize(100);
            volume.slices.assign(count, slice);
        };
        const auto kept = [&volume] {
            std::vector<int> slices;
            for (int k = 0; k < volume.sliceCount(); ++k)
                if (volume.slices[static_cast<std::size_t>(k)])
                    slices.push_back(k);
            return slices;
        };
        read(10);
        keepNear(volume, 3, 0);
        QCOMPARE(kept(), (std::vector{2, 3, 4, 8}));
        read(20);
        keepNear(volume, 8, 0);
        QCOMPARE(kept(), (std::vector{3, 7, 8, 9, 13, 18}));
        read(25); // a series in time
        keepNear(volume, 8, 0);
        QCOMPARE(kept(), (std::vector{7, 8, 9}));
    }

    void sortsObliqueSlices()
    {
        constexpr std::array<Vector3, 2> oblique{{{1, 0, 0}, {0, 0.8, 0.6}}};
        std::vector<FileHeader> headers; // the normal is (0, -0.6, 0.8)
        for (const int k : {2, 0, 3, 1})
            headers.push_back(slice(k, {-10.5, 20 - 0.6 * 2.5 * k, 7.25 + 0.8 * 2.5 * k}, oblique));
        const auto images = imagesOf(headers);
        const Stack& stack = *images[0].stack;
        QCOMPARE(namesOf(stack), (std::vector<std::string>{"IM0", "IM1", "IM2", "IM3"}));
        QVERIFY(stack.findings.empty());
    }
};

QTEST_GUILESS_MAIN(SeriesTest)
#include "series_test.moc"
