// A .ts file, as the tests read it.
#pragma once

#include <QFile>
#include <QStringList>
#include <QXmlStreamReader>

#include <vector>

namespace limn {

struct TranslatedWords {
    QString context, source;
    QStringList forms; // one; with %n one a plural form
    bool isPlural = false;
    bool isFinished = true;

    QString where() const { return context + QStringLiteral(": ") + source; }
};

inline std::vector<TranslatedWords> translatedWords(const QString& path)
{
    std::vector<TranslatedWords> all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QString context;
    for (QXmlStreamReader xml(&file); !xml.atEnd();) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            all.push_back({context, {}, {}, xml.attributes().hasAttribute("numerus"), true});
        } else if (xml.name() == QLatin1String("source")) {
            all.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            all.back().isFinished = !xml.attributes().hasAttribute("type");
            if (!all.back().isPlural)
                all.back().forms << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            all.back().forms << xml.readElementText();
        }
    }
    return all;
}

} // namespace limn
