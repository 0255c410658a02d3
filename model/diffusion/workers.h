// Independent pieces of work at once: a worker a core, each with one OpenMP thread.
#pragma once

#include <cstddef>
#include <functional>

namespace limn {

// Calls work(0), ..., work(count - 1), in any order and at once, and waits for all. As many workers
// as LibTorch has threads here; what a piece gives does not depend on their number. The first
// exception is thrown again here when all have ended.
void forEachAtOnce(std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace limn
