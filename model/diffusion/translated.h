// Where LibTorch's exceptions end: work that throws becomes work that returns an Error.
#pragma once

#include "model/data/error.h"

#include <c10/util/Exception.h>

#include <exception>
#include <new>
#include <string>
#include <utility>

namespace limn {

inline Error translated(const std::string& words)
{
    // The CPU's allocator and CUDA's driver report a lack of memory as plain errors.
    const bool isMemory = words.find("out of memory") != std::string::npos
        || words.find("can't allocate memory") != std::string::npos;
    return {isMemory ? ErrorCode::OutOfMemory : ErrorCode::Internal, "", words};
}

// Runs `work`, which returns a Result.
template <typename Work> auto caught(Work&& work) -> decltype(work())
{
    try {
        return std::forward<Work>(work)();
    } catch (const c10::OutOfMemoryError& error) {
        return fail(ErrorCode::OutOfMemory, "", error.what_without_backtrace());
    } catch (const c10::Error& error) {
        return std::unexpected(translated(error.what_without_backtrace()));
    } catch (const std::bad_alloc& error) {
        return fail(ErrorCode::OutOfMemory, "", error.what());
    } catch (const std::exception& error) {
        return std::unexpected(translated(error.what()));
    } catch (...) {
        return fail(ErrorCode::Internal, "", "unknown exception");
    }
}

} // namespace limn
