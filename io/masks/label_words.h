// What formats without names for labels carry as text: number, name and colour of each.
#pragma once

#include "model/data/label_table.h"

#include <string>

namespace limn {

// The row's own name, or "Label 3".
std::string shownName(const LabelRow& row);

// JSON: {"labels": [{"label": 1, "name": "lung", "colour": [230, 159, 0]}]}. io/import/label_words.h
// reads it.
std::string labelWords(const LabelTable& table);

} // namespace limn
