#include "app/commands/export.h"

#include "app/commands/report_error.h"
#include "app/commands/stop_signals.h"
#include "app/paths.h"
#include "app/progress_line.h"
#include "app/release/release.h"
#include "app/release/release_text.h"
#include "ui/session/error_text.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <optional>

namespace limn {

namespace {

struct Options {
    std::string work, folder, formats = "mask", images = "accepted", split, dates = "shift", key,
                                patients = "auto", pattern, table, licence;
    std::uint64_t seed = 1;
    bool isWholeLabel = false, hasRunLengths = false, hasCopies = false, isDeidentified = false, leavesOutBurnedIn = false, asJson = false;
};

PatientsBy patientsBy(const Options& options)
{
    if (!options.pattern.empty())
        return PatientsBy::Pattern;
    if (!options.table.empty())
        return PatientsBy::Table;
    return options.patients == "folder" ? PatientsBy::Folder
        : options.patients == "image"   ? PatientsBy::Image
                                        : PatientsBy::Auto;
}

Result<ReleaseOrder> orderOf(const Options& options)
{
    ReleaseOrder order;
    order.work = options.work;
    order.folder = options.folder;
    order.formats.clear();
    for (const auto& name : CLI::detail::split(options.formats, ',')) {
        const auto format = maskFormatNamed(name);
        if (!format)
            return fail(ErrorCode::BadArgument, "--formats", "there is no format " + name);
        order.formats.push_back(*format);
    }
    order.images =
        options.images == "edited" ? ReleaseImages::EditedAndAccepted : ReleaseImages::Accepted;
    if (options.isWholeLabel)
        order.datasets.instances = InstanceKind::WholeLabels;
    if (options.hasRunLengths)
        order.datasets.outlines = OutlineKind::RunLengths;
    order.hasCopies = options.hasCopies;
    order.isDeidentified = options.isDeidentified;
    order.dates = options.dates == "empty" ? CopiedDates::Emptied : CopiedDates::Shifted;
    order.leavesOutBurnedIn = options.leavesOutBurnedIn;
    order.key = options.key;
    order.patients = patientsBy(options);
    order.patientPattern = options.pattern;
    order.patientTable = options.table;
    order.seed = options.seed;
    order.licence = options.licence;
    if (options.split.empty())
        return order;
    auto shares = splitSharesFrom(options.split);
    if (!shares)
        return fail(ErrorCode::BadArgument, "--split", shares.error().detail);
    order.split = std::move(*shares);
    return order;
}

void printJson(const ReleaseSummary& summary)
{
    nlohmann::ordered_json json{{"images", summary.images},
                                {"unchanged", summary.unchanged},
                                {"slices", summary.slices},
                                {"files", summary.files},
                                {"patients", summary.patients},
                                {"imagesOfPart", summary.imagesOfPart},
                                {"patientsBy", summary.how},
                                {"warnings", summary.warnings},
                                {"leftOut", summary.leftOut},
                                {"models", summary.models},
                                {"modelsWithoutCard", summary.modelsWithoutCard},
                                {"skipped", nlohmann::ordered_json::array()},
                                {"key", summary.key.filename().string()}};
    for (const SkippedImage& image : summary.skipped)
        json["skipped"].push_back({{"image", image.name},
                                   {"error", codeName(image.why.code)},
                                   {"detail", image.why.detail}});
    std::puts(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
}

void printWords(const ReleaseSummary& summary)
{
    std::printf("%d images (%d as they were already), %d files\n", summary.images,
                summary.unchanged, summary.files);
    for (const auto& [part, patients] : summary.patients)
        if (!part.empty())
            std::printf("%-6s %d patients, %d images\n", part.c_str(), patients,
                        summary.imagesOfPart.at(part));
    for (const auto& [how, images] : summary.how)
        std::printf("patient known by %s: %d images\n", how.c_str(), images);
    for (const auto& [format, images] : summary.leftOut)
        std::printf("%s left out of %d images: nothing to write\n", format.c_str(), images);
    for (const auto& [warning, images] : summary.warnings)
        std::printf("%d images: %s\n", images, warningText(warning).c_str());
    for (const auto& model : summary.modelsWithoutCard)
        std::printf("no card found of the model %s\n", model.c_str());
    for (const SkippedImage& image : summary.skipped) {
        Error why = image.why;
        why.subject = image.name;
        std::fprintf(stderr, "left out: %s\n", errorText(why).toStdString().c_str());
    }
    if (!summary.key.empty())
        std::printf("who is who: %s, in the folder of the work file unless you chose another place; "
                    "keep it, and keep it apart from the release\n",
                    summary.key.filename().string().c_str());
}

// Until it is done or stopped; reading goes without a bar where it is quick.
Result<void> runAll(Release& release, const std::stop_token& stop)
{
    std::optional<ProgressLine> progress;
    while (release.phase() != ReleasePhase::Done) {
        const ReleasePhase phase = release.phase();
        if (const auto stepped = release.step(stop); !stepped)
            return stepped;
        if (phase != ReleasePhase::Writing)
            continue;
        if (!progress)
            progress.emplace(release.total());
        progress->show(release.done(), release.shownName());
    }
    return {};
}

int run(const Options& options)
{
    const StopSignals signals; // before any thread or child begins
    const auto order = orderOf(options);
    if (!order)
        return reportError(order.error(), options.asJson);
    ImportClient client(importProgram());
    const auto release = Release::open(*order, client);
    if (!release)
        return reportError(release.error(), options.asJson);
    if (const auto done = runAll(**release, signals.token()); !done) {
        if (done.error().code != ErrorCode::Cancelled)
            return reportError(done.error(), options.asJson);
        std::fputs("\nstopped; the same command goes on\n", stderr);
        return reportError({ErrorCode::Cancelled, "export", "the same command goes on"},
                           options.asJson);
    }
    const ReleaseSummary& summary = (*release)->summary();
    if (options.asJson)
        printJson(summary);
    else
        printWords(summary);
    return summary.images > 0 ? 0 : 2;
}

void addChoices(CLI::App& command, Options& options)
{
    std::string names;
    for (const MaskFormat format : allMaskFormats())
        names += (names.empty() ? "" : " ") + std::string(nameOf(format));
    command.add_option("--formats", options.formats, "Comma-separated: " + names)
        ->capture_default_str();
    command.add_flag("--whole-labels", options.isWholeLabel,
                     "COCO and YOLO: an instance is a whole label, not a connected piece of it");
    command.add_flag("--run-lengths", options.hasRunLengths,
                     "COCO: run lengths for all outlines, not only for those with holes");
    command
        .add_option("--images", options.images,
                    "accepted ones alone, or edited ones too: accepted, edited")
        ->check(CLI::IsMember({"accepted", "edited"}))
        ->capture_default_str();
    command.add_flag("--copy-images", options.hasCopies, "Also copies of the images, as they are");
    command.add_option("--split", options.split,
                       "Parts for training, validation and test, by patient: 70/15/15");
    command.add_option("--seed", options.seed, "Of the split")->capture_default_str();
    auto* const by = command
                         .add_option("--patients", options.patients,
                                     "What images of one patient have in common: auto (the DICOM "
                                     "PatientID; else each image its own), folder, image")
                         ->check(CLI::IsMember({"auto", "folder", "image"}))
                         ->capture_default_str();
    auto* const pattern =
        command.add_option("--patient-pattern", options.pattern,
                           "Of images without a PatientID: a regular expression, whose first group "
                           "in the file's name is the patient");
    auto* const table = command.add_option("--patient-table", options.table,
                                           "Likewise: a CSV of two columns, name and patient");
    pattern->excludes(by)->excludes(table);
    table->excludes(by);
}

void addPatientData(CLI::App& command, Options& options)
{
    auto* const flag = command.add_flag(
        "--deidentify", options.isDeidentified,
        "Copies of the images without patient data, numbers instead of names, new UIDs (see "
        "docs/deidentification.md)");
    command
        .add_option("--dates", options.dates,
                    "Dates in de-identified copies: shift (by one number of days a patient), empty")
        ->check(CLI::IsMember({"shift", "empty"}))
        ->capture_default_str()
        ->needs(flag);
    command
        .add_option("--key", options.key,
                    "File that says who is who, outside of the release; without it "
                    "annotations.key.json beside the work file")
        ->needs(flag);
    command
        .add_flag("--leave-out-burned-in", options.leavesOutBurnedIn,
                  "No image that says that words are burned into it")
        ->needs(flag);
}

} // namespace

void addExportCommand(CLI::App& app, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App* const command = app.add_subcommand(
        "export", "A data set from a folder's work: masks, copies, split, manifest. No model runs. "
                  "Stopped, the same command goes on.");
    command->add_option("work", options->work, "Folder of the images, or annotations.limn in it")
        ->required();
    command
        ->add_option("-o,--out", options->folder,
                     "Folder of the data set: a new one, or that of an earlier export")
        ->required();
    addChoices(*command, *options);
    addPatientData(*command, *options);
    command->add_option("--licence", options->licence, "Of the data set, for its README");
    command->add_flag("--json", options->asJson, "Say what was done as JSON");
    command->callback([options, &exitCode] { exitCode = run(*options); });
}

} // namespace limn
