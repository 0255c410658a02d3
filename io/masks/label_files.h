// Label tables as other programs keep them: ITK-SNAP's label descriptions, 3D Slicer's colour tables.
#pragma once

#include "model/data/error.h"
#include "model/data/label_table.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace limn {

// Which of the two it is, is seen from its lines: ITK-SNAP: index, red, green, blue, opacity 0..1,
// visible, mesh visible, "name". 3D Slicer: index, name without blanks, red, green, blue, alpha
// 0..255; `Color` and `0` rows are left out, as are indices beyond 1..254.
Result<LabelTable> labelTableOfText(std::string_view text, const std::string& fileName);
Result<LabelTable> readLabelTable(const std::filesystem::path& file);

std::string itkSnapText(const LabelTable& table);
std::string slicerText(const LabelTable& table, const std::string& fileName);

enum class LabelFileKind { ItkSnap, Slicer };
Result<void> writeLabelTable(const LabelTable& table, const std::filesystem::path& file,
                             LabelFileKind kind);

// `old`, with the rows of `read` in it: those of the same label are replaced, others are added; locks
// stay as they are.
LabelTable withRows(LabelTable old, const LabelTable& read);

} // namespace limn
