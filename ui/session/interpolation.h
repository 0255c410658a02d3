// Fills the slices between painted ones: the shape goes over from one to the next.
#pragma once

#include "ui/session/refine.h"
#include "ui/session/session.h"

#include <optional>
#include <span>
#include <vector>

namespace limn {

struct InterpolationRequest {
    Label label = 1;
    Size size;
    double columnSpacing = 1, rowSpacing = 1; // mm, or 1
    std::vector<int> painted; // slices where a person drew the label, growing
    std::vector<double> places; // of every slice along the stack: mm, or their numbers
    // Copies of the slices from the first painted to the last, so that a worker can go on while a
    // person does; slice by slice.
    std::vector<Label> composed, human;

    std::span<const Label> composedSlice(int slice) const { return sliceIn(composed, slice); }
    std::span<const Label> humanSlice(int slice) const { return sliceIn(human, slice); }

private:
    std::span<const Label> sliceIn(std::span<const Label> values, int slice) const
    {
        return values.subspan(static_cast<std::size_t>(slice - painted.front()) * size.area(),
                              size.area());
    }
};

// Nothing where fewer than two slices are painted, or none lies between them.
std::optional<InterpolationRequest> interpolationRequest(const Session& session, Label label);

// Signed distances of the two nearest painted outlines, mixed by how far the slice is from each
// (Raya and Udupa, IEEE Transactions on Medical Imaging 9 (1990)). The label becomes that shape on
// the slices between; other labels keep their pixels. One edit a slice.
std::vector<LabelEdit> interpolated(const InterpolationRequest& request, std::stop_token stop = {},
                                    const std::function<void(int done, int total)>& progress = {});

} // namespace limn
