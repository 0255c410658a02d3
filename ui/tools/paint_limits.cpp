#include "ui/tools/paint_limits.h"

namespace limn {

float valueOf(const Slice& slice, std::size_t pixel)
{
    if (slice.channels == 1)
        return slice.values[pixel];
    // ITU-R BT.601
    const float* const colour = slice.values.data() + 3 * pixel;
    return 0.299F * colour[0] + 0.587F * colour[1] + 0.114F * colour[2];
}

bool PaintLimits::allows(std::size_t pixel) const
{
    if (hasBlocked && blocked[labels[pixel]])
        return false;
    if (!probability.empty() && !(probability[pixel] > leastProbability))
        return false;
    if (picture == nullptr)
        return true;
    const float value = valueOf(*picture, pixel);
    return value >= lowest && value <= highest;
}

namespace {

void blockAll(PaintLimits& limits, PaintObstacle obstacle)
{
    limits.blocked.fill(true);
    limits.hasBlocked = true;
    limits.obstacle = obstacle;
}

void limitByProbability(PaintLimits& limits, const Session& session, const PaintRules& rules,
                        Label label)
{
    const ProbabilityMap& map = session.baseMap();
    // An eraser asks for the label that it is set to, as the brush does.
    const Label asked = label == background || label == untouched ? session.currentLabel() : label;
    if (map.isEmpty() || map.size != session.labels().size || asked >= map.classes)
        return blockAll(limits, PaintObstacle::NoProbability);
    limits.probability = map.of(asked);
    limits.leastProbability = static_cast<float>(rules.leastProbability);
}

} // namespace

PaintLimits paintLimits(const Session& session, const PaintRules& rules, Label label)
{
    const int slice = session.currentSlice();
    PaintLimits limits;
    limits.labels = session.labels().slice(slice);
    if (rules.hasLabel) {
        blockAll(limits, PaintObstacle::None);
        limits.blocked[rules.insideLabel] = false;
    }
    for (const LabelRow& row : session.labelTable().rows)
        if (row.isLocked)
            limits.blocked[row.label] = limits.hasBlocked = true;
    if (session.isLocked(label))
        blockAll(limits, PaintObstacle::LockedLabel);
    if (rules.hasProbability)
        limitByProbability(limits, session, rules, label);
    if (rules.hasRange) {
        limits.picture = session.volume()->slices[static_cast<std::size_t>(slice)].get();
        limits.lowest = static_cast<float>(rules.lowest);
        limits.highest = static_cast<float>(rules.highest);
        if (limits.picture == nullptr)
            blockAll(limits, PaintObstacle::NoPicture);
    }
    return limits;
}

} // namespace limn
