#include "app/commands/info.h"

#include "app/commands/report_error.h"
#include "app/image_list.h"
#include "io/import_client.h"
#include "io/work/folder.h"
#include "ui/session/stack_text.h"

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace limn {

namespace {

struct Options {
    std::string file;
    bool isSalvage = false;
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

constexpr std::array findingNames{"gap",   "uneven",  "tilted",      "copies",
                                  "doubled", "severalSizes", "severalOrientations", "shifted"};

nlohmann::json findingJson(const StackFinding& finding)
{
    return {{"kind", findingNames[static_cast<std::size_t>(finding.kind)]},
            {"slice", finding.slice + 1},
            {"found", finding.found},
            {"expected", finding.expected},
            {"count", finding.count},
            {"text", findingText(finding).toStdString()}};
}

nlohmann::json slicesJson(const Volume& volume)
{
    auto slices = nlohmann::json::array();
    for (int slice = 0; slice < volume.sliceCount(); ++slice) {
        const SliceSource source = volume.source.at(slice);
        nlohmann::json entry{{"file", source.file.string()}, {"frame", source.frame + 1}};
        const auto& origins = volume.geometry.sliceOriginsMm;
        if (static_cast<std::size_t>(slice) < origins.size())
            entry["originMm"] = origins[static_cast<std::size_t>(slice)];
        slices.push_back(std::move(entry));
    }
    return slices;
}

nlohmann::json imageJson(const ImageFiles& image, ImportClient& client)
{
    nlohmann::json json{{"file", image.path.string()}};
    const auto opened = client.open(image, {});
    if (!opened) {
        json["error"] = codeName(opened.error().code);
        json["detail"] = opened.error().detail;
        return json;
    }
    const Volume& volume = **opened;
    const Geometry& geometry = volume.geometry;
    json.update({{"format", volume.source.format},
                 {"width", volume.size.width},
                 {"height", volume.size.height},
                 {"slices", volume.depth()},
                 {"volumes", volume.volumeCount()},
                 {"timesMs", volume.timesMs},
                 {"columnSpacingMm", geometry.columnSpacingMm},
                 {"rowSpacingMm", geometry.rowSpacingMm},
                 {"rowDirection", geometry.rowDirection},
                 {"columnDirection", geometry.columnDirection},
                 {"seriesUid", volume.source.seriesUid},
                 {"stack", slicesJson(volume)},
                 {"findings", nlohmann::json::array()},
                 {"notes", volume.notes}});
    for (const StackFinding& finding : volume.findings)
        json["findings"].push_back(findingJson(finding));
    return json;
}

void printImage(const nlohmann::json& image)
{
    const std::string name =
        std::filesystem::path(image["file"].get<std::string>()).filename().string();
    if (image.contains("error")) {
        std::printf("%s: %s, %s\n", name.c_str(), plain(image["error"]).c_str(),
                    plain(image["detail"]).c_str());
        return;
    }
    std::printf("%s: %s x %s, slices %s, volumes %s\n", name.c_str(),
                plain(image["width"]).c_str(), plain(image["height"]).c_str(),
                plain(image["slices"]).c_str(), plain(image["volumes"]).c_str());
    for (const auto& finding : image["findings"])
        std::printf("  %s\n", plain(finding["text"]).c_str());
}

// The images of a folder or DICOMDIR, series as stacks.
int listImagesOf(const Options& options, ImportClient& client)
{
    const auto images = imagesIn(options.file, client, {});
    if (!images)
        return reportError(images.error(), options.asJson);
    auto all = nlohmann::json::array();
    for (const ImageFiles& image : *images) {
        all.push_back(imageJson(image, client));
        if (!options.asJson)
            printImage(all.back());
    }
    if (options.asJson)
        std::puts(nlohmann::json{{"images", std::move(all)}}
                      .dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
                      .c_str());
    return 0;
}

int run(const Options& options, const std::filesystem::path& importProgram)
{
    ImportClient client(importProgram);
    client.setSalvaging(options.isSalvage);
    std::error_code error;
    if (std::filesystem::is_directory(options.file, error) || isDicomDirectory(options.file))
        return listImagesOf(options, client);
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
    command
        ->add_option("file", options->file,
                     "PNG, JPEG, TIFF, BMP, DICOM, NIfTI or NRRD file; of a folder or DICOMDIR its images, "
                     "series as stacks")
        ->required();
    command->add_flag("--salvage", options->isSalvage,
                      "Of a cut DICOM file what is there, the rest as 0, instead of a refusal");
    command->add_flag("--json", options->asJson,
                      "Everything that is known, with the list of tags, as JSON");
    command->callback(
        [options, importProgram, &exitCode] { exitCode = run(*options, importProgram); });
}

} // namespace limn
