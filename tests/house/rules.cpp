#include "tests/house/rules.h"

#include "tests/house/layers.h"

#include <QRegularExpression>

#include <algorithm>

namespace limn::house {

namespace {

QStringList matches(const SourceFile& file, const QStringList& lines,
                    const QRegularExpression& form, const QString& words)
{
    QStringList faults;
    for (int index = 0; index < lines.size(); ++index) {
        const auto match = form.match(lines[index]);
        if (match.hasMatch())
            faults << fault(file.path, index + 1, words + ": " + match.captured().trimmed());
    }
    return faults;
}

bool isProgram(const SourceFile& file)
{
    return file.isCpp() && !roomOf(file.path).isEmpty();
}

const SourceFile* nearestCMakeLists(const SourceFile& file)
{
    QString folder = file.path;
    while (folder.contains('/')) {
        folder = folder.section('/', 0, -2);
        const auto found =
            std::ranges::find(sourceFiles(), folder + "/CMakeLists.txt", &SourceFile::path);
        if (found != sourceFiles().end())
            return &*found;
    }
    return nullptr;
}

} // namespace

QStringList sizeFaults(const SourceFile& file)
{
    if (file.lines.size() <= 400)
        return {};
    return {fault(file.path, static_cast<int>(file.lines.size()), "more than 400 lines")};
}

QStringList writingFaults(const SourceFile& file)
{
    // One names the flags to forbid them to the import child, one uses them, one has files without
    // a name, in place of memory.
    static const QStringList exempt{"io/import/confine.cpp", "model/files/durable_file.cpp",
                                    "app/spill.cpp"};
    if (!isProgram(file) || exempt.contains(file.path))
        return {};
    static const QRegularExpression writers(
        R"re(^(?!.*"/dev/null").*(\bQSaveFile\b|\bQTemporaryFile\b|\bo?fstream\b(?!>)|\bfopen\s*\(|\bO_(WRONLY|RDWR|CREAT|APPEND)\b)re"
        R"re(|\bcopy_file\s*\(|\bQFile::(copy|rename)\b|\bQImageWriter\s+\w+\s*[({](?!\s*&)|\bmkstemp)re"
        R"re(|[iI]mage(\(\))?\.save\s*\((?!\s*&)))re");
    const QStringList lines = withoutComments(file.lines);
    QStringList faults = matches(file, lines, writers, "only durable_file writes files");
    // A QFile that is opened to write; a QBuffer or QDataStream in memory may be.
    static const QRegularExpression declared(R"re(\bQFile\s+(\w+)\s*[({;])re");
    for (auto files = declared.globalMatch(lines.join('\n')); files.hasNext();) {
        const QRegularExpression opened("\\b" + files.next().captured(1)
                                        + R"re(\.open\s*\([^)]*(WriteOnly|ReadWrite|Append))re");
        faults += matches(file, lines, opened, "only durable_file writes files");
    }
    return faults;
}

QStringList networkFaults(const SourceFile& file)
{
    static const QRegularExpression form(
        R"re(\bQNetwork\w+|\bQ(Tcp|Udp|Ssl)\w+|Qt6::Network|\bAF_INET6?\b|\bgetaddrinfo\b|\bcurl_\w+)re");
    const bool isBuild = file.path.endsWith("CMakeLists.txt") || file.path.endsWith(".cmake");
    return isProgram(file) || isBuild
        ? matches(file, withoutComments(file.lines), form, "no network")
        : QStringList();
}

QStringList colourFaults(const SourceFile& file)
{
    static const QRegularExpression exempt("theme|colou?r_?map");
    if (!file.isCpp() || !file.isIn("ui") || exempt.match(file.path).hasMatch())
        return {};
    static const QRegularExpression form(
        R"re(\bQColor(\s+\w+)?\s*[({]\s*("|\d|u?"#|QStringLiteral|Qt::(?!transparent))|\bqRgba?\s*\(\s*\d|"#[0-9a-fA-F]{3,8}")re"
        R"re(|\bQColorConstants\b|\bQt::(dark)?(black|white|red|green|blue|cyan|magenta|yellow|[gG]ray)\b|\bQt::lightGray\b)re",
        QRegularExpression::CaseInsensitiveOption);
    return matches(file, withoutComments(file.lines), form, "a colour outside the theme");
}

QStringList deadCodeFaults(const SourceFile& file)
{
    if (!file.isCpp())
        return {};
    static const QRegularExpression off(R"re(^\s*#\s*(if|ifdef|elif)\s+0\b)re");
    static const QRegularExpression open("\\b(TO"
                                         "DO|FIX"
                                         "ME|X"
                                         "XX)\\b(?!.*#\\d)");
    static const QRegularExpression commentedOut(
        R"re(^\s*//\s*([{}]|(return|delete|using|const|auto)\b[^.]*;|[\w:.>-]+\(.*\);|[\w:.>\[\]-]+\s*[+*-]?=\s.*;)\s*$)re");
    return matches(file, file.lines, off, "code that is switched off")
        + matches(file, file.lines, open, "work left open without an issue's number")
        + matches(file, file.lines, commentedOut, "code in a comment");
}

QStringList machinePathFaults(const SourceFile& file)
{
    static const QRegularExpression form("(?<![\\w.~\\-}\\])>])/(wo"
                                         "rk|ho"
                                         "me|ro"
                                         "ot|Us"
                                         "ers)/\\w+");
    return matches(file, file.lines, form, "a path of one machine");
}

QStringList headerFaults(const SourceFile& file)
{
    if (!file.isHeader() || file.lines.contains("#pragma once"))
        return {};
    return {fault(file.path, 1, "no #pragma once")};
}

QStringList unbuiltFaults(const SourceFile& file)
{
    if (!file.path.endsWith(".cpp"))
        return {};
    const SourceFile* const list = nearestCMakeLists(file);
    if (!list)
        return {fault(file.path, 1, "no CMakeLists.txt builds it")};
    const QString folder = list->path.chopped(QString("CMakeLists.txt").size());
    QString name = file.path.mid(folder.size());
    if (file.isIn("tests"))
        name.chop(4); // limn_test(NAME) builds NAME.cpp
    const QRegularExpression listed("(^|[\\s(/])" + QRegularExpression::escape(name)
                                    + "(\\.cpp)?($|[\\s)])");
    const bool isListed = std::ranges::any_of(list->lines, [&](const QString& line) {
        return listed.match(line.section('#', 0, 0)).hasMatch();
    });
    return isListed ? QStringList()
                    : QStringList{fault(file.path, 1, list->path + " does not list it")};
}

} // namespace limn::house
