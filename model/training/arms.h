// The arms of the ablation table (docs/method.md): what each changes of the full model, so that one
// code trains them all.
#pragma once

#include "model/training/trainer.h"

#include <span>
#include <string_view>

namespace limn {

struct Arm {
    std::string_view name; // "full", "control", "no-bayes", ...
    std::string_view row; // of the table: "A0", ...
    std::string_view title; // what is different, for a table
    void (*change)(NetworkConfig& config, TrainerOptions& options);
    double iterations = 1; // times the full model's, for equal compute
};

std::span<const Arm> arms();

// BadArgument that lists the names otherwise.
Result<const Arm*> armNamed(std::string_view name);

} // namespace limn
