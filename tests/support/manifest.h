// The table of a corpus: what each of its files must give.
#pragma once

#include <QFile>
#include <QMap>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace limn {

using ManifestRow = QMap<QString, QString>;

// Fields are separated by commas; quotes hold commas and doubled quotes.
inline QStringList fieldsOf(const QString& line)
{
    QStringList found{QString()};
    bool isQuoted = false;
    for (const QChar letter : line) {
        if (letter == u'"')
            isQuoted = !isQuoted;
        else if (letter == u',' && !isQuoted)
            found.append(QString());
        else
            found.last() += letter;
    }
    return found;
}

// Empty when there is none in the folder.
inline std::vector<ManifestRow> manifestOf(const QString& folder)
{
    QFile file(folder + QStringLiteral("/manifest.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList names = fieldsOf(QString::fromUtf8(file.readLine().trimmed()));
    std::vector<ManifestRow> rows;
    while (!file.atEnd()) {
        const QStringList values = fieldsOf(QString::fromUtf8(file.readLine().trimmed()));
        ManifestRow row;
        for (qsizetype i = 0; i < std::min(names.size(), values.size()); ++i)
            row[names[i]] = values[i];
        rows.push_back(row);
    }
    return rows;
}

} // namespace limn
