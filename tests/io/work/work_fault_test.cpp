// What a disk may do in the middle of saving, exporting and migrating: it fills up, breaks, becomes
// read-only, vanishes; and what the process may do: die. At every call that changes a file, the
// content of before stays, what was acknowledged is there, and a failure is told.
// A sample of the calls is tried; with LIMN_FULL=1 in the environment every one.
#include "io/work/journal.h"
#include "io/work/work_file.h"
#include "model/files/durable_file.h"
#include "tests/io/work/studies.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <dlfcn.h>

using namespace limn;

namespace {

const ImageKey drawn = keyOf("drawn.png", {64, 48}, 2);
constexpr int before = 6, after = 10; // strokes in the file, and after the process

// The n-th stroke is always the same, so that both processes know it.
Stroke strokeNumber(int number)
{
    std::mt19937 random(static_cast<unsigned>(number));
    Stroke stroke = randomStroke(random, drawn);
    stroke.number = number;
    return stroke;
}

HumanLayer layerAfter(int strokes)
{
    HumanLayer layer = untouchedLayer(drawn.size, drawn.sliceCount);
    for (int number = 1; number <= strokes; ++number)
        applied(strokeNumber(number), layer);
    return layer;
}

const QByteArray oldExport(50'000, 'o'), newExport(70'000, 'n');

std::span<const std::byte> spanOf(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

void say(const std::string& words)
{
    std::puts(words.c_str());
    std::fflush(stdout);
}

// The process under test says "saved N" for each stroke that is acknowledged, "told CODE" for each
// failure, and "calls N" at its end.
int save(const QString& folder)
{
    Journal journal;
    QObject::connect(&journal, &Journal::failed, &journal,
                     [](const Error& error) { say("told " + std::string(codeName(error.code))); });
    QObject::connect(&journal, &Journal::folderFailed, &journal,
                     [](const Error& error) { say("told " + std::string(codeName(error.code))); });
    journal.openFolder(folder.toStdString());
    for (int number = before + 1; number <= after; ++number) {
        journal.stroke(drawn, strokeNumber(number));
        StateUpdate state;
        state.labels = tableOf({"lung"});
        state.status = ImageStatus::Edited;
        journal.state(drawn, state);
        if (number == after - 1)
            journal.leaveImage(drawn);
        Result<void> saved = journal.flush();
        for (int again = 0; !saved && again < 2; ++again) {
            QTest::qWait(20); // what was told comes by the event loop
            saved = journal.flush();
        }
        if (!saved) {
            say("told " + std::string(codeName(saved.error().code)));
            break;
        }
        say("saved " + std::to_string(number));
    }
    QCoreApplication::processEvents();
    return 0;
}

int exportOver(const QString& folder)
{
    const auto written =
        writeDurably((folder + "/mask.png").toStdString(), spanOf(newExport), IfExists::Replace);
    say(written ? "saved 1" : "told " + std::string(codeName(written.error().code)));
    return 0;
}

int migrate(const QString& folder)
{
    const auto file = WorkFile::open(folder.toStdString());
    if (!file)
        say("told " + std::string(codeName(file.error().code)));
    else if (!(*file)->isWritable())
        say("told " + std::string(codeName((*file)->notices().back().code)));
    else
        say("saved 1");
    return 0;
}

int run(const QString& what, const QString& folder)
{
    const int code = what == "save" ? save(folder)
        : what == "export"          ? exportOver(folder)
                                    : migrate(folder);
    if (auto* calls = reinterpret_cast<long (*)()>(dlsym(RTLD_DEFAULT, "limn_fault_calls")))
        say("calls " + std::to_string(calls()));
    return code;
}

struct Outcome {
    int saved = 0;
    QStringList told;
    long calls = 0;
    bool isKilled = false;
};

Outcome outcomeOf(const QString& what, const QString& folder, const QString& kind, long at,
                  const QString& on)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LD_PRELOAD", QStringLiteral(LIMN_FAULTS));
    environment.insert("LIMN_FAULT_PATH", QDir(folder).dirName());
    environment.insert("LIMN_FAULT_FOLDER", folder);
    environment.insert("LIMN_FAULT_KIND", kind);
    environment.insert("LIMN_FAULT_AT", QString::number(at));
    environment.insert("LIMN_FAULT_ON", on);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {"--run", what, folder});
    Outcome outcome;
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        outcome.told << "nothing: it hung";
        return outcome;
    }
    outcome.isKilled = process.exitStatus() == QProcess::CrashExit;
    for (const QByteArray& line : process.readAllStandardOutput().trimmed().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words[0] == "saved")
            outcome.saved = words.value(1).toInt();
        else if (words[0] == "told")
            outcome.told << QString::fromLatin1(words.value(1));
        else if (words[0] == "calls")
            outcome.calls = words.value(1).toLong();
    }
    return outcome;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void runOn(const QString& path, const QString& statement)
{
    auto database = Database::open(path.toStdString(), Access::ReadWrite, Logging::Rollback);
    QVERIFY(database);
    QVERIFY((*database)->run(statement));
}

