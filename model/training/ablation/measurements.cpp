#include "model/training/ablation/measurements.h"

#include "model/training/ablation/study.h"

#include <algorithm>
#include <cassert>

namespace limn {
namespace {

namespace fs = std::filesystem;

// How the columns of a file become subject, pairing and values.
struct Layout {
    std::string file;
    std::vector<std::string> variant; // joined by /
    std::string steps, className; // the second may be empty: no such column
};

const Layout scoresLayout{"scores.csv", {"map"}, "steps", "class"};

struct Columns {
    std::size_t set, arm, seed, image, patient, steps;
    std::vector<std::size_t> variant, metrics;
    std::size_t className = 0;
};

Result<Columns> columnsOf(const CsvTable& table, const Layout& layout,
                          const std::vector<std::string>& metrics, const fs::path& path)
{
    std::vector<std::string> names{"set", "arm", "seed", "image", "patient", layout.steps};
    if (!layout.className.empty())
        names.push_back(layout.className);
    names.insert(names.end(), layout.variant.begin(), layout.variant.end());
    names.insert(names.end(), metrics.begin(), metrics.end());
    std::vector<std::size_t> places;
    for (const std::string& name : names) {
        const auto place = columnOf(table, name, path);
        if (!place)
            return std::unexpected(place.error());
        places.push_back(*place);
    }
    Columns columns{places[0], places[1], places[2], places[3], places[4], places[5], {}, {}};
    auto next = places.begin() + 6;
    if (!layout.className.empty())
        columns.className = *next++;
    const auto end = next + static_cast<std::ptrdiff_t>(layout.variant.size());
    columns.variant.assign(next, end);
    columns.metrics.assign(end, places.end());
    return columns;
}

Result<void> addRow(Measurements& to, const std::vector<std::string>& row, const Columns& columns,
                    const Layout& layout, const std::string& place)
{
    const auto steps = csvValue(row[columns.steps], place);
    const auto seed = csvValue(row[columns.seed], place);
    if (!steps || !seed)
        return std::unexpected(steps ? seed.error() : steps.error());
    Subject subject{row[columns.set], row[columns.arm], {}, static_cast<int>(*steps)};
    for (const std::size_t column : columns.variant)
        subject.variant += (subject.variant.empty() ? "" : "/") + row[column];
    const Pairing pairing{static_cast<std::uint64_t>(*seed), row[columns.image],
                          layout.className.empty() ? "" : row[columns.className]};
    Measured measured{row[columns.patient], {}};
    for (const std::size_t column : columns.metrics) {
        const auto value = csvValue(row[column], place);
        if (!value)
            return std::unexpected(value.error());
        measured.values.push_back(*value);
    }
    to.subjects[subject][pairing] = std::move(measured);
    return {};
}

Result<void> addFile(Measurements& to, const fs::path& folder, const Layout& layout)
{
    const fs::path path = folder / layout.file;
    if (!fs::exists(path))
        return {};
    const std::string name = folder.filename().string() + "/" + layout.file;
    const auto table = readCsv(path);
    if (!table)
        return fail(table.error().code, name, table.error().detail);
    const auto columns = columnsOf(*table, layout, to.metrics, name);
    if (!columns)
        return std::unexpected(columns.error());
    for (std::size_t i = 0; i < table->rows.size(); ++i)
        if (auto added = addRow(to, table->rows[i], *columns, layout,
                                name + ", row " + std::to_string(i + 1));
            !added)
            return added;
    return {};
}

Result<void> addRun(AllMeasurements& all, const fs::path& folder)
{
    const auto facts = readCsv(folder / "run.csv");
    if (!facts)
        return std::unexpected(facts.error());
    if (all.runs.columns.empty())
        all.runs.columns = facts->columns;
    if (all.runs.columns != facts->columns)
        return fail(ErrorCode::BadData, folder.filename().string() + "/run.csv",
                    "other columns than the other runs'");
    all.runs.rows.insert(all.runs.rows.end(), facts->rows.begin(), facts->rows.end());
    if (auto added = addFile(all.scores, folder, scoresLayout); !added)
        return added;
    for (const StudyKind& kind : studyKinds())
        if (auto added =
                addFile(all.*kind.measured, folder, {kind.file(), kind.variant, kind.count, ""});
            !added)
            return added;
    return {};
}

void remember(std::vector<std::string>& names, const std::string& name)
{
    if (std::ranges::find(names, name) == names.end())
        names.push_back(name);
}

} // namespace

std::size_t Measurements::metric(const std::string& name) const
{
    const auto found = std::ranges::find(metrics, name);
    assert(found != metrics.end());
    return static_cast<std::size_t>(found - metrics.begin());
}

Result<AllMeasurements> readMeasurements(const fs::path& results)
{
    if (!fs::is_directory(results))
        return fail(ErrorCode::NotFound, results.string());
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(results))
        if (fs::exists(entry.path() / "run.csv"))
            folders.push_back(entry.path());
    std::ranges::sort(folders);
    AllMeasurements all;
    all.scores.metrics = {"Dice",     "IoU", "Precision", "Recall", "HD95", "HD95-max",
                          "HD95-pen", "NLL", "ECE",       "NLL-T",  "ECE-T"};
    for (const StudyKind& kind : studyKinds())
        (all.*kind.measured).metrics = kind.metrics;
    for (const fs::path& folder : folders)
        if (auto added = addRun(all, folder); !added)
            return std::unexpected(added.error());
    for (const auto& [subject, rows] : all.scores.subjects) {
        remember(all.sets, subject.set);
        remember(all.arms, subject.arm);
    }
    return all;
}

} // namespace limn
