#include "app/file_thread.h"

namespace limn {

FileThread::FileThread()
    : m_thread([this](std::stop_token stop) { serve(std::move(stop)); })
{
}

FileThread::~FileThread()
{
    end();
}

void FileThread::end()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void FileThread::post(Turn turn, Work work)
{
    {
        const std::scoped_lock lock(m_mutex);
        (turn == Turn::Now ? m_now : m_later).push_back(std::move(work));
    }
    m_wake.notify_one();
}

void FileThread::serve(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        Work work;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_now.empty() || !m_later.empty(); }))
                return;
            auto& queue = m_now.empty() ? m_later : m_now;
            work = std::move(queue.front());
            queue.pop_front();
        }
        work(stop);
    }
}

} // namespace limn
