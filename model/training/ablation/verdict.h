// What the measurements say of each claim.
#pragma once

#include "model/training/ablation/claims.h"
#include "model/training/ablation/estimate.h"

namespace limn {

enum class Judgement { Confirmed, NotConfirmed, NotJudged };
std::string_view nameOf(Judgement judgement); // "confirmed", ...

inline constexpr int leastSeeds = 3; // fewer judge nothing

struct Verdict {
    std::string row, claim, set;
    Judgement judgement = Judgement::NotJudged;
    std::string reason; // the differences, or what is missing
};

// The subject of a term in a set; nothing when no finished run measured it.
std::optional<Subject> subjectOf(const AllMeasurements& all, const std::string& set,
                                 const Term& term, int usualSteps);

const Measurements& measurementsOf(const AllMeasurements& all, Source source);

Verdict judged(const AllMeasurements& all, const std::string& set, const Claim& claim,
               int usualSteps);

// "+0.0043 [+0.0015, +0.0073], 3 of 3 seeds above 0"
std::string words(const Estimate& difference);

} // namespace limn
