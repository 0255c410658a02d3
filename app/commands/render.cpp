#include "app/commands/render.h"

#include "app/commands/report_error.h"
#include "app/image_list.h"
#include "io/import_client.h"
#include "io/masks/png.h"
#include "model/files/durable_file.h"
#include "ui/figure/picture_image.h"

#include <algorithm>
#include <memory>
#include <string>

namespace limn {

namespace {

struct Options {
    std::string file;
    std::string out;
    int frame = 1;
    int window = 1;
    bool isSalvage = false;
    bool asJson = false;
};

// With that slice read; of a file its own frame, of a folder the stack's slice.
Result<VolumePtr> openedAt(const Options& options, ImportClient& client, int& slice)
{
    const auto image = imageNamed(options.file, client);
    if (!image)
        return std::unexpected(image.error());
    const auto volume = client.open(*image, {});
    if (!volume)
        return volume;
    const auto& frames = (*volume)->source.frames;
    const auto place = std::ranges::find(frames, options.frame - 1);
    slice = frames.empty() ? options.frame - 1 : static_cast<int>(place - frames.begin());
    if (slice < 0 || slice >= (*volume)->sliceCount())
        return fail(ErrorCode::BadArgument, "--frame",
                    "the image has the frames 1 to " + std::to_string((*volume)->sliceCount()));
    // Windows may differ from frame to frame: those of this one are asked for.
    const SliceSource source = (*volume)->source.at(slice);
    auto own = client.openFrame(source, {});
    if (!own)
        return own;
    (*volume)->displayWindows = (*own)->displayWindows;
    (*volume)->slices[static_cast<std::size_t>(slice)] = firstRead(**own);
    return volume;
}

Result<DisplayWindow> windowOf(const Options& options, const Volume& volume, const Slice& slice)
{
    const auto& windows = volume.displayWindows;
    if (options.window == 0 || (windows.empty() && options.window == 1))
        return percentileWindow(slice);
    if (options.window < 0 || options.window > static_cast<int>(windows.size()))
        return fail(ErrorCode::BadArgument, "--window",
                    "the file has " + std::to_string(windows.size()) + " windows");
    return windows[static_cast<std::size_t>(options.window - 1)];
}

Result<void> render(const Options& options, const std::filesystem::path& importProgram)
{
    ImportClient client(importProgram);
    client.setSalvaging(options.isSalvage);
    int index = 0;
    const auto volume = openedAt(options, client, index);
    if (!volume)
        return std::unexpected(volume.error());
    const SlicePtr slice = (*volume)->slices[static_cast<std::size_t>(index)];
    const auto window = windowOf(options, **volume, *slice);
    if (!window)
        return std::unexpected(window.error());
    PictureImage picture;
    picture.setSlice(slice, (*volume)->isInverted);
    picture.setWindow(*window, greyFormulaOf(**volume, *window));
    const QImage shown = picture.at(0, wholeOf(slice->size))
                             .image()
                             .convertToFormat(slice->channels == 3 ? QImage::Format_RGB888
                                                                   : QImage::Format_Grayscale8);
    const auto pieces = encodedPng(shown);
    if (!pieces)
        return std::unexpected(pieces.error());
    return writeDurably(options.out, pieces->front(), IfExists::Replace);
}

} // namespace

void addRenderCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("render", "Write one frame as the screen shows it");
    command->add_option("file", options->file, "Image file, or the folder of one series")
        ->required();
    command->add_option("--frame", options->frame, "Which frame of the file, from 1; of a folder which slice")
        ->capture_default_str();
    command
        ->add_option("--window", options->window,
                     "Which window of the file, from 1; 0: the automatic one")
        ->capture_default_str();
    command->add_option("--out", options->out, "PNG file to write")->required();
    command->add_flag("--salvage", options->isSalvage,
                      "Of a cut DICOM file what is there, the rest as 0, instead of a refusal");
    command->add_flag("--json", options->asJson, "Say what failed as JSON");
    command->callback([options, importProgram, &exitCode] {
        const auto done = render(*options, importProgram);
        exitCode = done ? 0 : reportError(done.error(), options->asJson);
    });
}

} // namespace limn
