// How well the places of "Where to look next" find what is wrong with a mask, against other ways to
// choose as much of the picture.
#pragma once

#include "model/data/error.h"
#include "model/data/look_next.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace limn {

enum class LookWay {
    Entropy, // what the window does
    Parts, // the same by the disagreement of the semantic and the generative map
    Chains, // by that of several chains
    EntropyAndParts, // by the sum of both maps, each divided by its mean
    EntropyAndChains,
    OnContour, // windows around pixels of the mask's border, drawn at random until they hold as
               // much
    Anywhere, // windows anywhere, likewise
    Pixels, // the pixels of highest entropy, as many as Entropy's windows hold
    Truth, // windows around the wrong pixels themselves: no way can do much better
};
inline constexpr std::array allLookWays{LookWay::Entropy,
                                        LookWay::Parts,
                                        LookWay::Chains,
                                        LookWay::EntropyAndParts,
                                        LookWay::EntropyAndChains,
                                        LookWay::OnContour,
                                        LookWay::Anywhere,
                                        LookWay::Pixels,
                                        LookWay::Truth};
std::string_view nameOf(LookWay way);

struct Coverage {
    double wrong = 0; // share of all wrong pixels
    double area = 0; // share of the picture
};

struct LookStudy {
    std::string id;
    double dice = 0; // mean over the labels that are there
    std::size_t pixels = 0;
    std::size_t wrong = 0;
    std::size_t places = 0;
    double doubt = 0; // LookNext::doubt
    double doubtPerPixel = 0; // the same sum of area x doubt, divided by the picture's pixels
    double doubtPerContour = 0; // ... by the pixels of the mask's border
    // First 3 and first 10 windows, in the order of allLookWays; NaN where the step has no such
    // map.
    std::array<Coverage, allLookWays.size()> first3, first10;
};

// All windows are squares of the places' largest side, so that every way looks at as much; the
// floor of each map is set so that as many pixels count as doubtful as by the entropy. The mask is
// that at a threshold of one half. Error: BadData (sizes differ, a label outside the classes).
Result<LookStudy> studied(const std::string& id, const Step& step, std::span<const Label> reference,
                          Size referenceSize);

} // namespace limn
