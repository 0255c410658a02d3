#include "tests/house/source_tree.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace limn::house {

namespace {

const QStringList kinds{".cpp", ".h", ".cmake", ".py", ".sh", ".md", ".txt", "/run", "/test"};

bool isSource(const QString& path)
{
    static const QRegularExpression leftOut("^(build[^/]*|\\.git|tests/data|resources)/");
    const bool isCMake = path.endsWith("CMakeLists.txt");
    if (leftOut.match(path).hasMatch() || (path.endsWith(".txt") && !isCMake))
        return false;
    return std::ranges::any_of(kinds,
                               [&](const QString& kind) { return ("/" + path).endsWith(kind); });
}

std::vector<SourceFile> readTree()
{
    std::vector<SourceFile> files;
    QDirIterator entries(root(), QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        const QString path = QDir(root()).relativeFilePath(file.fileName());
        if (!isSource(path) || !file.open(QFile::ReadOnly))
            continue;
        QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
        if (lines.last().isEmpty())
            lines.removeLast();
        files.push_back({path, lines});
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

} // namespace

bool SourceFile::isCpp() const
{
    return path.endsWith(".cpp") || path.endsWith(".h");
}

bool SourceFile::isHeader() const
{
    return path.endsWith(".h");
}

bool SourceFile::isIn(const QString& folder) const
{
    return path.startsWith(folder + "/");
}

QString root()
{
    return qEnvironmentVariable("LIMN_SOURCE");
}

const std::vector<SourceFile>& sourceFiles()
{
    static const std::vector<SourceFile> files = readTree();
    return files;
}

std::vector<Include> includesOf(const SourceFile& file)
{
    static const QRegularExpression form("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
    std::vector<Include> includes;
    for (int index = 0; index < file.lines.size(); ++index) {
        const auto match = form.match(file.lines[index]);
        if (match.hasMatch())
            includes.push_back({index + 1, match.captured(2), match.captured(1) == "\""});
    }
    return includes;
}

QStringList withoutComments(const QStringList& lines)
{
    static const QRegularExpression token(
        R"re("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|//[^\n]*|/\*.*?\*/)re",
        QRegularExpression::DotMatchesEverythingOption);
    const QString text = lines.join('\n');
    QString kept;
    qsizetype from = 0;
    for (auto matches = token.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        kept += text.mid(from, match.capturedStart() - from);
        const QString found = match.captured();
        kept += found.startsWith('/') ? QString(found.count('\n'), '\n') : found;
        from = match.capturedEnd();
    }
    return (kept + text.mid(from)).split('\n');
}

QString fault(const QString& path, int line, const QString& words)
{
    return QString("%1:%2: %3").arg(path).arg(line).arg(words);
}

} // namespace limn::house
