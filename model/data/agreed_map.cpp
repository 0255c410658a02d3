#include "model/data/agreed_map.h"

#include "model/data/bilinear.h"
#include "model/data/compose.h"

#include <cassert>
#include <cmath>

namespace limn {
namespace {

// Shares are sums of 1 / R and then mixed of four cells: what is meant to be equal may differ by
// rounding.
constexpr float slack = 1e-5F;

std::vector<std::vector<float>> scaled(const ProbabilityMap& votes, Size size)
{
    std::vector<std::vector<float>> classes;
    for (int k = 0; k < votes.classes; ++k)
        classes.push_back(resizedBilinear(votes.of(k), votes.size, size));
    return classes;
}

Label wantedBy(const std::vector<std::vector<float>>& votes, std::size_t pixel, double share)
{
    std::size_t best = 1;
    for (std::size_t k = 2; k < votes.size(); ++k)
        if (votes[k][pixel] > votes[best][pixel])
            best = k;
    return votes[best][pixel] + slack >= static_cast<float>(share) ? static_cast<Label>(best)
                                                                   : background;
}

// Two classes: class 1 alone decides.
void moveAcross(ProbabilityMap& map, std::size_t pixel, Label wanted, float tau)
{
    float& one = map.values[map.size.area() + pixel];
    one = wanted == background ? std::nextafter(tau, 0.0F) : tau;
    map.values[pixel] = 1 - one;
}

// More: the wanted class takes the winner's weight, and that one the wanted's.
void exchange(ProbabilityMap& map, std::size_t pixel, Label winner, Label wanted, double tau)
{
    const auto odds = static_cast<float>(tau / (1 - tau));
    const auto valueOf = [&](Label label) -> float& {
        return map.values[label * map.size.area() + pixel];
    };
    const auto weightOf = [&](Label label) {
        return label == background ? valueOf(label) * odds : valueOf(label);
    };
    const float most = weightOf(winner), fewer = weightOf(wanted);
    valueOf(wanted) = wanted == background ? most / odds : most;
    valueOf(winner) = winner == background ? fewer / odds : fewer;
    float sum = 0;
    for (int k = 0; k < map.classes; ++k)
        sum += valueOf(static_cast<Label>(k));
    for (int k = 0; k < map.classes; ++k)
        valueOf(static_cast<Label>(k)) /= sum;
    if (likeliest(map, pixel, tau) == wanted)
        return;
    for (int k = 0; k < map.classes; ++k) // a tie, or rounding
        valueOf(static_cast<Label>(k)) = k == wanted ? 1.0F : 0.0F;
}

} // namespace

ProbabilityMap agreedMap(const ProbabilityMap& posterior, const ProbabilityMap& votes, double share,
                         double tau)
{
    assert(votes.classes == posterior.classes && share > 0 && share <= 1);
    ProbabilityMap map = posterior;
    const auto shares = scaled(votes, posterior.size);
    for (std::size_t pixel = 0; pixel < map.size.area(); ++pixel) {
        const Label winner = likeliest(map, pixel, tau);
        const Label wanted = wantedBy(shares, pixel, share);
        if (winner == wanted)
            continue;
        if (map.classes == 2)
            moveAcross(map, pixel, wanted, static_cast<float>(tau));
        else
            exchange(map, pixel, winner, wanted, tau);
    }
    return map;
}

} // namespace limn
