#include "ui/session/session_run_commands.h"

#include "ui/session/session.h"

namespace limn {

TakeRunCommand::TakeRunCommand(Session& session, int slice, int before, int after)
    : QUndoCommand(Session::tr("Take the re-run"))
    , m_session(session)
    , m_slice(slice)
    , m_before(before)
    , m_after(after)
{
}

void TakeRunCommand::show(int version)
{
    m_session.endDrag();
    setObsolete(!m_session.putRun(m_slice, version));
}

AgreementCommand::AgreementCommand(Session& session, double after, int drag)
    : QUndoCommand(Session::tr("Agreement"))
    , m_session(session)
    , m_slice(session.currentSlice())
    , m_before(session.agreement())
    , m_after(after)
    , m_drag(drag)
{
}

bool AgreementCommand::mergeWith(const QUndoCommand* next)
{
    const auto& other = static_cast<const AgreementCommand&>(*next);
    if (other.m_drag != m_drag || other.m_slice != m_slice)
        return false;
    m_after = other.m_after;
    setObsolete(m_after == m_before);
    return true;
}

void AgreementCommand::undo()
{
    m_session.endDrag();
    put(m_before);
}

void AgreementCommand::put(double share)
{
    setObsolete(!m_session.putAgreement(m_slice, share));
}

} // namespace limn
