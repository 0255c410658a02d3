// The words of other languages, by Qt's translation files beside the models: limn_de.qm.
#pragma once

#include <QStringList>

class QCoreApplication;

namespace limn {

QStringList translations(); // "de", ... of the files that are there

// Puts the language that a person chose, else the system's, in force where there is a file for it.
// Before any window is made.
void installTranslation(QCoreApplication& application);

} // namespace limn
