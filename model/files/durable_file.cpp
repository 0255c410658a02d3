#include "model/files/durable_file.h"

#include "model/files/file_descriptor.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace limn {
namespace {

using Pieces = std::span<const std::span<const std::byte>>;

// One large write on a full disk may be cut short without an error; small ones fail properly.
constexpr std::size_t writeStep = 16384;

ErrorCode codeOf(int systemError)
{
    switch (systemError) {
    case EEXIST: return ErrorCode::Exists;
    case ENOSPC:
    case EDQUOT: return ErrorCode::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM: return ErrorCode::ReadOnly;
    case ENOENT:
    case ENOTDIR: return ErrorCode::NotFound;
    default: return ErrorCode::WriteFailed;
    }
}

std::unexpected<Error> writeFailure(const std::filesystem::path& path, int systemError,
                                    const char* call)
{
    return fail(codeOf(systemError), path.filename().string(),
                std::string(call) + ": " + std::generic_category().message(systemError));
}

// The new file under its temporary name, which goes when the rename did not happen.
class TemporaryFile {
public:
    TemporaryFile(int folder, mode_t mode)
        : m_folder(folder)
        , m_name(nextName())
        , m_file(openat(folder, m_name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                        mode))
    {
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile()
    {
        if (m_file.isOpen() && !m_isRenamed)
            unlinkat(m_folder, m_name.c_str(), 0);
    }

    bool isOpen() const { return m_file.isOpen(); }
    int number() const { return m_file.number(); }
    bool renameTo(const std::string& name, IfExists ifExists)
    {
        if (ifExists == IfExists::Refuse) {
            m_isRenamed =
                renameat2(m_folder, m_name.c_str(), m_folder, name.c_str(), RENAME_NOREPLACE) == 0;
            // Some file systems don't know the flag; whether the name was free has been asked
            // before.
            if (m_isRenamed || errno != EINVAL)
                return m_isRenamed;
        }
        m_isRenamed = renameat(m_folder, m_name.c_str(), m_folder, name.c_str()) == 0;
        return m_isRenamed;
    }

private:
    static std::string nextName()
    {
        static std::atomic<unsigned> count = 0;
        timespec now{};
        clock_gettime(CLOCK_REALTIME, &now);
        return ".limn-" + std::to_string(getpid()) + "-" + std::to_string(count++) + "-"
            + std::to_string(now.tv_nsec) + ".tmp";
    }

    int m_folder;
    std::string m_name;
    FileDescriptor m_file;
    bool m_isRenamed = false;
};

// Up to the next multiple of the step in the file: whole pages are the quickest for the system.
std::size_t nextStep(std::size_t left, off_t offset, std::size_t step)
{
    return std::min(left, step - static_cast<std::size_t>(offset) % step);
}

bool writePiece(int file, off_t offset, std::span<const std::byte> piece)
{
    while (!piece.empty()) {
        const ssize_t written =
            write(file, piece.data(), nextStep(piece.size(), offset, writeStep));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        if (written == 0) {
            errno = EIO;
            return false;
        }
        offset += written;
        piece = piece.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

// Compares what the file holds from `offset` on with the piece.
bool holdsPiece(int file, off_t offset, std::span<const std::byte> piece)
{
    std::array<std::byte, 65536> buffer;
    while (!piece.empty()) {
        const ssize_t got =
            pread(file, buffer.data(), nextStep(piece.size(), offset, buffer.size()), offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0
            || std::memcmp(buffer.data(), piece.data(), static_cast<std::size_t>(got)) != 0) {
            errno = EIO;
            return false;
        }
        offset += got;
        piece = piece.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

bool holdsAll(int file, Pieces pieces)
{
    off_t offset = 0;
    for (const auto piece : pieces) {
        if (!holdsPiece(file, offset, piece))
            return false;
        offset += static_cast<off_t>(piece.size());
    }
    errno = EIO;
    return lseek(file, 0, SEEK_END) == offset;
}

} // namespace

Result<void> writeDurably(const std::filesystem::path& path, Pieces pieces, IfExists ifExists)
{
    const std::string name = path.filename().string();
    if (name.empty() || name == "." || name == "..")
        return fail(ErrorCode::WriteFailed, path.string(), "no file name");
    const std::filesystem::path parent = path.has_parent_path() ? path.parent_path() : ".";
    const FileDescriptor folder(open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen())
        return writeFailure(path, errno, "open folder");

    struct stat old{};
    const bool isThere = fstatat(folder.number(), name.c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0;
    if (isThere && ifExists == IfExists::Refuse)
        return writeFailure(path, EEXIST, "create");
    TemporaryFile file(folder.number(), 0666);
    if (!file.isOpen())
        return writeFailure(path, errno, "create");
    if (isThere && S_ISREG(old.st_mode) && fchmod(file.number(), old.st_mode & 0777) != 0)
        return writeFailure(path, errno, "chmod");
    off_t offset = 0;
    for (const auto piece : pieces) {
        if (!writePiece(file.number(), offset, piece))
            return writeFailure(path, errno, "write");
        offset += static_cast<off_t>(piece.size());
    }
    if (fsync(file.number()) != 0)
        return writeFailure(path, errno, "fsync");
    if (!holdsAll(file.number(), pieces))
        return writeFailure(path, errno, "read back");
    if (!file.renameTo(name, ifExists))
        return writeFailure(path, errno, "rename");
    // Some network file systems can't do this for a folder; then the rename is as safe as it gets.
    if (fsync(folder.number()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return writeFailure(path, errno, "fsync folder");
    return {};
}

Result<void> writeDurably(const std::filesystem::path& path, std::span<const std::byte> content,
                          IfExists ifExists)
{
    return writeDurably(path, Pieces(&content, 1), ifExists);
}

} // namespace limn
