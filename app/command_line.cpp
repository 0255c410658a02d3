#include "app/command_line.h"

#include "app/commands/decode.h"
#include "app/commands/evaluate.h"
#include "app/commands/export.h"
#include "app/commands/figure.h"
#include "app/commands/import_masks.h"
#include "app/commands/info.h"
#include "app/commands/look_next.h"
#include "app/commands/models.h"
#include "app/commands/pack.h"
#include "app/commands/render.h"
#include "app/commands/replay.h"
#include "app/commands/segment.h"
#include "app/paths.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QLocale>

#include <clocale>
#include <exception>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace limn {
namespace {

const std::set<std::string> commandNames{"segment", "evaluate", "info",   "decode", "pack", "figure", "look-next",
                                         "export",  "models",   "render", "replay", "import-masks"};

// What paints words needs a platform for its fonts; one without a screen will do.
std::unique_ptr<QCoreApplication> applicationFor(int& argc, char** argv)
{
    const std::string_view name(argv[1]);
    if (name != "figure" && name != "replay")
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (name == "replay")
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

bool namesCommand(int argc, char** argv)
{
    if (argc < 2)
        return false;
    const std::string first = argv[1];
    return commandNames.contains(first) || first == "--help" || first == "-h"
        || first == "--version";
}

int runCommand(int argc, char** argv)
{
    const auto application = applicationFor(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt takes the user's; files have points
    QLocale::setDefault(QLocale::c()); // what commands write and draw is read by scripts, too
    CLI::App commands(
        "Limn makes segmentation masks of medical and scientific images.\n"
        "Without a command it opens its window: limn [--language de] [FILE or FOLDER].\n"
        "Its model, DSSM, is a reconstruction from a published abstract; research use only.",
        "limn");
    commands.set_version_flag("--version", LIMN_VERSION);
    commands.require_subcommand(1);
    int exitCode = exitDone;
    addSegmentCommand(commands, exitCode);
    addEvaluateCommand(commands, importProgram(), exitCode);
    addExportCommand(commands, exitCode);
    addFigureCommand(commands, exitCode);
    addImportMasksCommand(commands, exitCode);
    addInfoCommand(commands, importProgram(), exitCode);
    addDecodeCommand(commands, importProgram(), exitCode);
    addLookNextCommand(commands, exitCode);
    addModelsCommand(commands, exitCode);
    addReplayCommand(commands, exitCode);
    addPackCommand(commands, importProgram(), exitCode);
    addRenderCommand(commands, importProgram(), exitCode);
    try {
        commands.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return commands.exit(error) == 0 ? exitDone : exitRefused;
    } catch (const std::exception& error) {
        std::cerr << "limn: an inner fault: " << error.what() << '\n';
        return exitFault;
    }
    return exitCode;
}

} // namespace limn
