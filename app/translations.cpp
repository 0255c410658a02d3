#include "app/translations.h"

#include "app/paths.h"
#include "ui/view/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

namespace limn {
namespace {

QDir folder()
{
    return QString::fromStdString((sampleFolder() / "../translations").string());
}

} // namespace

QStringList translations()
{
    QStringList names;
    for (const QString& file : folder().entryList({QStringLiteral("limn_*.qm")}, QDir::Files))
        names << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    return names;
}

void installTranslation(QCoreApplication& application)
{
    const QString chosen = keptPreferences().language;
    auto* translator = new QTranslator(&application);
    const bool isLoaded = chosen.isEmpty()
        ? translator->load(QLocale(), QStringLiteral("limn"), QStringLiteral("_"), folder().path())
        : translator->load(QStringLiteral("limn_") + chosen, folder().path());
    if (isLoaded)
        QCoreApplication::installTranslator(translator);
}

} // namespace limn
