// limn figure, as a person types it: the files it writes by the real model, and what it refuses.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Answer {
    int exitCode = -1;
    QString out, error;
};

Answer figure(const QStringList& arguments)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name)); // it needs no screen
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(LIMN_PROGRAM), QStringList{QStringLiteral("figure")} + arguments);
    process.waitForFinished(240000);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString sample()
{
    return qEnvironmentVariable("LIMN_SOURCE")
        + QStringLiteral("/resources/samples/normal2-0669-0001.png");
}

bool hasModule()
{
    return QFile::exists(QFileInfo(QStringLiteral(LIMN_PROGRAM)).path()
                         + QStringLiteral("/limn_diffusion.so"));
}

// How different neighbours are, in the middle of the picture's upper part: noise is rough.
double roughness(const QImage& picture)
{
    double sum = 0;
    for (int y = picture.height() / 8; y < picture.height() / 2; ++y)
        for (int x = picture.width() / 4; x < picture.width() * 3 / 4; ++x)
            sum += std::abs(qBlue(picture.pixel(x, y)) - qBlue(picture.pixel(x - 1, y)));
    return sum;
}

} // namespace

class FigureCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noiseTurnsIntoAMaskInAGif()
    {
        if (!hasModule())
            QSKIP("built without the diffusion module");
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("steps.gif"));
        const Answer answer =
            figure({sample(), QStringLiteral("--model"), QStringLiteral("lungs"),
                    QStringLiteral("-o"), file, QStringLiteral("--steps"), QStringLiteral("4"),
                    QStringLiteral("--height"), QStringLiteral("256")});
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.error));
        QCOMPARE(answer.out.trimmed(), file);
        QImageReader reader(file);
        QCOMPARE(reader.imageCount(), 5);
        std::vector<QImage> frames;
        while (reader.canRead() && frames.size() < 5)
            frames.push_back(reader.read());
        QCOMPARE(frames.size(), std::size_t{5});
        for (const QImage& frame : frames)
            QCOMPARE(frame.size(), frames.front().size());
        QVERIFY2(roughness(frames.front()) > 1.3 * roughness(frames.back()),
                 qPrintable(QStringLiteral("%1, %2")
                                .arg(roughness(frames.front()))
                                .arg(roughness(frames.back()))));
    }

    void aFigureAndItsFramesAreWritten()
    {
        if (!hasModule())
            QSKIP("built without the diffusion module");
        const QTemporaryDir folder;
        const QStringList run{sample(),
                              QStringLiteral("--model"),
                              QStringLiteral("lungs"),
                              QStringLiteral("--steps"),
                              QStringLiteral("2"),
                              QStringLiteral("-o")};
        const QString png = folder.filePath(QStringLiteral("f.png"));
        const QStringList figureOfTwo = run
            + QStringList{png,
                          QStringLiteral("--width"),
                          QStringLiteral("100"),
                          QStringLiteral("--dpi"),
                          QStringLiteral("254"),
                          QStringLiteral("--columns"),
                          QStringLiteral("image,1,2,mask")};
        QCOMPARE(figure(figureOfTwo).exitCode, 0);
        const QImage image(png);
        QCOMPARE(image.width(), 1000);
        QCOMPARE(image.dotsPerMeterX(), 10000);
        const Answer again = figure(figureOfTwo + QStringList{QStringLiteral("--json")});
        QCOMPARE(again.exitCode, 2);
        QCOMPARE(QJsonDocument::fromJson(again.out.toUtf8())
                     .object()[QStringLiteral("error")]
                     .toString(),
                 QStringLiteral("Exists"));
        QCOMPARE(figure(figureOfTwo + QStringList{QStringLiteral("--replace")}).exitCode, 0);
        QCOMPARE(QImage(png), image); // the same command, the same picture

        const QString frames = folder.filePath(QStringLiteral("frames"));
        QCOMPARE(
            figure(run + QStringList{frames, QStringLiteral("--height"), QStringLiteral("128")})
                .exitCode,
            0);
        QCOMPARE(QDir(frames).entryList(QDir::Files),
                 (QStringList{QStringLiteral("normal2-0669-0001_01.png"),
                              QStringLiteral("normal2-0669-0001_02.png"),
                              QStringLiteral("normal2-0669-0001_03.png")}));
    }

    void whatMakesNoSenseIsRefusedBeforeTheModelRuns_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QStringList& arguments, const char* words) {
            QTest::newRow(name) << arguments << QString::fromUtf8(words);
        };
        const QString o = QStringLiteral("-o"), svg = QStringLiteral("x.svg");
        row("unknown ending", {o, QStringLiteral("x.jpg")}, ".svg or .png");
        row("K too large", {o, svg, QStringLiteral("--steps"), QStringLiteral("101")}, "--steps");
        row("K too small", {o, svg, QStringLiteral("--steps"), QStringLiteral("0")}, "--steps");
        row("step not in the run",
            {o, svg, QStringLiteral("--columns"), QStringLiteral("image,11")}, "1 to 10");
        row("unknown column", {o, svg, QStringLiteral("--columns"), QStringLiteral("picture")},
            "picture");
        row("unknown row", {o, svg, QStringLiteral("--rows"), QStringLiteral("noise")}, "noise");
        row("no such kernel", {o, svg, QStringLiteral("--kernel"), QStringLiteral("x")},
            "--kernel");
        row("width", {o, svg, QStringLiteral("--width"), QStringLiteral("3")}, "--width");
        row("no output", {}, "--out");
    }

    void whatMakesNoSenseIsRefusedBeforeTheModelRuns()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, words);
        const Answer answer = figure(
            QStringList{sample(), QStringLiteral("--model"), QStringLiteral("lungs")} + arguments);
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.error.contains(words), qPrintable(answer.error));
        QVERIFY(!answer.error.contains(QStringLiteral("steps\n"))); // no progress
    }

    void anImageModelOrFolderThatIsNotThereIsNamed()
    {
        const QString model = QStringLiteral("--model"), lungs = QStringLiteral("lungs"),
                      o = QStringLiteral("-o");
        const Answer noModel =
            figure({sample(), model, QStringLiteral("no-such"), o, QStringLiteral("x.svg")});
        QCOMPARE(noModel.exitCode, 2);
        QVERIFY(noModel.error.contains(QStringLiteral("ModelNotFound")));
        const Answer noImage =
            figure({QStringLiteral("/nowhere/a.png"), model, lungs, o, QStringLiteral("x.svg")});
        QCOMPARE(noImage.exitCode, 2);
        if (!hasModule())
            QSKIP("built without the diffusion module");
        const Answer noFolder =
            figure({sample(), model, lungs, o, QStringLiteral("/nowhere/at/all/x.svg"),
                    QStringLiteral("--steps"), QStringLiteral("1")});
        QCOMPARE(noFolder.exitCode, 2);
        QVERIFY2(noFolder.error.contains(QStringLiteral("/nowhere/at/all")),
                 qPrintable(noFolder.error));
        const Answer noSlice = figure({sample(), model, lungs, o, QStringLiteral("x.svg"),
                                       QStringLiteral("--slice"), QStringLiteral("2")});
        QCOMPARE(noSlice.exitCode, 2);
        QVERIFY(noSlice.error.contains(QStringLiteral("1 to 1")));
    }
};

QTEST_GUILESS_MAIN(FigureCommandTest)
#include "figure_command_test.moc"
