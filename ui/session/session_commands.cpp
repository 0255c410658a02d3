#include "ui/session/session_commands.h"

#include "ui/session/session.h"

namespace limn {
namespace {

LabelTable opaque(LabelTable table)
{
    for (LabelRow& row : table.rows)
        row.opacity = 1;
    return table;
}

} // namespace

EditCommand::EditCommand(Session& session, const QString& text, std::vector<LabelEdit> edits)
    : QUndoCommand(text)
    , m_session(session)
    , m_edits(std::move(edits))
    , m_slice(session.currentSlice())
    , m_run(session.m_model.run(m_slice))
    , m_baseStep(session.baseStepIndex())
    , m_number(0)
{
}

EditCommand::EditCommand(Session& session, const KeptEdit& kept)
    : QUndoCommand(QString::fromStdString(kept.text))
    , m_session(session)
    , m_edits(kept.edits)
    , m_slice(kept.edits.empty() ? 0 : kept.edits.front().slice())
    , m_run(-1)
    , m_baseStep(0)
    , m_number(kept.number)
    , m_callsToSkip(kept.isUndone ? 2 : 1) // pushed; and undone
{
}

void EditCommand::undo()
{
    if (m_callsToSkip > 0)
        --m_callsToSkip;
    else
        m_session.swapEdits(m_edits, {EditKind::Undo, m_number, text()});
}

// The first time is the edit itself, which gets a number of its own.
void EditCommand::redo()
{
    if (m_callsToSkip > 0) {
        --m_callsToSkip;
        return;
    }
    const bool isFirst = m_number == 0;
    if (isFirst)
        m_number = ++m_session.m_lastEdit;
    m_session.swapEdits(m_edits, {isFirst ? EditKind::Edit : EditKind::Redo, m_number, text()});
}

ThresholdCommand::ThresholdCommand(Session& session, double after, int drag)
    : QUndoCommand(Session::tr("Threshold"))
    , m_session(session)
    , m_before(session.threshold())
    , m_after(after)
    , m_drag(drag)
{
}

bool ThresholdCommand::mergeWith(const QUndoCommand* next)
{
    const auto& other = static_cast<const ThresholdCommand&>(*next);
    if (other.m_drag != m_drag)
        return false;
    m_after = other.m_after;
    setObsolete(m_after == m_before);
    return true;
}

void ThresholdCommand::undo()
{
    m_session.endDrag();
    m_session.putThreshold(m_before);
}

void ThresholdCommand::redo()
{
    m_session.putThreshold(m_after);
}

BaseStepCommand::BaseStepCommand(Session& session, int after, int drag)
    : QUndoCommand(Session::tr("Base step"))
    , m_session(session)
    , m_slice(session.currentSlice())
    , m_version(session.m_model.version(m_slice))
    , m_before(session.baseStepIndex())
    , m_after(after)
    , m_drag(drag)
{
}

bool BaseStepCommand::mergeWith(const QUndoCommand* next)
{
    const auto& other = static_cast<const BaseStepCommand&>(*next);
    if (other.m_drag != m_drag || other.m_slice != m_slice || other.m_version != m_version)
        return false;
    m_after = other.m_after;
    setObsolete(m_after == m_before);
    return true;
}

void BaseStepCommand::undo()
{
    m_session.endDrag();
    show(m_before);
}

void BaseStepCommand::redo()
{
    show(m_after);
}

void BaseStepCommand::show(int index)
{
    setObsolete(!m_session.putBaseStep(m_slice, m_version, index));
}

LabelTableCommand::LabelTableCommand(Session& session, LabelTable after, int drag)
    : QUndoCommand(Session::tr("Labels"))
    , m_session(session)
    , m_before(session.labelTable())
    , m_after(std::move(after))
    , m_drag(drag)
    , m_isOpacityAlone(opaque(m_before) == opaque(m_after))
{
}

bool LabelTableCommand::mergeWith(const QUndoCommand* next)
{
    const auto& other = static_cast<const LabelTableCommand&>(*next);
    if (other.m_drag != m_drag || !m_isOpacityAlone || !other.m_isOpacityAlone)
        return false;
    m_after = other.m_after;
    setObsolete(m_after == m_before);
    return true;
}

void LabelTableCommand::undo()
{
    m_session.endDrag();
    m_session.putLabelTable(m_before);
}

void LabelTableCommand::redo()
{
    m_session.putLabelTable(m_after);
}

} // namespace limn
