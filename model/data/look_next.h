// Where to look next: the doubtful places of a slice, the one with most to gain first, and the one
// figure by which images are sorted.
#pragma once

#include "model/data/look_places.h"

#include <span>

namespace limn {

enum class LookReason {
    Unsure, // no label is clearly the likeliest
    PartsDisagree, // in most of it the semantic and the generative map say different labels
    ChainsDisagree, // in most of it the chains do not all say the same
};

struct LookPlace {
    Rect box; // pixels of the picture, around the doubtful ones
    std::size_t area = 0; // doubtful pixels
    double doubt = 0; // mean entropy over them, 0..1
    LookReason reason = LookReason::Unsure;
    Label label = 1; // the likeliest but for the background, over the whole place
    std::vector<std::uint32_t> cells; // of LookNext::grid
};

struct LookNext {
    int blockSide = 1; // pixels of the picture that a cell is wide and high
    Size grid; // of cells
    std::vector<LookPlace> places;
    double doubt = 0; // 0..1
};

// The entropy of a pixel from which on it is doubtful: with two labels, p between 0.11 and 0.89.
inline constexpr float doubtFloor = 0.5F;

// `posterior` is on the picture's grid. `step` is the one it belongs to; null where only the map is
// left. Pixels that a person decided are no longer in doubt. `labels`, `human`: of the slice.
// Places are ranked by area x entropy: neither the disagreement of the two maps nor that of chains
// finds more of the wrong pixels (docs/results-look-next.md).
LookNext lookNext(const ProbabilityMap& posterior, const Step* step, std::span<const Label> labels,
                  std::span<const Label> human);

// Has a person decided a pixel of this place?
bool isTouched(const LookPlace& place, const LookNext& look, std::span<const Label> human,
               Size picture);

} // namespace limn
