#include "app/translations.h"

#include "app/paths.h"
#include "ui/view/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace limn {
namespace {

const QString english = QStringLiteral("en");

QDir folder()
{
    return QString::fromStdString(translationFolder().string());
}

void install(QCoreApplication& application, const QString& file, const QString& from)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(file, from))
        QCoreApplication::installTranslator(translator);
}

} // namespace

QStringList translations()
{
    QStringList names;
    for (const QString& file : folder().entryList({QStringLiteral("limn_*.qm")}, QDir::Files))
        names << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    names.removeAll(english);
    return names;
}

QString languageFor(const QString& chosen, const QStringList& systems, const QStringList& there)
{
    for (const QString& wish : QStringList{chosen} + systems) {
        const QString whole = QString(wish).replace(QLatin1Char('-'), QLatin1Char('_'));
        for (const QString& name : {whole, whole.section(QLatin1Char('_'), 0, 0)})
            if (name == english || there.contains(name))
                return name;
    }
    return english;
}

void installTranslation(QCoreApplication& application, const QString& asked)
{
    const QString chosen = asked.isEmpty() ? keptPreferences().language : asked;
    const QLocale system = QLocale::system();
    const QString language = languageFor(chosen, system.uiLanguages(), translations());
    install(application, QStringLiteral("qtbase_") + language,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QStringLiteral("limn_") + language, folder().path());
    // Numbers as in the language that a person chose; the system's own way may be another
    // country's.
    if (const QLocale spoken(language);
        language == chosen && spoken.language() != system.language())
        QLocale::setDefault(spoken);
}

} // namespace limn
