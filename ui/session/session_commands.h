// The commands on a session's undo stack: edits, threshold, base step, label table.
#pragma once

#include "model/data/label_edit.h"

#include <QUndoCommand>

#include <cstdint>
#include <vector>

namespace limn {

class Session;
struct KeptEdit;

class EditCommand : public QUndoCommand {
public:
    EditCommand(Session& session, const QString& text, std::vector<LabelEdit> edits);
    // One of before a restart. The layer has it, or has it undone, before the stack knows it: so
    // the stack's first calls do nothing.
    EditCommand(Session& session, const KeptEdit& kept);
    void undo() override;
    void redo() override;

    int slice() const { return m_slice; } // that was shown
    int run() const { return m_run; } // of that slice (ModelStack::run)
    int baseStep() const { return m_baseStep; } // 0: none

private:
    Session& m_session;
    std::vector<LabelEdit> m_edits; // a slice each
    int m_slice, m_run, m_baseStep;
    std::int64_t m_number;
    int m_callsToSkip = 0;
};

// Commands of one drag merge into one; `drag` is its number.
class ThresholdCommand : public QUndoCommand {
public:
    ThresholdCommand(Session& session, double after, int drag);
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override;
    void undo() override;
    void redo() override;

private:
    Session& m_session;
    double m_before;
    double m_after;
    int m_drag;
};

// Holds for one slice as long as its run brings no further step and its steps are there. After that
// there is nothing to go back to: the command does nothing and leaves the stack.
class BaseStepCommand : public QUndoCommand {
public:
    BaseStepCommand(Session& session, int after, int drag);
    int id() const override { return 2; }
    bool mergeWith(const QUndoCommand* next) override;
    void undo() override;
    void redo() override;

private:
    void show(int index);

    Session& m_session;
    int m_slice;
    int m_version; // ModelStack::version
    int m_before;
    int m_after;
    int m_drag;
};

// Changes of opacity within a drag merge; every other change is a command of its own.
class LabelTableCommand : public QUndoCommand {
public:
    LabelTableCommand(Session& session, LabelTable after, int drag);
    int id() const override { return 3; }
    bool mergeWith(const QUndoCommand* next) override;
    void undo() override;
    void redo() override;

private:
    Session& m_session;
    LabelTable m_before;
    LabelTable m_after;
    int m_drag;
    bool m_isOpacityAlone;
};

} // namespace limn
