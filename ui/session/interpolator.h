// Interpolates between painted slices on a thread of its own; the result is one undo step.
#pragma once

#include "ui/session/interpolation.h"

#include <QObject>
#include <QThread>

#include <stop_token>

namespace limn {

// A change of the study while it works drops what it is at: nothing of an older state is put over it.
class Interpolator : public QObject {
    Q_OBJECT

public:
    explicit Interpolator(Session& session, QObject* parent = nullptr);
    ~Interpolator() override; // waits for the slice in progress

    bool start(Label label); // false: there is nothing between painted slices
    void stop();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressed(int done, int total);
    void ended(int slices); // that were filled; also when it was stopped (0)

private:
    void take(quint64 number, std::vector<LabelEdit> edits);

    Session& m_session;
    QThread m_thread;
    QObject m_worker; // lives on m_thread
    std::stop_source m_stop;
    quint64 m_number = 0;
    bool m_isRunning = false;
};

} // namespace limn
