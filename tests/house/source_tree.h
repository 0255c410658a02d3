#pragma once
// The repository's own files, as the tests of the house rules read them.

#include <QString>
#include <QStringList>

#include <vector>

namespace limn::house {

struct SourceFile {
    QString path; // from the root of the repository, with slashes
    QStringList lines;

    bool isCpp() const; // a C++ source or header
    bool isHeader() const;
    bool isIn(const QString& folder) const;
};

// A line that includes something.
struct Include {
    int line = 0; // from 1
    QString name;
    bool quoted = false;
};

// The root of the repository: LIMN_SOURCE, which CTest sets.
QString root();

// Sources, headers, scripts, CMake files and documents; neither build folders nor data.
const std::vector<SourceFile>& sourceFiles();

std::vector<Include> includesOf(const SourceFile& file);

// A C++ file without comments; words in quotation marks stay. Lines keep their numbers.
QStringList withoutComments(const QStringList& lines);

// "path:line: words", as compilers write it.
QString fault(const QString& path, int line, const QString& words);

} // namespace limn::house
