#include "model/training/ablation/map_scores.h"

#include "model/diffusion/chain.h"
#include "model/metrics/calibration.h"
#include "model/metrics/summary.h"
#include "model/training/prediction.h"
#include "model/training/stop_request.h"

#include <algorithm>
#include <array>
#include <map>

namespace limn {
namespace {

constexpr std::size_t batchSize = 8;
constexpr int temperatures = 16; // 1.0, 1.1, ... 2.5

struct JudgedMap {
    std::string name;
    int steps = 1;
    bool isMain = false; // of the plan's K: with distances
    std::vector<at::Tensor> logs; // an image each, classes x side x side, on the CPU
    std::array<double, 2> temperature{1, 1}; // for the patients of each half
};

double temperatureOf(int index)
{
    return (10 + index) / 10.0;
}

std::vector<int> stepsOf(const Model& model, const Plan& plan)
{
    return isDirect(model.network.config) ? std::vector{1} : plan.stepCounts;
}

std::vector<JudgedMap> emptyMaps(const Model& model, const Plan& plan)
{
    const bool isOnePass = isDirect(model.network.config);
    std::vector<JudgedMap> maps;
    for (const int steps : stepsOf(model, plan))
        maps.push_back({"posterior", steps, isOnePass || steps == plan.steps, {}});
    if (!isOnePass && model.network.config.bayes != BayesRule::Off
        && model.network.config.bayes != BayesRule::Generative)
        maps.push_back({"semantic", plan.steps, true, {}});
    return maps;
}

void append(std::vector<at::Tensor>& to, const at::Tensor& batch)
{
    for (const at::Tensor& one : batch.to(at::kCPU, at::kFloat).contiguous().unbind())
        to.push_back(one);
}

// Every map of every image, on the training grid.
Result<std::vector<JudgedMap>> computedMaps(const Model& model, const JudgedSet& set,
                                            const Plan& plan)
{
    const at::NoGradGuard noGradient;
    const ColourScale scale = model.colourScale();
    std::vector<JudgedMap> maps = emptyMaps(model, plan);
    at::Generator unused = generator(0);
    for (std::size_t start = 0; start < set.judged().size(); start += batchSize) {
        if (isStopAsked())
            return fail(ErrorCode::Cancelled, "");
        const at::Tensor pictures =
            picturesOf(set.judged(), start, batchSize, scale, model.device());
        const ImageFeatures features = model.network.featuresOf(pictures);
        const auto end = start + static_cast<std::size_t>(pictures.size(0));
        const at::Tensor noise = startNoise(model, noiseSeeds(start, end), set.side / 4);
        for (JudgedMap& map : maps)
            runChain(model, features, noise, {.steps = map.steps}, unused,
                     [&](const ChainStep& step) {
                         if (step.index == map.steps)
                             append(map.logs,
                                    map.name == "semantic" ? step.maps.logSemantic
                                                           : step.maps.logPosterior);
                         return true;
                     });
    }
    return maps;
}

// Half of each image, by patients in the order in which they come.
std::vector<std::size_t> halvesOf(const std::vector<PackedImage>& images)
{
    std::map<std::string, std::size_t> known;
    std::vector<std::size_t> halves;
    for (const PackedImage& image : images)
        halves.push_back(known.emplace(image.patient, known.size()).first->second % 2);
    return halves;
}

void chooseTemperatures(JudgedMap& map, const std::vector<PackedImage>& images,
                        const std::vector<std::size_t>& halves)
{
    std::array<std::array<double, temperatures>, 2> likelihoods{};
    for (std::size_t i = 0; i < images.size(); ++i) {
        const at::Tensor truth = images[i].labels.to(at::kLong).unsqueeze(0);
        for (int t = 0; t < temperatures; ++t)
            likelihoods[halves[i]][static_cast<std::size_t>(t)] +=
                at::nll_loss2d(at::log_softmax(map.logs[i].unsqueeze(0) / temperatureOf(t), 1),
                               truth)
                    .item<double>();
    }
    for (const std::size_t half : {0U, 1U}) {
        const auto& other = likelihoods[1 - half];
        const auto best = std::ranges::min_element(other);
        map.temperature[half] = temperatureOf(static_cast<int>(best - other.begin()));
    }
}

// Probabilities on the image's own grid, as the program makes them.
at::Tensor probabilitiesOn(const at::Tensor& logs, double temperature, const PackedImage& image)
{
    const at::Tensor p = at::softmax(logs.unsqueeze(0) / temperature, 1);
    return at::upsample_bilinear2d(p, {image.labels.size(0), image.labels.size(1)}, false)
        .squeeze(0)
        .contiguous();
}

struct Reference {
    const PackedImage& image;
    std::span<const Label> labels;
    Grid grid;
    std::vector<std::uint8_t> region; // of the calibration
};

Reference referenceOf(const PackedImage& image)
{
    Reference reference{image, labelsOf(image), metricGridOf(image), {}};
    reference.region = dilatedForeground(reference.labels, reference.grid.size);
    return reference;
}

CalibrationScore calibrationOn(const at::Tensor& p, const Reference& reference)
{
    return calibrationOf({p.const_data_ptr<float>(), static_cast<std::size_t>(p.numel())},
                         static_cast<int>(p.size(0)), reference.labels, reference.region);
}

struct ImageScore {
    CaseScore score;
    CalibrationScore plain, tempered;
    double temperature = 1;
};

Result<ImageScore> scoreOf(const JudgedMap& map, std::size_t index, std::size_t half,
                           const Reference& reference)
{
    const at::Tensor p = probabilitiesOn(map.logs[index], 1, reference.image);
    const at::Tensor labels = p.argmax(0).to(at::kByte).contiguous();
    auto score = scoreCase({labels.const_data_ptr<std::uint8_t>(), reference.labels.size()},
                           reference.labels, reference.grid, static_cast<int>(p.size(0)) - 1,
                           map.isMain ? Distances::Measured : Distances::LeftOut);
    if (!score)
        return std::unexpected(score.error());
    score->id = reference.image.id;
    score->patient = reference.image.patient;
    ImageScore result{std::move(*score), calibrationOn(p, reference), {}, map.temperature[half]};
    result.tempered = calibrationOn(
        probabilitiesOn(map.logs[index], result.temperature, reference.image), reference);
    return result;
}

void addRows(CsvTable& table, const RunName& run, const JudgedSet& set, const PackedImage& image,
             const JudgedMap& map, const ImageScore& score)
{
    for (std::size_t c = 0; c < score.score.classes.size(); ++c) {
        const ClassScore& own = score.score.classes[c];
        std::vector<std::string> cells{map.name, std::to_string(map.steps), set.classes[c]};
        for (const double value : own.values)
            cells.push_back(csvNumber(value));
        for (const std::uint64_t count :
             {own.pixels.truePositive, own.pixels.falsePositive, own.pixels.falseNegative})
            cells.push_back(std::to_string(count));
        for (const double value : {score.plain.likelihood, score.temperature, score.plain.error,
                                   score.tempered.likelihood, score.tempered.error})
            cells.push_back(csvNumber(value));
        addRow(table, run, image, cells);
    }
}

} // namespace

Result<MapScores> scoreMaps(const Model& model, const JudgedSet& set, const Plan& plan,
                            const RunName& run)
{
    auto maps = computedMaps(model, set, plan);
    if (!maps)
        return std::unexpected(maps.error());
    const std::vector<std::size_t> halves = halvesOf(set.judged());
    for (JudgedMap& map : *maps)
        chooseTemperatures(map, set.judged(), halves);
    MapScores result;
    result.table = imageTable(scoreColumns);
    std::vector<CaseScore> main;
    for (std::size_t i = 0; i < set.originals.size(); ++i) {
        if (isStopAsked())
            return fail(ErrorCode::Cancelled, "");
        const Reference reference = referenceOf(set.originals[i]);
        for (const JudgedMap& map : *maps) {
            auto score = scoreOf(map, i, halves[i], reference);
            if (!score)
                return std::unexpected(score.error());
            addRows(result.table, run, set, reference.image, map, *score);
            if (map.isMain && map.name == "posterior")
                main.push_back(std::move(score->score));
        }
    }
    const ScoreSummary summary = summarise(main, 1);
    result.meanIouAll = summary.meanIouAll;
    result.dice = summary.foregroundOf(Metric::Dice).mean;
    return result;
}

} // namespace limn
