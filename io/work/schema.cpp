#include "io/work/schema.h"

#include "io/work/work_place.h"
#include "model/files/durable_file.h"

#include <algorithm>
#include <array>

namespace limn {
namespace {

constexpr int applicationId = 0x4C494D4E; // "LIMN", at byte 68 of the file

// human: past forms of one slice's layer, valid up to a journal row; the newest counts.
// journal: what a person put in after (and before) that. slices: what the model made.
const std::array tables{
    "CREATE TABLE images (id INTEGER PRIMARY KEY, path TEXT NOT NULL, content_hash TEXT NOT NULL,"
    " width INTEGER NOT NULL, height INTEGER NOT NULL, slices INTEGER NOT NULL, status INTEGER NOT "
    "NULL DEFAULT 0,"
    " seconds REAL NOT NULL DEFAULT 0, threshold REAL NOT NULL DEFAULT 0.5, base_step INTEGER NOT "
    "NULL DEFAULT 0,"
    " labels TEXT NOT NULL DEFAULT '', updated INTEGER NOT NULL DEFAULT 0, doubt REAL NOT NULL"
    " DEFAULT -1, looks TEXT NOT NULL DEFAULT '', strokes INTEGER NOT NULL DEFAULT 0,"
    " changed_pixels INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '', annotator TEXT NOT"
    " NULL DEFAULT '', reviewer TEXT NOT NULL DEFAULT '', review INTEGER NOT NULL DEFAULT 0,"
    " comment TEXT NOT NULL DEFAULT '',"
    " UNIQUE (path, content_hash, width, height, slices))",
    "CREATE TABLE slices (image INTEGER NOT NULL, slice INTEGER NOT NULL, run TEXT NOT NULL "
    "DEFAULT '', map BLOB,"
    " map_width INTEGER NOT NULL DEFAULT 0, map_height INTEGER NOT NULL DEFAULT 0,"
    " map_classes INTEGER NOT NULL DEFAULT 0, composed BLOB, PRIMARY KEY (image, slice))",
    "CREATE TABLE human (image INTEGER NOT NULL, slice INTEGER NOT NULL, sequence INTEGER NOT NULL,"
    " bytes BLOB NOT NULL, PRIMARY KEY (image, slice, sequence))",
    "CREATE TABLE journal (sequence INTEGER PRIMARY KEY AUTOINCREMENT, image INTEGER NOT NULL,"
    " slice INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL, width INTEGER NOT NULL,"
    " height INTEGER NOT NULL, after BLOB NOT NULL, before BLOB NOT NULL, kind INTEGER NOT NULL,"
    " time INTEGER NOT NULL, number INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL DEFAULT '')",
    "CREATE INDEX journal_of_slice ON journal (image, slice, sequence)",
};

Result<void> runAll(Database& database, const QStringList& statements)
{
    for (const QString& statement : statements)
        if (const auto done = database.run(statement); !done)
            return std::unexpected(done.error());
    return {};
}

QString pragma(const char* name, int value)
{
    return QStringLiteral("PRAGMA %1 = %2").arg(QLatin1String(name)).arg(value);
}

Result<void> migrateStepByStep(Database& database, std::span<const Migration> migrations,
                               int version, int target)
{
    for (; version < target; ++version) {
        const auto step = std::ranges::find(migrations, version, &Migration::from);
        if (step == migrations.end())
            return fail(ErrorCode::WorkFileDamaged, database.path().filename().string(),
                        "no way from version " + std::to_string(version));
        if (const auto done = runAll(database, step->statements); !done)
            return done;
    }
    return runAll(database, {pragma("user_version", target)});
}

} // namespace

Result<SchemaState> schemaState(Database& database, int currentVersion)
{
    const auto application = database.number(QStringLiteral("PRAGMA application_id"));
    const auto version = database.number(QStringLiteral("PRAGMA user_version"));
    const auto tableCount = database.number(QStringLiteral("SELECT COUNT(*) FROM sqlite_master"));
    for (const auto* answer : {&application, &version, &tableCount})
        if (!*answer)
            return std::unexpected(answer->error());
    if (*tableCount == 0)
        return SchemaState::Empty;
    if (*application != applicationId)
        return SchemaState::Foreign;
    if (*version == currentVersion)
        return SchemaState::Current;
    return *version < currentVersion ? SchemaState::Older : SchemaState::Newer;
}

Result<void> createSchema(Database& database)
{
    return database.inTransaction([&]() -> Result<void> {
        QStringList statements{pragma("application_id", applicationId),
                               pragma("user_version", workFileVersion)};
        for (const char* table : tables)
            statements << QString::fromLatin1(table);
        return runAll(database, statements);
    });
}

std::span<const Migration> knownMigrations()
{
    // 2: where to look next. 3: what an undo undid, effort, notes and reviews; a row from before is
    // a change of its own, which negative numbers say.
    static const std::array migrations{
        Migration{1,
                  {"ALTER TABLE images ADD COLUMN doubt REAL NOT NULL DEFAULT -1",
                   "ALTER TABLE images ADD COLUMN looks TEXT NOT NULL DEFAULT ''"}},
        Migration{2,
                  {"ALTER TABLE images ADD COLUMN strokes INTEGER NOT NULL DEFAULT 0",
                   "ALTER TABLE images ADD COLUMN changed_pixels INTEGER NOT NULL DEFAULT 0",
                   "ALTER TABLE images ADD COLUMN note TEXT NOT NULL DEFAULT ''",
                   "ALTER TABLE images ADD COLUMN annotator TEXT NOT NULL DEFAULT ''",
                   "ALTER TABLE images ADD COLUMN reviewer TEXT NOT NULL DEFAULT ''",
                   "ALTER TABLE images ADD COLUMN review INTEGER NOT NULL DEFAULT 0",
                   "ALTER TABLE images ADD COLUMN comment TEXT NOT NULL DEFAULT ''",
                   "ALTER TABLE journal ADD COLUMN number INTEGER NOT NULL DEFAULT 0",
                   "ALTER TABLE journal ADD COLUMN text TEXT NOT NULL DEFAULT ''",
                   "UPDATE journal SET number = -sequence, kind = 0"}}};
    return migrations;
}

Result<void> migrateOnCopy(const std::filesystem::path& path, std::span<const Migration> migrations,
                           int currentVersion)
{
    const auto copy = std::filesystem::path(path).replace_extension(".migrating");
    int version = 0;
    {
        const auto old =
            Database::open(path, Access::ReadWrite, Logging::Rollback); // takes in a left log
        if (!old)
            return std::unexpected(old.error());
        const auto number = (*old)->number(QStringLiteral("PRAGMA user_version"));
        if (!number)
            return std::unexpected(number.error());
        version = static_cast<int>(*number);
    }
    const auto kept = path.parent_path()
        / (path.stem().string() + ".version-" + std::to_string(version)
           + path.extension().string());
    for (const auto& target : {copy, kept})
        if (const auto copied = copyDurably(path, target); !copied)
            return copied;
    {
        const auto database = Database::open(copy, Access::ReadWrite, Logging::Rollback);
        if (!database)
            return std::unexpected(database.error());
        const auto migrated = (*database)->inTransaction(
            [&] { return migrateStepByStep(**database, migrations, version, currentVersion); });
        if (!migrated)
            return migrated;
        if (const auto checked = (*database)->check(); !checked)
            return checked;
    }
    return moveDurably(copy, path);
}

} // namespace limn
