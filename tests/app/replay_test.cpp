// limn replay on real pictures: scripts that are met and scripts that are not, and a process that
// is killed while somebody draws. A sample of the kills; with LIMN_FULL=1 in the environment 200.
#include "io/work/work_file.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

namespace {

constexpr int patienceMs = 120'000;

struct Run {
    int code = -1;
    QString out, errors;
};

} // namespace

class ReplayTest : public QObject {
    Q_OBJECT

public:
    ReplayTest()
    {
        if (qEnvironmentVariableIntValue("LIMN_FULL") != 0) // 200 kills take longer than five minutes
            qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");
    }

private Q_SLOTS:
    void initTestCase();
    void init();
    void doesWhatTheScriptSays();
    void namesTheLineThatCannotBeDone_data();
    void namesTheLineThatCannotBeDone();
    void undoGoesOnInTheNextStart();
    void listsTheActions();
    void aKilledProcessLosesAtMostTheUnfinishedStroke();

private:
    std::unique_ptr<QProcess> started(const QString& script);
    Run ran(const QString& script);
    QString write(const QStringList& lines);
    static QString strokeNumber(int number);

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_images;
};

void ReplayTest::initTestCase()
{
    QVERIFY(QFile::exists(QStringLiteral(LIMN_PROGRAM)));
}

void ReplayTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_images = m_home->filePath("images");
    QVERIFY(QDir().mkpath(m_images));
    const QString samples = qEnvironmentVariable("LIMN_SOURCE") + "/resources/samples/";
    for (const char* name : {"normal2-0669-0001.png", "person1231-virus_2088.png"})
        QVERIFY(QFile::copy(samples + name, m_images + '/' + name));
}

QString ReplayTest::write(const QStringList& lines)
{
    const QString path = m_home->filePath("script.txt");
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(lines.join('\n').toUtf8());
    return path;
}

std::unique_ptr<QProcess> ReplayTest::started(const QString& script)
{
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_DATA_HOME", m_home->filePath("data"));
    environment.insert("XDG_CONFIG_HOME", m_home->filePath("config"));
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(LIMN_PROGRAM), {"replay", script});
    return process;
}

Run ReplayTest::ran(const QString& script)
{
    const auto process = started(script);
    Run run;
    // false also where it had ended before
    if (!process->waitForFinished(patienceMs) && process->state() != QProcess::NotRunning) {
        run.errors = QStringLiteral("it did not end");
        return run;
    }
    run.code = process->exitCode();
    run.out = QString::fromUtf8(process->readAllStandardOutput());
    run.errors = QString::fromUtf8(process->readAllStandardError());
    return run;
}

void ReplayTest::doesWhatTheScriptSays()
{
    const Run run = ran(write({"# the loop without a model",
                               "open \"" + m_images + '"',
                               "expect image normal2-0669-0001",
                               "expect status todo",
                               "tool brush",
                               "brush 20",
                               "stroke 200,200 240,200 240,260",
                               "wait",
                               "expect status begun",
                               "expect undo 1",
                               "expect saved yes",
                               "do undo",
                               "expect human 0",
                               "do redo",
                               "expect redo 0",
                               "do accept",
                               "wait",
                               "sleep 50",
                               "image person1231-virus_2088",
                               "expect status todo",
                               "do skip",
                               "image normal2-0669-0001",
                               "expect status accepted",
                               "say all of it"}));
    QVERIFY2(run.code == 0, qPrintable(run.errors));
    QCOMPARE(run.out.trimmed(), QStringLiteral("all of it"));
    const auto file = WorkFile::open(m_images.toStdString());
    QVERIFY(file);
    const auto all = (*file)->images()->summaries();
    QVERIFY(all && all->size() == 2);
    QCOMPARE(all->at(0).status, ImageStatus::Accepted);
    QCOMPARE(all->at(1).status, ImageStatus::Skipped);
    QCOMPARE(all->at(0).effort.strokes, 1);
    QVERIFY(all->at(0).effort.changedPixels > 1000);
}

void ReplayTest::namesTheLineThatCannotBeDone_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such command") << QStringList{"", "dance"} << "line 2: dance";
    QTest::newRow("no such action") << QStringList{"do fly"} << "no action of this id";
    QTest::newRow("not now") << QStringList{"do run"} << "not now: Open an image first.";
    QTest::newRow("not met") << QStringList{"expect undo 3"} << "line 1: expect undo 3: it is 0";
    QTest::newRow("no image") << QStringList{"stroke 1,1 2,2"} << "no image is open";
}

void ReplayTest::namesTheLineThatCannotBeDone()
{
    QFETCH(const QStringList, lines);
    QFETCH(const QString, words);
    const Run run = ran(write(lines));
    QCOMPARE(run.code, 2);
    QVERIFY2(run.errors.contains(words), qPrintable(run.errors));
}

