#include "model/training/average.h"

#include "model/diffusion/translated.h"
#include "model/diffusion/weights.h"
#include "model/files/model_card_reader.h"
#include "model/training/split.h"
#include "model/training/validation.h"

#include <ATen/Parallel.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace limn {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

bool areAlike(const ModelCard& a, const ModelCard& b)
{
    return a.input == b.input && a.channels == b.channels && a.classes == b.classes
        && a.trainedSize == b.trainedSize && a.isNativeScale == b.isNativeScale;
}

// Research only as soon as one of the models is.
Result<Json> joinedCard(const AverageOptions& options, const ModelCard& first)
{
    const auto file = openSafetensors(options.models.front());
    if (!file)
        return std::unexpected(file.error());
    Json joined = Json::parse(file->metadata.at("limn.card"));
    for (const fs::path& path : options.models) {
        const auto card = readModelCard(path);
        if (!card)
            return std::unexpected(card.error());
        if (!areAlike(*card, first))
            return fail(ErrorCode::BadArgument, path.filename().string(),
                        "another kind of input, classes or size than "
                            + options.models.front().filename().string());
        if (card->isResearchOnly)
            joined["researchOnly"] = true;
    }
    joined.erase("iterations");
    joined["command"] = options.command;
    return joined;
}

void printReport(const std::string& name, const ValidationReport& report)
{
    std::printf("%s: Dice K=1 %.4f, K=3 %.4f; T %.1f, NLL %.4f\n", name.c_str(), report.diceOneStep,
                report.diceThreeSteps, report.temperature, report.likelihood);
    std::fflush(stdout);
}

Result<std::unique_ptr<Model>> meanOf(const std::vector<fs::path>& paths,
                                      const std::vector<PackedImage>& images)
{
    const at::NoGradGuard noGradient;
    std::unique_ptr<Model> mean;
    for (const fs::path& path : paths) {
        auto model = loadModel(path, at::kCPU);
        if (!model)
            return std::unexpected(model.error());
        if (mean && toJson((*model)->network.config) != toJson(mean->network.config))
            return fail(ErrorCode::BadArgument, path.filename().string(),
                        "another network than " + paths.front().filename().string());
        printReport(path.filename().string(), validate(**model, images));
        if (!mean) {
            mean = std::move(*model);
            continue;
        }
        const NamedTensors sum = mean->tensors(), own = (*model)->tensors();
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i].second.add_(own[i].second);
    }
    for (const auto& [name, tensor] : mean->tensors())
        tensor.div_(static_cast<double>(paths.size()));
    return mean;
}

Result<std::vector<PackedImage>> validationImages(const AverageOptions& options,
                                                  const ModelCard& card)
{
    auto set = readPackedSet(options.set, Resolution::Training, card.trainedSize);
    if (!set)
        return std::unexpected(set.error());
    if (set->input != card.input || set->channels != card.channels || set->classes != card.classes)
        return fail(ErrorCode::BadData, options.set.filename().string(),
                    "its pictures or classes are not the model's");
    const auto ids = readIds(options.validationIds);
    if (!ids)
        return std::unexpected(ids.error());
    auto split = splitByIds(std::move(set->images), *ids);
    if (!split)
        return std::unexpected(split.error());
    return std::move(split->validation);
}

Result<void> writeMean(const AverageOptions& options, Json card,
                       const std::vector<PackedImage>& images)
{
    const auto mean = meanOf(options.models, images);
    if (!mean)
        return std::unexpected(mean.error());
    const ValidationReport report = validate(**mean, images);
    printReport("mean of the weights", report);
    card["temperature"] = report.temperature;
    card["validationDice"] = report.diceThreeSteps;
    const Metadata metadata{{"limn.card", card.dump()}};
    if (auto written = writeModel(options.output, **mean, metadata, Precision::Single); !written)
        return written;
    const auto half =
        storeAsHalf(options.output, metadata, images, report.diceThreeSteps, at::kCPU);
    if (!half)
        return std::unexpected(half.error());
    std::printf("with float16 weights %.4f\n", *half);
    return {};
}

} // namespace

Result<void> average(const AverageOptions& options)
{
    if (options.models.size() < 2)
        return fail(ErrorCode::BadArgument, "", "two models at least are wanted");
    const auto first = readModelCard(options.models.front());
    if (!first)
        return std::unexpected(first.error());
    auto card = joinedCard(options, *first);
    if (!card)
        return std::unexpected(card.error());
    const auto images = validationImages(options, *first);
    if (!images)
        return std::unexpected(images.error());
    return caught([&] {
        at::set_num_threads(options.threads);
        return writeMean(options, std::move(*card), *images);
    });
}

} // namespace limn
