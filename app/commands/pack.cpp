#include "app/commands/pack.h"

#include "app/commands/report_error.h"
#include "app/packing.h"
#include "app/progress_line.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <optional>

namespace limn {

namespace {

struct Options {
    std::string folder, out, patientPattern, patientTable;
    std::vector<std::string> classes;
    bool areInstances = false;
    bool isColour = false;
    bool hasContrasts = false;
    int neighbours = 0;
    bool isReplacing = false;
    bool asJson = false;
};

Result<PackOptions> packOptionsOf(const Options& options)
{
    PackOptions pack;
    pack.folder = options.folder;
    pack.out = options.out;
    pack.classes = options.classes;
    pack.areInstances = options.areInstances;
    if (options.isColour)
        pack.input = InputKind::Colour;
    if (options.neighbours > 0)
        pack.input = InputKind::Neighbours;
    if (options.hasContrasts)
        pack.input = InputKind::Contrasts;
    pack.ifExists = options.isReplacing ? IfExists::Replace : IfExists::Refuse;
    auto rule = options.patientPattern.empty() ? Result<PatientRule>()
                                               : PatientRule::byPattern(options.patientPattern);
    if (!options.patientTable.empty())
        rule = PatientRule::byTable(options.patientTable);
    if (!rule)
        return std::unexpected(rule.error());
    pack.patients = *rule;
    return pack;
}

void print(const PackSummary& summary, bool asJson)
{
    if (asJson) {
        std::puts(nlohmann::json{{"images", summary.images},
                                 {"volumes", summary.volumes},
                                 {"patients", summary.patients},
                                 {"channels", summary.channels},
                                 {"classes", summary.classes},
                                 {"masks_without_image", summary.masksWithoutImage}}
                      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                      .c_str());
        return;
    }
    if (summary.volumes > 0)
        std::printf("%d slices of %d volumes and", summary.images, summary.volumes);
    else
        std::printf("%d images of", summary.images);
    std::printf(" %d patients, %d %s, classes:", summary.patients, summary.channels,
                summary.channels == 1 ? "channel" : "channels");
    for (const std::string& name : summary.classes)
        std::printf(" %s", name.c_str());
    std::printf("\n");
    if (!summary.masksWithoutImage.empty())
        std::printf("%zu masks have no image and were left out\n",
                    summary.masksWithoutImage.size());
}

Result<VolumePtr> wholeVolume(ImportClient& client, const std::filesystem::path& path)
{
    auto volume = client.open(path, {});
    for (int slice = 1; volume && slice < (*volume)->sliceCount(); ++slice) {
        auto read = client.readSlice(path, slice, {});
        if (!read)
            return std::unexpected(read.error());
        (*volume)->slices[static_cast<std::size_t>(slice)] = std::move(*read);
    }
    return volume;
}

int run(const Options& options, const std::filesystem::path& importProgram)
{
    const auto pack = packOptionsOf(options);
    if (!pack)
        return reportError(pack.error(), options.asJson);
    ImportClient client(importProgram);
    std::optional<ProgressLine> progress;
    const auto summary = packFolder(
        *pack, [&client](const auto& path) { return wholeVolume(client, path); },
        [&client](const auto& path, int frame) { return client.readLabels(path, frame, {}); },
        [&progress](int done, int total, const std::string& id) {
            if (!progress)
                progress.emplace(total);
            progress->show(done, id);
        });
    progress.reset();
    if (!summary)
        return reportError(summary.error(), options.asJson);
    print(*summary, options.asJson);
    return 0;
}

} // namespace

void addPackCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App* const command =
        app.add_subcommand("pack", "Images and masks as one file to train on");
    command
        ->add_option("folder", options->folder,
                     "Folder that holds images/ and masks/, by the same names")
        ->required();
    command->add_option("-o,--out", options->out, "File to write: set.safetensors")->required();
    command->add_option("--classes", options->classes, "Names of labels 1, 2, ..., comma-separated")
        ->delimiter(',');
    command->add_flag("--instances", options->areInstances,
                      "Masks number their objects: every value but 0 is the one class");
    auto* const colour =
        command->add_flag("--colour", options->isColour,
                          "Grey pictures are repeated to three channels, so that they go with "
                          "colour");
    auto* const contrasts =
        command
            ->add_flag("--contrasts", options->hasContrasts,
                       "The 2 to 4 volumes of each file (T1, T2, ...) are channels; a mask has the "
                       "slices of one volume")
            ->excludes(colour);
    command
        ->add_option("--neighbours", options->neighbours,
                     "1: of a stack, a slice's channels are the slice before, itself, and the one "
                     "after")
        ->check(CLI::Range(0, 1))
        ->excludes(colour)
        ->excludes(contrasts)
        ->capture_default_str();
    auto* const pattern =
        command->add_option("--patient", options->patientPattern,
                            "Regular expression; its first group in the name is the patient");
    command->add_option("--patients", options->patientTable, "CSV of name,patient")
        ->excludes(pattern);
    command->add_flag("--replace", options->isReplacing, "Overwrite the file when it is there");
    command->add_flag("--json", options->asJson, "Say what was packed as JSON");
    command->callback(
        [options, importProgram, &exitCode] { exitCode = run(*options, importProgram); });
}

} // namespace limn
