// The words of other languages, by Qt's translation files beside the models: limn_de.qm.
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace limn {

QStringList translations(); // "de", ... of the files that are there; English is in the sources

// The language to speak, "de" or "en": the chosen one, else the first of the system's ("de-AT",
// "en-US", ...) that is English or one of `there`, else English.
QString languageFor(const QString& chosen, const QStringList& systems, const QStringList& there);

// Puts the language in force that is asked for at the start, else chosen in the preferences, else
// the system's: Limn's words, Qt's own, and, where a person chose, how numbers are written. Before
// any window is made.
void installTranslation(QCoreApplication& application, const QString& asked = {});

} // namespace limn
