#include "model/files/model_card_reader.h"

#include "model/files/safetensors.h"
#include "model/files/sha256.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

namespace limn {
namespace {

using Json = nlohmann::json;

// Throws the library's exception when a field has the wrong type or a needed one is missing.
ModelCard cardOf(const Json& json, const Json& config, const std::string& name)
{
    ModelCard card;
    card.name = name;
    card.title = json.value("title", name);
    card.modality = json.value("modality", std::string());
    card.kind = config.value("kind", std::string("dssm"));
    card.hasEvidence = config.value("evidence", false) && card.kind == "dssm";
    card.channels = json.at("channels").get<int>();
    card.input = card.channels == 3 ? InputKind::Colour : InputKind::Grey;
    if (json.contains("input")) {
        const auto input = inputKindNamed(json["input"].get<std::string>());
        card.input = input.value_or(card.input);
        card.channels = input ? card.channels : 0; // an unknown kind is refused
    }
    card.spacingMm = json.value("spacingMm", 0.0);
    card.trainedSize = json.at("trainedSize").get<int>();
    card.isNativeScale = json.value("nativeScale", false);
    card.classes = json.at("classes").get<std::vector<std::string>>();
    card.licence = json.value("licence", std::string());
    card.isResearchOnly = json.value("researchOnly", false);
    card.temperature = json.value("temperature", 1.0);
    card.validationDice = json.value("validationDice", 0.0);
    return card;
}

const char* faultOf(const ModelCard& card)
{
    if (card.channels < 1 || card.channels > 4)
        return "channels are not 1 to 4";
    if (!isChannelCount(card.input, card.channels))
        return "channels do not fit the kind of input";
    if (!std::isfinite(card.spacingMm) || card.spacingMm < 0)
        return "spacing is negative";
    if (card.trainedSize < 16 || card.trainedSize > 4096 || card.trainedSize % 16 != 0)
        return "trainedSize is not a multiple of 16 up to 4096";
    if (card.classes.empty() || card.classes.size() > 15)
        return "not 1 to 15 classes";
    if (!std::isfinite(card.temperature) || card.temperature <= 0)
        return "temperature is not positive";
    return nullptr;
}

} // namespace

Result<ModelCard> readModelCard(const std::filesystem::path& weights)
{
    const auto damaged = [&weights](const std::string& what) {
        return fail(ErrorCode::ModelDamaged, weights.filename().string(), what);
    };
    const auto file = openSafetensors(weights);
    if (!file)
        return std::unexpected(file.error());
    const auto format = file->metadata.find("limn.format");
    const auto text = file->metadata.find("limn.card");
    if (format == file->metadata.end() || text == file->metadata.end())
        return damaged("not a model of Limn");
    if (format->second != "1")
        return damaged("format " + format->second.substr(0, 20) + " is not known");
    const auto config = file->metadata.find("limn.config");
    ModelCard card;
    try {
        card = cardOf(Json::parse(text->second),
                      config == file->metadata.end() ? Json::object() : Json::parse(config->second),
                      weights.stem().string());
    } catch (const Json::exception& problem) {
        return damaged(problem.what());
    }
    if (const char* const fault = faultOf(card))
        return damaged(fault);
    auto sum = sha256OfFile(weights);
    if (!sum)
        return std::unexpected(sum.error());
    card.sha256 = std::move(*sum);
    card.file = weights;
    return card;
}

std::vector<ModelCard> modelsIn(const std::vector<std::filesystem::path>& folders)
{
    std::map<std::string, ModelCard> found;
    for (const auto& folder : folders) {
        std::error_code ignored;
        for (std::filesystem::directory_iterator it(folder, ignored), end; it != end;
             it.increment(ignored)) {
            const std::filesystem::path path = it->path();
            if (path.extension() != ".safetensors" || found.contains(path.stem().string()))
                continue;
            if (auto card = readModelCard(path))
                found.emplace(card->name, std::move(*card));
        }
    }
    std::vector<ModelCard> cards;
    for (auto& [name, card] : found)
        cards.push_back(std::move(card));
    return cards;
}

} // namespace limn
