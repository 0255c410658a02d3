#include "app/commands/look_next.h"

#include "app/commands/report_error.h"
#include "app/evaluation.h"
#include "app/inputs.h"
#include "app/look_table.h"
#include "app/model_input.h"
#include "app/paths.h"
#include "app/progress_line.h"
#include "model/data/compose.h"
#include "model/data/study_state.h"
#include "model/files/durable_file.h"
#include "ui/session/error_text.h"

#include <cstdio>
#include <memory>
#include <set>

namespace limn {

namespace fs = std::filesystem;

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::string model, device = "cpu", kernel, reference, ids, table;
    RunSettings settings;
    bool isReplacing = false;
};

struct Outcome {
    std::vector<ListedPlaces> places;
    std::vector<LookStudy> studies;
    int failed = 0;
};

Result<std::vector<InputImage>> chosenImages(const Options& options)
{
    auto images = inputImages(options.inputs);
    if (!images || options.ids.empty())
        return images;
    const auto ids = readIds(options.ids);
    if (!ids)
        return std::unexpected(ids.error());
    std::set<std::string> wanted;
    for (const std::string& id : *ids)
        wanted.insert(id);
    std::erase_if(*images, [&wanted](const InputImage& image) {
        return wanted.erase(stemOf(image.image)) == 0
            && wanted.erase(image.image.filename().string()) == 0;
    });
    if (!wanted.empty())
        return fail(ErrorCode::BadData, *wanted.begin(), "there is no image of this name");
    return images;
}

SegmentRequest requestOf(const SlicePtr& slice, const Options& options)
{
    const Kernel usual = options.settings.chains > 1 ? Kernel::Ancestral : Kernel::PosteriorMean;
    return {.slice = slice,
            .steps = options.settings.steps,
            .seed = options.settings.seed,
            .kernel = kernelNamed(options.kernel).value_or(usual),
            .chains = options.settings.chains};
}

class Looker {
public:
    Looker(const Options& options, Segmenter& segmenter)
        : m_options(options)
        , m_segmenter(segmenter)
        , m_client(importProgram())
    {
    }

    Result<void> readReferences()
    {
        if (m_options.reference.empty())
            return {};
        auto masks = masksByStem(m_options.reference);
        if (!masks)
            return std::unexpected(masks.error());
        m_references = std::move(*masks);
        return {};
    }

    // Adds the image's places, or its study where there are references.
    Result<void> look(const InputImage& input, Outcome& outcome)
    {
        const auto volume = m_client.open(input.files(), {});
        if (!volume)
            return std::unexpected(volume.error());
        if (!m_options.reference.empty())
            return study(input, **volume, outcome);
        for (int slice = 0; slice < (*volume)->sliceCount(); ++slice) {
            const auto step = lastStep(input, **volume, slice);
            if (!step)
                return std::unexpected(step.error());
            const ProbabilityMap& map = (*step)->posterior;
            const std::vector<Label> nobody(map.size.area(), untouched);
            std::vector<Label> labels(map.size.area());
            composeInto(labels, nobody, map, 0.5, map.size, wholeOf(map.size));
            outcome.places.push_back(
                {input.stem, slice, lookNext(map, step->get(), labels, nobody)});
        }
        return {};
    }

private:
    Result<StepPtr> lastStep(const InputImage& input, Volume& volume, int slice)
    {
        const auto made = modelInput(volume, slice, m_client, m_segmenter.card(), {});
        if (!made)
            return std::unexpected(made.error());
        auto last = m_segmenter.run(requestOf(*made, m_options), {}, [](const StepPtr&) {});
        if (!last && last.error().subject.empty())
            last.error().subject = input.image.filename().string();
        return last;
    }

