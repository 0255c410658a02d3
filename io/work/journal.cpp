#include "io/work/journal.h"

#include "io/work/journal_worker.h"

#include <cassert>
#include <future>

namespace limn {

Journal::Journal(QObject* parent)
    : QObject(parent)
    , m_worker(std::make_unique<JournalWorker>(*this))
{
    m_thread.setObjectName(QStringLiteral("journal"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

Journal::~Journal()
{
    static_cast<void>(flush());
    // Waited for: quit() would overtake it, and the database must be closed by the thread that
    // opened it.
    QMetaObject::invokeMethod(m_worker.get(), &JournalWorker::close, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Journal::openFolder(const std::filesystem::path& folder)
{
    QMetaObject::invokeMethod(m_worker.get(),
                              [worker = m_worker.get(), folder] { worker->openFolder(folder); });
}

void Journal::readImage(const ImageKey& key, std::function<void(Result<KeptImage>)> done)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this, worker = m_worker.get(), key, done = std::move(done)] {
            auto kept = std::make_shared<Result<KeptImage>>(
                worker->read(key)); // layers are large: handed on, not copied
            QMetaObject::invokeMethod(this, [done, kept] { done(std::move(*kept)); });
        });
}

void Journal::adopt(const ImageKey& key)
{
    QMetaObject::invokeMethod(m_worker.get(),
                              [worker = m_worker.get(), key] { worker->adopt(key); });
}

void Journal::strokes(const ImageKey& key, std::vector<Stroke> strokes)
{
    if (strokes.empty())
        return;
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), key, strokes = std::move(strokes),
                         call = ++m_calls]() mutable {
            worker->noteCall(call);
            worker->strokes(key, std::move(strokes));
        });
}

// An answer to an earlier call says nothing of those that were made since.
void Journal::tellSaved(QDateTime time, quint64 calls)
{
    m_savedCalls = calls;
    if (calls == m_calls)
        Q_EMIT saved(time);
}

void Journal::state(const ImageKey& key, StudyState state)
{
    this->state(key, updateOf(std::move(state)));
}

void Journal::saveCopy(const std::filesystem::path& folder, const ImageKey& key, StudyState state,
                       std::function<void(Result<std::filesystem::path>)> done)
{
    auto shared = std::make_shared<StudyState>(std::move(state));
    QMetaObject::invokeMethod(
        m_worker.get(), [this, worker = m_worker.get(), folder, key, shared, done] {
            auto saved = worker->saveCopy(folder, key, std::move(*shared));
            QMetaObject::invokeMethod(
                this, [done, saved = std::move(saved)]() mutable { done(std::move(saved)); });
        });
}

void Journal::state(const ImageKey& key, StateUpdate update)
{
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), key, update = std::move(update), call = ++m_calls]() mutable {
            worker->noteCall(call);
            worker->state(key, std::move(update));
        });
}

void Journal::leaveImage(const ImageKey& key)
{
    QMetaObject::invokeMethod(m_worker.get(),
                              [worker = m_worker.get(), key] { worker->leave(key); });
}

Result<void> Journal::flush(std::chrono::milliseconds limit)
{
    const auto promise = std::make_shared<std::promise<Result<void>>>();
    auto answer = promise->get_future();
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), promise] {
        promise->set_value(worker->flush());
    });
    if (answer.wait_for(limit) != std::future_status::ready)
        return fail(ErrorCode::TimedOut, {}, "the work file is not written yet");
    return answer.get();
}

} // namespace limn
