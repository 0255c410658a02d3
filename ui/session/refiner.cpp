#include "ui/session/refiner.h"

#include <algorithm>

namespace limn {
namespace {

std::vector<std::uint8_t> changedPixels(const RefineRequest& request,
                                        const std::vector<LabelEdit>& edits)
{
    std::vector<std::uint8_t> changed(request.size.area());
    if (request.slices.empty())
        return changed;
    const RefineSlice& slice = request.slices.front();
    const auto edit = std::ranges::find(edits, slice.index, &LabelEdit::slice);
    if (edit == edits.end())
        return changed;
    const Rect box = edit->box();
    std::size_t at = 0;
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x, ++at) {
            const auto i = static_cast<std::size_t>(y) * static_cast<std::size_t>(request.size.width)
                + static_cast<std::size_t>(x);
            const Label byte = edit->bytes()[at];
            changed[i] = (byte == untouched ? slice.byModel[i] : byte) != slice.composed[i];
        }
    return changed;
}

} // namespace

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
        auto result = std::make_shared<RefineResult>();
        result->edits = refined(*shared, stop, [this, number](int done, int total) {
            QMetaObject::invokeMethod(this, [this, number, done, total] {
                if (number == m_number && m_isRunning)
                    Q_EMIT progressed(done, total);
            });
        });
        if (stop.stop_requested())
            return;
        result->counts = countsOf(*shared, result->edits);
        result->changed = changedPixels(*shared, result->edits);
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
