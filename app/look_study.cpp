#include "app/look_study.h"

#include "model/data/compose.h"
#include "model/data/doubt_map.h"
#include "model/metrics/scores.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <random>

namespace limn {
namespace {

using Corners = std::vector<Rect>; // windows, the first to look at first

constexpr int draws = 100; // of windows at random
constexpr std::size_t few = 3, many = 10;

struct Scene {
    Size size;
    int side = 1;
    std::vector<std::uint8_t> wrong;
    std::size_t wrongCount = 0;
};

Rect windowAround(int x, int y, const Scene& scene)
{
    const int width = std::min(scene.side, scene.size.width);
    const int height = std::min(scene.side, scene.size.height);
    return {std::clamp(x - width / 2, 0, scene.size.width - width),
            std::clamp(y - height / 2, 0, scene.size.height - height), width, height};
}

// What a growing number of windows holds together.
class Seen {
public:
    explicit Seen(const Scene& scene)
        : m_scene(scene)
        , m_isSeen(scene.size.area())
    {
    }

    void add(Rect window)
    {
        for (int y = window.y; y < window.y + window.height; ++y)
            for (int x = window.x; x < window.x + window.width; ++x) {
                const auto pixel = Size{m_scene.size.width, y}.area() + static_cast<std::size_t>(x);
                m_pixels += 1U - m_isSeen[pixel];
                m_wrong += m_isSeen[pixel] != 0 ? 0U : m_scene.wrong[pixel];
                m_isSeen[pixel] = 1;
            }
    }

