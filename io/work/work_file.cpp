#include "io/work/work_file.h"

#include "io/work/salvage.h"
#include "model/files/leftover_files.h"

#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace limn {
namespace {

std::pair<quint64, quint64> identityOf(const std::filesystem::path& file)
{
    struct stat facts{};
    if (::stat(file.c_str(), &facts) != 0)
        return {};
    return {facts.st_dev, facts.st_ino};
}

std::string holderOf(const QLockFile& lock, const std::filesystem::path& file)
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&process, &host, &program))
        return "another process";
    const QString person = QFileInfo(QString::fromStdString(file.string())).owner();
    return (program
            + QStringLiteral(", process %1 on %2, started by %3")
                  .arg(process)
                  .arg(host, person.isEmpty() ? QStringLiteral("somebody") : person))
        .toStdString();
}

// A lock file without a holder in it, as a full disk leaves one; nobody holds the system's lock on
// it either. It is removed then.
bool isAbandoned(const QLockFile& lock)
{
    qint64 process = 0;
    QString host, program;
    if (lock.error() != QLockFile::LockFailedError || lock.getLockInfo(&process, &host, &program))
        return false;
    const std::string path = lock.fileName().toStdString();
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return false;
    const bool isFree = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::unlink(path.c_str()) == 0;
    ::close(descriptor);
    return isFree;
}

} // namespace

WorkFile::WorkFile(WorkPlace place)
    : m_place(std::move(place))
{
}

Result<std::unique_ptr<WorkFile>> WorkFile::open(const std::filesystem::path& folder)
{
    auto place = placeOfWork(folder);
    if (!place)
        return std::unexpected(place.error());
    std::unique_ptr<WorkFile> work(new WorkFile(std::move(*place)));
    if (const auto locked = work->lock(); !locked)
        return std::unexpected(locked.error());
    auto opened = work->openDatabase();
    if (!opened && opened.error().code == ErrorCode::WorkFileDamaged && work->isWritable())
        opened = work->openAnew(opened.error());
    if (!opened)
        return std::unexpected(opened.error());
    if (work->isWritable() && work->isBesideImages())
        removeLeftovers(folder);
    if (work->isWritable()) {
        const auto version = work->m_database->number(QStringLiteral("PRAGMA data_version"));
        work->m_dataVersion = version.value_or(0);
        work->lookForSpace();
    }
    work->m_identity = identityOf(work->file());
    return work;
}

bool WorkFile::isInPlace() const
{
    return m_identity == identityOf(file());
}

Result<std::optional<std::filesystem::path>> WorkFile::keepForeignVersion()
{
    const auto version = m_database->number(QStringLiteral("PRAGMA data_version"));
    if (!version)
        return std::unexpected(version.error());
    if (m_dataVersion == *version)
        return std::nullopt;
    m_images = std::make_unique<ImageStore>(*m_database); // what it remembers is not there any more
    auto copy = keepCopy(file(), "changed");
    if (!copy)
        return std::unexpected(copy.error());
    m_dataVersion = *version; // only now: else a second try would write over it
    return *copy;
}

// Full disks are met in the middle of a day's work: better told at its beginning.
void WorkFile::lookForSpace()
{
    std::error_code error;
    const auto space = std::filesystem::space(file().parent_path(), error);
    if (error)
        return;
    const auto size = std::filesystem::file_size(file(), error);
    if (isDiskLow(space.available, error ? 0 : size))
        m_spaceNotice = WorkNotice{WorkNotice::Kind::SpaceLow, file().filename().string(),
                                   std::to_string(space.available >> 20) + " MB"};
}

Result<void> WorkFile::lock()
{
    m_lock = std::make_unique<QLockFile>(QString::fromStdString(file().string() + ".lock"));
    m_lock->setStaleLockTime(
        0); // a day's work is not stale; a dead process's lock is taken over at once
    if (m_lock->tryLock() || (isAbandoned(*m_lock) && m_lock->tryLock()))
        return {};
    switch (m_lock->error()) {
    case QLockFile::LockFailedError:
        readOnly({ErrorCode::WorkFileLocked, file().string(),
                  holderOf(*m_lock, file().string() + ".lock")});
        return {};
    case QLockFile::PermissionError: return fail(ErrorCode::ReadOnly, file().string(), "lock file");
    default: return fail(ErrorCode::WriteFailed, file().string(), "lock file");
    }
}

Result<void> WorkFile::openDatabase()
{
    std::error_code none;
    if (m_access == Access::ReadOnly && !std::filesystem::exists(file(), none))
        return {};
    auto database = Database::open(file(), m_access,
                                   m_place.isOnNetwork ? Logging::Rollback : Logging::WriteAhead);
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    if (const auto checked = m_database->check(); !checked)
        return checked;
    const auto schema = schemaState(*m_database);
    if (!schema)
        return std::unexpected(schema.error());
    if (const auto ready = bringUpToDate(*schema); !ready)
        return ready;
    m_images = m_database ? std::make_unique<ImageStore>(*m_database) : nullptr;
    return {};
}

Result<void> WorkFile::bringUpToDate(SchemaState schema)
{
    switch (schema) {
    case SchemaState::Current: return {};
    case SchemaState::Newer: {
        if (isWritable())
            readOnly({ErrorCode::WorkFileNewer, file().string(), {}});
        auto database = Database::open(file(), Access::ReadOnly, Logging::Rollback);
        if (!database)
            return std::unexpected(database.error());
        m_database = std::move(*database);
        return {};
    }
    case SchemaState::Foreign:
        return fail(ErrorCode::WorkFileDamaged, file().string(), "a database of another program");
    case SchemaState::Empty:
    case SchemaState::Older: break;
    }
    if (!isWritable()) { // its holder is about to write the tables
        m_database.reset();
        return {};
    }
    if (schema == SchemaState::Empty)
        return createSchema(*m_database);
    m_database.reset();
    if (const auto migrated = migrateOnCopy(file(), knownMigrations()); !migrated)
        return migrated;
    return openDatabase();
}

Result<void> WorkFile::openAnew(const Error& damage)
{
    m_database.reset();
    const auto aside = setAside(file());
    if (!aside)
        return std::unexpected(aside.error());
    if (const auto opened = openDatabase(); !opened)
        return opened;
    const auto saved = salvage(*aside, *m_database);
    if (!saved)
        return std::unexpected(saved.error());
    m_notices.push_back({ErrorCode::WorkFileDamaged, file().string(),
                         aside->filename().string() + ": " + damage.detail + "; "
                             + std::to_string(saved->images) + " images with "
                             + std::to_string(saved->changes) + " changes were brought back"});
    return {};
}

void WorkFile::readOnly(Error why)
{
    m_access = Access::ReadOnly;
    m_notices.push_back(std::move(why));
}

} // namespace limn
