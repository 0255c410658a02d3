#include "ui/session/session.h"

#include "model/data/slice_memory.h"
#include "ui/session/class_labels.h"
#include "ui/session/session_commands.h"

#include <algorithm>
#include <cassert>

namespace limn {
namespace {

constexpr int undoLimit = 200;
constexpr std::size_t sliceMemory = std::size_t{1} << 30; // of slices that have been read

bool isMapOf(const ProbabilityMap& map, Size size)
{
    return map.isEmpty()
        || (map.size == size && map.classes >= 2
            && map.values.size() == size.area() * static_cast<std::size_t>(map.classes));
}

} // namespace

Session::Session(QObject* parent)
    : QObject(parent)
{
    m_undoStack.setUndoLimit(undoLimit);
    m_clock.start();
}

bool Session::open(VolumePtr volume, const std::optional<StudyState>& state)
{
    assert(volume && volume->sliceCount() > 0);
    clear();
    m_volume = std::move(volume);
    m_human = untouchedLayer(m_volume->size, m_volume->sliceCount());
    m_labels = emptyLabelMap(m_volume->size, m_volume->sliceCount());
    m_model = ModelStack(m_volume->sliceCount());
    m_looks.resize(static_cast<std::size_t>(m_volume->sliceCount()));
    const SlicePtr first = firstRead(*m_volume);
    if (first)
        m_currentSlice = static_cast<int>(std::ranges::find(m_volume->slices, first)
                                          - m_volume->slices.begin());
    m_labelTable = tableOf({tr("Label 1").toStdString()});
    m_hasWindow = !m_volume->displayWindows.empty();
    if (m_hasWindow)
        m_window = m_volume->displayWindows.front();
    const bool isRestored = state && fits(*state);
    if (isRestored)
        restore(*state);
    if (first && !m_hasWindow) {
        m_window = percentileWindow(*first);
        m_hasWindow = true;
    }
    if (m_currentSlice > 0)
        m_model.show(m_currentSlice, m_threshold);
    Q_EMIT opened();
    if (!first)
        Q_EMIT sliceNeeded(0);
    return isRestored || !state;
}

void Session::close()
{
    clear();
    Q_EMIT opened();
}

void Session::clear()
{
    m_undoStack.clear();
    m_volume.reset();
    m_currentSlice = 0;
    m_window = {};
    m_hasWindow = false;
    m_human = {};
    m_model = ModelStack();
    m_looks.clear();
    m_labels = {};
    m_difference.clear();
    m_threshold = 0.5;
    m_labelTable = {};
    m_classNames.clear();
    m_currentLabel = 1;
    m_status = ImageStatus::Todo;
    m_notes = {};
    m_lastEdit = 0;
    m_activeTime.restart(0);
    endDrag();
}

bool Session::fits(const StudyState& state) const
{
    const auto slices = static_cast<std::size_t>(m_volume->sliceCount());
    return state.human.size == m_volume->size && state.human.sliceCount == m_volume->sliceCount()
        && state.human.values.size() == m_human.values.size()
        && (state.baseMaps.empty() || state.baseMaps.size() == slices)
        && (state.runs.empty() || state.runs.size() == slices)
        && (state.looks.empty() || state.looks.size() == slices)
        && std::ranges::all_of(
               state.baseMaps,
               [this](const ProbabilityMap& map) { return isMapOf(map, m_volume->size); })
        && state.threshold > 0 && state.threshold < 1;
}

void Session::restore(const StudyState& state)
{
    m_human = state.human;
    m_threshold = state.threshold;
    if (!state.labels.rows.empty())
        m_labelTable = state.labels;
    m_currentLabel = m_labelTable.rows.front().label;
    if (!state.looks.empty())
        m_looks = state.looks;
    m_status = state.status;
    m_notes = state.notes;
    m_activeTime.restart(state.secondsSpent);
    for (std::size_t i = 0; i < state.baseMaps.size(); ++i)
        if (!state.baseMaps[i].isEmpty())
            m_model.restore(static_cast<int>(i), state.baseMaps[i], state.baseStep,
                            i < state.runs.size() ? state.runs[i] : RunFacts{}, m_threshold);
    for (int slice = 0; slice < m_volume->sliceCount(); ++slice)
        compose(slice, wholeOf(m_human.size));
    restoreHistory(state);
}

// The human layer has them already, but for the undone ones; the stack only learns of them.
void Session::restoreHistory(const StudyState& state)
{
    m_lastEdit = state.lastEdit;
    int done = 0;
    for (const KeptEdit& kept : state.history) {
        m_undoStack.push(new EditCommand(*this, kept));
        done += kept.isUndone ? 0 : 1;
    }
    m_undoStack.setIndex(std::min(done, m_undoStack.count()));
}

void Session::putSlice(int index, SlicePtr slice)
{
    if (!isOpen() || !slice || index < 0 || index >= m_volume->sliceCount()
        || slice->size != m_volume->size)
        return;
    SlicePtr& place = m_volume->slices[static_cast<std::size_t>(index)];
    if (place)
        return;
    place = std::move(slice);
    if (!m_hasWindow) {
        m_hasWindow = true;
        setWindow(percentileWindow(*place));
    }
    keepNear(*m_volume, m_currentSlice, sliceMemory);
    if (index == m_currentSlice)
        Q_EMIT sliceChanged();
    Q_EMIT sliceRead(index);
}

void Session::needSlice(int index)
{
    if (isOpen() && index >= 0 && index < m_volume->sliceCount()
        && !m_volume->slices[static_cast<std::size_t>(index)])
        Q_EMIT sliceNeeded(index);
}

void Session::setCurrentSlice(int index)
{
    if (!isOpen() || index < 0 || index >= m_volume->sliceCount() || index == m_currentSlice)
        return;
    noteInput();
    endDrag();
    m_model.show(index, m_threshold);
    m_difference.clear();
    m_currentSlice = index;
    Q_EMIT sliceChanged();
    Q_EMIT stepsChanged();
    Q_EMIT baseStepChanged();
    Q_EMIT candidateChanged();
    needSlice(index);
}

void Session::setWindow(const DisplayWindow& window)
{
    if (window == m_window)
        return;
    noteInput();
    m_window = window;
    Q_EMIT windowChanged();
}

StudyState Session::state() const
{
    StudyState state;
    state.human = m_human;
    state.labels = m_labelTable;
    state.threshold = m_threshold;
    state.baseStep = baseStepIndex();
    for (int slice = 0; isOpen() && slice < m_volume->sliceCount(); ++slice) {
        state.baseMaps.push_back(m_model.decidingMap(slice));
        state.runs.push_back(m_model.facts(slice));
    }
    state.status = m_status;
    state.secondsSpent = secondsSpent();
    state.looks = m_looks;
    state.notes = m_notes;
    return state;
}

double Session::secondsSpent() const
{
    return m_activeTime.seconds(m_clock.elapsed());
}

void Session::setStatus(ImageStatus status)
{
    if (!isOpen() || status == m_status)
        return;
    m_status = status;
    if (status == ImageStatus::Accepted && !m_annotator.isEmpty())
        m_notes.annotator = m_annotator.toStdString();
    Q_EMIT statusChanged();
    Q_EMIT stateChanged();
}

void Session::setNotes(const ImageNotes& notes)
{
    if (!isOpen() || notes == m_notes)
        return;
    m_notes = notes;
    Q_EMIT notesChanged();
    Q_EMIT stateChanged();
}

void Session::setLook(int slice, SliceLook look)
{
    if (!isOpen() || slice < 0 || slice >= m_volume->sliceCount() || look == this->look(slice))
        return;
    const double before = doubt();
    m_looks[static_cast<std::size_t>(slice)] = std::move(look);
    if (doubt() != before)
        Q_EMIT doubtChanged();
    Q_EMIT stateChanged();
}

double Session::doubt() const
{
    double highest = -1;
    for (const SliceLook& look : m_looks)
        highest = std::max(highest, look.doubt);
    return highest;
}

double Session::changedByPersonShare(int slice) const
{
    if (!isOpen())
        return 0;
    const std::vector<Label> byModel = modelLabels(slice);
    const auto shown = m_labels.slice(slice);
    std::size_t changed = 0;
    for (std::size_t i = 0; i < byModel.size(); ++i)
        changed += byModel[i] != shown[i] ? 1 : 0;
    return static_cast<double>(changed) / static_cast<double>(byModel.size());
}

std::vector<Label> Session::modelLabels(int slice) const
{
    const std::vector<Label> nobody(m_human.size.area(), untouched);
    std::vector<Label> labels(m_human.size.area());
    m_model.compose(slice, labels, nobody, m_threshold, m_human.size, wholeOf(m_human.size));
    return labels;
}

void Session::noteInput()
{
    m_activeTime.noteInput(m_clock.elapsed());
}

} // namespace limn
