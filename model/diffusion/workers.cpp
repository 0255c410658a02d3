#include "model/diffusion/workers.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace limn {
namespace {

// LibTorch keeps the number for threads to come, so that it is put back at the end.
class OneThreadEach {
public:
    OneThreadEach() { at::set_num_threads(1); }
    OneThreadEach(const OneThreadEach&) = delete;
    OneThreadEach& operator=(const OneThreadEach&) = delete;
    ~OneThreadEach() { at::set_num_threads(m_before); }

private:
    int m_before = at::get_num_threads();
};

} // namespace

void forEachAtOnce(std::size_t count, const std::function<void(std::size_t)>& work)
{
    const auto workers = std::min(count, static_cast<std::size_t>(at::get_num_threads()));
    const bool isInference = c10::InferenceMode::is_enabled();
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::exception_ptr problem;
    const OneThreadEach quiet;
    const auto run = [&] {
        at::set_num_threads(1);
        const c10::InferenceMode inference(isInference);
        for (std::size_t i = next++; i < count; i = next++)
            try {
                work(i);
            } catch (...) {
                const std::scoped_lock lock(mutex);
                if (!problem)
                    problem = std::current_exception();
                next = count;
            }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < workers; ++i)
            threads.emplace_back(run);
    }
    if (problem)
        std::rethrow_exception(problem);
}

} // namespace limn
