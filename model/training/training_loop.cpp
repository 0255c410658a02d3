#include "model/training/training_loop.h"

#include "model/training/progress_line.h"
#include "model/training/stop_request.h"

#include <cmath>
#include <cstdio>
#include <ctime>

namespace limn {
namespace {

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::unexpected<Error> notFinite(const TrainingLoop& loop, int iteration, int kept)
{
    const std::string what = kept > 0 ? "the checkpoint of iteration " + std::to_string(kept)
            + " stays (" + loop.checkpoint.filename().string() + "); try a lower --rate"
                                      : "there is no checkpoint yet; try a lower --rate";
    return fail(ErrorCode::NotFinite, "iteration " + std::to_string(iteration),
                "loss or gradient is no number; " + what);
}

Result<void> writeState(const Trainer& trainer, const TrainingLoop& loop, const Progress& progress,
                        const std::vector<CurvePoint>& points)
{
    if (auto written = writeCurve(loop.curve, points); !written)
        return written;
    return writeCheckpoint(loop.checkpoint, trainer, progress, loop.plan);
}

Result<void> resume(Trainer& trainer, const TrainingLoop& loop, Progress& progress,
                    std::vector<CurvePoint>& points)
{
    const auto read = readCheckpoint(loop.checkpoint, trainer, loop.plan);
    if (!read)
        return std::unexpected(read.error());
    progress = *read;
    auto known = readCurve(loop.curve, progress.iteration);
    if (!known)
        return std::unexpected(known.error());
    points = std::move(*known);
    std::printf("going on at iteration %d\n", progress.iteration);
    return {};
}

} // namespace

Result<Ending> runTraining(Trainer& trainer, const TrainingLoop& loop, Progress& progress,
                           const AfterIteration& after)
{
    std::vector<CurvePoint> points;
    int kept = 0;
    if (loop.isResumed && std::filesystem::exists(loop.checkpoint)) {
        if (auto resumed = resume(trainer, loop, progress, points); !resumed)
            return std::unexpected(resumed.error());
        kept = progress.iteration;
    }
    ProgressLine line(progress.iteration, loop.iterations);
    while (progress.iteration < loop.iterations) {
        const double began = cpuSeconds();
        CurvePoint point{progress.iteration + 1, trainer.iterate(progress.iteration), {}};
        progress.cpuSeconds += cpuSeconds() - began;
        if (!std::isfinite(point.report.loss) || !std::isfinite(point.report.gradientNorm))
            return notFinite(loop, progress.iteration + 1, kept);
        line.show(progress.iteration, point.report);
        ++progress.iteration;
        if (auto done = after(progress, point); !done)
            return std::unexpected(done.error());
        points.push_back(point);
        const bool isLast = progress.iteration == loop.iterations;
        if (!isLast && progress.iteration % loop.checkpointEvery != 0 && !isStopAsked())
            continue;
        if (auto written = writeState(trainer, loop, progress, points); !written)
            return std::unexpected(written.error());
        kept = progress.iteration;
        if (isStopAsked() && !isLast)
            return Ending::Stopped;
    }
    return Ending::Complete;
}

} // namespace limn
