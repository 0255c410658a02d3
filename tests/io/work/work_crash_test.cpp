// A process that dies in the middle of drawing loses no stroke that was acknowledged, and its lock
// with it.
#include "io/work/journal.h"
#include "io/work/work_file.h"
#include "tests/io/work/studies.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace limn;

namespace {

const ImageKey drawn = keyOf("drawn.png", {64, 48}, 2);

// The n-th stroke is always the same, so that both processes know it.
Stroke strokeNumber(int number)
{
    std::mt19937 random(static_cast<unsigned>(number));
    return randomStroke(random, drawn);
}

HumanLayer layerAfter(int strokes)
{
    HumanLayer layer = untouchedLayer(drawn.size, drawn.sliceCount);
    for (int number = 1; number <= strokes; ++number)
        applied(strokeNumber(number), layer);
    return layer;
}

void say(const char* word, int number)
{
    std::printf("%s %d\n", word, number);
    std::fflush(stdout);
}

// Draws for ever and says the number of each stroke that is on disk.
int draw(const QString& folder, int first)
{
    Journal journal;
    journal.openFolder(folder.toStdString());
    for (int number = first;; ++number) {
        journal.stroke(drawn, strokeNumber(number));
        if (number % 7 == 0)
            journal.leaveImage(drawn); // so that some die while a snapshot is laid down
        if (!journal.flush(std::chrono::seconds(20)))
            return 1;
        say("saved", number);
    }
}

int hold(const QString& folder)
{
    const auto file = WorkFile::open(folder.toStdString());
    if (!file || !(*file)->isWritable())
        return 1;
    say("held", 0);
    return std::getchar() == EOF ? 0 : 1;
}

std::unique_ptr<QProcess> started(const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(), arguments);
    process->waitForStarted();
    return process;
}

// The number in the last whole line "saved N" of what the process has said.
int lastSaved(const QByteArray& output)
{
    const auto lines = output.left(output.lastIndexOf('\n') + 1).trimmed().split('\n');
    return lines.back().split(' ').value(1).toInt();
}

} // namespace

class WorkCrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAcknowledgedStrokeSurvivesBeingKilled();
    void anotherProcessWithTheFolderIsNamed();
    void theLockOfADeadProcessIsTakenOver();
};

void WorkCrashTest::everyAcknowledgedStrokeSurvivesBeingKilled()
{
    const QTemporaryDir folder;
    int count = 0; // strokes in the file
    auto random = QRandomGenerator::securelySeeded();
    for (int round = 0; round < 10; ++round) {
        const auto process = started({"--draw", folder.path(), QString::number(count + 1)});
        QByteArray output;
        QVERIFY(QTest::qWaitFor(
            [&] { return (output += process->readAllStandardOutput()).contains('\n'); }, 20000));
        const qint64 delayMs = random.bounded(250);
        QTest::qWait(static_cast<int>(delayMs));
        process->kill();
        QVERIFY(process->waitForFinished());
        output += process->readAllStandardOutput();
        const int acknowledged = lastSaved(output);
        QVERIFY(acknowledged > count);

        const auto file = WorkFile::open(folder.path().toStdString());
        QVERIFY(file && (*file)->isWritable() && (*file)->notices().empty());
        const auto kept = (*file)->images()->read(drawn);
        QVERIFY(kept && kept->state);
        const bool isExact = kept->state->human.values == layerAfter(acknowledged).values;
        // The one in flight may have reached the disk before the process could say so.
        const bool isOneMore = kept->state->human.values == layerAfter(acknowledged + 1).values;
        QVERIFY2(isExact || isOneMore,
                 qPrintable(QStringLiteral("round %1, %2 acknowledged, killed after %3 ms")
                                .arg(round)
                                .arg(acknowledged)
                                .arg(delayMs)));
        count = isExact ? acknowledged : acknowledged + 1;
    }
    qInfo("%d strokes in 10 rounds", count);
}

void WorkCrashTest::anotherProcessWithTheFolderIsNamed()
{
    const QTemporaryDir folder;
    const auto holder = started({"--hold", folder.path()});
    QVERIFY(holder->waitForReadyRead(20000));
    const auto file = WorkFile::open(folder.path().toStdString());
    QVERIFY(file && !(*file)->isWritable());
    QCOMPARE((*file)->notices().at(0).code, ErrorCode::WorkFileLocked);
    const std::string& detail = (*file)->notices().at(0).detail;
    QVERIFY2(detail.contains("process " + std::to_string(holder->processId()) + " on "),
             detail.c_str());
    holder->closeWriteChannel();
    QVERIFY(holder->waitForFinished());
    const auto again = WorkFile::open(folder.path().toStdString());
    QVERIFY(again && (*again)->isWritable());
}

void WorkCrashTest::theLockOfADeadProcessIsTakenOver()
{
    const QTemporaryDir folder;
    const auto holder = started({"--hold", folder.path()});
    QVERIFY(holder->waitForReadyRead(20000));
    holder->kill();
    QVERIFY(holder->waitForFinished());
    QVERIFY(QFile::exists(folder.filePath("annotations.limn.lock")));
    const auto file = WorkFile::open(folder.path().toStdString());
    QVERIFY(file && (*file)->isWritable());
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--draw"))
        return draw(arguments.value(2), arguments.value(3).toInt());
    if (arguments.value(1) == QLatin1String("--hold"))
        return hold(arguments.value(2));
    WorkCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "work_crash_test.moc"
