#include "io/work/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

namespace limn {
namespace {

// SQLite's primary result codes (sqlite.org/rescode.html).
enum SqliteCode {
    Busy = 5,
    IsReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

ErrorCode codeOf(const QSqlError& error)
{
    bool isNumber = false;
    const int code =
        error.nativeErrorCode().toInt(&isNumber) & 0xff; // the rest is the extended code
    if (!isNumber)
        return ErrorCode::WriteFailed;
    switch (code) {
    case IsReadOnly: return ErrorCode::ReadOnly;
    case Corrupt:
    case NotADatabase: return ErrorCode::WorkFileDamaged;
    case Full: return ErrorCode::DiskFull;
    case CannotOpen: return ErrorCode::NotReadable;
    default: return ErrorCode::WriteFailed;
    }
}

std::unexpected<Error> failure(const QSqlError& error, const std::filesystem::path& path)
{
    const QString detail =
        error.text() + QStringLiteral(" [") + error.nativeErrorCode() + QStringLiteral("]");
    return fail(codeOf(error), path.filename().string(), detail.toStdString());
}

} // namespace

Database::Database(std::filesystem::path path, QString connection)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
{
}

Database::~Database()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path, Access access,
                                                 Logging logging)
{
    const QString name = QUuid::createUuid().toString();
    std::unique_ptr<Database> result(new Database(path, name));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setDatabaseName(QString::fromStdString(path.string()));
    database.setConnectOptions(
        access == Access::ReadOnly
            ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=1000")
            : QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000"));
    if (!database.open())
        return failure(database.lastError(), path);
    // The first statement that touches the file: SQLite opens and looks at it only now.
    if (const auto version = result->run(QStringLiteral("PRAGMA user_version")); !version)
        return std::unexpected(version.error());
    if (access == Access::ReadOnly)
        return result;
    const QString mode = logging == Logging::WriteAhead
        ? QStringLiteral("PRAGMA journal_mode = WAL")
        : QStringLiteral("PRAGMA journal_mode = DELETE");
    for (const QString& statement : {mode, QStringLiteral("PRAGMA synchronous = FULL")})
        if (const auto done = result->run(statement); !done)
            return std::unexpected(done.error());
    return result;
}

Result<QSqlQuery> Database::run(const QString& statement, const QVariantList& values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failure(query.lastError(), m_path);
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(query.lastError(), m_path);
    return query;
}

Result<qint64> Database::number(const QString& statement, const QVariantList& values)
{
    auto query = run(statement, values);
    if (!query)
        return std::unexpected(query.error());
    return query->next() ? query->value(0).toLongLong() : 0;
}

Result<void> Database::inTransaction(const std::function<Result<void>()>& work)
{
    if (const auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return std::unexpected(begun.error());
    auto done = work();
    if (done) {
        const auto committed = run(QStringLiteral("COMMIT"));
        if (committed)
            return {};
        done = std::unexpected(committed.error());
    }
    // After some errors SQLite has rolled back by itself; a second time is refused, which harms
    // nothing.
    static_cast<void>(run(QStringLiteral("ROLLBACK")));
    return done;
}

Result<void> Database::check()
{
    auto query = run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!query)
        return std::unexpected(query.error());
    const QString verdict =
        query->next() ? query->value(0).toString() : QStringLiteral("no answer");
    if (verdict == QStringLiteral("ok"))
        return {};
    return fail(ErrorCode::WorkFileDamaged, m_path.filename().string(), verdict.toStdString());
}

} // namespace limn
