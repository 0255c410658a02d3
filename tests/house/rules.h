#pragma once
// The rules of the house that a machine can check, one function a rule.

#include "tests/house/source_tree.h"

namespace limn::house {

// Longer than 400 lines.
QStringList sizeFaults(const SourceFile& file);

// A file opened for writing: model/files/durable_file.cpp alone does that in the program. Memory is
// no file.
QStringList writingFaults(const SourceFile& file);

// Sockets to anywhere, and what brings them.
QStringList networkFaults(const SourceFile& file);

// A colour by its numbers or name in the window, outside the theme and the colour maps.
QStringList colourFaults(const SourceFile& file);

// Code that is switched off, and work left open without an issue's number.
QStringList deadCodeFaults(const SourceFile& file);

// A path of somebody's own machine.
QStringList machinePathFaults(const SourceFile& file);

// A header without #pragma once.
QStringList headerFaults(const SourceFile& file);

// A .cpp that the nearest CMakeLists.txt does not build.
QStringList unbuiltFaults(const SourceFile& file);

} // namespace limn::house
