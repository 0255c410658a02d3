#include "app/commands/info.h"

#include "app/commands/report_error.h"
#include "io/import_client.h"

#include <cstdio>
#include <memory>
#include <string>

namespace limn {

namespace {

struct Options {
    std::string file;
    bool asJson = false;
};

std::string plain(const nlohmann::json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

// One line a fact; what is empty says nothing and is left out, and so are the tags.
void printFacts(const nlohmann::json& facts)
{
    for (const auto& [key, value] : facts.items()) {
        if (key == "tags" || (value.is_array() && value.empty()) || value == "")
            continue;
        if (!value.is_structured()) {
            std::printf("%-16s %s\n", key.c_str(), plain(value).c_str());
            continue;
        }
        for (const auto& [innerKey, inner] : value.items())
            if (!(inner.is_array() && inner.size() > 8))
                std::printf("%-16s %s\n", (key + " " + innerKey).c_str(), plain(inner).c_str());
    }
}

int run(const Options& options, const std::filesystem::path& importProgram)
{
    ImportClient client(importProgram);
    const auto facts = client.info(options.file, {});
    if (!facts)
        return reportError(facts.error(), options.asJson);
    if (options.asJson)
        std::puts(facts->c_str());
    else
        printFacts(nlohmann::json::parse(*facts));
    return 0;
}

} // namespace

void addInfoCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "info", "Open a file and say what the reader made of it, or why it is refused");
    command->add_option("file", options->file, "PNG, JPEG, TIFF, BMP, DICOM or NIfTI file")->required();
    command->add_flag("--json", options->asJson,
                      "Everything that is known, with the list of tags, as JSON");
    command->callback(
        [options, importProgram, &exitCode] { exitCode = run(*options, importProgram); });
}

} // namespace limn
