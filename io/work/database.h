// One SQLite connection: opened on the thread that uses it, closed with the object.
#pragma once

#include "model/data/error.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <filesystem>
#include <functional>
#include <memory>

namespace limn {

enum class Access { ReadOnly, ReadWrite };

// How a commit reaches the disk. Both are as durable (synchronous = FULL); the write-ahead log
// needs shared memory, which a network share does not give.
enum class Logging { WriteAhead, Rollback };

class Database {
public:
    // ReadWrite creates the file when it is absent. Errors: WorkFileDamaged (not SQLite, or
    // broken), NotFound, ReadOnly, DiskFull, WriteFailed.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& path, Access access,
                                                  Logging logging);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    // Runs one statement; the query stands before its first row.
    Result<QSqlQuery> run(const QString& statement, const QVariantList& values = {});
    Result<qint64> number(const QString& statement,
                          const QVariantList& values = {}); // 0 without a row
    // All that `work` writes is on disk when this returns without an error, else nothing of it is.
    Result<void> inTransaction(const std::function<Result<void>()>& work);
    // Reads every page; WorkFileDamaged says what is wrong.
    Result<void> check();

private:
    Database(std::filesystem::path path, QString connection);

    std::filesystem::path m_path;
    QString m_connection; // its name in Qt's list
};

} // namespace limn
