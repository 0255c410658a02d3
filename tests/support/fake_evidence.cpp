#include "tests/support/fake_evidence.h"

#include "model/data/compose.h"

#include <algorithm>

namespace limn {
namespace {

void lean(ProbabilityMap& map, std::size_t pixel, Label label, float share)
{
    for (int k = 0; k < map.classes; ++k) {
        float& value = map.values[static_cast<std::size_t>(k) * map.size.area() + pixel];
        value = (1 - share) * value + (k == label ? share : 0.0F);
    }
}

} // namespace

void believe(Step& step, const Evidence& evidence)
{
    const Size size = evidence.size;
    std::vector<Label> near(size.area(), untouched);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const Label said = evidence.classes[static_cast<std::size_t>(y * size.width + x)];
            if (said == untouched)
                continue;
            const Rect around =
                intersected({x - fakeReach, y - fakeReach, 2 * fakeReach + 1, 2 * fakeReach + 1},
                            wholeOf(size));
            for (int v = around.y; v < around.y + around.height; ++v)
                for (int u = around.x; u < around.x + around.width; ++u)
                    near[static_cast<std::size_t>(v * size.width + u)] = said;
        }
    for (std::size_t i = 0; i < near.size(); ++i) {
        if (near[i] != untouched)
            lean(step.posterior, i, near[i], 0.7F);
        if (evidence.classes[i] != untouched)
            lean(step.posterior, i, evidence.classes[i], 1);
    }
}

std::shared_ptr<const Spread> fakeSpread(const ProbabilityMap& map, int chains)
{
    auto spread = std::make_shared<Spread>();
    spread->chains = chains;
    spread->expectedEntropy = {map.size, std::vector<float>(map.size.area(), 0.1F)};
    spread->mutualInformation = spread->expectedEntropy;
    spread->votes = {map.size, map.classes, std::vector<float>(map.values.size())};
    for (int chain = 0; chain < chains; ++chain) {
        const double tau = (chain + 0.5) / chains; // the higher, the smaller the disc
        std::vector<Label> labels(map.size.area());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            labels[i] = likeliest(map, i, tau);
            spread->votes.values[labels[i] * map.size.area() + i] +=
                1.0F / static_cast<float>(chains);
        }
        spread->labels.push_back(std::move(labels));
    }
    return spread;
}

} // namespace limn
