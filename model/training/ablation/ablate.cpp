#include "model/training/ablation/ablate.h"

#include "model/diffusion/translated.h"
#include "model/training/ablation/ablation_run.h"
#include "model/training/ablation/report.h"
#include "model/training/stop_request.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace limn {
namespace {

// Seed by seed; in a seed set by set, with all arms of one before the next.
std::vector<AblationRun> runsOf(const Plan& plan, const AblateOptions& options)
{
    std::vector<AblationRun> runs;
    for (const std::uint64_t seed : plan.seeds)
        for (const PlanSet& set : plan.sets)
            for (const Arm* const arm : plan.arms) {
                if (!options.only.empty() && options.only != arm->name)
                    continue;
                AblationRun run{{set.name, std::string(arm->name), seed}, &set, arm, {}};
                run.folder = options.output / run.name.folder();
                runs.push_back(std::move(run));
            }
    return runs;
}

// Stopped: some runs are left.
Result<Ending> performAll(const std::vector<AblationRun>& runs, const Plan& plan,
                          const AblateOptions& options)
{
    std::optional<JudgedSet> set; // of the last run, so that it is read once for all arms
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const AblationRun& run = runs[i];
        if (auto claimed = claimFolder(run, plan); !claimed)
            return std::unexpected(claimed.error());
        if (run.isFinished(plan))
            continue;
        std::printf("run %zu of %zu: %s\n", i + 1, runs.size(), run.name.folder().c_str());
        std::fflush(stdout);
        const int fold = run.set->foldOf(run.name.seed);
        if (!set || set->name != run.name.set || set->fold != fold) {
            set.reset();
            auto read = readJudgedSet(*run.set, fold);
            if (!read)
                return std::unexpected(read.error());
            set = std::move(*read);
        }
        const auto ending = perform(run, plan, *set, options);
        if (!ending)
            return fail(ending.error().code, run.name.folder() + ": " + ending.error().subject,
                        ending.error().detail);
        if (*ending == Ending::Stopped || isStopAsked()) {
            std::printf("\nstopped; the same command goes on\n");
            return Ending::Stopped;
        }
    }
    return Ending::Complete;
}

} // namespace

Result<void> ablate(const AblateOptions& options)
{
    if (options.threads < 1)
        return fail(ErrorCode::BadArgument, "--threads", "at least 1");
    if (!options.only.empty())
        if (const auto known = armNamed(options.only); !known)
            return std::unexpected(known.error());
    const auto plan = readPlan(options.plan, options.sets,
                               options.isReportOnly ? SetFiles::NotNeeded : SetFiles::Needed);
    if (!plan)
        return std::unexpected(plan.error());
    const std::vector<AblationRun> runs = runsOf(*plan, options);
    if (runs.empty())
        return fail(ErrorCode::BadArgument, "--only", "the plan has no arm " + options.only);
    watchForStop();
    return caught([&]() -> Result<void> {
        at::set_num_threads(options.threads);
        if (!options.isReportOnly) {
            const auto ending = performAll(runs, *plan, options);
            if (!ending)
                return std::unexpected(ending.error());
            if (*ending == Ending::Stopped)
                return {};
        }
        auto written = writeReport(*plan, options.output);
        if (written)
            std::printf("%s\n", (options.output / "report.md").c_str());
        return written;
    });
}

} // namespace limn
