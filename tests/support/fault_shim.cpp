// Loaded before a program (LD_PRELOAD): lets the k-th call that changes files below a folder fail,
// or kills the process there, as a full, broken or vanished disk and a power cut would.
//   LIMN_FAULT_PATH  a part of the file's path
//   LIMN_FAULT_KIND  kill, ENOSPC, EIO, EROFS, vanish (LIMN_FAULT_FOLDER is moved away), count
//   LIMN_FAULT_AT    the call's number, from 1 on
//   LIMN_FAULT_ON    "once", or "on": every call from then on
// Counted are write, pwrite, ftruncate, fallocate, fsync, fdatasync, rename, unlink and open for
// writing.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/types.h>
#include <unistd.h>

namespace {

struct Plan {
    std::string path, kind, folder;
    long at = 0;
    bool isOn = false;

    Plan()
    {
        const auto text = [](const char* name) {
            const char* const value = std::getenv(name);
            return std::string(value ? value : "");
        };
        path = text("LIMN_FAULT_PATH");
        kind = text("LIMN_FAULT_KIND");
        folder = text("LIMN_FAULT_FOLDER");
        at = std::atol(text("LIMN_FAULT_AT").c_str());
        isOn = text("LIMN_FAULT_ON") == "on";
    }
};

const Plan& plan()
{
    static const Plan read;
    return read;
}

std::atomic<long> calls{0};

template <typename Function> Function real(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

int codeOf(const std::string& kind)
{
    if (kind == "ENOSPC")
        return ENOSPC;
    if (kind == "EROFS")
        return EROFS;
    return EIO;
}

// Whether this call fails; errno says how.
bool fails(const char* path)
{
    if (plan().path.empty() || !path || !std::strstr(path, plan().path.c_str()))
        return false;
    const long call = ++calls;
    if (call < plan().at || (call > plan().at && !plan().isOn) || plan().kind == "count")
        return false;
    if (plan().kind == "kill")
        raise(SIGKILL);
    if (plan().kind == "vanish") {
        if (call == plan().at)
            real<int (*)(const char*, const char*)>("rename")(plan().folder.c_str(),
                                                              (plan().folder + ".gone").c_str());
        return false;
    }
    errno = codeOf(plan().kind);
    return true;
}

bool fails(int descriptor)
{
    char link[64], path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = 0;
    return fails(path);
}

mode_t modeOf(int flags, va_list arguments)
{
    return (flags & O_CREAT) ? va_arg(arguments, mode_t) : 0;
}

} // namespace

extern "C" {

long limn_fault_calls()
{
    return calls;
}

int open(const char* path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    if ((flags & (O_WRONLY | O_RDWR | O_CREAT)) && fails(path))
        return -1;
    return real<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    if ((flags & (O_WRONLY | O_RDWR | O_CREAT)) && fails(path))
        return -1;
    return real<int (*)(const char*, int, ...)>("open64")(path, flags, mode);
}

ssize_t write(int descriptor, const void* bytes, size_t count)
{
    return fails(descriptor)
        ? -1
        : real<ssize_t (*)(int, const void*, size_t)>("write")(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t offset)
{
    return fails(descriptor) ? -1
                             : real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(
                                 descriptor, bytes, count, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t offset)
{
    return fails(descriptor) ? -1
                             : real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(
                                 descriptor, bytes, count, offset);
}

int ftruncate(int descriptor, off_t length)
{
    return fails(descriptor) ? -1 : real<int (*)(int, off_t)>("ftruncate")(descriptor, length);
}

int ftruncate64(int descriptor, off64_t length)
{
    return fails(descriptor) ? -1 : real<int (*)(int, off64_t)>("ftruncate64")(descriptor, length);
}

int fsync(int descriptor)
{
    return fails(descriptor) ? -1 : real<int (*)(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor)
{
    return fails(descriptor) ? -1 : real<int (*)(int)>("fdatasync")(descriptor);
}

int rename(const char* from, const char* to)
{
    return fails(to) ? -1 : real<int (*)(const char*, const char*)>("rename")(from, to);
}

int unlink(const char* path)
{
    return fails(path) ? -1 : real<int (*)(const char*)>("unlink")(path);
}
}
