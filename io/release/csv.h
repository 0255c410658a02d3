// Lines of comma-separated values that a table program can open without being told to calculate.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limn {

// Every field in quotes. One that a table program would take for a formula (its first letter that is
// no blank is = + - @, or it begins with a tab or the end of a line; also after any line break in it)
// gets an apostrophe in front. A number stays as it is. Ends in "\r\n" (RFC 4180).
std::string csvLine(const std::vector<std::string>& fields);

} // namespace limn
