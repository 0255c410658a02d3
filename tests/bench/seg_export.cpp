// How long a DICOM segmentation of a long series takes, beside writing the same bytes:
// seg_export [SLICES] [SIDE], on the disk of the temporary folder.
#include "io/masks/write_masks.h"
#include "tests/io/masks/made_source.h"
#include "tests/io/masks/odd_masks.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

using namespace limn;
using namespace limn::test;

namespace {

template <typename Work> double secondsOf(const Work& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::vector<std::byte> bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::vector<std::byte> bytes(std::filesystem::file_size(path));
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

// A disc and a smaller one in it, growing and shrinking along the stack.
LabelMap grownDiscs(Size size, int slices)
{
    LabelMap labels = emptyLabelMap(size, slices);
    for (int slice = 0; slice < slices; ++slice) {
        const double radius = size.width * (0.1 + 0.3 * slice / slices);
        std::size_t i = 0;
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) {
                const double r = std::hypot(x - size.width / 2.0, y - size.height / 2.0);
                labels.slice(slice)[i++] = r < radius / 2 ? 2 : r < radius ? 1 : 0;
            }
    }
    return labels;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int slices = argc > 1 ? std::atoi(argv[1]) : 300;
    const int side = argc > 2 ? std::atoi(argv[2]) : 512;
    const QTemporaryDir folder;
    const MadeSeries series{.kind = MadeKind::Series, .columns = side, .rows = side, .slices = slices, .number = 1};
    MaskExport masks;
    masks.stem = "series";
    masks.labels = grownDiscs({side, side}, slices);
    masks.table = oddTable();
    masks.table.rows.pop_back();
    masks.geometry = madeGeometry(series);
    masks.source = madeSource(folder.path(), series);
    ImportClient client(
        std::filesystem::path(QCoreApplication::applicationDirPath().toStdString()) / "../bin/limn-import");
    const MaskFormat format = MaskFormat::Seg;
    const std::filesystem::path out = folder.path().toStdString();
    std::vector<double> made, written;
    std::vector<std::byte> bytes;
    constexpr int runs = 15;
    for (int run = 0; run < runs; ++run) {
        std::filesystem::remove(out / "series.seg.dcm"); // both are new files each time
        std::filesystem::remove(out / "copy");
        made.push_back(secondsOf([&] {
            const auto done = writeMasks(masks, out, std::span(&format, 1), IfExists::Replace, {}, &client);
            if (!done)
                std::printf("%s\n", done.error().detail.c_str());
        }));
        bytes = bytesOf(out / "series.seg.dcm");
        written.push_back(secondsOf([&] {
            (void)writeDurably(out / "copy", bytes, IfExists::Replace);
        }));
    }
    std::ranges::sort(made);
    std::ranges::sort(written);
    std::printf("%d slices of %d x %d px, %.1f MB: segmentation %.3f s, the same bytes %.3f s, ratio %.2f "
                "(medians of 15)\n",
                slices, side, side, static_cast<double>(bytes.size()) / 1e6, made[runs / 2],
                written[runs / 2], made[runs / 2] / written[runs / 2]);
    return 0;
}
