// How late a 16 ms tick of the window's thread is while the model runs: the real window, the real
// model, a sample; Study runs one after the other, then as many ticks without a run. On a busy
// machine the lateness is that of the machine; the own work is not.
//     OMP_WAIT_POLICY=passive tick_lateness SOURCE_FOLDER [RUNS]
#include "app/program.h"
#include "model/segmenter_plugin.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using namespace limn;

namespace {

constexpr double tickMs = 16;
using Clock = std::chrono::steady_clock;

// Lateness of each tick while it is on, and what the thread itself has done since the one before.
class Ticks {
public:
    Ticks()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(static_cast<int>(tickMs));
        QObject::connect(&m_timer, &QTimer::timeout, [this] { note(); });
    }

    void begin()
    {
        m_last = Clock::now();
        m_lastWork = workMs();
        m_timer.start();
    }
    void end() { m_timer.stop(); }
    std::size_t count() const { return m_late.size(); }

    void print(const char* what)
    {
        std::printf("%s: %zu ticks\n", what, m_late.size());
        printLine("late by", m_late);
        printLine("own work", m_work);
    }

private:
    static void printLine(const char* what, std::vector<double>& values)
    {
        if (values.empty())
            return;
        std::ranges::sort(values);
        const auto at = [&values](double share) {
            return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
        };
        std::printf("  %-9s p50 %6.2f  p95 %6.2f  max %6.2f ms\n", what, at(0.5), at(0.95),
                    values.back());
    }

    // Of this thread alone, ms: what other programs take does not count.
    static double workMs()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
    }

    void note()
    {
        const auto now = Clock::now();
        const double passed = std::chrono::duration<double, std::milli>(now - m_last).count();
        m_late.push_back(std::max(0.0, passed - tickMs));
        m_work.push_back(workMs() - m_lastWork);
        m_last = now;
        m_lastWork = workMs();
    }

    QTimer m_timer;
    Clock::time_point m_last;
    double m_lastWork = 0;
    std::vector<double> m_late, m_work; // a tick each, ms
};

QAction* actionOf(Program& program, const char* text)
{
    for (auto* action : program.window().allActions())
        if (action->text() == QLatin1String(text))
            return action;
    return nullptr;
}

// False after so many seconds without it.
template <typename Condition> bool wait(const Condition& isDone, int seconds = 60)
{
    const auto until = Clock::now() + std::chrono::seconds(seconds);
    QTimer look; // wakes the wait below, which sleeps without an event
    look.start(20);
    while (!isDone()) {
        if (Clock::now() > until)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

bool prepare(const QString& source, const QTemporaryDir& home)
{
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.path());
    QSettings settings;
    settings.setValue(QStringLiteral("run/model"), QStringLiteral("lungs"));
    settings.setValue(QStringLiteral("run/models/lungs/steps"), 10);
    settings.setValue(QStringLiteral("run/models/lungs/kernel"), QStringLiteral("ancestral"));
    settings.setValue(QStringLiteral("overlay/mode"), 3); // the state: what costs most to draw
    QDir folder(home.path());
    return folder.mkpath(QStringLiteral("limn/models")) && folder.mkpath(QStringLiteral("images"))
        && QFile::copy(source + QStringLiteral("/resources/models/lungs.safetensors"),
                       home.filePath(QStringLiteral("limn/models/lungs.safetensors")))
        && QFile::copy(source + QStringLiteral("/resources/samples/normal2-0669-0001.png"),
                       home.filePath(QStringLiteral("images/chest.png")));
}

int measureRuns(Program& program, int runs)
{
    const auto* const run = actionOf(program, "Run");
    const auto* const stop = actionOf(program, "Stop");
    if (!run || !stop || !wait([run] { return run->isEnabled(); })) {
        std::fputs("the model or the picture did not open\n", stderr);
        return 2;
    }
    Ticks idle, running;
    double runSeconds = 0;
    // The first run loads the model and is not counted.
    for (int i = 0; i <= runs; ++i) {
        const auto begin = Clock::now();
        actionOf(program, "Run")->trigger();
        if (i > 0)
            running.begin();
        if (!wait([stop] { return !stop->isEnabled(); })) {
            std::fputs("a run did not end\n", stderr);
            return 2;
        }
        running.end();
        if (i > 0)
            runSeconds += std::chrono::duration<double>(Clock::now() - begin).count();
        const auto rest = Clock::now() + std::chrono::milliseconds(300);
        wait([rest] { return Clock::now() > rest; });
    }
    idle.begin();
    wait([&] { return idle.count() >= running.count(); });
    idle.end();
    std::printf("%d Study runs of %zu steps, %.0f ms each\n", runs,
                program.session().steps().size(), 1000 * runSeconds / runs);
    idle.print("without run");
    running.print("during runs");
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (!std::getenv("OMP_WAIT_POLICY"))
        std::fputs("start it with OMP_WAIT_POLICY=passive, as the program does\n", stderr);
    QApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("tick_lateness SOURCE_FOLDER [RUNS]\n", stderr);
        return 2;
    }
    QCoreApplication::setOrganizationName(QStringLiteral("limn"));
    QCoreApplication::setApplicationName(QStringLiteral("limn"));
    const QTemporaryDir home;
    if (!prepare(QString::fromLocal8Bit(argv[1]), home)) {
        std::fputs("there is no sample or model in the source folder\n", stderr);
        return 2;
    }
    const std::filesystem::path bin =
        std::filesystem::path(QCoreApplication::applicationDirPath().toStdString()) / "../bin";
    Program program([bin] { return openSegmenterPlugin(bin / "limn_diffusion.so"); },
                    bin / "limn-import");
    program.start(home.filePath(QStringLiteral("images")).toStdString());
    return measureRuns(program, argc > 2 ? std::max(1, std::atoi(argv[2])) : 20);
}
