// Training: tiny learns four real images; where gradients go; clicks; interruption; bad data is
// refused.
#include "model/diffusion/evidence.h"
#include "model/training/checkpoint.h"
#include "model/training/clicks.h"
#include "model/training/split.h"
#include "model/training/validation.h"
#include "tests/model/packed_images.h"

#include <ATen/Parallel.h>

#include <QTemporaryDir>
#include <QtTest>

#include <ctime>

using namespace limn;

namespace {

constexpr int side = 128;

at::Tensor madePicture(int height, int width)
{
    return (at::arange(height * width, at::kLong) % 251).to(at::kByte).view({height, width, 1});
}

at::Tensor madeMask(int height, int width, int label)
{
    at::Tensor mask = at::zeros({height, width}, at::kByte);
    mask.slice(0, 4, 16).slice(1, 4, 12).fill_(label);
    return mask;
}

std::vector<PackedImage> madeImages(int count, int size)
{
    std::vector<PackedImage> images;
    for (int i = 0; i < count; ++i) {
        const std::string name = std::to_string(i);
        at::Tensor labels = madeMask(size, size, 1).roll(i, 0);
        images.push_back({name,
                          "patient" + std::to_string(i / 2),
                          {},
                          labels.to(at::kFloat).unsqueeze(0) * 100 + 20,
                          labels});
    }
    return images;
}

NetworkConfig tiny()
{
    return namedConfig("tiny", 1, 2).value();
}

TrainerOptions fewOptions(int iterations, int batch)
{
    TrainerOptions options;
    options.iterations = iterations;
    options.batch = batch;
    options.isAugmented = false;
    return options;
}

bool hasGradient(const Parameters& parameters, const std::string& prefix)
{
    for (const auto& [name, tensor] : parameters.list())
        if (name.starts_with(prefix) && tensor.grad().defined())
            return true;
    return false;
}

} // namespace

class DssmTrainingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    Error refusal(const std::vector<std::array<at::Tensor, 2>>& images, const std::string& classes)
    {
        if (!pack(file("set.safetensors"), images, classes))
            return {ErrorCode::WriteFailed, "", ""};
        const auto set = readPackedSet(file("set.safetensors"), Resolution::Training, 32);
        return set ? Error{ErrorCode::Internal, "", "it was read"} : set.error();
    }

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void tinyLearnsFourRealImagesWithinAMinute()
    {
        const auto pairs = lungImages(4, 30, 0);
        if (pairs.empty())
            QSKIP("no ../shared/data/cxr_lungs");
        QVERIFY(pack(file("four.safetensors"), pairs, "[\"lung\"]"));
        const auto set = readPackedSet(file("four.safetensors"), Resolution::Training, side);
        QVERIFY2(set, set ? "" : set.error().detail.c_str());

        const std::clock_t began = std::clock(); // of this process: other work doesn't count
        Trainer trainer(tiny(), fewOptions(100, 4), set->images, at::kCPU);
        double dice = 0;
        int iteration = 0;
        while (iteration < 100 && dice < 0.95) {
            trainer.iterate(iteration++);
            if (iteration >= 50 && iteration % 10 == 0)
                dice = validate(trainer.current(), set->images).diceThreeSteps;
        }
        const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
        qInfo("Dice %.4f after %d iterations, %.0f s", dice, iteration, seconds);
        QVERIFY(dice >= 0.95);
        QVERIFY(seconds < 60);
    }

    void theLabelEncoderLearnsFromReconstructionAlone()
    {
        const auto images = madeImages(4, 32);
        Trainer trainer(tiny(), fewOptions(10, 2), images, at::kCPU);
        const IterationLosses losses = trainer.losses(0);
        losses.passes.backward({}, true);
        const Parameters& parameters = trainer.current().network.parameters;
        QVERIFY(!hasGradient(parameters, "encoder.") && !hasGradient(parameters, "decoder."));
        for (const char* const part :
             {"image.", "time.", "fusion.", "generative.", "semantic.", "bayes."})
            QVERIFY2(hasGradient(parameters, part), part);
        losses.reconstruction.backward();
        QVERIFY(hasGradient(parameters, "encoder.") && hasGradient(parameters, "decoder."));
    }

    void aWarmStartLeavesTheGenerativeModuleForLater()
    {
        const auto images = madeImages(4, 32);
        TrainerOptions options = fewOptions(10, 2);
        options.directShare = 0.2;
        Trainer trainer(tiny(), options, images, at::kCPU);
        const Parameters& parameters = trainer.current().network.parameters;
        trainer.losses(1).passes.backward();
        QVERIFY(hasGradient(parameters, "semantic.") && !hasGradient(parameters, "generative."));
        QVERIFY(trainer.losses(1).reconstruction.defined()); // the codes are learnt meanwhile
        trainer.losses(2).passes.backward();
        QVERIFY(hasGradient(parameters, "generative."));
    }

    void aSecondPassMayHaveFewerSamples()
    {
        const auto images = madeImages(4, 32);
        for (const auto& [share, samples] : {std::pair{1.0, 8.0}, {0.5, 6.0}, {0.01, 5.0}}) {
            TrainerOptions options = fewOptions(10, 4);
            options.secondPassShare = share;
            Trainer trainer(tiny(), options, images, at::kCPU);
            trainer.losses(0).passes.backward();
            QCOMPARE(trainer.current().statistics.hits.sum().item<double>(), samples);
        }
    }

    void stronglyVariedPicturesStillFitTheirLabels()
    {
        const at::Tensor labels = madeMask(64, 64, 1).roll(20, 0).roll(25, 1);
        const at::Tensor picture = labels.to(at::kFloat).unsqueeze(0) * 100 + 20;
        int blanked = 0, changed = 0;
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            Random random(seed);
            const TrainingPair pair = augmented(picture, labels, 2, {.isStrong = true}, {}, random);
            const at::Tensor inside = pair.labels == 1, hole = pair.picture[0] == 0;
            blanked += hole.any().item<bool>();
            changed += !at::equal(pair.labels, labels.to(at::kLong));
            const at::Tensor seen = inside.logical_and(hole.logical_not());
            if (seen.sum().item<std::int64_t>() < 20)
                continue; // moved out of the picture, or under a hole
            const at::Tensor other = inside.logical_or(hole).logical_not();
            const double bright = pair.picture[0].masked_select(seen).mean().item<double>(),
                         dark = pair.picture[0].masked_select(other).mean().item<double>();
            const at::Tensor found =
                (pair.picture[0] > (bright + dark) / 2).logical_and(hole.logical_not());
            const double both = found.logical_and(seen).sum().item<double>();
            const double dice = 2 * both / (found.sum().item<double>() + seen.sum().item<double>());
            QVERIFY2(dice > 0.8, qPrintable(QString("seed %1: %2").arg(seed).arg(dice)));
        }
        QVERIFY(blanked > 15 && blanked < 45);
        QVERIFY(changed > 30);
    }

    void anInterruptedTrainingGoesOnAsIfItHadNotBeen_data()
    {
        QTest::addColumn<double>("directShare");
        QTest::newRow("usual") << 0.0;
        QTest::newRow("cut where the direct part ends") << 0.2;
        QTest::newRow("cut after it") << 0.1;
        QTest::newRow("cut within it") << 0.5;
    }

    void anInterruptedTrainingGoesOnAsIfItHadNotBeen()
    {
        const auto images = madeImages(5, 32);
        TrainerOptions options = fewOptions(10, 2);
        options.isAugmented = true;
        QFETCH(const double, directShare);
        options.directShare = directShare;
        Trainer whole(tiny(), options, images, at::kCPU);
        whole.iterate(0);
        whole.iterate(1);
        QVERIFY(writeCheckpoint(file("half.safetensors"), whole, {2, 0.5, 1.2, 1}, "a plan"));
        Trainer resumed(tiny(), options, images, at::kCPU);
        const auto progress = readCheckpoint(file("half.safetensors"), resumed, "a plan");
        QVERIFY(progress);
        QCOMPARE(progress->iteration, 2);
        QCOMPARE(progress->bestDice, 0.5);
        QCOMPARE(resumed.iterate(2).loss, whole.iterate(2).loss);
        const NamedTensors a = whole.state(), b = resumed.state();
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY2(at::equal(a[i].second, b[i].second), a[i].first.c_str());
        QCOMPARE(readCheckpoint(file("half.safetensors"), resumed, "another plan").error().code,
                 ErrorCode::BadArgument);
    }

    void dataThatMakeNoSenseAreRefusedByName()
    {
        const std::array good{madePicture(32, 40), madeMask(32, 40, 1)};
        QCOMPARE(refusal({good}, "[\"disc\"]").detail, std::string("it was read"));
        const struct {
            std::vector<std::array<at::Tensor, 2>> images;
            const char* classes;
            const char* subject;
        } cases[] = {
            {{good, {madePicture(32, 40), madeMask(32, 40, 3)}}, "[\"disc\"]", "image1"}, // label
            {{good, {madePicture(32, 40), madeMask(40, 32, 1)}}, "[\"disc\"]", "image1"}, // size
            {{good}, "[\"disc\",\"ring\"]", "ring"}, // a class that is nowhere
            {{good, {madePicture(32, 40).expand({32, 40, 3}), good[1]}},
             "[\"disc\"]",
             "image1"}, // channels
            {{}, "[\"disc\"]", ""},
        };
        for (const auto& one : cases) {
            const Error error = refusal(one.images, one.classes);
            QVERIFY2(error.code == ErrorCode::BadData, error.detail.c_str());
            QCOMPARE(error.subject, std::string(one.subject));
        }
    }

    void aPatientIsNeverOnBothSides()
    {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const auto split = splitByShare(madeImages(20, 8), 0.3, seed);
            QVERIFY(split);
            QCOMPARE(split->training.size() + split->validation.size(), std::size_t{20});
            QCOMPARE(split->validation.size(), std::size_t{6});
            for (const PackedImage& a : split->training)
                for (const PackedImage& b : split->validation)
                    QVERIFY(a.patient != b.patient);
        }
        QCOMPARE(splitByIds(madeImages(6, 8), {"0"}).error().code,
                 ErrorCode::BadData); // 1 is the same patient
        QCOMPARE(splitByIds(madeImages(6, 8), {"nobody"}).error().code, ErrorCode::BadData);
        QCOMPARE(splitByIds(madeImages(6, 8), {"0", "1"})->validation.size(), std::size_t{2});
    }

    void everyImageValidatesInExactlyOneFold()
    {
        std::map<std::string, int> times;
        for (int fold = 0; fold < 4; ++fold) {
            const auto split = splitByFold(madeImages(20, 8), 4, fold, 1);
            QVERIFY(split);
            QCOMPARE(split->training.size() + split->validation.size(), std::size_t{20});
            for (const PackedImage& a : split->validation) {
                ++times[a.id];
                for (const PackedImage& b : split->training)
                    QVERIFY(a.patient != b.patient);
            }
        }
        QCOMPARE(times.size(), std::size_t{20});
        for (const auto& [id, count] : times)
            QVERIFY2(count == 1, id.c_str());
        QCOMPARE(splitByFold(madeImages(2, 8), 4, 3, 1).error().code, ErrorCode::BadData);
    }

    void clicksLieWithinTheirClassAndMarkTheError()
    {
        const at::Tensor truth = madeMask(64, 64, 1).to(at::kLong);
        const at::Tensor wrong = at::zeros_like(truth);
        int onError = 0;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            Random random(seed);
            const at::Tensor strokes = robotClicks(wrong, truth, 2, random);
            QVERIFY(strokes.sum().item<float>() > 0);
            for (int c = 0; c < 2; ++c)
                QVERIFY((strokes[c] * (truth != c)).sum().item<float>() == 0);
            onError += strokes[1].sum().item<float>() > 0;
        }
        QVERIFY(onError > 28); // 70 % of first clicks at least
    }

    void strokesInAMapAreNearlyCertain()
    {
        at::Tensor strokes = at::zeros({1, 2, 8, 8}, at::kFloat);
        strokes[0][1][3][3] = 1;
        const at::Tensor maps = clamped(at::full({1, 2, 8, 8}, 0.5F), strokes);
        QVERIFY(std::abs(maps[0][1][3][3].item<float>() - 0.9995F) < 1e-6F);
        QVERIFY(std::abs(maps[0][0][3][3].item<float>() - 0.0005F) < 1e-6F);
        QCOMPARE(maps[0][1][2][3].item<float>(), 0.5F);
        QCOMPARE(evidenceOf(strokes)[0][1][0][0].item<float>(), 0.25F);
    }
};

QTEST_GUILESS_MAIN(DssmTrainingTest)
#include "dssm_training_test.moc"
