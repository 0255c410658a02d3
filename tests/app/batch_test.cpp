// Images segmented one after the other: what is held in memory while the model runs.
#include "app/batch.h"
#include "tests/support/fake_segmenter.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace limn;

namespace {

constexpr int stepCount = 12;

// Counts the steps that somebody still holds when the next one is made.
class CountingSegmenter : public Segmenter {
public:
    const ModelCard& card() const override { return m_card; }
    std::string device() const override { return "cpu"; }
    Result<StepPtr> run(const SegmentRequest& request, std::stop_token,
                        const StepSink& onStep) override
    {
        StepPtr step;
        for (int i = 1; i <= request.steps; ++i) {
            step = fakeStep(request.slice->size, i, request.steps);
            m_given.push_back(step);
            onStep(step);
            const auto held = std::ranges::count_if(
                m_given, [](const std::weak_ptr<const Step>& given) { return !given.expired(); });
            mostHeld = std::max(mostHeld, static_cast<int>(held));
        }
        return step;
    }

    int mostHeld = 0;

private:
    ModelCard m_card = fakeCard();
    std::vector<std::weak_ptr<const Step>> m_given;
};

} // namespace

class BatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void memoryDoesNotGrowWithTheSteps_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("mostHeld");
        QTest::newRow("the mask") << QStringLiteral("mask") << 1;
        QTest::newRow("every step, when they are asked for")
            << QStringLiteral("steps") << stepCount;
    }

    void memoryDoesNotGrowWithTheSteps()
    {
        QFETCH(QString, format);
        QFETCH(int, mostHeld);
        const QTemporaryDir folder;
        const auto importer =
            std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
            / "../bin/limn-import";
        ImportClient client(importer);
        CountingSegmenter segmenter;
        BatchOptions options;
        options.folder = folder.path().toStdString();
        options.formats = {format == QStringLiteral("mask") ? MaskFormat::Mask : MaskFormat::Steps};
        options.settings.steps = stepCount;
        const auto image = std::filesystem::path(qgetenv("LIMN_SOURCE").toStdString())
            / "resources/samples/normal2-0669-0001.png";
        const auto outcome = segmentImage({image, {}}, "image", client, segmenter, options, {});
        QVERIFY(outcome.has_value());
        QCOMPARE(*outcome, BatchOutcome::Written);
        QCOMPARE(segmenter.mostHeld, mostHeld);
    }
};

QTEST_MAIN(BatchTest)
#include "batch_test.moc"
