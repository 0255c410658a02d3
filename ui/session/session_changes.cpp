// What changes the mask: a person's commands, and the steps of a run.
#include "ui/session/class_labels.h"
#include "ui/session/permitted_edits.h"
#include "ui/session/session.h"
#include "ui/session/session_commands.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace limn {

const std::vector<StepPtr>& Session::steps() const
{
    return m_model.steps();
}

const ProbabilityMap& Session::baseMap() const
{
    return m_model.map();
}

StepPtr Session::baseStep() const
{
    return m_model.base();
}

int Session::baseStepIndex() const
{
    return isOpen() ? m_model.baseIndex(m_currentSlice) : 0;
}

std::map<int, int> Session::editsByStep() const
{
    std::map<int, int> edits;
    for (int i = 0; i < m_undoStack.index(); ++i) {
        const auto* edit = dynamic_cast<const EditCommand*>(m_undoStack.command(i));
        if (edit && edit->slice() == m_currentSlice && edit->run() == m_model.run(m_currentSlice)
            && edit->baseStep() > 0)
            ++edits[edit->baseStep()];
    }
    return edits;
}

void Session::setCurrentLabel(Label label)
{
    if (label == m_currentLabel || !m_labelTable.find(label))
        return;
    m_currentLabel = label;
    Q_EMIT currentLabelChanged();
}

bool Session::isLocked(Label label) const
{
    const LabelRow* const row = m_labelTable.find(label);
    return row && row->isLocked;
}

bool Session::isPaintable(int slice, int x, int y) const
{
    return !isLocked(m_labels.at(slice, x, y));
}

void Session::apply(const QString& text, std::vector<LabelEdit> edits)
{
    if (!isOpen())
        return;
    noteInput();
    LockedLabels locked;
    for (const LabelRow& row : m_labelTable.rows)
        locked[row.label] = row.isLocked;
    auto permitted = permittedEdits(edits, m_human, m_labels, locked,
                                    [this](int slice) { return modelLabels(slice); });
    if (!permitted.empty())
        m_undoStack.push(new EditCommand(*this, text, std::move(permitted)));
}

void Session::setThreshold(double tau)
{
    if (!isOpen() || !std::isfinite(tau))
        return;
    noteInput();
    const double inside = std::clamp(tau, 0.001, 0.999);
    if (inside != m_threshold)
        m_undoStack.push(new ThresholdCommand(*this, inside, m_drag));
}

void Session::setBaseStep(int index)
{
    noteInput();
    const bool isThere =
        std::ranges::any_of(steps(), [index](const StepPtr& s) { return s->index == index; });
    if (isThere && index != baseStepIndex())
        m_undoStack.push(new BaseStepCommand(*this, index, m_drag));
}

void Session::endDrag()
{
    ++m_drag;
}

void Session::setLabelTable(const LabelTable& table)
{
    noteInput();
    if (isOpen() && table != m_labelTable)
        m_undoStack.push(new LabelTableCommand(*this, table, m_drag));
}

void Session::beginRun(int slice, const RunFacts& facts, const std::vector<std::string>& classNames)
{
    if (!isOpen() || slice < 0 || slice >= m_volume->sliceCount())
        return;
    noteInput();
    m_model.begin(slice, facts);
    const std::vector<std::string> namesBefore = std::exchange(m_classNames, classNames);
    showTable(
        withClasses(m_labelTable, classNames, namesBefore, tr("Label 1").toStdString(), m_human));
    Q_EMIT stepsChanged();
}

void Session::addStep(int slice, StepPtr step)
{
    if (!isOpen() || slice < 0 || slice >= m_volume->sliceCount() || !step
        || step->posterior.size != m_volume->size)
        return;
    if (!m_model.add(slice, std::move(step), m_threshold))
        return;
    const bool hadCandidate = !m_difference.pixels().empty();
    recompose(slice);
    if (slice == m_currentSlice) {
        Q_EMIT stepsChanged();
        Q_EMIT baseStepChanged();
        if (hadCandidate || hasCandidate())
            Q_EMIT candidateChanged();
    }
    Q_EMIT labelsChanged(slice, wholeOf(m_volume->size));
    for (const StepPtr& cold : m_model.takeCold(m_stepMemory))
        Q_EMIT stepWentCold(cold);
    if (m_status == ImageStatus::Accepted)
        setStatus(ImageStatus::Edited); // what was accepted is no longer what is shown
    Q_EMIT stateChanged();
}

void Session::endRun(int)
{
    m_model.end();
}

void Session::swapEdits(std::vector<LabelEdit>& edits, HumanEdit what)
{
    endDrag();
    for (LabelEdit& edit : edits) {
        edit.swap(m_human);
        compose(edit.slice(), edit.box());
    }
    // One box a slice, so that the journal keeps what a person did at once as one row: whole or not
    // at all.
    for (const LabelEdit& edit : edits)
        what.boxes[edit.slice()] = united(what.boxes[edit.slice()], edit.box());
    if (what.number == 0)
        what.number = ++m_lastEdit;
    Q_EMIT edited(what);
    for (const auto& [slice, box] : what.boxes) {
        Q_EMIT humanChanged(slice, box);
        Q_EMIT labelsChanged(slice, box);
    }
    maskWasChanged();
}

void Session::putThreshold(double tau)
{
    m_threshold = tau;
    std::vector<int> slices;
    for (int slice = 0; slice < m_volume->sliceCount(); ++slice)
        if (m_model.hasMap(slice)) {
            recompose(slice);
            slices.push_back(slice);
        }
    Q_EMIT thresholdChanged();
    for (const int slice : slices)
        Q_EMIT labelsChanged(slice, wholeOf(m_volume->size));
    maskWasChanged();
    Q_EMIT stateChanged();
}

bool Session::putBaseStep(int slice, int version, int index)
{
    if (slice != m_currentSlice || m_model.version(slice) != version || !m_model.setBase(index))
        return false;
    recompose(slice);
    Q_EMIT baseStepChanged();
    Q_EMIT labelsChanged(slice, wholeOf(m_volume->size));
    maskWasChanged();
    Q_EMIT stateChanged();
    return true;
}

void Session::putLabelTable(const LabelTable& table)
{
    // A run since then may have brought rows that the command's table does not know.
    showTable(withClasses(table, m_classNames, m_classNames, tr("Label 1").toStdString(), m_human));
}

void Session::showTable(const LabelTable& table)
{
    if (table == m_labelTable)
        return;
    m_labelTable = table;
    Q_EMIT labelTableChanged();
    if (!m_labelTable.find(m_currentLabel) && !m_labelTable.rows.empty()) {
        m_currentLabel = m_labelTable.rows.front().label;
        Q_EMIT currentLabelChanged();
    }
    Q_EMIT stateChanged();
}

void Session::compose(int slice, Rect box)
{
    m_model.compose(slice, m_labels.slice(slice), m_human.slice(slice), m_threshold, m_volume->size,
                    box);
    if (slice == m_currentSlice)
        compareRuns(box);
}

void Session::maskWasChanged()
{
    noteInput();
    if (!m_annotator.isEmpty())
        m_notes.annotator = m_annotator.toStdString();
    if (m_notes.review == ReviewState::Passed) { // what was reviewed is no longer what is there
        m_notes.review = ReviewState::None;
        Q_EMIT notesChanged();
    }
    if (m_status != ImageStatus::Edited)
        setStatus(ImageStatus::Edited);
}

} // namespace limn
