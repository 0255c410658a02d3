// A re-run beside the run that it came from, and the agreement of several chains.
#include "ui/session/session.h"
#include "ui/session/session_run_commands.h"

#include <algorithm>
#include <cmath>

namespace limn {

StepPtr Session::restartStep() const
{
    const ModelRun& run = m_model.shownRun();
    return run.origin ? run.origin : run.base;
}

void Session::beginRerun(const RunFacts& facts)
{
    const StepPtr origin = restartStep();
    if (!isOpen() || !origin)
        return;
    noteInput();
    m_model.beginCandidate(facts, origin);
}

bool Session::hasCandidate() const
{
    return m_model.other() != nullptr;
}

bool Session::isCandidateShown() const
{
    return m_model.isCandidateShown();
}

void Session::swapRuns()
{
    if (!hasCandidate())
        return;
    noteInput();
    m_model.swap();
    tellOtherRun();
}

void Session::takeCandidate()
{
    if (!hasCandidate())
        return;
    noteInput();
    if (!isCandidateShown())
        m_model.swap();
    const int before = m_model.other()->version;
    const int after = m_model.version(m_currentSlice);
    m_model.take();
    m_undoStack.push(new TakeRunCommand(*this, m_currentSlice, before, after));
    tellOtherRun();
}

void Session::dropCandidate()
{
    const bool hadCandidate = hasCandidate();
    m_model.drop(); // also one that has no step yet
    if (hadCandidate)
        tellOtherRun();
}

bool Session::putRun(int slice, int version)
{
    if (slice != m_currentSlice)
        return false;
    if (m_model.version(slice) == version)
        return true;
    m_model.drop();
    const bool isThere = m_model.putRun(version);
    tellOtherRun();
    return isThere;
}

void Session::tellOtherRun()
{
    recompose(m_currentSlice);
    Q_EMIT stepsChanged();
    Q_EMIT baseStepChanged();
    Q_EMIT labelsChanged(m_currentSlice, wholeOf(m_volume->size));
    Q_EMIT candidateChanged();
    maskWasChanged();
    Q_EMIT stateChanged();
}

void Session::recompose(int slice)
{
    m_model.decide(m_threshold);
    compose(slice, wholeOf(m_volume->size));
}

// m_labels are up to date in the box.
void Session::compareRuns(Rect box)
{
    const ModelRun* const other = m_model.other();
    if (!other) {
        m_difference.clear();
        return;
    }
    const Size size = m_volume->size;
    const bool isNew = m_difference.pixels().empty();
    m_otherLabels.resize(size.area());
    const Rect compared = isNew ? wholeOf(size) : box;
    composeInto(m_otherLabels, m_human.slice(m_currentSlice), other->deciding(), m_threshold, size,
                compared);
    m_difference.update(m_labels.slice(m_currentSlice), m_otherLabels, size, compared);
}

int Session::chains() const
{
    const StepPtr base = m_model.base();
    return base && base->spread ? base->spread->chains : 1;
}

void Session::setAgreement(double share)
{
    if (!isOpen() || chains() < 2 || !std::isfinite(share))
        return;
    noteInput();
    const double inside = std::clamp(share, 0.0, 1.0);
    if (inside != agreement())
        m_undoStack.push(new AgreementCommand(*this, inside, m_drag));
}

bool Session::putAgreement(int slice, double share)
{
    if (slice != m_currentSlice || !m_model.setAgreement(share))
        return false;
    recompose(slice);
    Q_EMIT thresholdChanged();
    Q_EMIT baseStepChanged(); // what is kept of the step follows the votes
    Q_EMIT labelsChanged(slice, wholeOf(m_volume->size));
    maskWasChanged();
    Q_EMIT stateChanged();
    return true;
}

} // namespace limn
