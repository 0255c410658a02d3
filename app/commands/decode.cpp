#include "app/commands/decode.h"

#include "app/commands/report_error.h"
#include "app/image_list.h"
#include "io/import_client.h"
#include "io/work/folder.h"
#include "model/files/durable_file.h"

#include <bit>
#include <cstdio>
#include <memory>
#include <span>
#include <string>

namespace limn {

namespace {

static_assert(std::endian::native == std::endian::little,
              "values are written as they lie in memory");

struct Options {
    std::string file;
    std::string out;
    int frame = 1;
    bool isStored = false;
    bool isSalvage = false;
    bool asJson = false;
};

// A file's own frame; of a folder or DICOMDIR that slice of its only stack.
Result<SliceSource> frameOf(const Options& options, ImportClient& client)
{
    const std::filesystem::path place(options.file);
    std::error_code error;
    if (!std::filesystem::is_directory(place, error) && !isDicomDirectory(place))
        return SliceSource{place, options.frame - 1};
    const auto image = imageNamed(place, client);
    if (!image)
        return std::unexpected(image.error());
    const int slices = image->stack ? image->stack->sliceCount() : 1;
    if (options.frame < 1 || options.frame > slices)
        return fail(ErrorCode::BadArgument, "--frame",
                    "the stack has the slices 1 to " + std::to_string(slices));
    return image->stack ? image->stack->at(options.frame - 1) : SliceSource{image->path, 0};
}

Result<void> decode(const Options& options, const std::filesystem::path& importProgram)
{
    ImportClient client(importProgram);
    client.setSalvaging(options.isSalvage);
    const auto source = frameOf(options, client);
    if (!source)
        return std::unexpected(source.error());
    if (options.isStored) {
        const auto stored = client.readStored(source->file, source->frame, {});
        if (!stored)
            return std::unexpected(stored.error());
        return writeDurably(options.out, std::as_bytes(std::span(stored->values)),
                            IfExists::Replace);
    }
    const auto slice = client.readSlice(source->file, source->frame, {}, PixelOrder::File);
    if (!slice)
        return std::unexpected(slice.error());
    return writeDurably(options.out, std::as_bytes(std::span((*slice)->values)), IfExists::Replace);
}

} // namespace

void addDecodeCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("decode", "Write one frame's values as bare numbers");
    command
        ->add_option("file", options->file,
                     "PNG, JPEG, TIFF, BMP, DICOM, NIfTI or NRRD file, or the folder of one series")
        ->required();
    command->add_option("--frame", options->frame, "Which frame of the file, from 1; of a folder which slice")->capture_default_str();
    command->add_flag("--stored", options->isStored,
                      "Stored values as int32, instead of modality values as float32");
    command->add_option("--raw", options->out, "File to write; little endian, row by row")
        ->required();
    command->add_flag("--salvage", options->isSalvage,
                      "Of a cut DICOM file what is there, the rest as 0, instead of a refusal");
    command->add_flag("--json", options->asJson, "Say what failed as JSON");
    command->callback([options, importProgram, &exitCode] {
        const auto done = decode(*options, importProgram);
        exitCode = done ? 0 : reportError(done.error(), options->asJson);
    });
}

} // namespace limn
