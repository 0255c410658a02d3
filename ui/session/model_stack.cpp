#include "ui/session/model_stack.h"

#include "model/data/step_bytes.h"

#include <algorithm>
#include <utility>

namespace limn {

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
    m_announced = Announced{slice, facts};
}

void ModelStack::end()
{
    m_announced.reset();
}

void ModelStack::add(int slice, StepPtr step, double tau)
{
    SliceMap& map = at(slice);
    if (m_announced && m_announced->slice == slice)
        adopt(*std::exchange(m_announced, std::nullopt));
    if (!step->device.empty())
        map.facts.device = step->device; // a full card sends the run to the CPU
    map.facts.threads = step->threads;
    map.baseStep = step->index;
    map.version = ++m_versions;
    if (slice != m_shown) {
        map.kept = quantised(step->posterior, tau);
        return;
    }
    m_restored = {};
    m_base = step;
    m_steps.push_back(std::move(step));
}

// The run's first step is here: what the slice had makes room.
void ModelStack::adopt(Announced announced)
{
    SliceMap& map = at(announced.slice);
    if (announced.slice == m_shown) {
        m_before = m_steps.empty() ? std::exchange(m_restored, {}) : m_steps.back()->posterior;
        m_factsBefore = map.facts;
        clearSteps();
    }
    map.facts = std::move(announced.facts);
    map.run = ++m_runs;
}

void ModelStack::clearSteps()
{
    m_steps.clear();
    m_coldCount = 0;
}

std::vector<StepPtr> ModelStack::takeCold(std::size_t limitBytes)
{
    std::size_t warm = 0;
    for (std::size_t i = m_coldCount; i < m_steps.size(); ++i)
        warm += bytesOf(*m_steps[i]);
    std::vector<StepPtr> cold;
    while (warm > limitBytes && m_coldCount + 2 < m_steps.size()
           && m_steps[m_coldCount] != m_base) {
        cold.push_back(m_steps[m_coldCount++]);
        warm -= bytesOf(*cold.back());
    }
    return cold;
}

bool ModelStack::setBase(int index)
{
    const auto step = std::ranges::find(m_steps, index, [](const StepPtr& s) { return s->index; });
    if (step == m_steps.end())
        return false;
    m_base = *step;
    at(m_shown).baseStep = index;
    return true;
}

void ModelStack::show(int slice, double tau)
{
    at(m_shown).kept = quantised(map(), tau);
    clearSteps();
    m_base.reset();
    m_before = {};
    m_factsBefore = {};
    m_shown = slice;
    m_restored = expanded(at(slice).kept);
}

const ProbabilityMap& ModelStack::map() const
{
    return m_base ? m_base->posterior : m_restored;
}

ProbabilityMap ModelStack::mapOf(int slice) const
{
    return slice == m_shown ? map() : expanded(at(slice).kept);
}

bool ModelStack::hasMap(int slice) const
{
    return slice == m_shown ? !map().isEmpty() : !at(slice).kept.isEmpty();
}

void ModelStack::compose(int slice, std::span<Label> labels, std::span<const Label> human,
                         double tau, Size size, Rect box) const
{
    if (slice == m_shown)
        composeInto(labels, human, map(), tau, size, box);
    else
        composeInto(labels, human, at(slice).kept, tau, size, box);
}

} // namespace limn
