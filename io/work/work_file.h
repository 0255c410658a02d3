// annotations.limn of one folder: opened, locked, checked; what is in it, see ImageStore.
#pragma once

#include "io/work/image_store.h"
#include "io/work/schema.h"
#include "io/work/work_notice.h"
#include "io/work/work_place.h"

#include <QLockFile>

namespace limn {

class WorkFile {
public:
    // Opens the folder's work file, makes it when there is none, and takes its lock. It can be
    // written unless a notice says why not:
    //   WorkFileLocked  another Limn has it (detail: which process on which computer): read only
    //   WorkFileNewer   read only
    //   WorkFileDamaged it was set aside (detail: its new name) and a new one begun, with what could
    //                   be brought back; writable
    // Errors: NotFound (no such folder), ReadOnly, DiskFull, WriteFailed, NotReadable.
    static Result<std::unique_ptr<WorkFile>> open(const std::filesystem::path& folder);

    const std::filesystem::path& file() const { return m_place.file; }
    bool isBesideImages() const { return m_place.isBesideImages; }
    bool isWritable() const { return m_access == Access::ReadWrite; }
    const std::vector<Error>& notices() const { return m_notices; }
    const std::optional<WorkNotice>& spaceNotice() const { return m_spaceNotice; }
    // False when the file was moved or removed since, or its folder vanished: what is written goes
    // nowhere.
    bool isInPlace() const;
    // Where another connection has written into the file since it was opened or last asked: a copy
    // of it as it is now (annotations.changed-20260131-120000.limn). Errors: those of writing it.
    Result<std::optional<std::filesystem::path>> keepForeignVersion();

    using Identity = std::pair<quint64, quint64>; // device and inode
    Identity identity() const { return m_identity; }

    // Null while another Limn has the lock and has not made the file yet.
    ImageStore* images() { return m_images.get(); }

private:
    explicit WorkFile(WorkPlace place);
    Result<void> lock();
    Result<void> openDatabase();
    Result<void> openAnew(const Error& damage);
    Result<void> bringUpToDate(SchemaState schema);
    void readOnly(Error why);
    void lookForSpace();

    WorkPlace m_place;
    std::unique_ptr<QLockFile> m_lock;
    Access m_access = Access::ReadWrite;
    std::vector<Error> m_notices;
    std::optional<WorkNotice> m_spaceNotice;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ImageStore> m_images;
    Identity m_identity;
    qint64 m_dataVersion = 0; // as SQLite counts the changes of others
};

} // namespace limn
