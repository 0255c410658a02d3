// limn-train: trains, evaluates, checks and compares models on packed data.
#include "model/training/ablation/ablate.h"
#include "model/training/average.h"
#include "model/training/bench.h"
#include "model/training/evaluate.h"
#include "model/training/fit.h"
#include "model/training/plot.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace limn {
namespace {

constexpr int refused = 2;

int finished(const Result<void>& result)
{
    if (result)
        return 0;
    const std::string name(codeName(result.error().code));
    std::fprintf(stderr, "limn-train: %s: %s: %s\n", name.c_str(), result.error().subject.c_str(),
                 result.error().detail.c_str());
    return refused;
}

void addFit(CLI::App& app, FitOptions& options)
{
    CLI::App* const command = app.add_subcommand("fit", "Train a model on a packed set");
    command->add_option("SET", options.set, "Packed set (limn pack)")->required();
    command->add_option("-o,--output", options.output, "The model to write")->required();
    command->add_option("--model", options.network, "tiny, small or base")->capture_default_str();
    command
        ->add_option("--arm", options.arm,
                     "Arm of the ablation table (docs/method.md); changes --iterations for those "
                     "of equal compute")
        ->capture_default_str();
    command->add_option("--from", options.from,
                        "Begin with this model's weights, where name and shape are the same");
    command->add_option("--size", options.side, "Side of the training grid, px")
        ->capture_default_str();
    command
        ->add_option("--crop", options.trainer.crop,
                     "Train on random windows of this side, px; 0: on the whole grid")
        ->capture_default_str();
    command->add_option("--batch", options.trainer.batch)->capture_default_str();
    command->add_option("--iterations", options.trainer.iterations)->capture_default_str();
    command->add_option("--rate", options.trainer.rate, "Peak learning rate")
        ->capture_default_str();
    command->add_option("--seed", options.trainer.seed)->capture_default_str();
    command->add_option("--threads", options.threads)->capture_default_str();
    command->add_option("--device", options.device, "cpu or cuda:N")->capture_default_str();
    command->add_flag("--flips", options.trainer.augment.flips,
                      "Mirror images and quarter turns, where anatomy allows");
    command->add_flag("--bf16", options.trainer.isMixed, "bfloat16 in the image branch; for GPUs");
    command->add_flag("--strong-augmentation", options.trainer.augment.isStrong,
                      "Wider ranges, elastic warps, holes");
    command->add_flag("!--no-augmentation", options.trainer.isAugmented, "Images as they are");
    command->add_flag("!--no-evidence", options.hasEvidence, "No input for a person's strokes");
    command
        ->add_option("--validation-share", options.validationShare,
                     "Share of images, whole patients")
        ->capture_default_str();
    command->add_option("--validation-ids", options.validationIds,
                        "File with the names that validate");
    command->add_option("--validate-every", options.validateEvery, "Iterations")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command->add_option("--checkpoint-every", options.checkpointEvery, "Iterations")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command->add_flag("--resume", options.isResumed, "Go on from the checkpoint beside the output");
    command->add_option("--title", options.title, "For the card: what it segments");
    command->add_option("--modality", options.modality, "For the card");
    command->add_option("--licence", options.licence, "For the card: of data and weights");
    command->add_flag("--research-only", options.isResearchOnly, "For the card");
    command->add_flag("--native-scale", options.isNativeScale,
                      "For the card: the set's pixels are as in the pictures, so that these are "
                      "not resized");
    command->callback([&options] { std::exit(finished(fit(options))); });
}

void addAverage(CLI::App& app, AverageOptions& options)
{
    CLI::App* const command = app.add_subcommand(
        "average", "One model of the mean weights of several that were trained on from one");
    command->add_option("SET", options.set, "Packed set (limn pack)")->required();
    command->add_option("MODEL", options.models, "Two or more")->required()->expected(2, 100);
    command->add_option("-o,--output", options.output, "The model to write")->required();
    command
        ->add_option("--validation-ids", options.validationIds,
                     "File with the names that choose the temperature")
        ->required();
    command->add_option("--threads", options.threads)->capture_default_str();
    command->callback([&options] { std::exit(finished(average(options))); });
}

void addEvaluate(CLI::App& app, EvaluateOptions& options)
{
    std::map<std::string, Kernel> byName;
    for (const Kernel kernel : kernels)
        byName.emplace(nameOf(kernel), kernel);
    CLI::App* const command =
        app.add_subcommand("evaluate", "Dice, IoU, precision, recall, HD95 on a packed set");
    command->add_option("MODEL", options.model)->required();
    command->add_option("SET", options.set, "Packed set (limn pack)")->required();
    command->add_option("--ids", options.ids, "File with the names to judge, one a line");
    command->add_option("--steps", options.steps, "Denoising steps")->capture_default_str();
    command->add_option("--kernel", options.kernel, "The move between noise levels")
        ->transform(CLI::CheckedTransformer(byName));
    command->add_option("--seed", options.seed)->capture_default_str();
    command->add_option("--device", options.device, "cpu or cuda:N")->capture_default_str();
    command->add_option("--threads", options.threads)->capture_default_str();
    command->add_option("--csv", options.csv, "Every case and class, a row each");
    command->callback([&options] { std::exit(finished(evaluate(options))); });
}

void addCheck(CLI::App& app, CheckOptions& options)
{
    CLI::App* const command =
        app.add_subcommand("check", "Compare a device's maps with the CPU's, with times");
    command->add_option("MODEL", options.model)->required();
    command->add_option("--device", options.device, "cpu or cuda:N")->capture_default_str();
    command->add_option("--threads", options.threads)->capture_default_str();
    command->callback([&options] { std::exit(finished(check(options))); });
}

void addAblate(CLI::App& app, AblateOptions& options)
{
    CLI::App* const command = app.add_subcommand(
        "ablate", "Train and judge every arm of a plan; the same command goes on after a stop");
    command->add_option("PLAN", options.plan, "JSON: sets, arms, seeds (docs/results/plan.json)")
        ->required();
    command->add_option("-o,--output", options.output, "Folder of the results")->required();
    command->add_option("--sets", options.sets, "Folder of the packed sets; else beside the plan");
    command->add_option("--only", options.only, "This arm alone");
    command->add_option("--device", options.device, "cpu or cuda:N")->capture_default_str();
    command->add_option("--threads", options.threads)->capture_default_str();
    command->add_option("--checkpoint-every", options.checkpointEvery, "Iterations")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command->add_flag("--report", options.isReportOnly,
                      "Only the tables, of the runs that are finished");
    command->callback([&options] { std::exit(finished(ablate(options))); });
}

void addPlot(CLI::App& app, PlotOptions& options)
{
    CLI::App* const command =
        app.add_subcommand("plot", "Training curves (NAME.curve.csv) as an SVG picture");
    command->add_option("CSV", options.files, "One curve each")->required();
    command->add_option("-o,--output", options.output, "The picture")->required();
    command->add_option("--x", options.x, "Column")->capture_default_str();
    command->add_option("--y", options.y, "Column: loss, Dice, gradient norm, rate, ...")
        ->capture_default_str();
    command->add_option("--smooth", options.smooth, "Mean over so many rows; 1: none")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command->add_flag("--log", options.isLogarithmic, "Logarithmic y axis");
    command->callback([&options] { std::exit(finished(plot(options))); });
}

void addBench(CLI::App& app, BenchOptions& options)
{
    CLI::App* const command = app.add_subcommand(
        "bench", "Time of an iteration, arm by arm, and against the bare operations");
    command->add_option("SET", options.set, "Packed set (limn pack)")->required();
    command->add_option("--model", options.network, "tiny, small or base")->capture_default_str();
    command->add_option("--size", options.side, "Side of the grid, px")->capture_default_str();
    command->add_option("--batch", options.batch)
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command->add_option("--arms", options.arms, "These arms, beside full; else all");
    command->add_option("--repeats", options.repeats)
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command->add_option("--threads", options.threads)->capture_default_str();
    command->add_option("--device", options.device, "cpu or cuda:N")->capture_default_str();
    command->add_flag("--bf16", options.isMixed, "bfloat16 in the image branch");
    command->callback([&options] { std::exit(finished(bench(options))); });
}

// The command as one can type it again in a shell.
std::string typed(int argc, char** argv)
{
    std::string command = "limn-train";
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool isPlain = !word.empty()
            && word.find_first_of(" \t\n\"'\\$`&|;<>()*?[]#~!{}") == std::string::npos;
        command += ' ';
        if (isPlain) {
            command += word;
            continue;
        }
        command += '\'';
        for (const char c : word)
            command += c == '\'' ? std::string("'\\''") : std::string(1, c);
        command += '\'';
    }
    return command;
}

int run(int argc, char** argv)
{
    CLI::App app("Trains, evaluates and checks segmentation models", "limn-train");
    app.require_subcommand(1);
    FitOptions fitOptions;
    fitOptions.command = typed(argc, argv);
    addFit(app, fitOptions);
    AverageOptions averageOptions;
    averageOptions.command = fitOptions.command;
    addAverage(app, averageOptions);
    EvaluateOptions evaluateOptions;
    addEvaluate(app, evaluateOptions);
    CheckOptions checkOptions;
    addCheck(app, checkOptions);
    AblateOptions ablateOptions;
    addAblate(app, ablateOptions);
    PlotOptions plotOptions;
    addPlot(app, plotOptions);
    BenchOptions benchOptions;
    addBench(app, benchOptions);
    CLI11_PARSE(app, argc, argv);
    return 0;
}

} // namespace
} // namespace limn

int main(int argc, char** argv)
{
    // LibTorch's thread pool reads this before main: busy waiting collapses beside any other work.
    if (!std::getenv("OMP_WAIT_POLICY")) {
        setenv("OMP_WAIT_POLICY", "passive", 1);
        execv("/proc/self/exe", argv);
    }
    return limn::run(argc, argv);
}
