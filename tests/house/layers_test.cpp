// Reads every #include of the repository: the arrows between the rooms are those of the
// architecture.

#include "tests/house/layers.h"

#include <QTest>

using namespace limn::house;

class LayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIncludeFollowsAnArrow();
    void aForbiddenIncludeIsSeen_data();
    void aForbiddenIncludeIsSeen();
    void anAllowedIncludePasses_data();
    void anAllowedIncludePasses();
};

void LayersTest::everyIncludeFollowsAnArrow()
{
    QVERIFY2(!root().isEmpty(), "LIMN_SOURCE names the repository; CTest sets it");
    int read = 0;
    QStringList faults;
    for (const SourceFile& file : sourceFiles()) {
        if (!file.isCpp())
            continue;
        ++read;
        faults += layerFaults(file);
    }
    QVERIFY2(read > 20, "the sources were not found");
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

void LayersTest::aForbiddenIncludeIsSeen_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::newRow("Qt in the data") << "model/data/x.h" << "#include <QString>";
    QTest::newRow("POSIX in the data") << "model/data/x.cpp" << "#include <unistd.h>";
    QTest::newRow("the data see the metrics")
        << "model/data/x.cpp" << "#include \"model/segmenter.h\"";
    QTest::newRow("LibTorch outside its rooms")
        << "model/segmenter.cpp" << "#include <ATen/ATen.h>";
    QTest::newRow("LibTorch in the window") << "ui/view/x.cpp" << "#include <torch/torch.h>";
    QTest::newRow("a decoder in the window's process")
        << "io/work/x.cpp" << "#include <dcmtk/dcmdata/dctk.h>";
    QTest::newRow("OpenCV reads files") << "io/masks/x.cpp" << "#include <opencv2/imgcodecs.hpp>";
    QTest::newRow("OpenCV in a header") << "ui/session/x.h" << "#include <opencv2/core.hpp>";
    QTest::newRow("widgets in the session") << "ui/session/x.cpp" << "#include <QWidget>";
    QTest::newRow("widgets by module") << "io/work/x.cpp" << "#include <QtWidgets/QLabel>";
    QTest::newRow("SQL in a view") << "ui/view/x.cpp" << "#include <QSqlDatabase>";
    QTest::newRow("the network") << "app/x.cpp" << "#include <QtNetwork/QTcpSocket>";
    QTest::newRow("the session sees a view")
        << "ui/session/x.cpp" << "#include \"ui/view/theme.h\"";
    QTest::newRow("a view writes files")
        << "ui/view/x.cpp" << "#include \"model/files/durable_file.h\"";
    QTest::newRow("a neighbour by its bare name") << "model/data/x.cpp" << "#include \"volume.h\"";
    QTest::newRow("a way up") << "model/data/x.cpp" << "#include \"../segmenter.h\"";
    QTest::newRow("a test by its bare name") << "tests/app/x.cpp" << "#include \"layers.h\"";
    QTest::newRow("an unknown library") << "io/work/x.cpp" << "#include <curl/curl.h>";
}

void LayersTest::aForbiddenIncludeIsSeen()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QCOMPARE(layerFaults({path, {"// a comment", line}}).size(), 1);
}

void LayersTest::anAllowedIncludePasses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::newRow("the standard library") << "model/data/x.h" << "#include <stop_token>";
    QTest::newRow("the door opens a plug-in") << "model/x.cpp" << "#include <dlfcn.h>";
    QTest::newRow("the child decodes") << "io/import/x.cpp" << "#include <dcmtk/dcmdata/dctk.h>";
    QTest::newRow("contours of a mask") << "io/masks/x.cpp" << "#include <opencv2/imgproc.hpp>";
    QTest::newRow("a view asks the session")
        << "ui/view/x.cpp" << "#include \"ui/session/session.h\"";
    QTest::newRow("a view is a widget") << "ui/view/x.h" << "#include <QWidget>";
    QTest::newRow("the network learns") << "model/training/x.cpp" << "#include <torch/torch.h>";
    QTest::newRow("a test sees all")
        << "tests/app/x.cpp" << "#include \"model/files/durable_file.h\"";
    QTest::newRow("what moc made") << "tests/app/x.cpp" << "#include \"x.moc\"";
}

void LayersTest::anAllowedIncludePasses()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QCOMPARE(layerFaults({path, {line}}), QStringList());
}

QTEST_GUILESS_MAIN(LayersTest)
#include "layers_test.moc"