void ReplayTest::undoGoesOnInTheNextStart()
{
    const QString open = "open \"" + m_images + '"';
    QVERIFY(ran(write({open, "brush 30", "stroke 100,100 140,100", "stroke 200,100 240,100",
                       "do undo", "wait"}))
                .code
            == 0);
    const Run run = ran(write({open, "expect undo 1", "expect redo 1", "do redo", "expect undo 2",
                               "do undo", "do undo", "expect human 0", "wait"}));
    QVERIFY2(run.code == 0, qPrintable(run.errors));
}

void ReplayTest::listsTheActions()
{
    QProcess process;
    process.start(QStringLiteral(LIMN_PROGRAM), {"replay", "--actions"});
    QVERIFY(process.waitForFinished(patienceMs));
    QCOMPARE(process.exitCode(), 0);
    const QString out = QString::fromUtf8(process.readAllStandardOutput());
    for (const char* id : {"undo ", "tool-brush", "next-image", "show-doubt"})
        QVERIFY2(out.contains(QLatin1String(id)), id);
}

// Each covers new pixels, so that the count of drawn pixels says how many there are.
QString ReplayTest::strokeNumber(int number)
{
    const int x = 40 + 30 * (number % 12), y = 40 + 30 * (number / 12);
    return QStringLiteral("stroke %1,%2 %3,%2").arg(x).arg(y).arg(x + 12);
}

void ReplayTest::aKilledProcessLosesAtMostTheUnfinishedStroke()
{
    constexpr int strokes = 40;
    const QString open = "open \"" + m_images + '"';
    QStringList lines{open, "brush 12"};
    for (int number = 0; number < strokes; ++number) {
        lines << strokeNumber(number) << "wait" << QStringLiteral("say drawn %1").arg(number + 1);
        if (number % 9 == 5) // a snapshot is laid down
            lines << "image person1231-virus_2088"
                  << "image normal2-0669-0001";
    }
    const QString script = write(lines);
    const QString first = m_images + "/annotations.limn";

    // What there is after each stroke, by a run that nobody stops.
    QStringList counted{open, "brush 12"};
    for (int number = 0; number < strokes; ++number)
        counted << strokeNumber(number) << "show";
    const Run calm = ran(write(counted));
    QCOMPARE(calm.code, 0);
    QStringList after{"0"};
    for (const QString& line : calm.out.split('\n'))
        if (line.startsWith("human "))
            after << line.section(' ', 1);
    QCOMPARE(after.size(), strokes + 1);
    QCOMPARE(QSet<QString>(after.begin(), after.end()).size(), strokes + 1);

    const int rounds = qEnvironmentVariableIntValue("LIMN_FULL") != 0 ? 200 : 6;
    auto random = QRandomGenerator::securelySeeded();
    int mostDrawn = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const QString& file : QDir(m_images).entryList({"annotations.limn*"}))
            QFile::remove(m_images + '/' + file);
        write(lines);
        const auto process = started(script);
        QByteArray out;
        QVERIFY(QTest::qWaitFor(
            [&] { return (out += process->readAllStandardOutput()).contains("drawn"); },
            patienceMs));
        QTest::qWait(static_cast<int>(random.bounded(700)));
        process->kill();
        process->waitForFinished(patienceMs); // false where it had ended by then
        QCOMPARE(process->state(), QProcess::NotRunning);
        out += process->readAllStandardOutput();
        const int drawn = out.left(out.lastIndexOf('\n')).split(' ').back().toInt();
        QVERIFY(drawn > 0);
        mostDrawn = std::max(mostDrawn, drawn);

        const Run next = ran(write({open, "show"}));
        QVERIFY2(next.code == 0,
                 qPrintable(QStringLiteral("round %1, code %2: %3")
                                .arg(round)
                                .arg(next.code)
                                .arg(next.errors)));
        QString human, undo;
        for (const QString& line : next.out.split('\n')) {
            if (line.startsWith("human "))
                human = line.section(' ', 1);
            if (line.startsWith("undo "))
                undo = line.section(' ', 1);
        }
        const auto kept = after.indexOf(human);
        QVERIFY2(kept == drawn || kept == drawn + 1,
                 qPrintable(QStringLiteral("round %1: %2 drawn, %3 kept (%4 pixels)")
                                .arg(round)
                                .arg(drawn)
                                .arg(kept)
                                .arg(human)));
        QCOMPARE(undo, QString::number(kept));
        QVERIFY(QFile::exists(first));
        QVERIFY(QDir(m_images).entryList({"annotations.damaged*"}).isEmpty());
    }
    qInfo("%d kills, up to %d strokes in", rounds, mostDrawn);
}

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
