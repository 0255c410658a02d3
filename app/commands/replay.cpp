#include "app/commands/replay.h"

#include "app/command_line.h"
#include "app/paths.h"
#include "app/replay.h"
#include "model/segmenter_plugin.h"
#include "ui/view/action_table.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>
#include <fstream>
#include <memory>

namespace limn {
namespace {

struct Options {
    std::string script;
    bool listsActions = false;
};

// Not those of the window: a script does the same whatever a person has set.
void useOwnSettings()
{
    QCoreApplication::setOrganizationName("limn");
    QCoreApplication::setApplicationName("limn-replay");
    QSettings().clear();
    QSettings().setValue("work/visitFirst", false);
}

int replay(const Options& options)
{
    std::ifstream in(options.script);
    if (!in) {
        std::fprintf(stderr, "limn replay: %s can't be read.\n", options.script.c_str());
        return exitRefused;
    }
    QStringList lines;
    for (std::string line; std::getline(in, line);)
        lines << QString::fromStdString(line);
    useOwnSettings();
    Program program([] { return openSegmenterPlugin(diffusionModule()); });
    program.start({});
    Replay replay(program, lines);
    QObject::connect(&replay, &Replay::ended, qApp, [&program](int code) {
        program.window().close();
        QCoreApplication::exit(code);
    });
    replay.start();
    return QApplication::exec();
}

void listActions()
{
    Program program([] { return openSegmenterPlugin(diffusionModule()); });
    for (const ActionGroup group : actionGroups())
        for (const QAction* action : program.window().actions().of(group))
            std::printf("%-22s %-18s %s\n", qPrintable(action->objectName()),
                        qPrintable(action->shortcut().toString(QKeySequence::PortableText)),
                        qPrintable(action->text()));
}

} // namespace

void addReplayCommand(CLI::App& commands, int& exitCode)
{
    auto options = std::make_shared<Options>();
    auto* command = commands.add_subcommand(
        "replay",
        "Does what a script says, line by line, as a person would in the window, without a "
        "screen:\n"
        "  open PATH, image NAME, do ACTION, tool NAME, label N, brush N, stroke X,Y X,Y ...,\n"
        "  threshold T, wait, sleep MS, say WORDS, show, expect KEY VALUE, kill; # begins a "
        "remark.\n"
        "Ends with 2 and the line's number where a line can't be done or an expectation is not "
        "met.");
    command->add_option("SCRIPT", options->script, "The script")->type_name("FILE");
    command->add_flag("--actions", options->listsActions, "Lists the actions with their keys");
    command->callback([options, &exitCode] {
        if (options->listsActions) {
            listActions();
            return;
        }
        if (options->script.empty())
            throw CLI::RequiredError("SCRIPT");
        exitCode = replay(*options);
    });
}

} // namespace limn
