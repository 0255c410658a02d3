#include "model/diffusion/request_check.h"

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr int mostSteps = 100;
constexpr int mostChains = 16;

std::unexpected<Error> refused(const std::string& why)
{
    return fail(ErrorCode::BadArgument, "", why);
}

const char* faultOf(const Evidence& evidence, Size picture, std::size_t classes)
{
    if (evidence.size != picture || evidence.classes.size() != picture.area())
        return "the strokes have another size than the picture";
    if (std::ranges::any_of(evidence.classes, [classes](Label label) {
            return label != untouched && label >= classes;
        }))
        return "the strokes name a class that the model does not have";
    return nullptr;
}

bool isMapOf(const ProbabilityMap& map, Size size, std::size_t classes)
{
    return map.size == size && map.classes == static_cast<int>(classes)
        && map.values.size() == size.area() * classes;
}

const char* faultOf(const Restart& restart, Size picture, Size maps, std::size_t classes)
{
    if (!restart.from)
        return "no step to start again from";
    if (!(restart.t > 0 && restart.t <= 1))
        return "a run starts again at 0 < t <= 1";
    const Step& from = *restart.from;
    if (from.posterior.size != picture || !isMapOf(from.semantic, maps, classes)
        || (!from.generative.isEmpty() && !isMapOf(from.generative, maps, classes)))
        return "the step to start again from is of another picture or model";
    return nullptr;
}

} // namespace

Result<void> checkedPicture(const SegmentRequest& request, const ModelCard& card)
{
    if (!request.slice || request.slice->size.width < 1 || request.slice->size.height < 1)
        return refused("no picture");
    const Slice& slice = *request.slice;
    if (slice.channels != card.channels)
        return fail(ErrorCode::ChannelsMismatch, "",
                    std::to_string(slice.channels) + " channels, the model wants "
                        + std::to_string(card.channels));
    if (slice.values.size() != slice.size.area() * static_cast<std::size_t>(slice.channels))
        return refused("the picture's values do not fill its size");
    return {};
}

Result<void> checkedOptions(const SegmentRequest& request, const ModelCard& card, Size mapSize)
{
    const std::size_t classes = card.classes.size() + 1;
    if (request.steps < 1 || request.steps > mostSteps)
        return refused("steps are 1 to " + std::to_string(mostSteps));
    if (request.chains < 1 || request.chains > mostChains)
        return refused("chains are 1 to " + std::to_string(mostChains));
    if (!(request.labelSampling >= 0 && request.labelSampling <= 100))
        return refused("label sampling is 0 to 100");
    const auto& ratios = request.priorRatio;
    if (!ratios.empty() && ratios.size() != classes)
        return refused("not one prior ratio a class, the background first");
    if (std::ranges::any_of(ratios, [](double r) { return !std::isfinite(r) || r <= 0; }))
        return refused("a prior ratio is not positive");
    if (request.evidence)
        if (const char* const fault = faultOf(*request.evidence, request.slice->size, classes))
            return refused(fault);
    if (request.restart)
        if (const char* const fault =
                faultOf(*request.restart, request.slice->size, mapSize, classes))
            return refused(fault);
    return {};
}

} // namespace limn
