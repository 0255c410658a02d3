// A change of pixels and of the label table at once: merging and removing a label in use.
#pragma once

#include "model/data/label_edit.h"

#include <QUndoCommand>

#include <vector>

namespace limn {

class Session;

class LabelChangeCommand : public QUndoCommand {
public:
    LabelChangeCommand(Session& session, const QString& text, std::vector<LabelEdit> edits,
                       LabelTable after);
    void undo() override;
    void redo() override;

private:
    Session& m_session;
    std::vector<LabelEdit> m_edits;
    LabelTable m_before, m_after;
};

} // namespace limn
