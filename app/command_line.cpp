#include "app/command_line.h"

#include "app/commands/commands.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include <exception>
#include <iostream>
#include <set>
#include <string>

namespace limn {
namespace {

const std::set<std::string> commandNames{"segment", "evaluate", "info", "decode", "pack"};

} // namespace

bool namesCommand(int argc, char** argv)
{
    if (argc < 2)
        return false;
    const std::string first = argv[1];
    return commandNames.contains(first) || first == "--help" || first == "-h" || first == "--version";
}

int runCommand(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    CLI::App commands("Limn makes segmentation masks of medical and scientific images.\n"
                      "Without a command it opens its window: limn [FILE or FOLDER].\n"
                      "Its model, DSSM, is a reconstruction from a published abstract; research use only.",
                      "limn");
    commands.set_version_flag("--version", LIMN_VERSION);
    commands.require_subcommand(1);
    int exitCode = exitDone;
    addSegment(commands, exitCode);
    addEvaluate(commands, exitCode);
    addInfo(commands, exitCode);
    addDecode(commands, exitCode);
    addPack(commands, exitCode);
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
