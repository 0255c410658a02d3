// The one thread for file work: decoding through the import child, thumbnails, exports.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace limn {

class FileThread {
public:
    // Blocks on the file thread; asks the token between its parts. Results go back by queued calls.
    using Work = std::move_only_function<void(std::stop_token)>;
    enum class Turn { Now, Later }; // what a person waits for goes before thumbnails and exports

    FileThread();
    ~FileThread();
    void end(); // asks the work in progress to stop, waits for it, drops what waits

    void post(Turn turn, Work work);

private:
    void serve(std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Work> m_now;
    std::deque<Work> m_later;
    std::jthread m_thread; // last: it uses the others
};

} // namespace limn
