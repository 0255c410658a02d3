#include "model/metrics/case_rows.h"

#include "model/metrics/csv_number.h"

namespace limn {

std::vector<std::string> caseColumns()
{
    std::vector<std::string> columns{"case", "patient", "label"};
    for (const Metric metric : allMetrics)
        columns.emplace_back(nameOf(metric));
    for (const char* const count : {"TP", "FP", "FN"})
        columns.emplace_back(count);
    return columns;
}

std::vector<std::vector<std::string>> caseRows(std::span<const CaseScore> cases)
{
    std::vector<std::vector<std::string>> rows;
    for (const CaseScore& one : cases)
        for (std::size_t c = 0; c < one.classes.size(); ++c) {
            const ClassScore& own = one.classes[c];
            std::vector<std::string> row{one.id, one.patient, std::to_string(c + 1)};
            for (const double value : own.values)
                row.push_back(csvNumber(value));
            for (const std::uint64_t count :
                 {own.pixels.truePositive, own.pixels.falsePositive, own.pixels.falseNegative})
                row.push_back(std::to_string(count));
            rows.push_back(std::move(row));
        }
    return rows;
}

} // namespace limn
