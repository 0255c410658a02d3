#include "io/import/confine.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace limn {

namespace {

void limit(__rlimit_resource_t what, rlim_t most)
{
    const rlimit both{most, most};
    setrlimit(what, &both);
}

#if defined(__x86_64__)
// Refuses, with EPERM, what no decoder needs. A call that is absent here is allowed.
void refuseCalls()
{
    constexpr std::array<std::uint32_t, 14> refused{
        SYS_socket, SYS_connect,  SYS_execve, SYS_execveat,      SYS_fork,
        SYS_vfork,  SYS_ptrace,   SYS_creat,  SYS_rename,        SYS_renameat,
        SYS_unlink, SYS_unlinkat, SYS_mkdir,  SYS_io_uring_setup};
    constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
    constexpr std::uint32_t writing = O_WRONLY | O_RDWR | O_CREAT;
    std::array<sock_filter, refused.size() * 2 + 13> program{};
    std::size_t length = 0;
    const auto add = [&](sock_filter line) { program[length++] = line; };
    const auto load = [&](std::size_t offset) {
        add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)));
    };
    load(offsetof(seccomp_data, arch));
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0));
    add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    load(offsetof(seccomp_data, nr));
    for (const std::uint32_t call : refused) {
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        add(BPF_STMT(BPF_RET | BPF_K, refuse));
    }
    // openat's flags are its third argument, open's its second: low words.
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 2));
    load(offsetof(seccomp_data, args[2]));
    add(BPF_JUMP(BPF_JMP | BPF_JA, 2, 0, 0));
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_open, 0, 3));
    load(offsetof(seccomp_data, args[1]));
    add(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, writing, 0, 1));
    add(BPF_STMT(BPF_RET | BPF_K, refuse));
    add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog filter{static_cast<unsigned short>(length), program.data()};
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}
#else
void refuseCalls() { }
#endif

} // namespace

void confineProcess(int lastDescriptor)
{
    const pid_t parent = getppid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
    syscall(SYS_close_range, static_cast<unsigned>(lastDescriptor + 1), ~0U, 0U);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_STACK, rlim_t{64} << 20);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    limit(RLIMIT_AS, rlim_t{2} << 30);
#endif
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    refuseCalls();
}

} // namespace limn
