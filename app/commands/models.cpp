#include "app/commands/models.h"

#include "app/paths.h"
#include "model/files/model_card_reader.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace limn {

namespace {

std::string needsOf(const ModelCard& card)
{
    std::string words = card.modality.empty() ? std::string() : card.modality + ", ";
    switch (card.input) {
    case InputKind::Grey: words += "grey images"; break;
    case InputKind::Colour: words += "colour images"; break;
    case InputKind::Neighbours: words += "stacks of grey slices"; break;
    case InputKind::Contrasts:
        words += "files of " + std::to_string(card.channels) + " grey volumes (contrasts)";
        break;
    }
    if (card.spacingMm > 0) {
        char spacing[40];
        std::snprintf(spacing, sizeof spacing, ", %.3g mm a pixel", card.spacingMm);
        words += spacing;
    }
    return words;
}

void printTable(const std::vector<ModelCard>& cards)
{
    for (const ModelCard& card : cards) {
        std::printf("%-14s %s%s\n", card.name.c_str(), card.title.c_str(),
                    card.isResearchOnly ? " (research only)" : "");
        std::printf("%-14s needs %s; finds", "", needsOf(card).c_str());
        for (const std::string& name : card.classes)
            std::printf(" %s", name.c_str());
        std::printf("\n%-14s %s\n", "", card.licence.c_str());
    }
    if (cards.empty())
        std::printf("no model in any of the folders\n");
    for (const auto& folder : modelFolders())
        std::printf("folder: %s\n", folder.lexically_normal().c_str());
}

void printJson(const std::vector<ModelCard>& cards)
{
    auto list = nlohmann::json::array();
    for (const ModelCard& card : cards)
        list.push_back({{"name", card.name},
                        {"title", card.title},
                        {"kind", card.kind},
                        {"modality", card.modality},
                        {"input", nameOf(card.input)},
                        {"channels", card.channels},
                        {"spacing_mm", card.spacingMm},
                        {"classes", card.classes},
                        {"licence", card.licence},
                        {"research_only", card.isResearchOnly},
                        {"validation_dice", card.validationDice},
                        {"sha256", card.sha256},
                        {"file", card.file.string()}});
    std::puts(list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

} // namespace

void addModelsCommand(CLI::App& app, int& exitCode)
{
    CLI::App* const command =
        app.add_subcommand("models", "The models that are found by name, and what each needs");
    const auto asJson = std::make_shared<bool>(false);
    command->add_flag("--json", *asJson, "As JSON");
    command->callback([asJson, &exitCode] {
        const auto cards = modelsIn(modelFolders());
        if (*asJson)
            printJson(cards);
        else
            printTable(cards);
        exitCode = 0;
    });
}

} // namespace limn
