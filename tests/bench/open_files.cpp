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

void compare(const char* name, const std::filesystem::path& path, ImportClient& client)
{
    const Cost alone = costOf(client, [&] { (void)readPicture({.path = path}); });
    const Cost opened = costOf(client, [&] { (void)client.open(path, {}); });
    const Cost slice = costOf(client, [&] { (void)client.readSlice(path, 0, {}); });
    std::printf("%-14s decoded here %6.2f ms (CPU %5.2f), opened %6.2f ms (CPU %5.2f, %.2f x), "
                "a further slice %6.2f ms (CPU %5.2f)\n",
                name, alone.wallMs, alone.cpuMs, opened.wallMs, opened.cpuMs,
                opened.cpuMs / alone.cpuMs, slice.wallMs, slice.cpuMs);
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
    (void)client.open(bare.toStdString(), {}); // starts the child
    compare("bare", bare.toStdString(), client);
    for (const auto& [program, name] : {std::pair("dcmcrle", "RLE"), std::pair("dcmcjpls", "JPEG-LS"),
                                        std::pair("dcmcjpeg", "JPEG lossless")}) {
        const QString packed = home.filePath(QStringLiteral("packed"));
        if (!QStandardPaths::findExecutable(program).isEmpty()
            && QProcess::execute(program, {bare, packed}) == 0)
            compare(name, packed.toStdString(), client);
        QFile::remove(packed);
    }
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
