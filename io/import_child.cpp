#include "io/import_child.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace limn {

namespace {

constexpr std::chrono::milliseconds stopCheckInterval{20};
constexpr std::size_t keptPixelBytes = std::size_t{16} << 20;
constexpr int makingFactor = 10; // reads the header of every slice, or writes every byte of a file

void closeOnce(int& descriptor)
{
    if (descriptor >= 0)
        close(std::exchange(descriptor, -1));
}

std::string endingOf(int status)
{
    if (WIFSIGNALED(status))
        return std::string("the decoder was ended by ") + strsignal(WTERMSIG(status));
    return "the decoder ended with code " + std::to_string(WEXITSTATUS(status));
}

bool makesSense(const ReplyHeader& header, std::uint64_t number)
{
    if (header.magic != ReplyHeader{}.magic || header.request != number
        || header.jsonBytes > maximumReplyBytes)
        return false;
    if (header.sample == SampleType::None)
        return header.pixelBytes == 0;
    if (header.sample == SampleType::File)
        return header.pixelBytes <= maximumMadeBytes;
    if (header.sample > SampleType::UInt8 || header.width < 1 || header.height < 1
        || header.width > maximumSide || header.height > maximumSide
        || (header.channels != 1 && header.channels != 3))
        return false;
    const std::size_t area =
        static_cast<std::size_t>(header.width) * static_cast<std::size_t>(header.height);
    return area <= maximumArea
        && header.pixelBytes
        == area * static_cast<std::size_t>(header.channels) * bytesOf(header.sample);
}

} // namespace

ImportChild::ImportChild(std::filesystem::path program, std::chrono::milliseconds limit)
    : m_program(std::move(program))
    , m_limit(limit)
{
}

ImportChild::~ImportChild()
{
    end();
}

Result<ImportReply> ImportChild::ask(nlohmann::json request, const std::stop_token& stop,
                                     const Meanwhile& meanwhile)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, {});
    if (auto running = ensureRunning(); !running)
        return std::unexpected(running.error());
    request["number"] = ++m_number;
    const bool isOfAllFrames = request.contains("make") || request.contains("mask");
    m_limitNow = isOfAllFrames ? m_limit * makingFactor : m_limit;
    m_deadline = std::chrono::steady_clock::now() + m_limitNow;
    if (auto sent = send(request.dump() + '\n', stop); !sent)
        return std::unexpected(sent.error());
    ImportReply reply;
    if (auto got = receive(std::as_writable_bytes(std::span(&reply.header, 1)), stop, meanwhile);
        !got)
        return std::unexpected(got.error());
    if (!makesSense(reply.header, m_number))
        return died("the decoder's answer makes no sense");
    std::string text(reply.header.jsonBytes, '\0');
    if (auto got = receive(std::as_writable_bytes(std::span(text)), stop); !got)
        return std::unexpected(got.error());
    reply.json = nlohmann::json::parse(text, nullptr, false);
    if (!reply.json.is_object())
        return died("the decoder's answer is no JSON");
    return reply;
}

