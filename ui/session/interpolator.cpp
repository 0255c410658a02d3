#include "ui/session/interpolator.h"

#include <memory>
#include <utility>

namespace limn {

Interpolator::Interpolator(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &Session::opened, this, &Interpolator::stop);
    connect(&session, &Session::labelsChanged, this, &Interpolator::stop);
}

Interpolator::~Interpolator()
{
    m_stop.request_stop();
    m_thread.quit();
    m_thread.wait();
}

bool Interpolator::start(Label label)
{
    auto request = interpolationRequest(m_session, label);
    if (!request)
        return false;
    if (!m_thread.isRunning()) {
        m_worker.moveToThread(&m_thread);
        m_thread.start();
    }
    m_stop.request_stop();
    m_stop = {};
    m_isRunning = true;
    const auto shared = std::make_shared<const InterpolationRequest>(std::move(*request));
    QMetaObject::invokeMethod(&m_worker, [this, number = ++m_number, stop = m_stop.get_token(),
                                          shared] {
        auto edits = interpolated(*shared, stop, [this, number](int done, int total) {
            QMetaObject::invokeMethod(this, [this, number, done, total] {
                if (number == m_number && m_isRunning)
                    Q_EMIT progressed(done, total);
            });
        });
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(this, [this, number, edits = std::move(edits)]() mutable {
                take(number, std::move(edits));
            });
    });
    return true;
}

void Interpolator::take(quint64 number, std::vector<LabelEdit> edits)
{
    if (number != m_number || !m_isRunning)
        return;
    m_isRunning = false;
    const int slices = static_cast<int>(edits.size());
    if (slices > 0)
        m_session.apply(tr("Fill between slices"), std::move(edits));
    Q_EMIT ended(slices);
}

void Interpolator::stop()
{
    if (!m_isRunning)
        return;
    m_stop.request_stop();
    m_isRunning = false;
    Q_EMIT ended(0);
}

} // namespace limn
