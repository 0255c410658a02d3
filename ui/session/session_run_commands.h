// The commands on a session's undo stack that are about runs: taking a candidate, and the agreement
// of its chains.
#pragma once

#include <QUndoCommand>

namespace limn {

class Session;

// Holds while both runs are there (the last few are kept until the next run of the model, or until
// another slice is shown). After that the command does nothing and leaves the stack.
class TakeRunCommand : public QUndoCommand {
public:
    // The runs by their versions (ModelStack::version).
    TakeRunCommand(Session& session, int slice, int before, int after);
    void undo() override { show(m_before); }
    void redo() override { show(m_after); }

private:
    void show(int version);

    Session& m_session;
    int m_slice, m_before, m_after;
};

// As ThresholdCommand, of one slice.
class AgreementCommand : public QUndoCommand {
public:
    AgreementCommand(Session& session, double after, int drag);
    int id() const override { return 4; }
    bool mergeWith(const QUndoCommand* next) override;
    void undo() override;
    void redo() override { put(m_after); }

private:
    void put(double share);

    Session& m_session;
    int m_slice;
    double m_before, m_after;
    int m_drag;
};

} // namespace limn