bool ImportChild::readPixels(std::span<std::byte> to) const
{
    struct stat facts { };
    if (fstat(m_pixels, &facts) != 0 || static_cast<std::size_t>(facts.st_size) < to.size())
        return false;
    // Copied by system calls: a child that shortens the memory meanwhile can't fault us, as a
    // mapping would.
    std::size_t filled = 0;
    while (filled < to.size()) {
        const ssize_t got =
            pread(m_pixels, to.data() + filled, to.size() - filled, static_cast<off_t>(filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        filled += static_cast<std::size_t>(got);
    }
    // Memory that is there already is quick to write to; much of it is given back.
    return to.size() <= keptPixelBytes || ftruncate(m_pixels, 0) == 0;
}

Result<void> ImportChild::ensureRunning()
{
    // A child may have ended since the last answer: that is no fault of the next file.
    if (m_process > 0 && waitpid(m_process, nullptr, WNOHANG) != 0) {
        m_process = -1;
        end();
    }
    return m_process > 0 ? Result<void>{} : start();
}

Result<void> ImportChild::start()
{
    std::array<int, 2> ends{-1, -1};
    m_pixels = memfd_create("limn-pixels", MFD_CLOEXEC);
    if (m_pixels < 0 || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        const std::string detail = std::strerror(errno);
        end();
        return fail(ErrorCode::Internal, {}, "no channel to the decoder: " + detail);
    }
    m_socket = ends[0];
    // Copies above the targets, so that no dup2 overwrites a descriptor that is still needed.
    int theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, pixelDescriptor + 1);
    int pixels = fcntl(m_pixels, F_DUPFD_CLOEXEC, pixelDescriptor + 1);
    closeOnce(ends[1]);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, theirs, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, theirs, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, pixels, pixelDescriptor);
    std::string name = m_program.string();
    std::array<char*, 2> arguments{name.data(), nullptr};
    const int failure =
        posix_spawn(&m_process, name.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    closeOnce(theirs);
    closeOnce(pixels);
    if (failure == 0)
        return {};
    m_process = -1;
    end();
    return fail(ErrorCode::Internal, {},
                "limn-import can't be started: " + std::string(std::strerror(failure)));
}

void ImportChild::end()
{
    closeOnce(m_socket);
    closeOnce(m_pixels);
    if (m_process > 0) {
        kill(m_process, SIGKILL);
        waitpid(std::exchange(m_process, -1), nullptr, 0);
    }
}

std::unexpected<Error> ImportChild::died(const std::string& detail)
{
    end();
    return fail(ErrorCode::DecoderDied, {}, detail);
}

Result<void> ImportChild::send(const std::string& line, const std::stop_token& stop)
{
    std::size_t sent = 0;
    while (sent < line.size()) {
        if (auto ready = waitUntilReady(POLLOUT, stop); !ready)
            return ready;
        const ssize_t count =
            ::send(m_socket, line.data() + sent, line.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count < 0)
            return died("the decoder does not listen");
        sent += static_cast<std::size_t>(count);
    }
    return {};
}

Result<void> ImportChild::receive(std::span<std::byte> to, const std::stop_token& stop,
                                  const Meanwhile& meanwhile)
{
    while (!to.empty()) {
        if (auto ready = waitUntilReady(POLLIN, stop, meanwhile); !ready)
            return ready;
        const ssize_t count = recv(m_socket, to.data(), to.size(), MSG_DONTWAIT);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count <= 0) {
            int status = 0;
            closeOnce(m_socket);
            kill(m_process, SIGKILL); // no effect on one that has ended by itself
            waitpid(std::exchange(m_process, -1), &status, 0);
            return died(endingOf(status));
        }
        to = to.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

Result<void> ImportChild::waitUntilReady(short events, const std::stop_token& stop,
                                         const Meanwhile& meanwhile)
{
    pollfd channel{m_socket, events, 0};
    // A request wakes the child on this processor, in the belief that its sender sleeps now. So it
    // does for a moment, and goes on on another one beside the child instead of before it.
    constexpr timespec moment{0, 20000}, none{0, 0};
    // What is there already is taken, however long the piece before has lasted.
    const timespec* wait = &moment;
    for (bool hasWork = meanwhile != nullptr; hasWork && !stop.stop_requested();
         hasWork = meanwhile(), wait = &none)
        if (ppoll(&channel, 1, wait, nullptr) > 0)
            return {};
    while (true) {
        const auto now = std::chrono::steady_clock::now();
        if (stop.stop_requested() || now >= m_deadline) {
            end(); // its answer would come in the middle of the next
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled, {});
            return fail(ErrorCode::TimedOut, {},
                        "no answer within " + std::to_string(m_limitNow.count()) + " ms");
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_deadline - now);
        if (poll(&channel, 1, static_cast<int>(std::min(left, stopCheckInterval).count())) > 0)
            return {};
    }
}

} // namespace limn
