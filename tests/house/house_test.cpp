// Reads every source file of the repository against the rules of the house.

#include "tests/house/rules.h"

#include <QTest>

using namespace limn::house;

using Rule = QStringList (*)(const SourceFile&);
Q_DECLARE_METATYPE(Rule)

class HouseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileKeepsTheRule_data();
    void everyFileKeepsTheRule();
    void aBreachIsSeen_data();
    void aBreachIsSeen();
    void whatIsAllowedPasses_data();
    void whatIsAllowedPasses();
    void commentsAreLeftOutAndLinesKept();
};

void HouseTest::everyFileKeepsTheRule_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::newRow("at most 400 lines") << Rule(sizeFaults);
    QTest::newRow("one place writes files") << Rule(writingFaults);
    QTest::newRow("no network") << Rule(networkFaults);
    QTest::newRow("colours come from the theme") << Rule(colourFaults);
    QTest::newRow("no dead code") << Rule(deadCodeFaults);
    QTest::newRow("no path of one machine") << Rule(machinePathFaults);
    QTest::newRow("headers are included once") << Rule(headerFaults);
    QTest::newRow("every source is built") << Rule(unbuiltFaults);
}

void HouseTest::everyFileKeepsTheRule()
{
    QFETCH(const Rule, rule);
    QVERIFY2(!root().isEmpty(), "LIMN_SOURCE names the repository; CTest sets it");
    QVERIFY2(sourceFiles().size() > 40, "the sources were not found");
    QStringList faults;
    for (const SourceFile& file : sourceFiles())
        faults += rule(file);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

void HouseTest::aBreachIsSeen_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::newRow("a long file") << Rule(sizeFaults) << "docs/x.md" << QString(400, '\n');
    QTest::newRow("a stream") << Rule(writingFaults) << "io/masks/x.cpp"
                              << "std::ofstream out(path);";
    QTest::newRow("a C file") << Rule(writingFaults) << "model/training/x.cpp"
                              << "FILE* f = fopen(name, \"w\");";
    QTest::newRow("a descriptor") << Rule(writingFaults) << "io/work/x.cpp"
                                  << "open(path, O_WRONLY | O_TRUNC);";
    QTest::newRow("a QFile") << Rule(writingFaults) << "ui/view/x.cpp"
                             << "QFile file(path);\nif (!file.open(QIODevice::WriteOnly)) return;";
    QTest::newRow("a QSaveFile") << Rule(writingFaults) << "app/x.cpp" << "QSaveFile file(path);";
    QTest::newRow("an image by its path")
        << Rule(writingFaults) << "app/x.cpp" << "image.save(path);";
    QTest::newRow("a socket") << Rule(networkFaults) << "app/x.cpp" << "QTcpSocket socket;";
    QTest::newRow("Qt's network") << Rule(networkFaults) << "app/CMakeLists.txt" << "Qt6::Network";
    QTest::newRow("a colour by its text")
        << Rule(colourFaults) << "ui/view/x.cpp" << "QColor(\"#ff0000\");";
    QTest::newRow("a colour by its numbers")
        << Rule(colourFaults) << "ui/tools/x.cpp" << "const QColor c{255, 0, 0};";
    QTest::newRow("a colour by its name")
        << Rule(colourFaults) << "ui/view/x.cpp" << "p.setPen(Qt::red);";
    QTest::newRow("code switched off") << Rule(deadCodeFaults) << "app/x.cpp" << "#if 0";
    QTest::newRow("code in a comment") << Rule(deadCodeFaults) << "app/x.cpp" << "// old.call(1);";
    QTest::newRow("open work") << Rule(deadCodeFaults) << "app/x.cpp"
                               << QString("// TO") + "DO later";
    QTest::newRow("somebody's folder")
        << Rule(machinePathFaults) << "docs/x.md" << QString("see /ho") + "me/ann/x";
    QTest::newRow("a bare header") << Rule(headerFaults) << "app/x.h" << "struct X;";
    QTest::newRow("a forgotten source") << Rule(unbuiltFaults) << "model/data/x.cpp" << "";
}

void HouseTest::aBreachIsSeen()
{
    QFETCH(const Rule, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QCOMPARE(rule({path, text.split('\n')}).size(), 1);
}

void HouseTest::whatIsAllowedPasses_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::newRow("a buffer in memory") << Rule(writingFaults) << "io/masks/x.cpp"
                                        << "QFile in(path);\nbuffer.open(QIODevice::WriteOnly);";
    QTest::newRow("a file that is read") << Rule(writingFaults) << "app/x.cpp"
                                         << "QFile in(path);\nin.open(QIODevice::ReadOnly);";
    QTest::newRow("an image into memory")
        << Rule(writingFaults) << "io/masks/x.cpp" << "image.save(&buffer, \"PNG\");";
    QTest::newRow("the writer itself")
        << Rule(writingFaults) << "model/files/durable_file.cpp" << "O_CREAT | O_EXCL";
    QTest::newRow("a test makes files")
        << Rule(writingFaults) << "tests/app/x.cpp" << "std::ofstream out(path);";
    QTest::newRow("nowhere") << Rule(writingFaults) << "io/x.cpp"
                             << "open(\"/dev/null\", O_WRONLY);";
    QTest::newRow("the theme") << Rule(colourFaults) << "ui/view/theme.cpp"
                               << "QColor(\"#ff0000\");";
    QTest::newRow("a colour from data")
        << Rule(colourFaults) << "ui/view/x.cpp" << "QColor(c.red, c.green, c.blue)";
    QTest::newRow("a sentence in a comment")
        << Rule(deadCodeFaults) << "app/x.cpp" << "// The edit of (both whole, of `size`);";
    QTest::newRow("a path in a comment on writing")
        << Rule(writingFaults) << "io/x.cpp" << "// not by QSaveFile";
}

void HouseTest::whatIsAllowedPasses()
{
    QFETCH(const Rule, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QCOMPARE(rule({path, text.split('\n')}), QStringList());
}

void HouseTest::commentsAreLeftOutAndLinesKept()
{
    const QStringList lines{"a(\"// text\"); // comment", "/* two", "lines */ b();"};
    const QStringList kept{"a(\"// text\"); ", "", " b();"};
    QCOMPARE(withoutComments(lines), kept);
}

QTEST_GUILESS_MAIN(HouseTest)
#include "house_test.moc"
