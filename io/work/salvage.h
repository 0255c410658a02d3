// Brings back what can still be read of a damaged work file.
#pragma once

#include "io/work/database.h"

#include <filesystem>

namespace limn {

struct Salvaged {
    int images = 0;
    int changes = 0; // rows of the journal
};

// Copies every row that can be read from a copy of `damaged` (with its log, where there is one) into
// the tables of `into`, which are empty. Of each slice the journal is taken as far as it fits: from
// the newest good form of the layer on, to the first row that says another "before" than there is.
// (A row that is gone, and that no later one lies over, is left out without being noticed.)
// Errors: those of writing into `into`; what can't be read is left out.
Result<Salvaged> salvage(const std::filesystem::path& damaged, Database& into);

} // namespace limn
