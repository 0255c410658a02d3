// A refinement of one label over slices, as edits for Session::apply.
#pragma once

#include "model/data/label_edit.h"
#include "model/data/label_layers.h"
#include "ui/session/refinements.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace limn {

// One slice as copies, so that a worker can refine it while a person goes on.
struct RefineSlice {
    int index = 0;
    std::vector<Label> human;
    std::vector<Label> composed;
    std::vector<Label> byModel; // what the model alone says
};

struct RefineRequest {
    const Refinement* refinement = nullptr;
    Label label = 1;
    Label other = 0; // second operand; 0: what the model alone says of `label`
    double amount = 0;
    double columnSpacing = 1; // mm, or 1: amounts are in pixels
    double rowSpacing = 1;
    Size size;
    std::vector<RefineSlice> slices;
};

// One edit a slice that changes. Pixels of other labels stay, unless the refinement takes over;
// where the model alone says what is wanted near its contour ("snap"), the pixel is given back to
// it. Stops early with what is done so far when asked to.
std::vector<LabelEdit> refined(const RefineRequest& request, std::stop_token stop = {},
                               const std::function<void(int done, int total)>& progress = {});

struct RefineResult {
    std::vector<LabelEdit> edits;
    std::size_t added = 0; // pixels that the label gains, over all slices
    std::size_t removed = 0;
    std::vector<std::uint8_t> changed; // of the request's first slice, a byte a pixel
};
RefineResult resultOf(const RefineRequest& request, std::vector<LabelEdit> edits);

} // namespace limn
