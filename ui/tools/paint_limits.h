// Which pixels of a slice a tool may change: what is locked, and what a person has ruled out.
#pragma once

#include "ui/session/session.h"
#include "ui/tools/tool_settings.h"

#include <array>
#include <span>

namespace limn {

// Why nothing at all may be changed.
enum class PaintObstacle { None, LockedLabel, NoProbability, NoPicture };

// Looks at the session's data, so it is made anew for every event.
struct PaintLimits {
    std::span<const Label> labels; // composed, of the whole slice
    std::array<bool, 256> blocked{}; // composed labels that stay as they are
    bool hasBlocked = false;
    std::span<const float> probability; // of the label that is put in; empty: no limit
    float leastProbability = 0;
    const Slice* picture = nullptr; // null: no limit by value
    float lowest = 0, highest = 0;
    PaintObstacle obstacle = PaintObstacle::None;

    bool isNone() const { return !hasBlocked && probability.empty() && picture == nullptr; }
    bool allows(std::size_t pixel) const;
};

// The value that ranges and tolerances speak of: the modality value, or the luma of a colour.
float valueOf(const Slice& slice, std::size_t pixel);

// Of the current slice, for a tool that puts `label` in. Nothing may be changed at all where that
// label is locked, or where a rule asks for what is not there (no run, another slice).
PaintLimits paintLimits(const Session& session, const PaintRules& rules, Label label);

} // namespace limn
