#include "ui/view/step_player.h"

namespace limn {
namespace {

constexpr int intervalMs = 450;

} // namespace

StepPlayer::StepPlayer(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setInterval(intervalMs);
    connect(&m_timer, &QTimer::timeout, this, &StepPlayer::showNext);
    const auto forget = [this] {
        if (!isPlaying())
            return;
        m_timer.stop(); // the steps are others now: nothing to go back to
        Q_EMIT playingChanged(false);
    };
    connect(&session, &Session::opened, this, forget);
    connect(&session, &Session::sliceChanged, this, forget);
    connect(&session, &Session::stepsChanged, this, forget);
}

void StepPlayer::play()
{
    if (isPlaying() || !m_session.isOpen() || m_session.steps().size() < 2)
        return;
    m_session.endDrag();
    m_stepBefore = m_session.baseStepIndex();
    m_shown = 0;
    m_timer.start();
    Q_EMIT playingChanged(true);
    showNext();
}

void StepPlayer::stop()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    m_session.setBaseStep(m_stepBefore);
    m_session.endDrag();
    Q_EMIT playingChanged(false);
}

void StepPlayer::showNext()
{
    if (m_shown == static_cast<int>(m_session.steps().size())) {
        stop();
        return;
    }
    m_session.setBaseStep(++m_shown);
}

} // namespace limn
