#include "app/commands/import_masks.h"

#include "app/commands/report_error.h"
#include "app/inputs.h"
#include "app/mask_export.h"
#include "app/mask_gather.h"
#include "app/paths.h"
#include "app/progress_line.h"
#include "io/work/work_file.h"
#include "ui/session/error_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace limn {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string folder;
    std::vector<std::string> masks;
    bool isReplacing = false;
    bool asJson = false;
};

struct Outcome {
    int masks = 0, images = 0;
    std::vector<Error> refused;
    std::vector<std::string> leftOut, notes;
};

Result<void> keep(ImageStore& store, const ImageKey& key, const StudyState& state,
                  const ReadMasks& read)
{
    const auto joined = joinedMasks(
        read, state.labels, isBegun(state.labels, state.human, state.labels.rows.front().name));
    const auto strokes = strokesOf(editsOf(joined, state.human, composedOf(state)));
    if (!strokes.empty()) // an empty mask changes nothing
        if (const auto added = store.addStrokes(key, strokes); !added)
            return added;
    const auto written = store.writeState(key, importedState(state, joined.table));
    return written ? store.refreshSnapshot(key) : written;
}

// One picture; what is wrong with it alone is noted, and an error is of the work file.
Result<void> importInto(ImageStore& store, const InputImage& image, const ImagePlan& plan,
                        const Options& options, ImportClient& client, Outcome& outcome)
{
    const auto volume = client.open(image.files(), {});
    if (!volume) {
        outcome.refused.push_back(volume.error());
        return {};
    }
    const ReadMasks read = readMasks(plan.masks, **volume, client, {});
    outcome.refused.insert(outcome.refused.end(), read.refused.begin(), read.refused.end());
    outcome.notes.insert(outcome.notes.end(), read.notes.begin(), read.notes.end());
    if (read.masks.empty())
        return {};
    std::error_code error;
    const fs::path folder = fs::weakly_canonical(options.folder, error);
    const ImageKey key{fs::weakly_canonical(image.image, error).lexically_relative(folder).generic_string(),
                       (*volume)->source.contentHash, (*volume)->size, (*volume)->sliceCount()};
    const auto kept = store.read(key);
    if (!kept)
        return std::unexpected(kept.error());
    StudyState state;
    if (kept->state) {
        state = *kept->state;
    } else {
        state.human = untouchedLayer(key.size, key.sliceCount);
        state.labels = tableOf({"Label 1"});
    }
    if (hasWork(state) && !options.isReplacing) {
        outcome.leftOut.push_back(key.path);
        return {};
    }
    if (auto done = keep(store, key, state, read); !done)
        return done;
    outcome.masks += static_cast<int>(read.masks.size());
    ++outcome.images;
    return {};
}

void report(const Outcome& outcome, bool asJson)
{
    auto refused = nlohmann::json::array();
    for (const Error& error : outcome.refused) {
        refused.push_back({{"file", error.subject},
                           {"error", codeName(error.code)},
                           {"detail", error.detail}});
        if (!asJson)
            std::fprintf(stderr, "%s (%s)\n", errorText(error).toStdString().c_str(),
                         error.detail.c_str());
    }
    if (asJson) {
        std::puts(nlohmann::json{{"masks", outcome.masks},
                                 {"images", outcome.images},
                                 {"refused", refused},
                                 {"leftOut", outcome.leftOut},
                                 {"notes", outcome.notes}}
                      .dump()
                      .c_str());
        return;
    }
    for (const std::string& note : outcome.notes)
        std::printf("%s\n", note.c_str());
    for (const std::string& name : outcome.leftOut)
        std::printf("%s: left as it is, because somebody has worked on it (--replace)\n",
                    name.c_str());
    std::printf("%d masks imported, of %d images; %zu refused, %zu images left as they are\n",
                outcome.masks, outcome.images, outcome.refused.size(), outcome.leftOut.size());
}

int run(const Options& options)
{
    const auto images = inputImages({options.folder});
    if (!images)
        return reportError(images.error(), options.asJson);
    const auto work = WorkFile::open(options.folder);
    if (!work)
        return reportError(work.error(), options.asJson);
    if (!(*work)->isWritable() || (*work)->images() == nullptr)
        return reportError((*work)->notices().empty()
                               ? Error{ErrorCode::ReadOnly, (*work)->file().filename().string(), {}}
                               : (*work)->notices().front(),
                           options.asJson);
    std::vector<ImageFiles> files;
    std::vector<std::string> stems;
    for (const InputImage& image : *images) {
        files.push_back(image.files());
        stems.push_back(image.stem);
    }
    const std::vector<fs::path> masks(options.masks.begin(), options.masks.end());
    ImportClient client(importProgram());
    const MaskPlan plan =
        plannedMasks(masks, files, stems, images->size() == 1 ? 0 : -1, client, {});
    Outcome outcome;
    outcome.refused = plan.refused;
    ProgressLine progress(static_cast<int>(plan.images.size()));
    int done = 0;
    for (const ImagePlan& one : plan.images) {
        const InputImage& image = (*images)[static_cast<std::size_t>(one.image)];
        const auto imported = importInto(*(*work)->images(), image, one, options, client,
                                         outcome);
        if (!imported)
            return reportError(imported.error(), options.asJson);
        progress.show(++done, image.image.filename().string());
    }
    report(outcome, options.asJson);
    return outcome.refused.empty() && outcome.leftOut.empty() ? 0 : 2;
}

} // namespace

void addImportMasksCommand(CLI::App& app, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App* const command = app.add_subcommand(
        "import-masks", "Masks from files become a folder's work, as if somebody had drawn them");
    command->add_option("folder", options->folder, "Folder of the pictures")->required();
    command
        ->add_option("masks", options->masks,
                     "PNG, TIFF, NIfTI, NRRD, DICOM segmentation or COCO files, by name of a picture each")
        ->required();
    command->add_flag("--replace", options->isReplacing,
                      "Also of pictures on which somebody has worked");
    command->add_flag("--json", options->asJson, "Say what was done as JSON");
    command->callback([options, &exitCode] { exitCode = run(*options); });
}

} // namespace limn
