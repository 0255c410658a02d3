// Transfer syntaxes by UID: which are read, and what the others are called.
#pragma once

#include <string>
#include <string_view>

namespace limn {

struct TransferSyntax {
    std::string_view uid;
    std::string_view name;
    bool isRead;
    bool isCompressed;
};

// nullptr for one that Limn has never heard of.
const TransferSyntax* transferSyntax(std::string_view uid);

} // namespace limn
