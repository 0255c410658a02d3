#include "io/work/work_place.h"

#include "model/files/durable_file.h"
#include "model/files/sha256.h"

#include <QDateTime>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/statfs.h>
#include <unistd.h>

namespace limn {
namespace {

namespace fs = std::filesystem;

// statfs(2) and linux/magic.h; of file systems shared by machines, or without dependable shared
// memory.
constexpr std::array<std::uint32_t, 16> networkMagics{
    0x6969, // NFS
    0x517B, // SMB
    0xFF534D42, // CIFS
    0xFE534D42, // SMB 2
    0x65735546, // FUSE: sshfs and the like
    0x01021997, // 9P: shares of virtual machines
    0x786F4256, // VirtualBox shares
    0x00C36400, // Ceph
    0x5346414F, // AFS
    0x73757245, // Coda
    0x0BD00BD0, // Lustre
    0x47504653, // GPFS
    0x19830326, // BeeGFS
    0x7461636F, // OCFS2
    0x01161970, // GFS2
    0x564C, // NCP
};

bool isOnNetwork(const fs::path& folder)
{
    struct statfs facts{};
    if (::statfs(folder.c_str(), &facts) != 0)
        return false;
    const auto magic = static_cast<std::uint32_t>(facts.f_type);
    return std::ranges::find(networkMagics, magic) != networkMagics.end();
}

// SQLite's log beside a database that was not closed.
fs::path logOf(const fs::path& file)
{
    return fs::path(file) += "-wal";
}

Result<void> syncFolder(const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::NotFound, folder.string());
    const bool isSynced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return isSynced ? Result<void>{} : fail(ErrorCode::WriteFailed, folder.string(), "fsync");
}

// The first visit of a folder that cannot be written may find work in it: ours goes on from that.
Result<void> takeOver(const fs::path& beside, const fs::path& file)
{
    std::error_code none;
    if (!fs::exists(beside, none))
        return {};
    if (fs::exists(logOf(beside), none)) // first, so that no moment shows the file without its log
        if (const auto copied = copyDurably(logOf(beside), logOf(file)); !copied)
            return copied;
    return copyDurably(beside, file);
}

} // namespace

fs::path placeInDataFolder(const fs::path& folder)
{
    std::error_code none;
    const fs::path whole = fs::weakly_canonical(folder, none);
    const std::string text = whole.string();
    const std::string hash = sha256(std::as_bytes(std::span(text)));
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return fs::path(data.toStdString()) / "limn" / "work"
        / (whole.filename().string() + "-" + hash.substr(0, 16) + ".limn");
}

Result<WorkPlace> placeOfWork(const fs::path& folder)
{
    std::error_code none;
    if (!fs::is_directory(folder, none))
        return fail(ErrorCode::NotFound, folder.string(), "no such folder");
    const fs::path beside = folder / workFileName;
    const fs::path inData = placeInDataFolder(folder);
    const bool isInData = fs::exists(inData, none);
    if (!isInData && ::access(folder.c_str(), W_OK) == 0 && !isOnNetwork(folder))
        return WorkPlace{beside, true, false};
    std::error_code error;
    fs::create_directories(inData.parent_path(), error);
    if (error)
        return fail(ErrorCode::ReadOnly, inData.parent_path().string(), error.message());
    if (!isInData)
        if (const auto taken = takeOver(beside, inData); !taken)
            return std::unexpected(taken.error());
    return WorkPlace{inData, false, isOnNetwork(inData.parent_path())};
}

namespace {

fs::path freeName(const fs::path& file, const std::string& word)
{
    const std::string time =
        QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")).toStdString();
    fs::path target;
    std::error_code error;
    for (int count = 1; target.empty() || fs::exists(target, error); ++count) {
        std::string name = file.stem().string() + "." + word + "-" + time;
        if (count > 1)
            name.append("-").append(std::to_string(count));
        target = file.parent_path() / name.append(file.extension().string());
    }
    return target;
}

} // namespace

Result<fs::path> keepCopy(const fs::path& file, const std::string& word)
{
    const fs::path target = freeName(file, word);
    std::error_code error;
    if (fs::exists(logOf(file), error)) // first, so that no moment shows the file without its log
        if (const auto copied = copyDurably(logOf(file), logOf(target)); !copied)
            return std::unexpected(copied.error());
    if (const auto copied = copyDurably(file, target); !copied)
        return std::unexpected(copied.error());
    return target;
}

bool isDiskLow(std::uintmax_t freeBytes, std::uintmax_t workFileBytes)
{
    constexpr std::uintmax_t least = std::uintmax_t{64} << 20;
    return freeBytes < std::max(2 * workFileBytes, least);
}

Result<fs::path> setAside(const fs::path& file)
{
    const fs::path target = freeName(file, "damaged");
    std::error_code error;
    if (fs::exists(logOf(file), error)) {
        fs::rename(logOf(file), logOf(target), error);
        if (error)
            return fail(ErrorCode::WriteFailed, file.string(), error.message());
    }
    fs::remove(fs::path(file) += "-shm", error); // an index of the log, made anew by SQLite
    if (const auto moved = moveDurably(file, target); !moved)
        return std::unexpected(moved.error());
    return target;
}

Result<void> copyDurably(const fs::path& from, const fs::path& to)
{
    QFile file(QString::fromStdString(from.string()));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotReadable, from.string(), file.errorString().toStdString());
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError || bytes.size() != file.size())
        return fail(ErrorCode::NotReadable, from.string(), file.errorString().toStdString());
    return writeDurably(
        to, std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
        IfExists::Replace);
}

Result<void> moveDurably(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::rename(from, to, error);
    if (error)
        return fail(ErrorCode::WriteFailed, to.string(), error.message());
    return syncFolder(to.parent_path());
}

} // namespace limn
