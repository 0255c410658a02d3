// What is kept of one image from one opening to the next: the human layer, what the mask is made of, how far it is.
#pragma once

#include "model/data/label_layers.h"
#include "model/data/label_table.h"
#include "model/data/step.h"

#include <cstdint>
#include <string>
#include <vector>

namespace limn {

// How the steps came to be; kept with the image and exported as provenance.
struct RunFacts {
    std::string modelName, modelTitle, modelSha256;
    int steps = 3;
    std::uint64_t seed = 0;
    std::string kernel = "posterior-mean"; // or "ancestral"
    std::string device;
    bool operator==(const RunFacts&) const = default;
};

enum class ImageStatus { Todo, Edited, Accepted };

// What the work file keeps of one image and gives back.
struct StudyState {
    HumanLayer human;
    LabelTable labels;
    double threshold = 0.5;
    int baseStep = 0;             // 1..count of the run that made baseMaps; 0: none
    std::vector<ProbabilityMap> baseMaps; // a slice each, empty where the model has not run
    std::vector<RunFacts> runs;   // a slice each, as baseMaps
    ImageStatus status = ImageStatus::Todo;
    double secondsSpent = 0;
};

} // namespace limn
