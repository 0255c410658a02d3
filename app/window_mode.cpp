#include "app/window_mode.h"

#include "app/command_line.h"
#include "app/paths.h"
#include "app/program.h"
#include "app/translations.h"
#include "model/segmenter_plugin.h"
#include "ui/view/preferences.h"

#include <QApplication>
#include <QSettings>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace limn {
namespace {

bool hasDisplay()
{
    const auto isSet = [](const char* name) {
        const char* const value = std::getenv(name);
        return value && *value;
    };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
}

bool isSpoken(const QString& language)
{
    const QStringList spoken = QStringList{QStringLiteral("en")} + translations();
    if (spoken.contains(language))
        return true;
    std::fprintf(stderr, "limn: --language takes one of %s.\n",
                 qPrintable(spoken.join(QStringLiteral(", "))));
    return false;
}

} // namespace

int runWindow(int argc, char** argv)
{
    QString language;
    if (argc > 1 && std::string_view(argv[1]) == "--language") {
        language = QString::fromLocal8Bit(argc > 2 ? argv[2] : "");
        if (!isSpoken(language))
            return exitRefused;
        argv[2] = argv[0];
        argc -= 2;
        argv += 2;
    }
    if (argc > 2) {
        std::fputs("limn: one file or folder at a time; see limn --help.\n", stderr);
        return exitRefused;
    }
    if (std::error_code error; argc > 1 && !std::filesystem::exists(argv[1], error)) {
        std::fprintf(stderr,
                     "limn: there is no file, folder or command named %s; see limn --help.\n",
                     argv[1]);
        return exitRefused;
    }
    if (!hasDisplay()) {
        std::fputs("limn: there is no display to open a window on; without one use the commands "
                   "limn segment, evaluate, "
                   "info, decode, pack and figure (limn --help).\n",
                   stderr);
        return exitRefused;
    }
    // The settings are read before the application is made: the size of everything is set then.
    QCoreApplication::setOrganizationName("limn");
    QCoreApplication::setApplicationName("limn");
    if (const int percent = keptPreferences().scalePercent; percent > 0)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt takes the user's; files have points
    installTranslation(application, language);
    // Every place that the mouse or pen passes belongs to a stroke. Not earlier: the platform's
    // part of the application turns the first of these on again.
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
    QCoreApplication::setAttribute(Qt::AA_CompressTabletEvents, false);
    QGuiApplication::setApplicationDisplayName("Limn");
    QCoreApplication::setApplicationVersion(LIMN_VERSION);
    Program program([] { return openSegmenterPlugin(diffusionModule()); });
    program.start(argc > 1 ? argv[1] : "");
    return QApplication::exec();
}

} // namespace limn
