#include "app/commands/segment.h"

#include "app/batch.h"
#include "app/commands/report_error.h"
#include "app/image_folder.h"
#include "app/inputs.h"
#include "app/paths.h"
#include "app/progress_line.h"
#include "io/masks/datasets.h"
#include "ui/session/error_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

namespace limn {

namespace fs = std::filesystem;

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::string folder, model, device = "cpu", formats = "mask", shard = "1/1", kernel, clicks,
                               record;
    RunSettings settings;
    bool isWholeLabel = false, hasRunLengths = false;
    bool isReplacing = false;
    bool asJson = false;
};

// "i/n": the i-th of n parts, for many machines.
bool keepShard(std::vector<InputImage>& items, const std::string& shard)
{
    int part = 0, parts = 0, end = 0;
    if (std::sscanf(shard.c_str(), "%d/%d%n", &part, &parts, &end) != 2
        || end != static_cast<int>(shard.size()) || part < 1 || part > parts)
        return false;
    std::vector<InputImage> kept;
    for (std::size_t i = static_cast<std::size_t>(part - 1); i < items.size();
         i += static_cast<std::size_t>(parts))
        kept.push_back(items[i]);
    items = std::move(kept);
    return true;
}

Result<std::vector<MaskFormat>> formatsOf(const std::string& list)
{
    std::vector<MaskFormat> formats;
    for (const auto& name : CLI::detail::split(list, ',')) {
        const auto format = maskFormatNamed(name);
        if (!format)
            return fail(ErrorCode::BadArgument, "--formats", "there is no format " + name);
        formats.push_back(*format);
    }
    return formats;
}

Result<BatchOptions> batchOf(const Options& options)
{
    const auto formats = formatsOf(options.formats);
    if (!formats)
        return std::unexpected(formats.error());
    BatchOptions batch;
    batch.folder = options.folder;
    batch.formats = *formats;
    if (options.isWholeLabel)
        batch.datasets.instances = InstanceKind::WholeLabels;
    if (options.hasRunLengths)
        batch.datasets.outlines = OutlineKind::RunLengths;
    batch.settings = options.settings;
    if (!options.kernel.empty())
        batch.settings.kernel = options.kernel;
    else if (options.settings.chains > 1) // else the chains would hardly differ
        batch.settings.kernel = nameOf(Kernel::Ancestral);
    if (!options.record.empty()) {
        auto record = readRunRecord(options.record);
        if (!record)
            return std::unexpected(record.error());
        batch.record = std::move(*record);
    }
    batch.isReplacing = options.isReplacing;
    std::error_code error;
    fs::create_directories(batch.folder, error);
    if (error)
        return fail(ErrorCode::WriteFailed, batch.folder.filename().string(), error.message());
    return batch;
}

// Runs them all; a file that fails does not stop the others.
int segmentAll(const std::vector<InputImage>& items, Segmenter& segmenter, const BatchOptions& batch,
               bool asJson)
{
    ImportClient client(importProgram());
    ProgressLine progress(static_cast<int>(items.size()));
    const auto begin = std::chrono::steady_clock::now();
    nlohmann::json failed = nlohmann::json::array(), notes = nlohmann::json::array();
    int written = 0, skipped = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        RunFacts ran;
        const auto outcome =
            segmentImage(items[i].files(), items[i].stem, client, segmenter, batch, {}, &ran);
        std::string words = items[i].image.filename().string();
        if (!outcome) {
            failed.push_back({{"file", items[i].image.string()},
                              {"error", codeName(outcome.error().code)},
                              {"detail", outcome.error().detail}});
            std::fprintf(stderr, "\n%s\n", errorText(outcome.error()).toStdString().c_str());
        } else {
            ++(*outcome == BatchOutcome::Written ? written : skipped);
            words += *outcome == BatchOutcome::Skipped ? " (was there already)" : "";
            if (batch.record && *outcome == BatchOutcome::Written)
                notes = differences(*batch.record, ran);
        }
        progress.show(static_cast<int>(i) + 1, words);
    }
    if (const auto done = finishDatasets(batch.folder, batch.formats, {}); !done) {
        failed.push_back({{"file", done.error().subject},
                          {"error", codeName(done.error().code)},
                          {"detail", done.error().detail}});
        std::fprintf(stderr, "\n%s\n", errorText(done.error()).toStdString().c_str());
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (batch.record && !asJson && written > 0) {
        if (notes.empty())
            std::puts("as the record says: the same device, threads and version");
        for (const auto& note : notes)
            std::printf("not the same: %s\n", note.get<std::string>().c_str());
    }
    if (asJson)
        std::puts(nlohmann::json{{"model", segmenter.card().name},
                                 {"research_only", segmenter.card().isResearchOnly},
                                 {"device", segmenter.device()},
                                 {"written", written},
                                 {"skipped", skipped},
                                 {"failed", failed},
                                 {"notes", notes},
                                 {"seconds", seconds}}
                      .dump()
                      .c_str());
    else
        std::printf("%d written, %d there already, %zu failed, %.1f s on %s\n", written, skipped,
                    failed.size(), seconds, segmenter.device().c_str());
    return failed.empty() ? 0 : 2;
}

