// How long it takes to open a slice of 512 x 512 against decoding it in this process, and until the
// first slice of a series of 300 is there. Not a test: it prints figures.
#include "app/image_list.h"
#include "io/import/dicom_reader.h"
#include "io/import/reader.h"
#include "tests/io/import/made_slices.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>

#include <malloc.h>
#include <unistd.h>

using namespace limn;

namespace {

constexpr int repeats = 101;

struct Cost {
    double wallMs = 0; // median
    double cpuMs = 0; // mean, of this process and the child: steady on a machine that does more
};

double cpuMsOf(pid_t process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string word;
    double ticks = 0;
    for (int field = 1; file >> word && field <= 15; ++field)
        if (field >= 14) // user, system
            ticks += std::stod(word);
    return ticks * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

template <typename Work> Cost costOf(ImportClient& client, const Work& work)
{
    std::vector<double> times;
    const auto spent = [&] {
        return cpuMsOf(getpid()) + (client.processId() > 0 ? cpuMsOf(client.processId()) : 0);
    };
    const double before = spent();
    for (int k = 0; k < repeats; ++k) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    const double cpu = (spent() - before) / repeats;
    std::ranges::sort(times);
    return {times[repeats / 2], cpu};
}

struct Made {
    const char* name;
    std::filesystem::path path;
    Cost fresh, reused; // of decoding it in this process
};

// As limn-import does (app/limn_import_main.cpp).
void keepMemory()
{
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

void compare(const Made& file, ImportClient& client)
{
    const Cost opened = costOf(client, [&] { (void)client.open(file.path, {}); });
    const Cost slice = costOf(client, [&] { (void)client.readSlice(file.path, 0, {}); });
    std::printf("%-14s decoded here %5.2f ms (CPU %4.2f), in memory kept for it %5.2f; opened %5.2f ms "
                "(CPU %4.2f): %.2f x, %.2f x; a further slice %5.2f ms (CPU %4.2f)\n",
                file.name, file.fresh.wallMs, file.fresh.cpuMs, file.reused.wallMs, opened.wallMs,
                opened.cpuMs, opened.wallMs / file.fresh.wallMs, opened.wallMs / file.reused.wallMs,
                slice.wallMs, slice.cpuMs);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    prepareDicom();
    const QTemporaryDir home;
    constexpr int slices = 300;
    for (int k = 0; k < slices; ++k) {
        QFile file(home.filePath(QStringLiteral("IM%1.dcm").arg(k)));
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        file.write(test::madeSlice({.origin = {0, 0, 1.5 * k},
                                    .number = k + 1,
                                    .rows = 512,
                                    .columns = 512,
                                    .value = k}));
    }
    ImportClient client(std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
                        / "../bin/limn-import");
    const QString bare = home.filePath(QStringLiteral("IM0.dcm"));
    std::vector<Made> files{{"bare", bare.toStdString(), {}, {}}};
    const QTemporaryDir packed;
    for (const auto& [program, name] : {std::pair("dcmcrle", "RLE"), std::pair("dcmcjpls", "JPEG-LS"),
                                        std::pair("dcmcjpeg", "JPEG lossless")}) {
        const QString path = packed.filePath(QString::fromLatin1(program));
        if (!QStandardPaths::findExecutable(program).isEmpty()
            && QProcess::execute(program, {bare, path}) == 0)
            files.push_back({name, path.toStdString(), {}, {}});
    }
    for (Made& file : files)
        file.fresh = costOf(client, [&] { (void)readPicture({.path = file.path}); });
    keepMemory();
    for (Made& file : files)
        file.reused = costOf(client, [&] { (void)readPicture({.path = file.path}); });
    (void)client.open(bare.toStdString(), {}); // starts the child
    for (const Made& file : files)
        compare(file, client);
    QElapsedTimer timer;
    timer.start();
    const auto images = imagesIn(home.path().toStdString(), client, {});
    const double listed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const auto volume = images && images->size() == 1 ? client.open(images->front(), {})
                                                      : fail(ErrorCode::Internal, "no series");
    const double shown = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!volume)
        return 1;
    const auto read = std::ranges::count_if((*volume)->slices, [](const auto& one) { return one != nullptr; });
    std::printf("%d slices listed after %.0f ms, the first there after %.0f ms, with %d of %d read\n",
                slices, listed, shown, static_cast<int>(read), (*volume)->sliceCount());
    return 0;
}
