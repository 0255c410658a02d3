#include "model/files/file_descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace limn {

FileDescriptor::~FileDescriptor()
{
    if (isOpen())
        close(m_number);
}

std::unexpected<Error> readFailure(const std::filesystem::path& path, int systemError)
{
    const bool isMissing = systemError == ENOENT || systemError == ENOTDIR;
    return fail(isMissing ? ErrorCode::NotFound : ErrorCode::NotReadable, path.filename().string(),
                std::generic_category().message(systemError));
}

Result<FileDescriptor> openForReading(const std::filesystem::path& path)
{
    // O_NONBLOCK, so that a named pipe without a writer can't hold us up.
    FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen())
        return readFailure(path, errno);
    struct stat status{};
    if (fstat(file.number(), &status) != 0)
        return readFailure(path, errno);
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::NotReadable, path.filename().string(), "not a regular file");
    return file;
}

} // namespace limn
