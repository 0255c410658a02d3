#include "model/diffusion/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limn {
namespace {

// Keeps alpha and sigma away from exactly 0 at both ends.
double insideAt(double t)
{
    return 0.999 * t + 0.0005;
}

double angleAt(double t)
{
    return insideAt(t) * std::numbers::pi / 2;
}

// Minus the logarithm of alpha squared: the integral of beta.
double decayAt(double t)
{
    const double inside = insideAt(t);
    return 0.1 * inside + 9.95 * inside * inside;
}

} // namespace

double alphaAt(double t, NoiseSchedule schedule)
{
    if (schedule == NoiseSchedule::Linear)
        return std::exp(-decayAt(t) / 2);
    return std::cos(angleAt(t));
}

double sigmaAt(double t, NoiseSchedule schedule)
{
    if (schedule == NoiseSchedule::Linear)
        return std::sqrt(-std::expm1(-decayAt(t)));
    return std::sin(angleAt(t));
}

double inputDeviation(double t, double inputScale, NoiseSchedule schedule)
{
    return std::hypot(alphaAt(t, schedule) * inputScale, sigmaAt(t, schedule));
}

Move markovMove(double t, double s, NoiseSchedule schedule)
{
    const double alphaT = alphaAt(t, schedule), sigmaT = sigmaAt(t, schedule);
    const double alphaS = alphaAt(s, schedule), sigmaS = sigmaAt(s, schedule);
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
