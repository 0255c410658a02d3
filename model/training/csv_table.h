// Tables as CSV files: written durably, read back by column name.
#pragma once

#include "model/data/error.h"
#include "model/metrics/csv_number.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limn {

struct CsvTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; // each as long as `columns`
};

// NaN for an empty cell. BadData, named by `place`, for anything else that is no number.
Result<double> csvValue(const std::string& cell, const std::string& place);

// Errors: those of writeDurably.
Result<void> writeCsv(const std::filesystem::path& path, const CsvTable& table);

// Cells in quotes may hold commas, quotes and line ends. Errors: NotFound, NotReadable, BadData (a
// row of another length; detail says the line).
Result<CsvTable> readCsv(const std::filesystem::path& path);

// The column's place; BadData that names file and column when it is missing.
Result<std::size_t> columnOf(const CsvTable& table, const std::string& name,
                             const std::filesystem::path& path);

} // namespace limn
