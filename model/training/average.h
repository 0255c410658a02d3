// `limn-train average`: one model whose weights are the mean of several trainings' weights.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limn {

struct AverageOptions {
    std::filesystem::path set, output;
    std::vector<std::filesystem::path> models; // at least two
    std::filesystem::path validationIds; // names that validate
    int threads = 1;
    std::string command; // as typed, for the card
};

// The mean of every tensor (Wortsman et al., "Model soups", ICML 2022, arXiv 2203.05482). It means
// something where the models were trained on from the same weights. Prints the validation of each
// and of the mean; the mean gets its own temperature and the first model's card. Errors:
// BadArgument for less than two models, or one of another network, kind of input or classes than
// the first's (subject: its file); BadData for a set of other pictures or classes than the models';
// those of loadModel, readPackedSet, splitByIds and writeModel.
Result<void> average(const AverageOptions& options);

} // namespace limn
