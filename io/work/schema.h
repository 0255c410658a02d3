// The tables of annotations.limn and their version.
#pragma once

#include "io/work/database.h"

#include <QStringList>

#include <span>

namespace limn {

inline constexpr int workFileVersion = 3;

// Statements that lead from `from` to `from + 1`.
struct Migration {
    int from = 0;
    QStringList statements;
};

enum class SchemaState {
    Empty, // a new file
    Current,
    Older, // to be migrated
    Newer, // by a newer version of Limn: to be read only
    Foreign, // a database of another program
};
Result<SchemaState> schemaState(Database& database, int currentVersion = workFileVersion);

// Writes the tables into an empty file.
Result<void> createSchema(Database& database);

// The migrations from every older version that was ever released.
std::span<const Migration> knownMigrations();

// Migrates a closed work file on a copy: the old one stays beside it as <stem>.version-N.limn, and
// takes its name back when anything fails. WorkFileDamaged when a step is missing or the copy does
// not check.
Result<void> migrateOnCopy(const std::filesystem::path& path, std::span<const Migration> migrations,
                           int currentVersion = workFileVersion);

} // namespace limn
