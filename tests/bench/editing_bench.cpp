// What editing costs: a dab from its event to its pixels, a full refresh, repaints at every zoom, an
// undo record. Processor time of the window's thread, so that other programs count little; each figure
// beside its peer, in the same run.
//     QT_QPA_PLATFORM=offscreen OMP_WAIT_POLICY=passive editing_bench [dabs|recolour|repaints|undo]
#include "tests/ui/view/canvas_bench.h"
#include "model/data/compose.h"
#include "ui/view/overlay_painter.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

using namespace limn;

namespace {

double nowMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Times {
    std::vector<double> values;

    template <typename Work> void take(const Work& work)
    {
        const double start = nowMs();
        work();
        values.push_back(nowMs() - start);
    }
    double at(double share)
    {
        std::ranges::sort(values);
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    }
    double least() { return at(0); }
};

void print(const char* what, double value, const char* unit, const char* goal, bool isReached)
{
    std::printf("%-58s %9.3f %-3s  goal %-16s %s\n", what, value, unit, goal,
                isReached ? "reached" : "MISSED");
}

void paintNow(QWidget& area)
{
    QEvent paint(QEvent::UpdateRequest);
    QCoreApplication::sendEvent(&area, &paint);
}

struct Large : Bench {
    explicit Large(Size size, bool hasComponents = false)
        : Bench({64, 64})
    {
        session.open(fakeVolume(size), std::nullopt);
        if (size.width <= 4096) { // probabilities are shown, as after a run
            session.beginRun(0, {}, {"disc"});
            session.addStep(0, fakeStep(size, 1, 1));
            session.endRun(0);
        }
        area.resize(1920 + 60, 1080);
        if (hasComponents)
            scatter(size);
        QCoreApplication::processEvents();
        canvas->grab();
    }

    // 5 000 discs of the label.
    void scatter(Size size)
    {
        std::vector<Label> bytes(size.area(), untouched);
        for (int i = 0; i < 5000; ++i) {
            const int x = 20 + (i % 100) * (size.width - 40) / 100;
            const int y = 20 + (i / 100) * (size.height - 40) / 50;
            for (int v = y - 6; v < y + 6; ++v)
                for (int u = x - 6; u < x + 6; ++u)
                    bytes[static_cast<std::size_t>(v) * static_cast<std::size_t>(size.width)
                          + static_cast<std::size_t>(u)] = 1;
        }
        session.apply("Discs", {LabelEdit(0, wholeOf(size), std::move(bytes))});
    }

    // Dabs of a stroke, far from each other, each with its repaint. `count` of them.
    Times dabs(int brush, int count, double zoom)
    {
        canvas->zoomBy(zoom / canvas->view().zoom());
        canvas->setBrushSize(brush);
        canvas->grab();
        Times times;
        QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(300, 300));
        paintNow(area);
        for (int i = 0; i < count; ++i) {
            const QPoint place(300 + (i * 7) % 1000, 300 + (i * 13) % 500);
            times.take([&] {
                move(place);
                paintNow(area);
            });
        }
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(300, 300));
        return times;
    }

    Times fullRefreshes(int count)
    {
        Times times;
        for (int i = 0; i < count; ++i) {
            OverlaySettings settings = canvas->overlay();
            settings.opacity = i % 2 == 0 ? 0.5 : 0.6; // all of the overlay is made anew
            times.take([&] {
                canvas->setOverlay(settings);
                paintNow(area);
            });
        }
        return times;
    }
};

// What a program does at every event that knows no boxes: composes the mask and colours all of it.
double fullPathMs(Large& bench)
{
    constexpr int side = 4096;
    OverlaySettings settings = bench.canvas->overlay();
    std::vector<QRgb> image(std::size_t{side} * side);
    std::vector<Label> labels(image.size());
    Times times;
    for (int i = 0; i < 15; ++i)
        times.take([&] {
            composeInto(labels, bench.session.human().slice(0), bench.session.baseMap(), 0.5,
                        {side, side}, {0, 0, side, side});
            OverlayPainter painter(bench.session, settings, nullptr, 0, {0, 0, side, side});
            for (int y = 0; y < side; ++y)
                painter.paintRow(
                    y, {image.data() + std::size_t{side} * static_cast<std::size_t>(y), side});
        });
    return times.at(0.5);
}

void measureDabs()
{
    Large plain({4096, 4096}), full({4096, 4096}, true);
    // At 0.25 the whole picture is in view; the dab is as an event of the pointer finds it: a step of a
    // few pixels from the last one.
    const auto steps = [](Large& bench, int brush, int count) {
        bench.canvas->setBrushSize(brush);
        Times times;
        QTest::mousePress(bench.canvas, Qt::LeftButton, {}, QPoint(500, 500));
        paintNow(bench.area);
        for (int i = 0; i < count; ++i) {
            const QPoint place(500 + i % 200, 500 + (i / 200) * 3);
            times.take([&] {
                bench.move(place);
                paintNow(bench.area);
            });
        }
        QTest::mouseRelease(bench.canvas, Qt::LeftButton, {}, QPoint(500, 500));
        return times;
    };
    Times small = steps(plain, 40, 1000), crowded = steps(full, 40, 1000);
    Times refresh = plain.fullRefreshes(31);
    Times large = steps(plain, 2000, 200);
    print("Q1 dab, radius 20 on 4096 x 4096, p95", small.at(0.95), "ms", "<= 0.05", small.at(0.95) <= 0.05);
    print("Q1 dab, median", small.at(0.5), "ms", "", true);
    const double path = fullPathMs(plain) + refresh.at(0.5);
    print("Q1 full refresh (compose, recolour, repaint) / dab", path / small.at(0.5), "x", ">= 500",
          path / small.at(0.5) >= 500);
    std::printf("   full refresh %.1f ms, of which the repaint of the window %.1f ms\n", path,
                refresh.at(0.5));
    print("   dab among 5 000 components, p95", crowded.at(0.95), "ms", "<= 1.5 x alone",
          crowded.at(0.95) <= 1.5 * small.at(0.95));
    print("Q2 dab, radius 1000, p95", large.at(0.95), "ms", "<= 8", large.at(0.95) <= 8);
}

