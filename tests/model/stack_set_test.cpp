// A packed set of stacks: its slices stay together in lists, splits and judgement, and their
// channels are one picture's.
#include "model/diffusion/dssm_segmenter.h"
#include "model/diffusion/model.h"
#include "model/files/model_card_reader.h"
#include "model/files/safetensors.h"
#include "model/training/evaluate.h"
#include "model/training/fit.h"
#include "model/training/split.h"
#include "tests/model/packed_images.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

namespace {

constexpr int side = 32;

// Two stacks of three slices, a square in each, brighter than the rest.
Result<void> packStacks(const std::filesystem::path& path, const std::string& input)
{
    std::map<std::string, TensorView> tensors;
    std::vector<at::Tensor> kept;
    QJsonObject facts;
    for (const std::string stack : {"a", "b"})
        for (int slice = 1; slice <= 3; ++slice) {
            const std::string id = stack + "_s00" + std::to_string(slice);
            at::Tensor mask = at::zeros({side, side}, at::kByte);
            mask.slice(0, 8, 20 + slice).slice(1, 6, 20).fill_(1);
            const at::Tensor picture = (mask * 100 + 20).unsqueeze(2).repeat({1, 1, 3});
            for (const auto& [name, tensor] : {std::pair("image/", picture), {"mask/", mask}}) {
                kept.push_back(tensor.contiguous());
                tensors[name + id] = {
                    TensorType::U8, kept.back().sizes().vec(),
                    std::span(static_cast<const std::byte*>(kept.back().const_data_ptr()),
                              kept.back().nbytes())};
            }
            facts[QString::fromStdString(id)] =
                QJsonObject{{"case", QString::fromStdString(stack)},
                            {"spacingMm", QJsonArray{0.5, 0.5}},
                            {"volume", QString::fromStdString(stack)},
                            {"slice", slice},
                            {"sliceSpacingMm", 2}};
        }
    const QJsonObject set{{"version", 1},
                          {"classes", QJsonArray{QStringLiteral("square")}},
                          {"input", QString::fromStdString(input)},
                          {"images", facts}};
    return writeSafetensors(
        path, tensors,
        {{"limn.pack", QJsonDocument(set).toJson(QJsonDocument::Compact).toStdString()}},
        IfExists::Replace);
}

} // namespace

class StackSetTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    FitOptions optionsFor(const char* set) const
    {
        FitOptions options;
        options.set = file(set);
        options.output = file("model.safetensors");
        options.network = "tiny";
        options.side = side;
        return options;
    }

