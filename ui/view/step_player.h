// Shows a run's steps one after the other, then goes back to the base step.
#pragma once

#include "ui/session/session.h"

#include <QTimer>

namespace limn {

class StepPlayer : public QObject {
    Q_OBJECT

public:
    explicit StepPlayer(Session& session, QObject* parent = nullptr);

    bool isPlaying() const { return m_timer.isActive(); }
    void setIntervalMs(int intervalMs) { m_timer.setInterval(intervalMs); }
    void play(); // does nothing with fewer than two steps
    void stop(); // back to the step of before

Q_SIGNALS:
    void playingChanged(bool isPlaying);

private:
    void showNext();

    Session& m_session;
    QTimer m_timer;
    int m_stepBefore = 0;
    int m_shown = 0;
};

} // namespace limn
