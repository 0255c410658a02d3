#include "model/training/arms.h"

#include <algorithm>
#include <string>

namespace limn {
namespace {

using Config = NetworkConfig;
using Options = TrainerOptions;

// Iterations in the time of one of the full model's. limn-train bench, of the direct models: 2.11
// and 1.40 (small, 128 px), 2.16 and 1.29 (tiny, 64 px).
constexpr double controlIterations = 2.1;
constexpr double unetIterations = 1.4;
constexpr double halfIterations = 1.25; // second pass on half of the batch: 0.81 (tiny, 64 px)

void makeControl(Config& config, Options&)
{
    config.kind = NetworkKind::Control;
    config.evidence = false;
}

// Wider than the image branch it stands for, so that parameters and cost are about the whole
// network's.
void makeUNet(Config& config, Options&)
{
    config.kind = NetworkKind::UNet;
    config.evidence = false;
    config.fineWidth *= 3;
    for (int& width : config.widths)
        width = width * 5 / 3 / 8 * 8;
}

void makeAfterGenerative(Config& config, Options&)
{
    config.bayes = BayesRule::Off;
    config.semanticInput = SemanticInput::AfterGenerative;
}

void makeGenerativeOnly(Config& config, Options& options)
{
    config.bayes = BayesRule::Generative;
    options.isGenerativeOnly = true;
    options.mseWeight = 1;
}

template <auto Member, auto Value> void set(Config& config, Options&)
{
    config.*Member = Value;
}

template <auto Member, auto Value> void train(Config&, Options& options)
{
    options.*Member = Value;
}

// Half of the time as the control, half as the full model.
void makeWarmStart(Config&, Options& options)
{
    options.directShare = controlIterations / (controlIterations + 1);
}

constexpr Arm all[] = {
    {"full", "A0", "the method", [](Config&, Options&) {}},
    {"control", "A0", "control: latent 0, semantic module alone", makeControl},
    {"control-equal-compute", "A0", "control, trained as long in time", makeControl,
     controlIterations},
    {"unet", "A0", "plain U-Net, trained as long in time", makeUNet, unetIterations},
    {"no-bayes", "A1", "no product: the semantic map", set<&Config::bayes, BayesRule::Off>},
    {"unbounded", "A1", "unbounded product, trust 0.1", set<&Config::bayes, BayesRule::Unbounded>},
    {"components-1", "A2", "1 component a class", set<&Config::components, 1>},
    {"components-5", "A2", "5 components a class", set<&Config::components, 5>},
    {"decoder-density", "A2", "no mixture: the label decoder",
     set<&Config::density, LatentDensity::Decoder>},
    {"concatenation", "A3", "fusion by concatenation and 1x1",
     set<&Config::fusion, FusionForm::Concatenation>},
    {"untimed", "A3", "no time in the fusion's gate", set<&Config::fusion, FusionForm::Untimed>},
    {"no-label-features", "A3", "no label features to the semantic module",
     set<&Config::fusion, FusionForm::NoLabelFeatures>},
    {"no-guidance", "A3", "no image features to the generative module",
     set<&Config::fusion, FusionForm::NoGuidance>},
    {"after-generative", "A3", "no product; semantic module after the generative one",
     makeAfterGenerative},
    {"own-maps-0", "A5", "second pass from labels alone", train<&Options::ownMapShare, 0.0>},
    {"own-maps-0.5", "A5", "second pass from own maps, share 0.5",
     train<&Options::ownMapShare, 0.5>},
    {"own-maps-1", "A5", "second pass from own maps alone", train<&Options::ownMapShare, 1.0>},
    {"half-second-pass", "recipe", "second pass on half of the batch, trained as long in time",
     train<&Options::secondPassShare, 0.5>, halfIterations},
    {"warm-start", "recipe", "first half of the time trained as the control", makeWarmStart,
     (controlIterations + 1) / 2},
    {"scale-0.1", "A6", "input scale 0.1", set<&Config::inputScale, 0.1>},
    {"scale-1", "A6", "input scale 1", set<&Config::inputScale, 1.0>},
    {"linear", "A6", "linear schedule", set<&Config::schedule, NoiseSchedule::Linear>},
    {"alignment", "A8", "with -0.05 log p(z|y) / d", train<&Options::alignmentWeight, 0.05>},
    {"mse-0", "A8", "no mean square error of the latent", train<&Options::mseWeight, 0.0>},
    {"mse-1", "A8", "mean square error of the latent, weight 1", train<&Options::mseWeight, 1.0>},
    {"generative-only", "A10", "trained by the latent's error alone", makeGenerativeOnly},
    {"no-evidence", "A12", "no input for strokes", set<&Config::evidence, false>},
};

} // namespace

std::span<const Arm> arms()
{
    return all;
}

Result<const Arm*> armNamed(std::string_view name)
{
    const auto found = std::ranges::find(all, name, &Arm::name);
    if (found != std::end(all))
        return &*found;
    std::string known;
    for (const Arm& arm : all)
        known += (known.empty() ? "" : ", ") + std::string(arm.name);
    return fail(ErrorCode::BadArgument, std::string(name), "arms are " + known);
}

} // namespace limn
