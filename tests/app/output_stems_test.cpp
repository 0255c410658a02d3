#include "app/output_stems.h"

#include <QTest>

using namespace limn;

class OutputStemsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesEachFileOnce_data();
    void namesEachFileOnce();
};

void OutputStemsTest::namesEachFileOnce_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QStringList>("stems");
    QTest::newRow("keeps the source's name")
        << QStringList{"/x/a.png", "/x/b.c.png"} << QStringList{"a", "b.c"};
    QTest::newRow("adds the folder where names meet")
        << QStringList{"/x/a.png", "/y/a.png", "/y/b.png"} << QStringList{"x_a", "y_a", "b"};
    QTest::newRow("adds the ending where the folder is shared")
        << QStringList{"/x/a.png", "/x/a.jpg"} << QStringList{"x_a_png", "x_a_jpg"};
    QTest::newRow("calls a file without an ending so")
        << QStringList{"/x/a", "/x/a.jpg"} << QStringList{"x_a_file", "x_a_jpg"};
    QTest::newRow("does not tell capitals apart")
        << QStringList{"/x/A.png", "/y/a.png"} << QStringList{"x_A", "y_a"};
    QTest::newRow("counts what is still the same")
        << QStringList{"/p/x/a.png", "/q/x/a.png"} << QStringList{"x_a_png", "x_a_png_2"};
    QTest::newRow("has nothing to do") << QStringList() << QStringList();
}

void OutputStemsTest::namesEachFileOnce()
{
    QFETCH(QStringList, paths);
    QFETCH(QStringList, stems);
    std::vector<std::filesystem::path> files;
    for (const auto& path : paths)
        files.emplace_back(path.toStdString());
    QStringList made;
    for (const auto& stem : outputStems(files))
        made << QString::fromStdString(stem);
    QCOMPARE(made, stems);
}

QTEST_GUILESS_MAIN(OutputStemsTest)
#include "output_stems_test.moc"
