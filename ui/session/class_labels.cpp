#include "ui/session/class_labels.h"

#include <algorithm>

namespace limn {

LabelTable withClasses(LabelTable table, const std::vector<std::string>& names,
                       const std::vector<std::string>& namesBefore, const std::string& placeholder,
                       const HumanLayer& human)
{
    for (std::size_t k = 0; k < names.size() && k < 254; ++k) {
        const auto label = static_cast<Label>(k + 1);
        const auto row = std::ranges::find(table.rows, label, &LabelRow::label);
        if (row == table.rows.end()) {
            table.rows.push_back({label, names[k], paletteColour(static_cast<int>(k))});
            continue;
        }
        const bool isOfModelBefore = k < namesBefore.size() && row->name == namesBefore[k];
        const bool isRenamed = row->name == placeholder
            || (isOfModelBefore && namesBefore[k] != names[k]
                && std::ranges::find(human.values, label) == human.values.end());
        if (isRenamed)
            row->name = names[k];
    }
    return table;
}

} // namespace limn
