// Cells of a table that any table program may open: quoted where needed, and never a formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limn {

// A cell of text. Where a table program would take a line of it for a formula (it begins with = + -
// @ or a tab, blanks aside), an apostrophe goes before it.
std::string csvText(std::string_view text);

// Cells that are ready, with commas between them and the line's end.
std::string csvLine(const std::vector<std::string>& cells);

} // namespace limn
