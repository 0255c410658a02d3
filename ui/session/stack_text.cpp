#include "ui/session/stack_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace limn {
namespace {

struct StackText {
    Q_DECLARE_TR_FUNCTIONS(StackText)

public:
    static QString millimetres(double length) { return QLocale().toString(length, 'g', 4); }

    static QString gap(const StackFinding& finding)
    {
        const auto missing = static_cast<int>(std::lround(finding.found / finding.expected)) - 1;
        return tr("between slices %1 and %2 lie %3 mm instead of %4 mm: %n slice(s) missing", nullptr,
                  missing)
            .arg(finding.slice + 1)
            .arg(finding.slice + 2)
            .arg(millimetres(finding.found), millimetres(finding.expected));
    }

    static QString of(const StackFinding& finding)
    {
        switch (finding.kind) {
        case FindingKind::Gap: return gap(finding);
        case FindingKind::Uneven:
            return tr("the slices lie %1 to %2 mm apart")
                .arg(millimetres(finding.found), millimetres(finding.expected));
        case FindingKind::Tilted:
            return tr("the slices are sheared by %1° (a tilted gantry)")
                .arg(QLocale().toString(finding.found, 'f', 1));
        case FindingKind::Copies:
            return tr("%n file(s) are copies of others and were left out", nullptr, finding.count);
        case FindingKind::Doubled:
            return tr("%n slice(s) lie where others do; they are an image of their own", nullptr,
                      finding.count);
        case FindingKind::SeveralSizes:
            return tr("the series has %n sizes or spacings; each is an image of its own", nullptr,
                      finding.count);
        case FindingKind::SeveralOrientations:
            return tr("the series has %n orientations; each is an image of its own", nullptr,
                      finding.count);
        case FindingKind::Shifted:
            return tr("slice %1 is shifted by %2 mm in its plane")
                .arg(finding.slice + 1)
                .arg(millimetres(finding.found));
        }
        return {};
    }

    static QString sentence(const QString& image, const QString& words)
    {
        return tr("%1: %2. Nothing was resampled.").arg(image, words);
    }
};

} // namespace

QString findingText(const StackFinding& finding)
{
    return StackText::of(finding);
}

QString findingsText(const QString& image, const std::vector<StackFinding>& findings)
{
    QStringList words;
    for (const StackFinding& finding : findings)
        words << findingText(finding);
    return words.isEmpty() ? QString() : StackText::sentence(image, words.join(QStringLiteral("; ")));
}

} // namespace limn
