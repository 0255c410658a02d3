#include "io/masks/label_words.h"

#include <nlohmann/json.hpp>

namespace limn {

std::string shownName(const LabelRow& row)
{
    return row.name.empty() ? "Label " + std::to_string(row.label) : row.name;
}

std::string labelWords(const LabelTable& table)
{
    auto labels = nlohmann::ordered_json::array();
    for (const LabelRow& row : table.rows)
        labels.push_back({{"label", row.label},
                          {"name", shownName(row)},
                          {"colour", {row.colour.red, row.colour.green, row.colour.blue}}});
    return nlohmann::ordered_json{{"labels", std::move(labels)}}.dump(
        -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace limn
