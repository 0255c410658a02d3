// What a figure is drawn from: the fake's steps on a flat grey slice.
#pragma once

#include "model/data/compose.h"
#include "tests/support/fake_segmenter.h"
#include "ui/figure/figure_plan.h"

namespace limn {

inline FigureInput madeInput(Size size, int steps, int classes = 1)
{
    FigureInput input;
    auto slice = std::make_shared<Slice>(); // flat, so that what is seen is what was drawn on it
    slice->size = size;
    slice->values.assign(size.area(), 0.2F);
    input.slice = slice;
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
