#include "model/diffusion/config.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>
#include <stdexcept>

namespace limn {
namespace {

struct Field {
    const char* name;
    int NetworkConfig::* place;
    int minimum;
    int maximum;
};

constexpr Field fields[] = {
    {"channels", &NetworkConfig::channels, 1, 4},
    {"classes", &NetworkConfig::classes, 2, 16},
    {"fineWidth", &NetworkConfig::fineWidth, 1, 64},
    {"pixelWidth", &NetworkConfig::pixelWidth, 4, 256},
    {"featureWidth", &NetworkConfig::featureWidth, 1, 128},
    {"latent", &NetworkConfig::latent, 2, 64},
    {"components", &NetworkConfig::components, 1, 16},
    {"fusionWidth", &NetworkConfig::fusionWidth, 4, 512},
    {"bottomWidth", &NetworkConfig::bottomWidth, 4, 1024},
    {"generatorBlocks", &NetworkConfig::generatorBlocks, 1, 8},
    {"timeWidth", &NetworkConfig::timeWidth, 8, 1024},
    {"labelWidth", &NetworkConfig::labelWidth, 4, 256},
};

template <typename Option> struct OptionName {
    Option value;
    const char* name;
};

// The first of each is the default.
constexpr OptionName<NetworkKind> kinds[] = {
    {NetworkKind::Dssm, "dssm"}, {NetworkKind::Control, "control"}, {NetworkKind::UNet, "unet"}};
constexpr OptionName<BayesRule> bayesRules[] = {{BayesRule::Bounded, "bounded"},
                                                {BayesRule::Unbounded, "unbounded"},
                                                {BayesRule::Off, "off"},
                                                {BayesRule::Generative, "generative"}};
constexpr OptionName<FusionForm> fusions[] = {{FusionForm::Full, "full"},
                                              {FusionForm::Concatenation, "concatenation"},
                                              {FusionForm::Untimed, "untimed"},
                                              {FusionForm::NoLabelFeatures, "no-label-features"},
                                              {FusionForm::NoGuidance, "no-guidance"}};
constexpr OptionName<SemanticInput> semanticInputs[] = {
    {SemanticInput::Fused, "fused"}, {SemanticInput::AfterGenerative, "after-generative"}};
constexpr OptionName<LatentDensity> densities[] = {{LatentDensity::Mixture, "mixture"},
                                                   {LatentDensity::Decoder, "decoder"}};
constexpr OptionName<NoiseSchedule> schedules[] = {{NoiseSchedule::Cosine, "cosine"},
                                                   {NoiseSchedule::Linear, "linear"}};
constexpr OptionName<InputScaling> scalings[] = {{InputScaling::ByChannels, "by-channels"},
                                                 {InputScaling::Own, "own"},
                                                 {InputScaling::Each, "each"}};

// Calls `visit` with each option's name in JSON, place and names.
template <typename Config, typename Visit> void forEachOption(Config& config, const Visit& visit)
{
    visit("kind", config.kind, std::span(kinds));
    visit("bayes", config.bayes, std::span(bayesRules));
    visit("fusion", config.fusion, std::span(fusions));
    visit("semanticInput", config.semanticInput, std::span(semanticInputs));
    visit("density", config.density, std::span(densities));
    visit("schedule", config.schedule, std::span(schedules));
    visit("scaling", config.scaling, std::span(scalings));
}

std::runtime_error unfit(const std::string& what)
{
    return std::runtime_error(what);
}

int bounded(const nlohmann::json& value, int minimum, int maximum, const char* name)
{
    const int number = value.get<int>();
    if (number < minimum || number > maximum)
        throw unfit(std::string(name) + " out of range");
    return number;
}

NetworkConfig parsed(const nlohmann::json& json)
{
    NetworkConfig config;
    for (const Field& field : fields)
        config.*field.place =
            bounded(json.at(field.name), field.minimum, field.maximum, field.name);
    for (std::size_t i = 0; i < config.widths.size(); ++i) {
        config.widths[i] = bounded(json.at("widths").at(i), 4, 1024, "widths");
        config.blocks[i] = bounded(json.at("blocks").at(i), 1, 8, "blocks");
    }
    config.evidence = json.at("evidence").get<bool>();
    config.inputScale = json.at("inputScale").get<double>();
    if (!(config.inputScale > 0 && config.inputScale <= 10))
        throw unfit("inputScale out of range");
    forEachOption(config, [&json](const char* name, auto& option, const auto& names) {
        if (!json.contains(name))
            return;
        const auto found =
            std::ranges::find(names, json.at(name).get<std::string>(),
                              [](const auto& known) { return std::string(known.name); });
        if (found == names.end())
            throw unfit(std::string(name) + " is unknown: " + json.at(name).get<std::string>());
        option = found->value;
    });
    // Attention has four heads; gate and label encoder have widths of one half and three halves.
    if (config.widths[3] % 4 != 0 || config.bottomWidth % 4 != 0 || config.fusionWidth % 2 != 0
        || config.labelWidth % 2 != 0)
        throw unfit("widths that do not divide");
    return config;
}

} // namespace

InputScaling scalingOf(InputKind input)
{
    switch (input) {
    case InputKind::Neighbours: return InputScaling::Own;
    case InputKind::Contrasts: return InputScaling::Each;
    default: return InputScaling::ByChannels;
    }
}

bool isDirect(const NetworkConfig& config)
{
    return config.kind != NetworkKind::Dssm;
}

Result<NetworkConfig> namedConfig(const std::string& name, int channels, int classes)
{
    NetworkConfig config;
    config.channels = channels;
    config.classes = classes;
    if (name == "small")
        return config;
    if (name == "tiny") {
        config.widths = {16, 32, 64, 112};
        config.blocks = {1, 1, 1, 2};
        config.pixelWidth = 24;
        config.fusionWidth = 48;
        config.bottomWidth = 64;
        config.timeWidth = 96;
        config.labelWidth = 24;
        return config;
    }
    if (name == "base") {
        config.widths = {64, 128, 256, 384};
        config.blocks = {2, 2, 3, 3};
        config.fineWidth = 16;
        config.pixelWidth = 64;
        config.featureWidth = 32;
        config.latent = 32;
        config.components = 5;
        config.fusionWidth = 192;
        config.bottomWidth = 256;
        config.generatorBlocks = 2;
        config.timeWidth = 256;
        config.labelWidth = 64;
        return config;
    }
    return fail(ErrorCode::BadArgument, name, "models are tiny, small and base");
}

std::string toJson(const NetworkConfig& config)
{
    nlohmann::json json;
    for (const Field& field : fields)
        json[field.name] = config.*field.place;
    json["widths"] = config.widths;
    json["blocks"] = config.blocks;
    json["evidence"] = config.evidence;
    json["inputScale"] = config.inputScale;
    forEachOption(config, [&json](const char* name, const auto& option, const auto& names) {
        if (option == names.front().value)
            return;
        json[name] =
            std::ranges::find(names, option, [](const auto& known) { return known.value; })->name;
    });
    return json.dump();
}

Result<NetworkConfig> configFromJson(const std::string& text)
{
    try {
        return parsed(nlohmann::json::parse(text));
    } catch (const std::exception& error) {
        return fail(ErrorCode::ModelDamaged, "", std::string("configuration: ") + error.what());
    }
}

} // namespace limn
