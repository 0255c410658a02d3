#include "app/commands/decode.h"

#include "app/commands/report_error.h"
#include "io/import_client.h"
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
    bool asJson = false;
};

Result<void> decode(const Options& options, const std::filesystem::path& importProgram)
{
    ImportClient client(importProgram);
    if (options.isStored) {
        const auto stored = client.readStored(options.file, options.frame - 1, {});
        if (!stored)
            return std::unexpected(stored.error());
        return writeDurably(options.out, std::as_bytes(std::span(stored->values)),
                            IfExists::Replace);
    }
    const auto slice = client.readSlice(options.file, options.frame - 1, {}, PixelOrder::File);
    if (!slice)
        return std::unexpected(slice.error());
    return writeDurably(options.out, std::as_bytes(std::span((*slice)->values)), IfExists::Replace);
}

} // namespace

void addDecodeCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("decode", "Write one frame's values as bare numbers");
    command->add_option("file", options->file, "PNG, JPEG, TIFF, BMP, DICOM or NIfTI file")->required();
    command->add_option("--frame", options->frame, "Which frame, from 1")->capture_default_str();
    command->add_flag("--stored", options->isStored,
                      "Stored values as int32, instead of modality values as float32");
    command->add_option("--raw", options->out, "File to write; little endian, row by row")
        ->required();
    command->add_flag("--json", options->asJson, "Say what failed as JSON");
    command->callback([options, importProgram, &exitCode] {
        const auto done = decode(*options, importProgram);
        exitCode = done ? 0 : reportError(done.error(), options->asJson);
    });
}

} // namespace limn
