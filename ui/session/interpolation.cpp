#include "ui/session/interpolation.h"

#include "model/data/vector3.h"
#include "model/metrics/distance_transform.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace limn {
namespace {

// Positive inside, negative outside, in the unit of the spacing; half a pixel off the border.
std::vector<double> signedDistances(const InterpolationRequest& request, int slice)
{
    const auto labels = request.composedSlice(slice);
    std::vector<std::uint8_t> inside(labels.size()), outside(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        inside[i] = labels[i] == request.label ? 1 : 0;
        outside[i] = inside[i] == 0 ? 1 : 0;
    }
    const Grid grid{request.size, 1, request.columnSpacing, request.rowSpacing, 1};
    const std::vector<double> toInside = squaredDistances(inside, grid);
    const std::vector<double> toOutside = squaredDistances(outside, grid);
    const double half = std::min(request.columnSpacing, request.rowSpacing) / 2;
    const double farthest = request.size.width * request.columnSpacing
        + request.size.height * request.rowSpacing; // a slice that the label fills, or is not on
    std::vector<double> distances(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i)
        distances[i] = inside[i] != 0 ? std::min(farthest, std::sqrt(toOutside[i])) - half
                                      : half - std::min(farthest, std::sqrt(toInside[i]));
    return distances;
}

std::optional<LabelEdit> editBetween(const InterpolationRequest& request, int slice,
                                     const std::vector<double>& before,
                                     const std::vector<double>& after, double share)
{
    const auto human = request.humanSlice(slice);
    const auto composed = request.composedSlice(slice);
    std::vector<Label> wanted(human.begin(), human.end());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool isInside = (1 - share) * before[i] + share * after[i] > 0;
        if (isInside && composed[i] == background)
            wanted[i] = request.label;
        else if (!isInside && composed[i] == request.label)
            wanted[i] = background;
    }
    return LabelEdit::between(human, wanted, request.size, slice);
}

} // namespace

std::optional<InterpolationRequest> interpolationRequest(const Session& session, Label label)
{
    if (!session.isOpen())
        return std::nullopt;
    InterpolationRequest request;
    request.label = label;
    const int slices = session.volume()->sliceCount();
    for (int slice = 0; slice < slices; ++slice) {
        const auto human = session.human().slice(slice);
        if (std::ranges::find(human, label) != human.end())
            request.painted.push_back(slice);
    }
    const bool hasGap = request.painted.size() >= 2
        && request.painted.back() - request.painted.front()
            >= static_cast<int>(request.painted.size());
    if (!hasGap)
        return std::nullopt;
    const Geometry& geometry = session.volume()->geometry;
    request.size = session.volume()->size;
    if (geometry.calibration != Calibration::None) {
        request.columnSpacing = geometry.columnSpacingMm;
        request.rowSpacing = geometry.rowSpacingMm;
    }
    const auto& origins = geometry.sliceOriginsMm;
    for (int slice = 0; slice < slices; ++slice) {
        const auto at = static_cast<std::size_t>(slice);
        double place = slice;
        if (origins.size() == static_cast<std::size_t>(slices))
            place = lengthOf(minus(origins[at], origins[0]));
        request.places.push_back(place);
    }
    for (int slice = request.painted.front(); slice <= request.painted.back(); ++slice) {
        std::ranges::copy(session.labels().slice(slice), std::back_inserter(request.composed));
        std::ranges::copy(session.human().slice(slice), std::back_inserter(request.human));
    }
    return request;
}

std::vector<LabelEdit> interpolated(const InterpolationRequest& request, std::stop_token stop,
                                    const std::function<void(int, int)>& progress)
{
    std::vector<LabelEdit> edits;
    std::vector<double> before = signedDistances(request, request.painted.front());
    const int total = static_cast<int>(request.painted.size()) - 1;
    for (int gap = 0; gap < total && !stop.stop_requested(); ++gap) {
        const int first = request.painted[static_cast<std::size_t>(gap)];
        const int last = request.painted[static_cast<std::size_t>(gap) + 1];
        std::vector<double> after = signedDistances(request, last);
        const double from = request.places[static_cast<std::size_t>(first)];
        const double length = request.places[static_cast<std::size_t>(last)] - from;
        for (int slice = first + 1; slice < last && !stop.stop_requested(); ++slice) {
            const double share = length > 0
                ? (request.places[static_cast<std::size_t>(slice)] - from) / length
                : static_cast<double>(slice - first) / (last - first);
            if (auto edit = editBetween(request, slice, before, after, std::clamp(share, 0.0, 1.0)))
                edits.push_back(std::move(*edit));
        }
        before = std::move(after);
        if (progress)
            progress(gap + 1, total);
    }
    return edits;
}

} // namespace limn