    Coverage coverage() const
    {
        return {static_cast<double>(m_wrong) / static_cast<double>(m_scene.wrongCount),
                static_cast<double>(m_pixels) / static_cast<double>(m_scene.size.area())};
    }

private:
    const Scene& m_scene;
    std::vector<std::uint8_t> m_isSeen;
    std::size_t m_pixels = 0, m_wrong = 0;
};

Coverage coverageOf(const Corners& windows, std::size_t count, const Scene& scene)
{
    Seen seen(scene);
    for (const Rect& window : std::span(windows).first(std::min(windows.size(), count)))
        seen.add(window);
    return seen.coverage();
}

Corners windowsOf(const std::vector<DoubtPlace>& places, const Scene& scene)
{
    Corners windows;
    for (const DoubtPlace& place : places)
        windows.push_back(windowAround(place.box.x + place.box.width / 2,
                                       place.box.y + place.box.height / 2, scene));
    return windows;
}

// The value that `count` of the map's pixels reach.
float floorFor(const ScalarMap& map, std::size_t count)
{
    std::vector<float> values = map.values;
    const auto place = values.begin()
        + static_cast<std::ptrdiff_t>(std::clamp<std::size_t>(count, 1, values.size()) - 1);
    std::ranges::nth_element(values, place, std::greater{});
    return std::max(*place, std::numeric_limits<float>::min());
}

ScalarMap sumOf(ScalarMap a, const ScalarMap& b)
{
    const auto scaleOf = [](const ScalarMap& map) {
        const double sum = std::accumulate(map.values.begin(), map.values.end(), 0.0);
        return static_cast<float>(sum > 0 ? static_cast<double>(map.values.size()) / sum : 0);
    };
    const float first = scaleOf(a), second = scaleOf(b);
    for (std::size_t i = 0; i < a.values.size(); ++i)
        a.values[i] = first * a.values[i] + second * b.values[i];
    return a;
}

ScalarMap mapOf(LookWay way, const Step& step, const ScalarMap& entropy)
{
    const ScalarMap parts = doubtOf(step, DoubtSource::Parts, entropy.size);
    const ScalarMap chains = doubtOf(step, DoubtSource::Chains, entropy.size);
    switch (way) {
    case LookWay::Parts: return parts;
    case LookWay::Chains: return chains;
    case LookWay::EntropyAndParts: return parts.values.empty() ? parts : sumOf(entropy, parts);
    case LookWay::EntropyAndChains: return chains.values.empty() ? chains : sumOf(entropy, chains);
    default: return entropy;
    }
}

bool isBorder(std::span<const Label> labels, Size size, int x, int y)
{
    const auto at = [&](int column, int row) {
        return labels[Size{size.width, row}.area() + static_cast<std::size_t>(column)];
    };
    const Label label = at(x, y);
    return (x > 0 && at(x - 1, y) != label) || (x + 1 < size.width && at(x + 1, y) != label)
        || (y > 0 && at(x, y - 1) != label) || (y + 1 < size.height && at(x, y + 1) != label);
}

std::vector<std::pair<int, int>> borderOf(std::span<const Label> labels, Size size)
{
    std::vector<std::pair<int, int>> border;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            if (isBorder(labels, size, x, y))
                border.emplace_back(x, y);
    return border;
}

// The mean over many draws: windows by `draw` until they hold `area` of the picture, which one more
// may overstep, or until more windows hold hardly more.
Coverage drawn(double area, const std::function<Rect()>& draw, const Scene& scene)
{
    constexpr int mostWindows = 60;
    Coverage mean;
    for (int i = 0; i < draws; ++i) {
        Seen seen(scene);
        int windows = 0;
        do
            seen.add(draw());
        while (seen.coverage().area < area && ++windows < mostWindows);
        const Coverage one = seen.coverage();
        mean.wrong += one.wrong / draws;
        mean.area += one.area / draws;
    }
    return mean;
}

Coverage pixelsOf(const ScalarMap& entropy, double area, const Scene& scene)
{
    std::vector<std::uint32_t> order(entropy.values.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto count = static_cast<std::size_t>(area * static_cast<double>(order.size()) + 0.5);
    std::ranges::nth_element(order, order.begin() + static_cast<std::ptrdiff_t>(count),
                             std::greater{}, [&](std::uint32_t i) { return entropy.values[i]; });
    std::size_t found = 0;
    for (const std::uint32_t pixel : std::span(order).first(count))
        found += scene.wrong[pixel];
    return {static_cast<double>(found) / static_cast<double>(scene.wrongCount), area};
}

ScalarMap truthOf(const Scene& scene)
{
    ScalarMap truth{scene.size, {}};
    truth.values.assign(scene.wrong.begin(), scene.wrong.end());
    return truth;
}

// The same picture gives the same windows.
std::uint64_t seedOf(const std::string& id)
{
    std::uint64_t seed = 1469598103934665603U; // FNV-1a
    for (const char letter : id)
        seed = (seed ^ static_cast<unsigned char>(letter)) * 1099511628211U;
    return seed;
}

void cover(LookStudy& study, LookWay way, const Corners& windows, const Scene& scene)
{
    study.first3[static_cast<std::size_t>(way)] = coverageOf(windows, few, scene);
    study.first10[static_cast<std::size_t>(way)] = coverageOf(windows, many, scene);
}

void coverAtRandom(LookStudy& study, std::span<const Label> labels, const Scene& scene)
{
    std::mt19937_64 random(seedOf(study.id));
    const auto upTo = [&random](int most) {
        return static_cast<int>(random() % static_cast<std::uint64_t>(most + 1));
    };
    const auto border = borderOf(labels, scene.size);
    const Rect middle = windowAround(0, 0, scene);
    const auto anywhere = [&] {
        return Rect{upTo(scene.size.width - middle.width), upTo(scene.size.height - middle.height),
                    middle.width, middle.height};
    };
    const auto onContour = [&] {
        if (border.empty())
            return anywhere();
        const auto [x, y] = border[random() % border.size()];
        return windowAround(x, y, scene);
    };
    for (auto* const first : {&study.first3, &study.first10}) {
        const double area = (*first)[static_cast<std::size_t>(LookWay::Entropy)].area;
        (*first)[static_cast<std::size_t>(LookWay::OnContour)] = drawn(area, onContour, scene);
        (*first)[static_cast<std::size_t>(LookWay::Anywhere)] = drawn(area, anywhere, scene);
    }
}

void coverAll(LookStudy& study, const Step& step, std::span<const Label> labels, const Scene& scene)
{
    const ScalarMap entropy = entropyOf(step.posterior);
    const auto doubtful = static_cast<std::size_t>(
        std::ranges::count_if(entropy.values, [](float value) { return value >= doubtFloor; }));
    cover(study, LookWay::Entropy, windowsOf(placesOf(entropy, doubtFloor), scene), scene);
    for (const LookWay way :
         {LookWay::Parts, LookWay::Chains, LookWay::EntropyAndParts, LookWay::EntropyAndChains})
        if (const ScalarMap map = mapOf(way, step, entropy); !map.values.empty())
            cover(study, way, windowsOf(placesOf(map, floorFor(map, doubtful)), scene), scene);
    cover(study, LookWay::Truth, windowsOf(placesOf(truthOf(scene), 0.5F), scene), scene);
    coverAtRandom(study, labels, scene);
    const auto own = static_cast<std::size_t>(LookWay::Entropy);
    const auto pixels = static_cast<std::size_t>(LookWay::Pixels);
    study.first3[pixels] = pixelsOf(entropy, study.first3[own].area, scene);
    study.first10[pixels] = pixelsOf(entropy, study.first10[own].area, scene);
}

Result<double> diceOf(std::span<const Label> labels, std::span<const Label> reference, Size size,
                      int classes)
{
    const auto score = scoreCase(labels, reference, Grid{size}, classes);
    if (!score)
        return std::unexpected(score.error());
    double sum = 0;
    int count = 0;
    for (const ClassScore& one : score->classes)
        if (const double dice = one.of(Metric::Dice); !std::isnan(dice)) {
            sum += dice;
            ++count;
        }
    return count > 0 ? sum / count : 1;
}

} // namespace

std::string_view nameOf(LookWay way)
{
    switch (way) {
    case LookWay::Entropy: return "entropy";
    case LookWay::Parts: return "parts";
    case LookWay::Chains: return "chains";
    case LookWay::EntropyAndParts: return "entropy+parts";
    case LookWay::EntropyAndChains: return "entropy+chains";
    case LookWay::OnContour: return "random-contour";
    case LookWay::Anywhere: return "random";
    case LookWay::Pixels: return "entropy-pixels";
    case LookWay::Truth: return "truth";
    }
    return "";
}

Result<LookStudy> studied(const std::string& id, const Step& step, std::span<const Label> reference,
                          Size referenceSize)
{
    const Size size = step.posterior.size;
    if (referenceSize != size)
        return fail(ErrorCode::BadData, id, "the reference has another size");
    std::vector<Label> labels(size.area());
    const std::vector<Label> nobody(size.area(), untouched);
    composeInto(labels, nobody, step.posterior, 0.5, size, wholeOf(size));
    const auto dice = diceOf(labels, reference, size, step.posterior.classes - 1);
    if (!dice)
        return std::unexpected(Error{dice.error().code, id, dice.error().detail});
    const LookNext look = lookNext(step.posterior, &step, labels, nobody);
    LookStudy study{.id = id,
                    .dice = *dice,
                    .pixels = size.area(),
                    .places = look.places.size(),
                    .doubt = look.doubt,
                    .first3 = {},
                    .first10 = {}};
    double sum = 0;
    for (const LookPlace& place : look.places)
        sum += static_cast<double>(place.area) * place.doubt;
    study.doubtPerPixel = sum / static_cast<double>(size.area());
    const auto border = borderOf(labels, size).size();
    study.doubtPerContour = sum / static_cast<double>(std::max<std::size_t>(border, 1));

    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    study.first3.fill({none, none});
    study.first10.fill({none, none});
    Scene scene{size, placeSide(size), std::vector<std::uint8_t>(size.area()), 0};
    std::ranges::transform(labels, reference, scene.wrong.begin(), std::not_equal_to{});
    scene.wrongCount = static_cast<std::size_t>(std::ranges::count(scene.wrong, 1));
    study.wrong = scene.wrongCount;
    if (study.wrong > 0)
        coverAll(study, step, labels, scene);
    return study;
}

} // namespace limn