void measureRecolour()
{
    Bench bench({4096, 4096});
    OverlaySettings settings;
    settings.mode = OverlayMode::Mask;
    std::vector<QRgb> image(std::size_t{4096} * 4096);
    std::vector<Label> labels(image.size()), copy(image.size());
    std::vector<QRgb> imageCopy(image.size());
    Times recolour, bandwidth;
    for (int i = 0; i < 15; ++i) {
        recolour.take([&] {
            OverlayPainter painter(bench.session, settings, nullptr, 0, {0, 0, 4096, 4096});
            for (int y = 0; y < 4096; ++y)
                painter.paintRow(y, {image.data() + std::size_t{4096} * static_cast<std::size_t>(y), 4096});
        });
        bandwidth.take([&] { // as many bytes read and written
            std::memcpy(copy.data(), labels.data(), labels.size());
            std::memcpy(imageCopy.data(), image.data(), image.size() * sizeof(QRgb) / 2);
        });
    }
    print("Q3 recolour 16 MP / copying as many bytes", recolour.least() / bandwidth.least(), "x",
          "<= 1.7", recolour.least() / bandwidth.least() <= 1.7);
    std::printf("   recolour %.1f ms, copy %.1f ms\n", recolour.least(), bandwidth.least());
}

void measureRepaints()
{
    double slowest = 0, slowestZoom = 0;
    int slowestSide = 0;
    for (const int side : {1024, 4096, 8192}) {
        Large bench({side, side}, side == 8192);
        for (const double zoom : {0.05, 0.1, 0.25, 0.5, 0.7, 1.0, 1.5, 2.0, 4.0, 8.0, 16.0}) {
            bench.canvas->zoomBy(zoom / bench.canvas->view().zoom());
            bench.canvas->grab(); // what is kept for this zoom is made
            Times times;
            for (int i = 0; i < 31; ++i) {
                bench.canvas->panPicture({i % 2 == 0 ? 3.0 / zoom : -3.0 / zoom, 0});
                times.take([&] { paintNow(bench.area); });
            }
            const double p95 = times.at(0.95);
            std::printf("   %d x %d at %.2f: p95 %.2f ms\n", side, side, zoom, p95);
            if (p95 > slowest) {
                slowest = p95;
                slowestZoom = zoom;
                slowestSide = side;
            }
        }
    }
    print("Q4 repaint of 1920 x 1080, p95 at the slowest zoom", slowest, "ms", "<= 8", slowest <= 8);
    std::printf("   (%d x %d at %.2f)\n", slowestSide, slowestSide, slowestZoom);
}

void measureUndo()
{
    constexpr Size size{4096, 4096};
    Bench bench(size);
    std::vector<Label> mask(size.area()), copy(size.area());
    Times record, whole, undo;
    std::size_t recordBytes = 0; // of the largest
    for (int i = 0; i < 200; ++i) {
        StrokeMask stroke;
        stroke.begin(size, 1);
        const double x = 100 + i * 19.0;
        stroke.add({x, 2000, x, 2000, 20}, paintLimits(bench.session, {}, 1));
        record.take([&] {
            if (auto edit = stroke.edit(bench.session.human().slice(0), 0)) {
                recordBytes = std::max(recordBytes, edit->bytes().size());
                bench.session.apply("Dab", {std::move(*edit)});
            }
        });
        if (i < 31)
            whole.take([&] { std::memcpy(copy.data(), mask.data(), mask.size()); });
    }
    while (bench.session.undoStack().canUndo())
        undo.take([&] { bench.session.undoStack().undo(); });
    const double bytes = static_cast<double>(recordBytes) / static_cast<double>(size.area());
    print("Q5 undo record of a dab / copy of the mask, time", record.at(0.5) / whole.at(0.5), "x",
          "<= 0.02", record.at(0.5) / whole.at(0.5) <= 0.02);
    print("Q5 the same in bytes", bytes, "x", "<= 0.02", bytes <= 0.02);
    print("Q5 undo of a dab, p95", undo.at(0.95), "ms", "<= 5", undo.at(0.95) <= 5);
    std::printf("   record %.4f ms, copy %.3f ms\n", record.at(0.5), whole.at(0.5));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const std::string wish = argc > 1 ? argv[1] : "";
    for (const auto& [name, measure] :
         {std::pair("dabs", &measureDabs), std::pair("recolour", &measureRecolour),
          std::pair("repaints", &measureRepaints), std::pair("undo", &measureUndo)})
        if (wish.empty() || wish == name)
            measure();
    return 0;
}
