#include "model/training/curve.h"

#include <array>
#include <cmath>

namespace limn {
namespace {

constexpr std::array columns{"iteration",           "loss",           "Dice",
                             "gradient norm",       "rate",           "validation Dice K=1",
                             "validation Dice K=3", "validation NLL", "temperature"};

std::vector<std::string> rowOf(const CurvePoint& point)
{
    const IterationReport& now = point.report;
    std::vector<std::string> row{std::to_string(point.iteration), csvNumber(now.loss),
                                 csvNumber(now.dice), csvNumber(now.gradientNorm),
                                 csvNumber(now.rate)};
    row.resize(columns.size());
    if (point.validation) {
        row[5] = csvNumber(point.validation->diceOneStep);
        row[6] = csvNumber(point.validation->diceThreeSteps);
        row[7] = csvNumber(point.validation->likelihood);
        row[8] = csvNumber(point.validation->temperature);
    }
    return row;
}

CurvePoint pointOf(const std::array<double, columns.size()>& v)
{
    CurvePoint point{static_cast<int>(v[0]), {v[1], v[2], 0, v[3], v[4]}, {}};
    if (!std::isnan(v[5]))
        point.validation = ValidationReport{v[5], v[6], v[8], v[7]};
    return point;
}

} // namespace

std::filesystem::path curveFor(const std::filesystem::path& model)
{
    return std::filesystem::path(model).replace_extension(".curve.csv");
}

Result<void> writeCurve(const std::filesystem::path& path, const std::vector<CurvePoint>& points)
{
    CsvTable table{{columns.begin(), columns.end()}, {}};
    for (const CurvePoint& point : points)
        table.rows.push_back(rowOf(point));
    return writeCsv(path, table);
}

Result<std::vector<CurvePoint>> readCurve(const std::filesystem::path& path, int lastIteration)
{
    std::vector<CurvePoint> points;
    if (!std::filesystem::exists(path))
        return points;
    const auto table = readCsv(path);
    if (!table)
        return std::unexpected(table.error());
    if (table->columns != std::vector<std::string>(columns.begin(), columns.end()))
        return fail(ErrorCode::BadData, path.filename().string(), "not a training curve");
    for (const auto& row : table->rows) {
        std::array<double, columns.size()> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto value = csvValue(row[i], path.filename().string());
            if (!value)
                return std::unexpected(value.error());
            values[i] = *value;
        }
        if (values[0] <= lastIteration)
            points.push_back(pointOf(values));
    }
    return points;
}

} // namespace limn
