// An export with random content, for the tests of writers.
#pragma once

#include "model/data/mask_export.h"

#include <random>

namespace limn {

inline ProbabilityMap randomMap(std::mt19937& random, Size size, int classes)
{
    std::uniform_real_distribution<float> law(0, 1);
    ProbabilityMap map{size, classes,
                       std::vector<float>(size.area() * static_cast<std::size_t>(classes))};
    for (float& value : map.values)
        value = law(random);
    return map;
}

// Labels 0..2 ("left lung", "heart"), a human layer, `stepCount` steps on the grid `modelSize`
// (posterior on the picture's) in every slice.
inline MaskExport madeMasks(Size size, int sliceCount = 1, int stepCount = 3,
                            Size modelSize = {4, 4})
{
    std::mt19937 random(static_cast<unsigned>(size.width * 1000 + size.height));
    MaskExport masks;
    masks.stem = "picture";
    masks.labels = emptyLabelMap(size, sliceCount);
    masks.human = untouchedLayer(size, sliceCount);
    for (std::size_t i = 0; i < masks.labels.values.size(); ++i) {
        masks.labels.values[i] = static_cast<Label>(random() % 3);
        if (random() % 4 == 0)
            masks.human.values[i] = masks.labels.values[i];
    }
    masks.table = tableOf({"left lung", "heart"});
    masks.table.rows[1].colour = {1, 2, 3};
    for (int slice = 0; slice < sliceCount; ++slice) {
        std::vector<StepPtr> steps;
        for (int i = 1; i <= stepCount; ++i) {
            Step step;
            step.index = i;
            step.count = stepCount;
            step.t = 1 - (i - 1.0) / stepCount;
            step.posterior = randomMap(random, size, 3);
            step.semantic = randomMap(random, modelSize, 3);
            step.generative = randomMap(random, modelSize, 3);
            step.state = randomMap(random, modelSize, 3);
            step.entropy = {modelSize, std::vector<float>(modelSize.area(), 0.5F)};
            auto spread = std::make_shared<Spread>();
            spread->chains = 2;
            spread->votes = randomMap(random, modelSize, 3);
            step.spread = std::move(spread);
            steps.push_back(std::make_shared<const Step>(std::move(step)));
        }
        masks.posteriors.push_back(steps.back()->posterior);
        masks.steps.push_back(std::move(steps));
    }
    masks.source.files = {"/somewhere/private/picture.png"};
    masks.source.contentHash = "abc";
    masks.provenance.programVersion = "1.2.3";
    masks.provenance.runs = {RunFacts{.modelName = "lungs",
                                      .modelTitle = {},
                                      .modelSha256 = {},
                                      .steps = stepCount,
                                      .device = {}}};
    masks.provenance.tau = 0.25;
    return masks;
}

} // namespace limn
