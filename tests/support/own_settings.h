// Settings of a test lie in a folder of its own.
#pragma once

#include <QCoreApplication>
#include <QSettings>

namespace limn {

inline void useSettingsIn(const QString& folder)
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    QCoreApplication::setOrganizationName(QStringLiteral("limn-test"));
    QCoreApplication::setApplicationName(QStringLiteral("limn-test"));
}

// The program's data (models, work files of read-only folders), too.
inline void useHome(const QString& folder)
{
    qputenv("XDG_DATA_HOME", folder.toUtf8());
    useSettingsIn(folder);
}

} // namespace limn
