#include "ui/session/label_change_command.h"

#include "ui/session/session.h"

namespace limn {

LabelChangeCommand::LabelChangeCommand(Session& session, const QString& text,
                                       std::vector<LabelEdit> edits, LabelTable after)
    : QUndoCommand(text)
    , m_session(session)
    , m_edits(std::move(edits))
    , m_before(session.labelTable())
    , m_after(std::move(after))
{
}

// A label has its row as long as there are pixels of it.
void LabelChangeCommand::undo()
{
    m_session.putLabelTable(m_before);
    m_session.swapEdits(m_edits, {EditKind::Edit, 0, text()});
}

void LabelChangeCommand::redo()
{
    m_session.swapEdits(m_edits, {EditKind::Edit, 0, text()});
    m_session.putLabelTable(m_after);
}

} // namespace limn
