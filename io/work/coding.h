// How the values of a study are laid down in the work file's columns.
#pragma once

#include "model/data/error.h"
#include "model/data/study_state.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace limn {

QByteArray packed(std::span<const Label> bytes);
// WorkFileDamaged unless there are exactly `size` bytes in it.
Result<std::vector<Label>> unpacked(const QByteArray& column, std::size_t size);

QString textOf(const LabelTable& table);
Result<LabelTable> labelTableFrom(const QString& text); // an empty text is an empty table
QString textOf(std::span<const SliceLook> looks);
// A slice each; an empty text is none.
Result<std::vector<SliceLook>> looksFrom(const QString& text, int sliceCount);
QString textOf(const RunFacts& run);
Result<RunFacts> runFactsFrom(const QString& text);

} // namespace limn
