#include "ui/session/refiner.h"

#include <utility>

namespace limn {

Refiner::Refiner(QObject* parent)
    : QObject(parent)
{
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

Refiner::~Refiner()
{
    m_stop.request_stop();
    m_thread.quit();
    m_thread.wait();
}

void Refiner::run(RefineRequest request)
{
    m_stop.request_stop();
    m_stop = {};
    m_isRunning = true;
    const auto shared = std::make_shared<const RefineRequest>(std::move(request));
    const auto work = [this, number = ++m_number, stop = m_stop.get_token(), shared] {
        auto edits = refined(*shared, stop, [this, number](int done, int total) {
            QMetaObject::invokeMethod(this, [this, number, done, total] {
                if (number == m_number && m_isRunning)
                    Q_EMIT progressed(done, total);
            });
        });
        if (stop.stop_requested())
            return;
        const auto result =
            std::make_shared<const RefineResult>(resultOf(*shared, std::move(edits)));
        QMetaObject::invokeMethod(this, [this, number, result] {
            if (number != m_number || !m_isRunning)
                return;
            m_isRunning = false;
            Q_EMIT ready(result);
        });
    };
    QMetaObject::invokeMethod(&m_worker, work);
}

void Refiner::stop()
{
    m_stop.request_stop();
    m_isRunning = false;
}

} // namespace limn
