// What a figure is drawn from, of the fake's steps.
#pragma once

#include "model/data/compose.h"
#include "tests/support/fake_segmenter.h"
#include "ui/figure/figure_plan.h"

namespace limn {

inline FigureInput madeInput(Size size, int steps, int classes = 1)
{
    FigureInput input;
    input.slice = fakeVolume(size)->slices.front();
    input.window = percentileWindow(*input.slice);
    for (int i = 1; i <= steps; ++i)
        input.steps.push_back(fakeStep(size, i, steps, classes));
    input.table = tableOf(classes == 1 ? std::vector<std::string>{"disc"}
                                       : std::vector<std::string>{"disc", "other disc"});
    input.labels.resize(size.area());
    const std::vector<Label> nobody(size.area(), untouched);
    if (steps > 0)
        composeInto(input.labels, nobody, input.steps.back()->posterior, 0.5, size, wholeOf(size));
    return input;
}

} // namespace limn
