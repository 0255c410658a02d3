#include "model/training/ablation/verdict.h"

#include "model/training/ablation/study.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace limn {
namespace {

using Values = std::map<Pairing, Measured>;

constexpr std::size_t mostReasons = 3; // of one verdict; with more conditions only those that fail

std::string termWords(const Term& term)
{
    const std::string what = term.source == Source::Scores ? "" : " (" + term.variant + ")";
    const char* const unit = term.source == Source::Clicks ? ", clicks "
        : term.source == Source::Uncertainty               ? ", chains "
                                                           : ", K = ";
    return term.arm + what + (term.steps > 0 ? unit + std::to_string(term.steps) : "");
}

const Values* valuesOf(const AllMeasurements& all, const std::string& set, const Term& term,
                       int usualSteps)
{
    const auto subject = subjectOf(all, set, term, usualSteps);
    return subject ? &measurementsOf(all, term.source).subjects.at(*subject) : nullptr;
}

// Nothing (and the term that is missing) where a run is not there.
std::optional<Values> valuesOf(const AllMeasurements& all, const std::string& set,
                               const Quantity& quantity, int usualSteps, std::string& missing)
{
    const Values* const plus = valuesOf(all, set, quantity.plus, usualSteps);
    if (!plus) {
        missing = termWords(quantity.plus);
        return std::nullopt;
    }
    Values values = *plus;
    if (quantity.minus) {
        const Values* const minus = valuesOf(all, set, *quantity.minus, usualSteps);
        if (!minus) {
            missing = termWords(*quantity.minus);
            return std::nullopt;
        }
        values = differences(values, *minus);
    }
    for (auto& [pairing, measured] : values)
        for (double& value : measured.values)
            value *= quantity.weight;
    return values;
}

bool holds(const Estimate& difference, const Condition& condition)
{
    switch (condition.demand) {
    case Demand::Above: return difference.low > condition.least;
    case Demand::NotBelow: return difference.mean >= condition.least;
    case Demand::NoFall: return difference.high >= condition.least;
    }
    return false;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string all;
    for (const std::string& part : parts)
        all += (all.empty() ? "" : "; ") + part;
    return all;
}

} // namespace

std::string_view nameOf(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Confirmed: return "confirmed";
    case Judgement::NotConfirmed: return "not confirmed";
    case Judgement::NotJudged: return "not judged";
    }
    return "";
}

std::string words(const Estimate& difference)
{
    std::array<char, 128> text{};
    std::snprintf(text.data(), text.size(), "%+.4f [%+.4f, %+.4f], %d of %d seeds above 0",
                  difference.mean, difference.low, difference.high, difference.seedsAbove,
                  difference.seeds);
    return text.data();
}

const Measurements& measurementsOf(const AllMeasurements& all, Source source)
{
    const StudyKind* const kind = studyKindOf(source);
    return kind ? all.*kind->measured : all.scores;
}

std::optional<Subject> subjectOf(const AllMeasurements& all, const std::string& set,
                                 const Term& term, int usualSteps)
{
    const Measurements& measurements = measurementsOf(all, term.source);
    Subject subject{set, term.arm, term.variant, term.steps};
    const bool hasUsualSteps = term.source != Source::Kernels && term.source != Source::Clicks;
    if (hasUsualSteps && term.steps == 0) {
        subject.steps = usualSteps;
        if (!measurements.has(subject))
            subject.steps = 1; // a direct model
    }
    return measurements.has(subject) ? std::optional(subject) : std::nullopt;
}

Verdict judged(const AllMeasurements& all, const std::string& set, const Claim& claim,
               int usualSteps)
{
    Verdict verdict{claim.row, claim.words, set, Judgement::Confirmed, {}};
    std::vector<std::string> seen, failed;
    for (std::size_t i = 0; i < claim.conditions.size(); ++i) {
        const Condition& condition = claim.conditions[i];
        std::string missing;
        const auto larger = valuesOf(all, set, condition.larger, usualSteps, missing);
        const auto smaller =
            larger ? valuesOf(all, set, condition.smaller, usualSteps, missing) : std::nullopt;
        if (!larger || !smaller) {
            verdict.judgement = Judgement::NotJudged;
            verdict.reason = "no run of " + missing;
            return verdict;
        }
        const Estimate difference =
            estimateOf(differences(*larger, *smaller),
                       measurementsOf(all, condition.larger.plus.source).metric(condition.metric));
        const std::string said =
            (condition.words.empty() ? "" : condition.words + ": ") + words(difference);
        seen.push_back(said);
        if (difference.seeds < leastSeeds) {
            verdict.judgement = Judgement::NotJudged;
            verdict.reason = said + "; fewer than " + std::to_string(leastSeeds) + " seeds";
            return verdict;
        }
        if (holds(difference, condition))
            continue;
        if (claim.hasPremise && i == 0) {
            verdict.judgement = Judgement::NotJudged;
            verdict.reason = "not the case that " + said;
            return verdict;
        }
        verdict.judgement = Judgement::NotConfirmed;
        failed.push_back(said);
    }
    if (claim.conditions.empty())
        verdict.judgement = Judgement::NotJudged;
    if (seen.size() <= mostReasons)
        verdict.reason = joined(seen);
    else if (failed.empty())
        verdict.reason = "all " + std::to_string(seen.size()) + " hold; the last: " + seen.back();
    else
        verdict.reason = std::to_string(failed.size()) + " of " + std::to_string(seen.size())
            + " do not hold: " + joined(failed);
    return verdict;
}

} // namespace limn
