// Refines on a thread of its own, so that a stack does not hold the window up.
#pragma once

#include "ui/session/refine.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <stop_token>

namespace limn {

// The last request wins; nothing of an overtaken or stopped one is ever signalled.
class Refiner : public QObject {
    Q_OBJECT

public:
    explicit Refiner(QObject* parent = nullptr);
    ~Refiner() override; // waits for the slice in progress

    void run(RefineRequest request);
    void stop();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressed(int done, int total);
    void ready(std::shared_ptr<const limn::RefineResult> result);

private:
    QThread m_thread;
    QObject m_worker; // lives on m_thread
    std::stop_source m_stop;
    quint64 m_number = 0;
    bool m_isRunning = false;
};

} // namespace limn