    Result<void> study(const InputImage& input, Volume& volume, Outcome& outcome)
    {
        const std::string name = stemOf(input.image);
        const auto mask = m_references.find(name);
        if (mask == m_references.end())
            return fail(ErrorCode::BadData, name, "no reference of this name");
        if (volume.sliceCount() > 1)
            return fail(ErrorCode::BadData, name, "a stack can't be judged yet");
        const auto reference = readLabelPicture(
            mask->second, [this](const auto& path, int frame) {
                return m_client.readLabels(path, frame, {});
            });
        if (!reference)
            return std::unexpected(reference.error());
        const auto step = lastStep(input, volume, 0);
        if (!step)
            return std::unexpected(step.error());
        auto made = studied(input.stem, **step, reference->labels, reference->size);
        if (!made)
            return std::unexpected(made.error());
        outcome.studies.push_back(std::move(*made));
        return {};
    }

    const Options& m_options;
    Segmenter& m_segmenter;
    ImportClient m_client;
    std::map<std::string, fs::path> m_references;
};

Result<void> writeTable(const std::string& file, const std::string& csv, bool isReplacing)
{
    return writeDurably(file, std::as_bytes(std::span(csv)),
                        isReplacing ? IfExists::Replace : IfExists::Refuse);
}

Result<Outcome> lookAtAll(const Options& options)
{
    const auto images = chosenImages(options);
    if (!images)
        return std::unexpected(images.error());
    const auto weights = weightsOf(options.model);
    if (!weights)
        return std::unexpected(weights.error());
    const auto model = openModel(*weights, options.device);
    if (!model)
        return std::unexpected(model.error());
    Segmenter& segmenter = *model->segmenter;
    Looker looker(options, segmenter);
    if (const auto read = looker.readReferences(); !read)
        return std::unexpected(read.error());
    Outcome outcome;
    ProgressLine progress(static_cast<int>(images->size()));
    int done = 0;
    for (const InputImage& image : *images) {
        if (const auto looked = looker.look(image, outcome); !looked) {
            ++outcome.failed;
            std::fprintf(stderr, "\n%s%s%s\n", errorText(looked.error()).toStdString().c_str(),
                         looked.error().detail.empty() ? "" : " ", looked.error().detail.c_str());
        }
        progress.show(++done, image.image.filename().string());
    }
    return outcome;
}

int run(const Options& options)
{
    const auto outcome = lookAtAll(options);
    if (!outcome)
        return reportError(outcome.error(), false);
    const bool isStudy = !options.reference.empty();
    const std::string csv = isStudy ? csvOf(outcome->studies) : csvOf(outcome->places);
    if (!options.table.empty()) {
        if (const auto written = writeTable(options.table, csv, options.isReplacing); !written)
            return reportError(written.error(), false);
    } else if (!isStudy) {
        std::fputs(csv.c_str(), stdout);
    }
    if (isStudy)
        std::fputs(summaryOf(outcome->studies).c_str(), stdout);
    return outcome->failed == 0 ? 0 : 2;
}

} // namespace

void addLookNextCommand(CLI::App& app, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    RunSettings& settings = options->settings;
    CLI::App* const command = app.add_subcommand(
        "look-next", "The doubtful places of images, and the images that need a person most");
    command->add_option("in", options->inputs, "Images, and folders of images")->required();
    command->add_option("--model", options->model, "Model by name (lungs, ...) or its file")
        ->required();
    command->add_option("--reference", options->reference,
                        "Folder of true masks (X or X_mask): how much of what is wrong is found");
    command->add_option("--ids", options->ids, "File of the images' names, one a line; else all");
    command->add_option("-o,--out", options->table,
                        "CSV: a line a place, or with --reference a line an image");
    command->add_option("--steps", settings.steps, "Denoising steps K")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command->add_option("--seed", settings.seed, "Seed of the noise")->capture_default_str();
    std::vector<std::string> names;
    for (const Kernel kernel : kernels)
        names.emplace_back(nameOf(kernel));
    command
        ->add_option("--kernel", options->kernel,
                     "How a step moves on; posterior-mean, or ancestral with several chains")
        ->check(CLI::IsMember(names));
    command->add_option("--chains", settings.chains, "Chains R")
        ->check(CLI::Range(1, 16))
        ->capture_default_str();
    command->add_option("--device", options->device, "cpu, cuda:0, ...")->capture_default_str();
    command->add_flag("--replace", options->isReplacing, "Replace the CSV where it is there");
    command->callback([options, &exitCode] { exitCode = run(*options); });
}

} // namespace limn
