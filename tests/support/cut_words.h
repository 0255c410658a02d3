// What of a window's words does not fit where it stands.
#pragma once

#include <QStringList>

class QWidget;

namespace limn {

// Of every visible label, button, list and field in `root`: one line for each that is too small for
// its words. Lists named in `ofNames` (by their accessible names) hold names from files, which may be
// longer than any list.
QStringList cutWords(const QWidget& root, const QStringList& ofNames = {});

// Every word of `root` that a person reads or hears: texts, hints, names, entries, headings.
QStringList wordsOf(const QWidget& root);

} // namespace limn
