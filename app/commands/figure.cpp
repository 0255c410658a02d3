#include "app/commands/figure.h"

#include "app/commands/report_error.h"
#include "app/figure_files.h"
#include "app/image_folder.h"
#include "app/image_list.h"
#include "app/model_input.h"
#include "app/inputs.h"
#include "app/paths.h"
#include "app/progress_line.h"
#include "io/import_client.h"
#include "model/data/compose.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdio>
#include <map>
#include <memory>
#include <set>

namespace limn {

namespace fs = std::filesystem;

namespace {

struct Options {
    std::string image, file, model, device = "cpu", kernel{nameOf(Kernel::Ancestral)};
    int steps = 10, slice = 1;
    std::uint64_t seed = 0;
    double threshold = 0.5;
    std::vector<std::string> columns, rows;
    std::string className, colourMap;
    bool isOfValues = false, hasNoContour = false, hasNoCaptions = false, hasNoScaleBar = false,
         hasNoColourBar = false;
    FigurePlan figure;
    FilmPlan film;
    bool isReplacing = false, asJson = false;
};

const std::map<std::string, ColourMap> colourMaps{
    {"cividis", ColourMap::Cividis}, {"viridis", ColourMap::Viridis}, {"magma", ColourMap::Magma}};

std::optional<int> numberIn(const std::string& text)
{
    int number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

Result<std::vector<FigureColumn>> columnsOf(const std::vector<std::string>& names, int steps)
{
    if (names.empty())
        return usualColumns(steps);
    std::vector<FigureColumn> columns;
    for (const std::string& name : names) {
        const auto step = numberIn(name);
        if (name == "image")
            columns.push_back({FigureColumn::Kind::Picture, 0});
        else if (name == "mask")
            columns.push_back({FigureColumn::Kind::Mask, 0});
        else if (step && *step >= 1 && *step <= steps)
            columns.push_back({FigureColumn::Kind::Step, *step});
        else
            return fail(ErrorCode::BadArgument, "--columns",
                        name + " is neither image, mask, nor a step from 1 to "
                            + std::to_string(steps));
    }
    return columns;
}

Result<std::vector<FigureMap>> mapsOf(const std::vector<std::string>& names)
{
    std::vector<FigureMap> maps;
    for (const std::string& name : names) {
        const auto map = figureMapNamed(name);
        if (!map)
            return fail(
                ErrorCode::BadArgument, "--rows",
                name + " is not one of film, state, posterior, semantic, generative, entropy");
        maps.push_back(*map);
    }
    return maps;
}

Result<int> classOf(const std::string& name, const ModelCard& card)
{
    if (name.empty())
        return 1;
    for (std::size_t i = 0; i < card.classes.size(); ++i)
        if (card.classes[i] == name)
            return static_cast<int>(i) + 1;
    if (name == "background")
        return 0;
    const auto number = numberIn(name);
    if (!number || *number < 0 || *number > static_cast<int>(card.classes.size()))
        return fail(ErrorCode::BadArgument, "--class", "the model has no class " + name);
    return *number;
}

Result<std::vector<StepPtr>> stepsOf(const Options& options, const SlicePtr& input,
                                     Segmenter& segmenter)
{
    SegmentRequest request{.slice = input, .steps = options.steps, .seed = options.seed};
    request.kernel = kernelNamed(options.kernel).value_or(Kernel::Ancestral);
    ProgressLine progress(options.steps);
    std::vector<StepPtr> steps;
    const auto last = segmenter.run(request, {}, [&](StepPtr step) {
        steps.push_back(std::move(step));
        progress.show(static_cast<int>(steps.size()), "steps");
    });
    if (!last)
        return std::unexpected(last.error());
    return steps;
}

FigureInput figureInput(const Volume& volume, const SlicePtr& slice, std::vector<StepPtr> steps,
                    const Options& options, const ModelCard& card)
{
    FigureInput input;
    input.slice = slice;
    input.window =
        volume.displayWindows.empty() ? percentileWindow(*slice) : volume.displayWindows.front();
    input.formula = greyFormulaOf(volume, input.window);
    input.isInverted = volume.isInverted;
    input.geometry = volume.geometry;
    input.table = tableOf(card.classes);
    input.threshold = options.threshold;
    input.labels.assign(slice->size.area(), background);
    const std::vector<Label> nobody(slice->size.area(), untouched);
    composeInto(input.labels, nobody, steps.back()->posterior, options.threshold, slice->size,
                wholeOf(slice->size));
    input.steps = std::move(steps);
    return input;
}

// What is known before the model has run, so that a wrong word costs no wait.
Result<FigureOrder> orderOf(const Options& options)
{
    FigureOrder order;
    order.file = options.file;
    order.stem = stemOf(options.image);
    order.ifExists = options.isReplacing ? IfExists::Replace : IfExists::Refuse;
    const auto format = figureFormatOf(order.file);
    if (!format)
        return fail(ErrorCode::BadArgument, "--out",
                    "a figure ends in .svg or .png; an animation in .gif or .mp4, or is a folder");
    const auto columns = columnsOf(options.columns, options.steps);
    if (!columns)
        return std::unexpected(columns.error());
    const auto maps = mapsOf(options.rows);
    if (!maps)
        return std::unexpected(maps.error());
    FigureStyle style = options.figure.style;
    style.colours = options.isOfValues ? FigureColours::Values : FigureColours::Labels;
    if (!options.colourMap.empty())
        style.valueColours = style.doubtColours = colourMaps.at(options.colourMap);
    style.hasContour = !options.hasNoContour;
    style.hasCaptions = !options.hasNoCaptions;
    style.hasScaleBar = !options.hasNoScaleBar;
    style.hasColourBar = !options.hasNoColourBar;
    order.figure = options.figure;
    order.figure.columns = *columns;
    order.figure.rows = *maps;
    order.figure.style = style;
    order.film = options.film;
    order.film.style = style;
    if (!maps->empty())
        order.film.panels = *maps;
    return order;
}

Result<std::vector<fs::path>> makeFigure(const Options& options)
{
    auto order = orderOf(options);
    if (!order)
        return std::unexpected(order.error());
    const auto weights = weightsOf(options.model);
    if (!weights)
        return std::unexpected(weights.error());
    ImportClient client(importProgram());
    const auto image = imageNamed(options.image, client);
    if (!image)
        return std::unexpected(image.error());
    const auto volume = client.open(*image, {});
    if (!volume)
        return std::unexpected(volume.error());
    if (options.slice < 1 || options.slice > (*volume)->sliceCount())
        return fail(ErrorCode::BadArgument, "--slice",
                    "the image has the slices 1 to " + std::to_string((*volume)->sliceCount()));
    const auto model = openModel(*weights, options.device);
    if (!model)
        return std::unexpected(model.error());
    Segmenter& segmenter = *model->segmenter;
    const auto classIndex = classOf(options.className, segmenter.card());
    if (!classIndex)
        return std::unexpected(classIndex.error());
    order->figure.style.classIndex = order->film.style.classIndex = *classIndex;
    const auto input =
        modelInput(**volume, options.slice - 1, client, segmenter.card(), {});
    if (!input)
        return std::unexpected(input.error());
    auto steps = stepsOf(options, *input, segmenter);
    if (!steps)
        return std::unexpected(steps.error());
    if (order->figure.rows.empty())
        order->figure.rows = usualRows(*steps);
    if (options.rows.empty() && !hasMap(*steps->front(), FigureMap::Film))
        order->film.panels = {FigureMap::Posterior};
    const SlicePtr slice = (*volume)->slices[static_cast<std::size_t>(options.slice - 1)];
    order->input = figureInput(**volume, slice, std::move(*steps), options, segmenter.card());
    return writeFigure(*order, {});
}

int run(const Options& options)
{
    auto files = makeFigure(options);
    if (!files) {
        if (files.error().subject.empty())
            files.error().subject = fs::path(options.image).filename().string();
        return reportError(files.error(), options.asJson);
    }
    if (options.asJson) {
        nlohmann::json names = nlohmann::json::array();
        for (const fs::path& file : *files)
            names.push_back(file.string());
        std::puts(nlohmann::json{{"files", names}}.dump().c_str());
        return 0;
    }
    for (const fs::path& file : *files)
        std::puts(file.string().c_str());
    return 0;
}

void addRunOptions(CLI::App& command, Options& options)
{
    command.add_option("--model", options.model, "Model by name (lungs, ...) or its file")
        ->required();
    command.add_option("--steps", options.steps, "Denoising steps K")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command.add_option("--seed", options.seed, "Seed of the noise")->capture_default_str();
    std::vector<std::string> names;
    for (const Kernel kernel : kernels)
        names.emplace_back(nameOf(kernel));
    command.add_option("--kernel", options.kernel, "How a step moves on")
        ->check(CLI::IsMember(names))
        ->capture_default_str();
    command.add_option("--device", options.device, "cpu, cuda:0, ...")->capture_default_str();
    command.add_option("--slice", options.slice, "Which of a stack, from 1")->capture_default_str();
    command.add_option("--threshold", options.threshold, "Where the mask begins, 0.001 to 0.999")
        ->check(CLI::Range(0.001, 0.999))
        ->capture_default_str();
}

void addContentOptions(CLI::App& command, Options& options)
{
    command
        .add_option(
            "--columns", options.columns,
            "Of a figure, from left to right: image, step numbers, mask; image,1,4,7,10,mask")
        ->delimiter(',');
    command
        .add_option("--rows", options.rows,
                    "Maps of the steps: film (state fading into posterior), state, posterior, "
                    "semantic, generative, entropy. Rows of a figure, state,posterior if not "
                    "named; panels of an animation, film if not named")
        ->delimiter(',');
    command.add_flag("--values", options.isOfValues,
                     "One class's probability in a colour map, without the picture under it");
    command
        .add_option(
            "--colour-map", options.colourMap,
            "Of values and entropy: cividis, viridis, magma; if not named, cividis and magma")
        ->check(CLI::IsMember(std::set<std::string>{"cividis", "viridis", "magma"}));
    command.add_option("--class", options.className, "Whose values: a name, or a number from 0");
    command.add_option("--opacity", options.figure.style.opacity, "Of the labels' colours, 0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command.add_flag("--no-contour", options.hasNoContour, "No line around mask and posterior");
    command.add_flag("--no-captions", options.hasNoCaptions, "No words over and beside the panels");
    command.add_flag("--no-scale-bar", options.hasNoScaleBar, "No scale bar");
    command.add_flag("--no-colour-bar", options.hasNoColourBar, "No colour bars");
}

void addSizeOptions(CLI::App& command, Options& options)
{
    command.add_option("--width", options.figure.widthMm, "Of a figure, mm")
        ->check(CLI::Range(20.0, 1000.0))
        ->capture_default_str();
    command.add_option("--dpi", options.figure.dpi, "Of a figure's pixels")
        ->check(CLI::Range(10, 2400))
        ->capture_default_str();
    command.add_option("--font", options.figure.fontPt, "Of a figure, points")
        ->check(CLI::Range(3.0, 48.0))
        ->capture_default_str();
    command.add_option("--height", options.film.heightPx, "Of an animation's panel, px")
        ->check(CLI::Range(64, 4096))
        ->capture_default_str();
    command.add_flag("--with-image", options.film.hasPicture,
                     "The image alone beside an animation");
    command.add_option("--step-time", options.film.stepMs, "Of a step in an animation, ms")
        ->check(CLI::Range(20, 60000))
        ->capture_default_str();
    command.add_option("--last-time", options.film.lastMs, "Of the mask at its end, ms")
        ->check(CLI::Range(20, 60000))
        ->capture_default_str();
}

} // namespace

void addFigureCommand(CLI::App& app, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App* const command = app.add_subcommand(
        "figure", "A figure for a paper, or an animation, of how an image's mask forms");
    command->add_option("image", options->image, "Image, or a slice of a stack")->required();
    command
        ->add_option("-o,--out", options->file,
                     "Figure: X.svg, X.png. Animation: X.gif, X.mp4 (by ffmpeg), or a folder for "
                     "numbered PNG files")
        ->required();
    addRunOptions(*command, *options);
    addContentOptions(*command, *options);
    addSizeOptions(*command, *options);
    command->add_flag("--replace", options->isReplacing, "Also when the file is there already");
    command->add_flag("--json", options->asJson, "Print the files' names, or the error, as JSON");
    command->callback([options, &exitCode] { exitCode = run(*options); });
}

} // namespace limn
