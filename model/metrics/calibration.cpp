#include "model/metrics/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace limn {
namespace {

constexpr int bins = 15;
constexpr double smallest = 1e-12;
constexpr double reachShare = 1.0 / 16; // of the longer side

struct Bin {
    double confidence = 0;
    std::uint64_t right = 0;
};

double errorOf(const std::array<Bin, bins>& all, std::uint64_t pixels)
{
    double sum = 0;
    for (const Bin& bin : all)
        sum += std::abs(bin.confidence - static_cast<double>(bin.right));
    return sum / static_cast<double>(pixels);
}

} // namespace

CalibrationScore calibrationOf(std::span<const float> probabilities, int classes,
                               std::span<const Label> reference,
                               std::span<const std::uint8_t> region)
{
    const std::size_t area = reference.size();
    std::array<Bin, bins> all{};
    CalibrationScore result;
    for (std::size_t i = 0; i < area; ++i) {
        if (!region[i])
            continue;
        std::size_t likeliest = 0;
        for (std::size_t c = 1; c < static_cast<std::size_t>(classes); ++c)
            if (probabilities[c * area + i] > probabilities[likeliest * area + i])
                likeliest = c;
        const double confidence = probabilities[likeliest * area + i];
        const double truth = probabilities[reference[i] * area + i];
        result.likelihood -= std::log(std::max(truth, smallest));
        Bin& bin = all[static_cast<std::size_t>(
            std::clamp(static_cast<int>(std::ceil(confidence * bins)) - 1, 0, bins - 1))];
        bin.confidence += confidence;
        bin.right += likeliest == reference[i];
        ++result.pixels;
    }
    if (result.pixels == 0) {
        result.likelihood = result.error = std::numeric_limits<double>::quiet_NaN();
        return result;
    }
    result.likelihood /= static_cast<double>(result.pixels);
    result.error = errorOf(all, result.pixels);
    return result;
}

std::vector<std::uint8_t> dilatedForeground(std::span<const Label> reference, Size size)
{
    std::vector<std::uint8_t> region(reference.size());
    std::ranges::transform(reference, region.begin(), [](Label label) { return label != 0; });
    const double reach = reachShare * std::max(size.width, size.height);
    const std::vector<double> squares = squaredDistances(region, Grid{size});
    const bool isAnywhere = std::ranges::find(region, std::uint8_t{1}) != region.end();
    for (std::size_t i = 0; i < region.size(); ++i)
        region[i] = !isAnywhere || squares[i] <= reach * reach;
    return region;
}

} // namespace limn
