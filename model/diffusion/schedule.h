// The forward process z_t = alpha b z0 + sigma eps: variance preserving, t in [0, 1]. Cosine, or
// linear: the noise grows by DDPM's linear beta, 0.1 + 19.9 t.
#pragma once

#include "model/diffusion/config.h"

namespace limn {

double alphaAt(double t, NoiseSchedule schedule = NoiseSchedule::Cosine);
double sigmaAt(double t, NoiseSchedule schedule = NoiseSchedule::Cosine);

// Divides z_t before the network sees it: sqrt(alpha^2 b^2 + sigma^2).
double inputDeviation(double t, double inputScale, NoiseSchedule schedule = NoiseSchedule::Cosine);

// The Markov posterior q(z_s | z_t, z0) for s < t: mean = keep z_t + pull b z0, deviation `noise`.
struct Move {
    double keep = 0;
    double pull = 0;
    double noise = 0;
};
Move markovMove(double t, double s, NoiseSchedule schedule = NoiseSchedule::Cosine);

inline constexpr int timeBins = 10;
int timeBin(double t); // which of ten equal bins

} // namespace limn
