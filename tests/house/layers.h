#pragma once
// Which room may include what: the table of the architecture, and the faults against it.

#include "tests/house/source_tree.h"

namespace limn::house {

// The room that a file lies in ("io/import", "model", …); empty outside the program's rooms.
QString roomOf(const QString& path);

// The library that a header in angle brackets belongs to ("std", "posix", "QtWidgets", "torch", …),
// or the header's own name where it is none that we know.
QString libraryOf(const QString& header);

// Every include of the file that its room may not have.
QStringList layerFaults(const SourceFile& file);

} // namespace limn::house
