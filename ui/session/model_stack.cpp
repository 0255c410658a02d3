#include "ui/session/model_stack.h"

#include "model/data/step_bytes.h"

#include <algorithm>
#include <utility>

namespace limn {
namespace {

constexpr std::size_t mostPutAway = 3; // each holds its steps

// Where it was computed, which may not be where it was asked for.
void noteMachine(RunFacts& facts, const Step& step)
{
    facts.threads = step.threads;
    if (!step.device.empty())
        facts.device = step.device;
    if (!step.spread)
        facts.agreement = 0;
}

} // namespace

ModelStack::ModelStack(int sliceCount)
    : m_slices(static_cast<std::size_t>(sliceCount))
{
}

void ModelStack::restore(int slice, const ProbabilityMap& map, int baseStep, const RunFacts& facts,
                         double tau)
{
    at(slice) = {quantised(map, tau), baseStep, ++m_versions, 0, facts};
    if (slice == m_shown)
        m_restored = map;
}

void ModelStack::begin(int slice, const RunFacts& facts)
{
    m_announced = Announced{slice, facts, nullptr};
}

void ModelStack::beginCandidate(const RunFacts& facts, StepPtr origin)
{
    m_announced = Announced{m_shown, facts, std::move(origin)};
}

void ModelStack::end()
{
    m_announced.reset();
}

void ModelStack::startAnnounced()
{
    Announced run = *std::exchange(m_announced, std::nullopt);
    m_target = run.origin ? Target::Candidate : Target::Run;
    if (run.slice != m_shown) {
        at(run.slice).facts = std::move(run.facts);
        at(run.slice).run = ++m_runs;
        return;
    }
    if (run.facts.chains > 1)
        run.facts.agreement = m_run.facts.agreement;
    if (m_target == Target::Run) {
        m_factsBefore = at(run.slice).facts;
        m_before = m_run.steps.empty() ? std::exchange(m_restored, {})
                                       : m_run.steps.back()->posterior;
        m_other.reset();
        m_putAway.clear();
    } else if (!m_isCandidateShown) {
        m_other = std::move(m_run);
    }
    m_isCandidateShown = m_target == Target::Candidate;
    m_run = {};
    m_run.facts = std::move(run.facts);
    m_run.origin = std::move(run.origin);
    m_run.number = ++m_runs;
}

bool ModelStack::add(int slice, StepPtr step, double tau)
{
    if (m_announced && m_announced->slice == slice)
        startAnnounced();
    if (m_target == Target::Nothing || (m_target == Target::Candidate && slice != m_shown))
        return false;
    if (slice != m_shown) {
        SliceMap& map = at(slice);
        map.baseStep = step->index;
        map.version = ++m_versions;
        noteMachine(map.facts, *step);
        map.kept = quantised(step->posterior, tau);
        return true;
    }
    m_restored = {};
    const bool isHidden = m_target == Target::Candidate && !m_isCandidateShown;
    ModelRun& run = isHidden ? *m_other : m_run;
    run.version = ++m_versions;
    noteMachine(run.facts, *step);
    run.base = step;
    run.steps.push_back(std::move(step));
    note();
    return true;
}

void ModelStack::note()
{
    SliceMap& map = at(m_shown);
    map.facts = m_run.facts;
    map.version = m_run.version;
    map.run = m_run.number;
    map.baseStep = m_run.base ? m_run.base->index : 0;
}

std::vector<StepPtr> ModelStack::takeCold(std::size_t limitBytes)
{
    std::vector<ModelRun*> runs; // the shown one last
    for (ModelRun& run : m_putAway)
        runs.push_back(&run);
    if (m_other)
        runs.push_back(&*m_other);
    runs.push_back(&m_run);
    std::size_t warm = 0;
    for (const ModelRun* const run : runs)
        for (std::size_t i = run->coldCount; i < run->steps.size(); ++i)
            warm += bytesOf(*run->steps[i]);
    std::vector<StepPtr> cold;
    for (ModelRun* const run : runs)
        while (warm > limitBytes && run->coldCount + 2 < run->steps.size()
               && run->steps[run->coldCount] != run->base) {
            cold.push_back(run->steps[run->coldCount++]);
            warm -= bytesOf(*cold.back());
        }
    return cold;
}

bool ModelStack::setBase(int index)
{
    const auto step =
        std::ranges::find(m_run.steps, index, [](const StepPtr& s) { return s->index; });
    if (step == m_run.steps.end())
        return false;
    m_run.base = *step;
    note();
    return true;
}

bool ModelStack::setAgreement(double share)
{
    if (!m_run.base || !m_run.base->spread)
        return false;
    m_run.facts.agreement = share;
    if (m_other)
        m_other->facts.agreement = share;
    note();
    return true;
}

void ModelStack::decide(double tau)
{
    m_run.decide(tau);
    if (m_other)
        m_other->decide(tau);
}

void ModelStack::show(int slice, double tau)
{
    at(m_shown).kept = quantised(decidingMap(m_shown), tau);
    m_isCandidateShown = false; // what is shown stays
    drop();
    m_run = {};
    m_putAway.clear();
    m_before = {};
    m_factsBefore = {};
    m_shown = slice;
    m_restored = expanded(at(slice).kept);
}

void ModelStack::put(ModelRun run)
{
    m_run = std::move(run);
    note();
}

void ModelStack::swap()
{
    if (!m_other)
        return;
    put(std::exchange(*m_other, m_run));
    m_isCandidateShown = !m_isCandidateShown;
}

void ModelStack::take()
{
    if (!m_other)
        return;
    m_putAway.push_back(std::move(*m_other));
    if (m_putAway.size() > mostPutAway)
        m_putAway.pop_front();
    m_other.reset();
    m_isCandidateShown = false;
    m_target = Target::Nothing;
}

void ModelStack::drop()
{
    if (m_isCandidateShown)
        swap();
    m_other.reset();
    const bool isAnnounced = m_announced && m_announced->origin;
    if (isAnnounced)
        m_announced.reset();
    if (isAnnounced || m_target == Target::Candidate)
        m_target = Target::Nothing;
}

bool ModelStack::putRun(int version)
{
    if (m_run.base && m_run.version == version)
        return true;
    const auto run = std::ranges::find(m_putAway, version, &ModelRun::version);
    if (run == m_putAway.end())
        return false;
    put(std::exchange(*run, m_run));
    return true;
}

const ProbabilityMap& ModelStack::map() const
{
    return m_run.base ? m_run.base->posterior : m_restored;
}

const ProbabilityMap& ModelStack::mapBefore() const
{
    return m_other && !m_other->steps.empty() ? m_other->steps.back()->posterior : m_before;
}

ProbabilityMap ModelStack::decidingMap(int slice) const
{
    if (slice != m_shown)
        return expanded(at(slice).kept);
    return m_run.base ? m_run.deciding() : m_restored;
}

int ModelStack::classes(int slice) const
{
    return slice == m_shown ? map().classes : at(slice).kept.classes;
}

bool ModelStack::hasMap(int slice) const
{
    return slice == m_shown ? !map().isEmpty() : !at(slice).kept.isEmpty();
}

void ModelStack::compose(int slice, std::span<Label> labels, std::span<const Label> human,
                         double tau, Size size, Rect box) const
{
    if (slice != m_shown)
        composeInto(labels, human, at(slice).kept, tau, size, box);
    else
        composeInto(labels, human, m_run.base ? m_run.deciding() : m_restored, tau, size, box);
}

} // namespace limn