// What is in the folder before the process begins.
void prepare(const QString& what, const QString& folder)
{
    if (what == "export") {
        QVERIFY(writeDurably((folder + "/mask.png").toStdString(), spanOf(oldExport),
                             IfExists::Refuse));
        return;
    }
    {
        const auto file = WorkFile::open(folder.toStdString());
        QVERIFY(file);
        for (int number = 1; number <= before; ++number)
            QVERIFY((*file)->images()->addStroke(drawn, strokeNumber(number)));
    }
    if (what != "migrate")
        return;
    for (const char* column :
         {"strokes", "changed_pixels", "note", "annotator", "reviewer", "review", "comment"})
        runOn(folder + "/annotations.limn",
              QStringLiteral("ALTER TABLE images DROP COLUMN %1").arg(QLatin1String(column)));
    for (const char* column : {"number", "text"})
        runOn(folder + "/annotations.limn",
              QStringLiteral("ALTER TABLE journal DROP COLUMN %1").arg(QLatin1String(column)));
    runOn(folder + "/annotations.limn", "PRAGMA user_version = 2");
}

QString verdictOn(const QString& what, const QString& folder, const Outcome& outcome)
{
    if (what == "export") {
        const QByteArray bytes = bytesOf(folder + "/mask.png");
        if (outcome.saved == 1 && bytes != newExport)
            return "an acknowledged export is not there";
        return bytes == newExport || bytes == oldExport ? QString() : "a broken export";
    }
    const auto file = WorkFile::open(folder.toStdString());
    if (!file)
        return "the work file does not open: " + QString::fromStdString(file.error().detail);
    if (!(*file)->isWritable())
        return "the work file is not writable";
    for (const Error& notice : (*file)->notices())
        if (notice.code == ErrorCode::WorkFileDamaged)
            return "the work file is damaged: " + QString::fromStdString(notice.detail);
    const auto kept = (*file)->images()->read(drawn);
    if (!kept || !kept->state)
        return "the image is gone";
    const auto& values = kept->state->human.values;
    if (what == "migrate")
        return values == layerAfter(before).values ? QString() : "another layer after migrating";
    for (int strokes = std::max(outcome.saved, before); strokes <= after; ++strokes)
        if (values == layerAfter(strokes).values)
            return {};
    return "an acknowledged stroke is lost";
}

} // namespace

class WorkFaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAtAnyCall_data();
    void nothingIsLostAtAnyCall();
};

void WorkFaultTest::nothingIsLostAtAnyCall_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("on");
    for (const char* what : {"save", "export", "migrate"})
        for (const char* kind : {"kill", "ENOSPC", "EIO", "EROFS", "vanish"})
            for (const char* on : {"once", "on"}) {
                const bool isOnceOnly = qstrcmp(kind, "kill") == 0 || qstrcmp(kind, "vanish") == 0;
                if (isOnceOnly && qstrcmp(on, "on") == 0)
                    continue;
                QTest::addRow("%s, %s, %s", what, kind, on)
                    << QString(what) << QString(kind) << QString(on);
            }
}

void WorkFaultTest::nothingIsLostAtAnyCall()
{
    QFETCH(const QString, what);
    QFETCH(const QString, kind);
    QFETCH(const QString, on);
    const bool isFull = qEnvironmentVariableIntValue("LIMN_FULL") != 0;
    long calls = 0;
    {
        const QTemporaryDir folder;
        prepare(what, folder.path());
        const Outcome calm = outcomeOf(what, folder.path(), "count", 0, "once");
        calls = calm.calls;
        QVERIFY(calls > 3 && calm.told.isEmpty());
        QCOMPARE(calm.saved, what == "save" ? after : 1);
    }
    const long step = isFull ? 1 : std::max(1L, calls / 3);
    int tried = 0, untold = 0;
    for (long at = 1; at <= calls; at += step) {
        const QTemporaryDir folder;
        prepare(what, folder.path());
        const Outcome outcome = outcomeOf(what, folder.path(), kind, at, on);
        const QString gone = folder.path() + ".gone";
        if (QDir(gone).exists()) {
            QDir(folder.path()).removeRecursively();
            QVERIFY(QDir().rename(gone, folder.path()));
        }
        const QString fault = verdictOn(what, folder.path(), outcome);
        QVERIFY2(fault.isEmpty(),
                 qPrintable(QStringLiteral("call %1 of %2: %3 (saved %4, told %5)")
                                .arg(at)
                                .arg(calls)
                                .arg(fault)
                                .arg(outcome.saved)
                                .arg(outcome.told.join(QLatin1Char(' ')))));
        const bool isWhole = outcome.saved == (what == "save" ? after : 1);
        untold += !outcome.isKilled && !isWhole && outcome.told.isEmpty() ? 1 : 0;
        ++tried;
    }
    QCOMPARE(untold, 0);
    qInfo("%d of %ld calls", tried, calls);
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--run"))
        return run(arguments.value(2), arguments.value(3));
    WorkFaultTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "work_fault_test.moc"
