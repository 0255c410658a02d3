// `limn-train ablate`: trains and judges every run of a plan, and reports them.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <string>

namespace limn {

struct AblateOptions {
    std::filesystem::path plan;
    std::filesystem::path output; // a folder
    std::filesystem::path sets; // where the packed sets lie; empty: beside the plan
    std::string only; // an arm; empty: all
    std::string device = "cpu";
    int threads = 1;
    int checkpointEvery = 100;
    bool isReportOnly = false; // of the runs that are finished; none is trained
};

// Seed by seed, in a seed set by set, so that the first runs already compare all arms. A finished
// run is skipped; SIGINT and SIGTERM end after a checkpoint, and the same command goes on.
// Each run has a folder SET.ARM.SEED: scores.csv, kernels.csv and clicks.csv where the plan wants
// them, model.curve.csv, run.csv (written last) and the weights. At the end the tables
// (report.h), of all finished runs of the folder. Errors: those of readPlan, the sets, the
// training, the files; BadArgument when a run in the folder was of other options.
Result<void> ablate(const AblateOptions& options);

} // namespace limn