private Q_SLOTS:
    void init() { QVERIFY(packStacks(file("set.safetensors"), "neighbours")); }

    void knowsSlicesByTheirStack()
    {
        const auto set = readPackedSet(file("set.safetensors"), Resolution::Original, 0);
        QVERIFY2(set, set ? "" : set.error().detail.c_str());
        QVERIFY(set->input == InputKind::Neighbours);
        QCOMPARE(set->spacingMm, 0.5);
        QCOMPARE(set->images.size(), std::size_t{6});
        const auto split = splitByIds(set->images, {"b"});
        QVERIFY2(split, split ? "" : split.error().detail.c_str());
        QCOMPARE(split->validation.size(), std::size_t{3});
        QVERIFY(writeIds(file("ids.txt"), split->training));
        QCOMPARE(readIds(file("ids.txt")).value(), std::vector<std::string>{"a"});
        const auto one = readPackedSet(file("set.safetensors"), Resolution::Original, 0, {"b"});
        QCOMPARE(one->images.size(), std::size_t{3});
        QCOMPARE(one->images[2].slice, 3);
        QCOMPARE(*one->images[2].sliceSpacingMm, 2.0);
        QVERIFY(readPackedSet(file("set.safetensors"), Resolution::Original, 0, {"c"}).error().code
                == ErrorCode::BadData);
        QVERIFY(packStacks(file("set.safetensors"), "grey")); // but three channels
        QVERIFY(readPackedSet(file("set.safetensors"), Resolution::Original, 0).error().code
                == ErrorCode::BadData);
    }

    void scalesNeighboursByTheirOwnValues()
    {
        NetworkConfig config = namedConfig("tiny", 3, 2).value();
        config.scaling = InputScaling::Own;
        QVERIFY(configFromJson(toJson(config)).value() == config);
        const Model model(config, 0, at::kCPU);
        QVERIFY(!model.colourScale().mean.defined());
        const at::Tensor picture = at::rand({3, 16, 16}) * 1000 + 50;
        const at::Tensor scaled = normalised(picture, model.colourScale());
        QVERIFY(std::abs(scaled.mean().item<double>()) < 1e-4);
        QVERIFY(std::abs(scaled.square().mean().item<double>() - 1) < 1e-3);
        config.scaling = InputScaling::ByChannels;
        QVERIFY(Model(config, 0, at::kCPU).colourScale().mean.defined());
    }

    void scalesContrastsEachByItsOwnValues()
    {
        NetworkConfig config = namedConfig("tiny", 4, 2).value();
        config.scaling = scalingOf(InputKind::Contrasts);
        QVERIFY(configFromJson(toJson(config)).value() == config);
        at::Tensor picture = at::rand({4, 16, 16});
        picture[1] *= 1000;
        picture[2] += 100;
        picture[3].fill_(7); // says nothing
        const at::Tensor scaled =
            normalised(picture, Model(config, 0, at::kCPU).colourScale()).flatten(1);
        QVERIFY(scaled.mean(1).abs().max().item<double>() < 1e-3);
        const at::Tensor squares = scaled.square().mean(1);
        QVERIFY((squares.slice(0, 0, 3) - 1).abs().max().item<double>() < 1e-3);
        QCOMPARE(squares[3].item<double>(), 0.0);
    }

    // What a mask shows lies in one of two contrasts, where the other has something else.
    void learnsFromContrasts()
    {
        std::vector<std::array<at::Tensor, 2>> images;
        for (int i = 0; i < 12; ++i) {
            const at::Tensor mask = at::zeros({side, side}, at::kByte);
            mask.slice(0, 4 + i, 14 + i).slice(1, 15 - i, 27 - i).fill_(1);
            const at::Tensor other = mask.flip({1});
            images.push_back({at::stack({other * 100 + 20, mask * 3 + 7}, 2), mask});
        }
        QVERIFY(pack(file("contrasts.safetensors"), images, R"(["square"])", "contrasts"));
        FitOptions options = optionsFor("contrasts.safetensors");
        options.trainer.iterations = 120;
        options.trainer.rate = 3e-3;
        options.validateEvery = 120;
        options.validationShare = 0.25;
        const auto done = fit(options);
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        const auto card = readModelCard(options.output);
        QVERIFY2(card, card ? "" : card.error().detail.c_str());
        QVERIFY(card->input == InputKind::Contrasts);
        QCOMPARE(card->channels, 2);
        QVERIFY2(card->validationDice > 0.8, qPrintable(QString::number(card->validationDice)));
        // The same through the door that the program uses.
        auto segmenter = loadSegmenter(options.output, "cpu");
        QVERIFY2(segmenter, segmenter ? "" : segmenter.error().detail.c_str());
        Volume volume;
        volume.stackSlices = 1;
        volume.size = {side, side};
        const at::Tensor values = images[0][0].to(at::kFloat).permute({2, 0, 1}).contiguous();
        for (std::int64_t c = 0; c < 2; ++c) {
            const float* const begin = values[c].const_data_ptr<float>();
            volume.slices.push_back(std::make_shared<const Slice>(
                Slice{volume.size, 1, {begin, begin + volume.size.area()}, {}}));
        }
        SegmentRequest request;
        setSlices(request, volume, 0, *card);
        request.slice = inputOf(request.inputs, *card).value();
        const auto step = (*segmenter)->run(request, {}, [](const StepPtr&) {});
        QVERIFY2(step, step ? "" : step.error().detail.c_str());
        const auto inside = (*step)->posterior.of(1)[9 * side + 20],
                   outside = (*step)->posterior.of(1)[9 * side + 8]; // where the other has it
        QVERIFY2(inside > 0.5 && outside < 0.5,
                 qPrintable(QStringLiteral("%1 %2").arg(inside).arg(outside)));
    }

    // Few iterations: whether the pieces fit, not whether it learns.
    void trainsAndJudgesStacks()
    {
        FitOptions options = optionsFor("set.safetensors");
        options.trainer.iterations = 4;
        options.trainer.batch = 2;
        options.validationShare = 0.5;
        const auto trained = fit(options);
        QVERIFY2(trained, trained ? "" : trained.error().detail.c_str());
        QFile list(QString::fromStdString(file("model.validation.txt").string()));
        QVERIFY(list.open(QIODevice::ReadOnly));
        QCOMPARE(list.readAll().trimmed().size(), 1);
        EvaluateOptions judged;
        judged.model = options.output;
        judged.set = options.set;
        judged.ids = file("model.validation.txt");
        judged.steps = 1;
        const auto done = evaluate(judged);
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(StackSetTest)
#include "stack_set_test.moc"
