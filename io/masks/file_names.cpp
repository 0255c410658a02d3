#include "io/masks/file_names.h"

#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <algorithm>

namespace limn {
namespace {

constexpr int labelPartBytes = 60;

bool isAllowed(char32_t letter)
{
    return QChar::isLetterOrNumber(letter) || QChar::isMark(letter)
        || (letter < 128
            && QStringView(u"-_.+()=,@#~ ").contains(QChar(static_cast<char16_t>(letter))));
}

// The longest beginning that takes so many bytes and does not end in a blank or a dot.
QString cutTo(const QString& name, int maximumBytes)
{
    QString cut;
    qsizetype bytes = 0;
    for (const char32_t letter : name.toUcs4()) {
        const QString one = QString::fromUcs4(&letter, 1);
        bytes += one.toUtf8().size();
        if (bytes > maximumBytes)
            break;
        cut += one;
    }
    while (cut.endsWith(u' ') || cut.endsWith(u'.'))
        cut.chop(1);
    return cut;
}

bool isReserved(const QString& name)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

// Parts that would make a label's picture look like another output: X_mask.png, X_lung_prob.png.
bool isReadAsOther(const QString& part)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(mask|who|prob|steps|entropy|.*_votes|.*_prob|.*_mask|s\\d+_.*)$"));
    return pattern.match(part).hasMatch();
}

} // namespace

std::string safeFileName(const std::string& name, int maximumBytes)
{
    QString safe;
    for (const char32_t letter :
         QString::fromStdString(name).normalized(QString::NormalizationForm_C).toUcs4())
        safe += isAllowed(letter) ? QString::fromUcs4(&letter, 1) : QStringLiteral("_");
    safe = cutTo(safe.trimmed(), maximumBytes - 1);
    if (safe.startsWith(u'.') || safe.startsWith(u'-'))
        safe[0] = u'_';
    if (safe.isEmpty() || isReserved(safe))
        safe.prepend(u'_');
    return safe.toStdString();
}

std::map<Label, std::string> labelFileParts(const LabelTable& table)
{
    std::map<Label, std::string> parts;
    QSet<QString> taken;
    for (const LabelRow& row : table.rows) {
        const QString base =
            QString::fromStdString(safeFileName(row.name, labelPartBytes)).replace(u' ', u'_');
        QString part = base;
        if (isReadAsOther(part.toLower()) || taken.contains(part.toLower()))
            part = base + u'-' + QString::number(row.label);
        while (taken.contains(part.toLower()))
            part += u'-' + QString::number(row.label);
        taken.insert(part.toLower());
        parts.emplace(row.label, part.toStdString());
    }
    return parts;
}

std::string sliceStem(const MaskExport& masks, int slice)
{
    const std::string stem = safeFileName(masks.stem);
    if (masks.labels.sliceCount == 1)
        return stem;
    return stem + QStringLiteral("_s%1").arg(slice + 1, 3, 10, QLatin1Char('0')).toStdString();
}

} // namespace limn
