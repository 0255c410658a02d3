// The process limn-import: started when needed, asked one thing at a time, replaced after a death.
#pragma once

#include "model/data/error.h"
#include "model/data/import_wire.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <sys/types.h>

namespace limn {

struct ImportReply {
    nlohmann::json json;
    ReplyHeader header; // sizes are checked against each other, the limits and the shared memory
};

// Something to do while the child works: one small piece of it; false when nothing is left.
using Meanwhile = std::function<bool()>;

// Not for two threads at once. Every function blocks.
class ImportChild {
public:
    ImportChild(std::filesystem::path program, std::chrono::milliseconds limit);
    ~ImportChild();
    ImportChild(const ImportChild&) = delete;
    ImportChild& operator=(const ImportChild&) = delete;

    // Sends the request with a number of its own. Errors, without a subject: Cancelled, TimedOut,
    // DecoderDied (the next call starts a new child), Internal (the program can't be started),
    // OutOfMemory. A request to make a file ("make") may take ten times as long. The answer is not
    // kept waiting by more than a piece of `meanwhile`.
    Result<ImportReply> ask(nlohmann::json request, const std::stop_token& stop,
                            const Meanwhile& meanwhile = {});

    // Copies the first bytes of the shared memory. False when they are not there.
    bool readPixels(std::span<std::byte> to) const;

    // -1 while none runs.
    pid_t processId() const { return m_process; }

private:
    Result<void> ensureRunning();
    Result<void> start();
    void end();
    std::unexpected<Error> died(const std::string& detail);
    Result<void> send(const std::string& line, const std::stop_token& stop);
    Result<void> receive(std::span<std::byte> to, const std::stop_token& stop,
                         const Meanwhile& meanwhile = {});
    Result<void> waitUntilReady(short events, const std::stop_token& stop,
                                const Meanwhile& meanwhile = {});

    std::filesystem::path m_program;
    std::chrono::milliseconds m_limit;
    std::chrono::milliseconds m_limitNow{}; // for the request in progress
    std::chrono::steady_clock::time_point m_deadline;
    pid_t m_process = -1;
    int m_socket = -1;
    int m_pixels = -1;
    std::uint64_t m_number = 0;
};

} // namespace limn
