#include "model/diffusion/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limn {
namespace {

// Keeps alpha and sigma away from exactly 0 at both ends.
double angleAt(double t)
{
    return (0.999 * t + 0.0005) * std::numbers::pi / 2;
}

} // namespace

double alphaAt(double t)
{
    return std::cos(angleAt(t));
}

double sigmaAt(double t)
{
    return std::sin(angleAt(t));
}

double inputDeviation(double t, double inputScale)
{
    return std::hypot(alphaAt(t) * inputScale, sigmaAt(t));
}

Move markovMove(double t, double s)
{
    const double alphaT = alphaAt(t), sigmaT = sigmaAt(t);
    const double alphaS = alphaAt(s), sigmaS = sigmaAt(s);
    const double ratio =
        (alphaT * alphaT / (sigmaT * sigmaT)) / (alphaS * alphaS / (sigmaS * sigmaS));
    return {alphaT / alphaS * (sigmaS * sigmaS) / (sigmaT * sigmaT), alphaS * (1 - ratio),
            sigmaS * std::sqrt(1 - ratio)};
}

int timeBin(double t)
{
    return std::clamp(static_cast<int>(std::floor(timeBins * t)), 0, timeBins - 1);
}

} // namespace limn