// Clicks name images that are there: a name that is not is a mistake of typing.
Result<void> addClicks(BatchOptions& batch, const Options& options, const ModelCard& card,
                       const std::vector<InputImage>& items)
{
    if (options.clicks.empty())
        return {};
    auto clicks = readClicks(options.clicks, card.classes);
    if (!clicks)
        return std::unexpected(clicks.error());
    for (const auto& [image, some] : *clicks)
        if (std::ranges::none_of(
                items, [&](const InputImage& item) { return stemOf(item.image) == image; }))
            return fail(ErrorCode::BadData, options.clicks, "there is no image named " + image);
    batch.clicks = std::move(*clicks);
    return {};
}

int run(const Options& options)
{
    const auto refuse = [&options](const Error& error) {
        return reportError(error, options.asJson);
    };
    auto items = inputImages(options.inputs);
    if (!items)
        return refuse(items.error());
    const auto all = *items;
    if (!keepShard(*items, options.shard))
        return refuse({ErrorCode::BadArgument, "--shard", "it is PART/PARTS, such as 1/4"});
    auto batch = batchOf(options);
    if (!batch)
        return refuse(batch.error());
    const auto weights =
        weightsOf(options.model.empty() && batch->record ? batch->record->runs.front().modelName
                                                         : options.model);
    if (!weights)
        return refuse(weights.error());
    const auto model = openModel(*weights, options.device);
    if (!model)
        return refuse(model.error());
    Segmenter& segmenter = *model->segmenter;
    if (const auto added = addClicks(*batch, options, segmenter.card(), all); !added)
        return refuse(added.error());
    if (segmenter.card().isResearchOnly)
        std::fprintf(stderr, "%s is for research only; licence: %s\n",
                     segmenter.card().name.c_str(), segmenter.card().licence.c_str());
    return segmentAll(*items, segmenter, *batch, options.asJson);
}

} // namespace

void addSegmentCommand(CLI::App& app, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    RunSettings& settings = options->settings;
    CLI::App* const command =
        app.add_subcommand("segment", "Masks of images and folders, without a window");
    command->add_option("in", options->inputs, "Images, and folders of images")->required();
    command
        ->add_option("-o,--out", options->folder, "Folder for the masks; made when it is not there")
        ->required();
    auto* const model =
        command->add_option("--model", options->model, "Model by name (lungs, ...) or its file");
    auto* const record = command->add_option(
        "--from", options->record, "Do again what a .prov.json says, with the model of its name");
    const auto own = [record](CLI::Option* option) { return option->excludes(record); };
    own(command->add_option("--steps", settings.steps, "Denoising steps K")
            ->check(CLI::Range(1, 100))
            ->capture_default_str());
    own(command->add_option("--seed", settings.seed, "Seed of the noise")->capture_default_str());
    std::vector<std::string> names;
    for (const Kernel kernel : kernels)
        names.emplace_back(nameOf(kernel));
    own(command
            ->add_option("--kernel", options->kernel,
                         "How a step moves on; posterior-mean, or ancestral with several chains")
            ->check(CLI::IsMember(names)));
    own(command->add_option("--chains", settings.chains, "Chains R; their mean makes the mask")
            ->check(CLI::Range(1, 16))
            ->capture_default_str());
    own(command
            ->add_option("--label-sampling", settings.labelSampling,
                         "0.5 to 1 makes chains differ more; 0: off")
            ->check(CLI::Range(0.0, 100.0))
            ->capture_default_str());
    own(command->add_flag("--early-stop", settings.hasEarlyStop,
                          "End a run when fewer than 0.02 % of the pixels change"));
    own(command
            ->add_option("--priors", settings.priorRatio,
                         "How much likelier each class is than in training, background first: 1,2")
            ->delimiter(','));
    own(command->add_option("--clicks", options->clicks,
                            "CSV or JSON of clicks: image,x,y,class[,radius][,slice]"));
    command->add_option("--device", options->device, "cpu, cuda:0, ...")->capture_default_str();
    command
        ->add_option("--formats", options->formats,
                     "Comma-separated: mask labels prob npy steps nifti nrrd seg segfrac coco yolo "
                     "nnunet spread who prov")
        ->capture_default_str();
    command->add_flag("--whole-labels", options->isWholeLabel,
                      "COCO and YOLO: an instance is a whole label, not a connected piece of it");
    command->add_flag("--run-lengths", options->hasRunLengths,
                      "COCO: run lengths for all outlines, not only for those with holes");
    command->add_option("--shard", options->shard, "Only part i of n, for many machines: i/n")
        ->capture_default_str();
    command->add_flag("--replace", options->isReplacing,
                      "Also images whose masks are there already");
    command->add_flag("--json", options->asJson, "Say what was done as JSON");
    command->callback([options, model, record, &exitCode] {
        if (model->empty() && record->empty())
            throw CLI::RequiredError("--model");
        exitCode = run(*options);
    });
}

} // namespace limn
