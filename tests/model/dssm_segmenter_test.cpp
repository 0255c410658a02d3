// The chain through the program's door, and weights files that are refused. A tiny network as it is
// initialised: its masks mean nothing, but everything else is as in a trained one.
#include "model/diffusion/dssm_segmenter.h"
#include "model/diffusion/picture.h"
#include "model/diffusion/weights.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <limits>

using namespace limn;

namespace {

const Metadata cardText{{"limn.card",
                         R"({"title":"Made","modality":"none","channels":1,"trainedSize":64,)"
                         R"("classes":["disc"],"temperature":1.5})"}};

SlicePtr picture(int width, int height, int channels = 1)
{
    auto slice = std::make_shared<Slice>();
    slice->size = {width, height};
    slice->channels = channels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < channels; ++c)
                slice->values.push_back(
                    std::hypot(x - width / 2, y - height / 2) < width / 4 ? 200.0F : 90.0F);
    return slice;
}

struct Outcome {
    Result<StepPtr> last;
    std::vector<StepPtr> steps;
};

// Asks to stop after `stopAfter` reports; 0: before the run.
Outcome ran(Segmenter& segmenter, const SegmentRequest& request, int stopAfter = 1000)
{
    std::stop_source source;
    if (stopAfter == 0)
        source.request_stop();
    Outcome outcome{fail(ErrorCode::Internal, ""), {}};
    outcome.last = segmenter.run(request, source.get_token(), [&](StepPtr step) {
        outcome.steps.push_back(step);
        if (static_cast<int>(outcome.steps.size()) == stopAfter)
            source.request_stop();
    });
    return outcome;
}

} // namespace

class DssmSegmenterTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<DssmSegmenter> m_segmenter;

    std::filesystem::path file(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    // Writes the good model's tensors again after `change` and returns why loading fails.
    Error refusal(const std::function<void(NamedTensors&, Metadata&)>& change)
    {
        const Model model(namedConfig("tiny", 1, 2).value(), 3, at::kCPU);
        NamedTensors tensors = model.tensors();
        Metadata metadata = cardText;
        metadata["limn.format"] = "1";
        metadata["limn.config"] = toJson(model.network.config);
        change(tensors, metadata);
        if (!writeTensors(file("changed.safetensors"), tensors, metadata))
            return {ErrorCode::WriteFailed, "", ""};
        const auto loaded = loadSegmenter(file("changed.safetensors"), "cpu");
        return loaded ? Error{ErrorCode::Internal, "", "it was loaded"} : loaded.error();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Model model(namedConfig("tiny", 1, 2).value(), 3, at::kCPU);
        QVERIFY(writeModel(file("made.safetensors"), model, cardText, Precision::Single));
        auto loaded = loadSegmenter(file("made.safetensors"), "cpu");
        QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
        m_segmenter = std::move(*loaded);
        QCOMPARE(m_segmenter->card().name, std::string("made"));
    }

    void everyStepIsReportedOnceAndInOrder()
    {
        for (const int steps : {1, 3, 10}) {
            const Outcome outcome =
                ran(*m_segmenter, {picture(50, 40), steps, 1, Kernel::Ancestral});
            QVERIFY(outcome.last);
            QCOMPARE(static_cast<int>(outcome.steps.size()), steps);
            for (int k = 1; k <= steps; ++k) {
                const Step& step = *outcome.steps[static_cast<std::size_t>(k) - 1];
                QCOMPARE(step.index, k);
                QCOMPARE(step.count, steps);
                QVERIFY(std::abs(step.t - (1 - static_cast<double>(k - 1) / steps)) < 1e-12);
                QCOMPARE(step.finalState.isEmpty(), k < steps);
            }
            QCOMPARE(*outcome.last, outcome.steps.back());
        }
    }

    void aStepsMapsAreProbabilitiesOnTheirGrids()
    {
        const Outcome outcome = ran(*m_segmenter, {picture(50, 40), 2, 1, Kernel::PosteriorMean});
        for (const StepPtr& step : outcome.steps) {
            QVERIFY(step->posterior.size == (Size{50, 40}));
            for (const ProbabilityMap* const map :
                 {&step->posterior, &step->semantic, &step->generative, &step->state}) {
                QCOMPARE(map->classes, 2);
                if (map != &step->posterior)
                    QVERIFY(map->size == (Size{64, 64}));
                for (std::size_t i = 0; i < map->size.area(); ++i)
                    QVERIFY(std::abs(map->of(0)[i] + map->of(1)[i] - 1) < 1e-4);
            }
            QCOMPARE(step->entropy.values.size(), std::size_t{64 * 64});
            QCOMPARE(step->surprise.values.size(), std::size_t{64 * 64});
            for (const float entropy : step->entropy.values)
                QVERIFY(entropy >= -1e-5F && entropy <= 1 + 1e-5F);
        }
    }

    void theSameSeedGivesTheSameMaps()
    {
        const SegmentRequest request{picture(64, 64), 4, 7, Kernel::Ancestral};
        SegmentRequest copy = request;
        copy.slice = picture(64, 64); // equal values at another address
        SegmentRequest other = request;
        other.seed = 8;
        const auto first = ran(*m_segmenter, request), second = ran(*m_segmenter, copy);
        QVERIFY(first.steps.back()->posterior.values == second.steps.back()->posterior.values);
        QVERIFY(first.steps.back()->state.values == second.steps.back()->state.values);
        const auto third = ran(*m_segmenter, other);
        QVERIFY(first.steps.back()->state.values != third.steps.back()->state.values);
    }

    void aStopEndsTheRunWithinOneStep()
    {
        for (const int after : {0, 1, 2}) {
            const Outcome outcome =
                ran(*m_segmenter, {picture(64, 64), 5, 1, Kernel::PosteriorMean}, after);
            QCOMPARE(static_cast<int>(outcome.steps.size()), after);
            QVERIFY(!outcome.last);
            QCOMPARE(outcome.last.error().code, ErrorCode::Cancelled);
        }
    }

    void imageFeaturesAreComputedOnceForAPicture()
    {
        const int before = m_segmenter->imageBranchRuns();
        const SlicePtr one = picture(64, 48), two = picture(48, 64);
        for (const SlicePtr& slice : {one, one, one, two, two})
            QVERIFY(ran(*m_segmenter, {slice, 3, 1, Kernel::PosteriorMean}).last);
        QCOMPARE(m_segmenter->imageBranchRuns() - before, 2);
    }

    void paddingAndValuesThatAreNotFiniteBecomeTheSmallestValid()
    {
        Slice slice{{2, 2}, 1, {-2000, NAN, 7, 300}, -2000.0F};
        QVERIFY(
            at::equal(pictureOf(slice), at::tensor({7.0F, 7.0F, 7.0F, 300.0F}).view({1, 2, 2})));
        slice.values = {NAN, -2000, -2000, INFINITY};
        QVERIFY(at::equal(pictureOf(slice), at::zeros({1, 2, 2}, at::kFloat)));
        Slice constant{{2, 2}, 1, {5, 5, 5, 5}, {}};
        const at::Tensor input = normalised(pictureOf(constant), {});
        QVERIFY(at::equal(input, at::zeros({1, 2, 2}, at::kFloat)));
    }

    void whatTheModelCannotTakeIsRefused()
    {
        QCOMPARE(ran(*m_segmenter, {picture(64, 64, 3), 3, 1, {}}).last.error().code,
                 ErrorCode::ChannelsMismatch);
        QCOMPARE(ran(*m_segmenter, {picture(64, 64), 0, 1, {}}).last.error().code,
                 ErrorCode::BadArgument);
        QCOMPARE(ran(*m_segmenter, {nullptr, 3, 1, {}}).last.error().code, ErrorCode::BadArgument);
        QCOMPARE(loadSegmenter(file("made.safetensors"), "cuda:99").error().code,
                 ErrorCode::DeviceMissing);
        QCOMPARE(loadSegmenter(file("none.safetensors"), "cpu").error().code, ErrorCode::NotFound);
    }

    void damagedWeightsAreRefused()
    {
        QCOMPARE(refusal([](NamedTensors&, Metadata&) { }).detail, std::string("it was loaded"));
        const std::function<void(NamedTensors&, Metadata&)> changes[] = {
            [](NamedTensors& tensors, Metadata&) { tensors.pop_back(); },
            [](NamedTensors& tensors, Metadata&) {
                tensors[0].second = at::zeros({3, 3}, at::kFloat);
            },
            [](NamedTensors& tensors, Metadata&) { tensors[0].first = "stranger"; },
            [](NamedTensors& tensors, Metadata&) {
                tensors[4].second.view({-1})[0] = std::numeric_limits<float>::infinity();
            },
            [](NamedTensors& tensors, Metadata&) {
                tensors.emplace_back("extra", at::zeros({1}, at::kFloat));
            },
            [](NamedTensors&, Metadata& metadata) {
                metadata["limn.config"] = "{\"channels\": 1}";
            },
            [](NamedTensors&, Metadata& metadata) { metadata["limn.config"] = "no JSON"; },
            [](NamedTensors&, Metadata& metadata) { metadata.erase("limn.config"); },
            [](NamedTensors&, Metadata& metadata) { metadata.erase("limn.card"); },
            [](NamedTensors&, Metadata& metadata) { metadata["limn.format"] = "2"; },
            [](NamedTensors&, Metadata& metadata) {
                metadata["limn.config"] = toJson(namedConfig("small", 1, 2).value());
            },
            [](NamedTensors& tensors, Metadata&) {
                for (auto& [name, tensor] : tensors)
                    if (name == "mixture.variance")
                        tensor = at::zeros_like(tensor);
            },
        };
        for (const auto& change : changes) {
            const Error error = refusal(change);
            QVERIFY2(error.code == ErrorCode::ModelDamaged, error.detail.c_str());
            QVERIFY(!error.detail.empty());
            QCOMPARE(error.subject, std::string("changed.safetensors"));
        }
    }

    void aCutFileIsRefused()
    {
        const auto size = std::filesystem::file_size(file("made.safetensors"));
        for (const auto length : {std::uintmax_t{0}, std::uintmax_t{7}, size / 2, size - 1}) {
            std::filesystem::copy_file(file("made.safetensors"), file("cut.safetensors"),
                                       std::filesystem::copy_options::overwrite_existing);
            std::filesystem::resize_file(file("cut.safetensors"), length);
            QCOMPARE(loadSegmenter(file("cut.safetensors"), "cpu").error().code,
                     ErrorCode::ModelDamaged);
        }
    }

    void halfPrecisionChangesLittle()
    {
        const Model model(namedConfig("tiny", 1, 2).value(), 3, at::kCPU);
        QVERIFY(writeModel(file("half.safetensors"), model, cardText, Precision::Half));
        QVERIFY(std::filesystem::file_size(file("half.safetensors"))
                < std::filesystem::file_size(file("made.safetensors")) * 6 / 10);
        auto half = loadSegmenter(file("half.safetensors"), "cpu");
        QVERIFY(half);
        const SegmentRequest request{picture(64, 64), 1, 1, Kernel::PosteriorMean};
        const auto a = ran(*m_segmenter, request), b = ran(**half, request);
        const auto &p = a.steps.back()->posterior.values, &q = b.steps.back()->posterior.values;
        for (std::size_t i = 0; i < p.size(); ++i)
            QVERIFY(std::abs(p[i] - q[i]) < 0.02F);
    }
};

QTEST_GUILESS_MAIN(DssmSegmenterTest)
#include "dssm_segmenter_test.moc"
