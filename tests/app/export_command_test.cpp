// limn export, as a person types it: nothing of a patient in all that it leaves, and it goes on after
// it was stopped, asked to end or killed.
#include "tests/app/released_work.h"
#include "tests/support/planted_words.h"
#include "tests/support/python.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <map>

#include <signal.h>

using namespace limn;
using namespace limn::test;

namespace {

struct Answer {
    int exitCode = -1;
    QByteArray out, error;
};

QStringList everyWord()
{
    return plantedWords + QStringList{"20190817", "19470321"};
}

} // namespace

class ExportCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void leavesNoWordOfAPatientAnywhere();
    void goesOnAfterAnEndInTheMiddle_data();
    void goesOnAfterAnEndInTheMiddle();
    void refusesAndSaysWhy();
    void saysWhatItDidAsJson();
    void othersReadWhatItWrote();

private:
    QProcess* begin(const QStringList& arguments);
    Answer run(const QStringList& arguments);
    QStringList asked(const QString& name, const QString& key = {}) const;
    void putTwelve();
    std::map<QString, QByteArray> contentsOf(const QString& name) const;
    QString place(const QString& name) const { return m_place->filePath(name); }

    std::unique_ptr<ReleasedWork> m_work;
    std::unique_ptr<QTemporaryDir> m_place; // HOME, temporary files, releases
};

void ExportCommandTest::init()
{
    m_work = std::make_unique<ReleasedWork>();
    m_place = std::make_unique<QTemporaryDir>();
    for (const char* const folder : {"home", "tmp", "run"})
        QVERIFY(QDir().mkpath(place(QLatin1String(folder))));
    qputenv("XDG_DATA_HOME", place("home/data").toUtf8()); // of the work files that the test makes
}

void ExportCommandTest::putTwelve()
{
    for (int i = 0; i < 11; ++i) {
        PlantedDicom made;
        made.number = i + 1;
        made.patient = QByteArray::number(i / 3);
        const QString name = QStringLiteral("ZZCANARY %1.dcm").arg(i);
        m_work->put(name, made.bytes());
        m_work->work(name);
    }
    m_work->putPicture("ZZCANARY.png", 77);
    m_work->work("ZZCANARY.png");
}

QProcess* ExportCommandTest::begin(const QStringList& arguments)
{
    auto* process = new QProcess(this);
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char* const name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    environment.insert("HOME", place("home"));
    environment.insert("XDG_DATA_HOME", place("home/data"));
    environment.insert("XDG_CONFIG_HOME", place("home/config"));
    environment.insert("XDG_CACHE_HOME", place("home/cache"));
    environment.insert("XDG_RUNTIME_DIR", place("run"));
    environment.insert("TMPDIR", place("tmp"));
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(place("tmp"));
    process->start(QStringLiteral(LIMN_PROGRAM), QStringList{"export"} + arguments);
    process->waitForStarted();
    return process;
}

Answer ExportCommandTest::run(const QStringList& arguments)
{
    QProcess* const process = begin(arguments);
    process->waitForFinished(120000);
    return {process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
}

QStringList ExportCommandTest::asked(const QString& name, const QString& key) const
{
    QStringList arguments{m_work->path(QString()), "-o",     place(name), "--formats", "mask,prob,seg,prov",
                          "--split",               "70/15/15", "--seed",    "1",         "--deidentify"};
    if (!key.isEmpty())
        arguments << "--key" << key;
    return arguments;
}

std::map<QString, QByteArray> ExportCommandTest::contentsOf(const QString& name) const
{
    std::map<QString, QByteArray> contents;
    QDirIterator files(place(name), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            contents[file.fileName().mid(place(name).size())] = file.readAll();
    }
    return contents;
}

void ExportCommandTest::leavesNoWordOfAPatientAnywhere()
{
    putTwelve();
    PlantedDicom gone;
    gone.number = 40;
    m_work->put("ZZCANARY gone.dcm", gone.bytes());
    m_work->work("ZZCANARY gone.dcm");
    QVERIFY(QFile::remove(m_work->path("ZZCANARY gone.dcm")));
    m_work->putPicture("ZZCANARY changed.png", 10);
    m_work->work("ZZCANARY changed.png");
    m_work->putPicture("ZZCANARY changed.png", 11);
    const Answer answer = run(asked("release"));
    QVERIFY2(answer.exitCode == 0, answer.error.constData());
    QVERIFY2(answer.out.contains("12 images"), answer.out.constData());
    QCOMPARE(answer.error.count("left out:"), 2);
    QCOMPARE(wordsIn(answer.out + answer.error, everyWord()), QStringList());
    // The release, and every setting, log, cache and temporary file.
    QCOMPARE(leaksIn(m_place->path(), everyWord()), QStringList());
    QVERIFY(QFile::exists(m_work->path("annotations.key.json"))); // where it says that it is
    QVERIFY(answer.out.contains("annotations.key.json"));
}

void ExportCommandTest::goesOnAfterAnEndInTheMiddle_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("asked to end") << SIGTERM;
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("killed") << SIGKILL;
}

void ExportCommandTest::goesOnAfterAnEndInTheMiddle()
{
    QFETCH(const int, signal);
    putTwelve();
    const QString key = place("the key.json");
    QCOMPARE(run(asked("whole", key)).exitCode, 0);
    int ended = 0;
    for (int images = 1; images < 12; images += 3) {
        QProcess* const process = begin(asked("parts", key));
        // A line an image: the end comes while the next one is written.
        QByteArray seen;
        process->setReadChannel(QProcess::StandardError);
        while (seen.count('\n') < images && process->waitForReadyRead(20000))
            seen += process->readAllStandardError();
        ::kill(static_cast<pid_t>(process->processId()), signal);
        QVERIFY(process->waitForFinished(20000));
        const bool isWhole = QFile::exists(place("parts/manifest.json"));
        ended += isWhole ? 0 : 1;
        if (!isWhole && signal != SIGKILL) {
            QCOMPARE(process->exitStatus(), QProcess::NormalExit);
            QCOMPARE(process->exitCode(), 2);
            for (const auto& [name, bytes] : contentsOf("parts"))
                QVERIFY2(!name.contains(".tmp"), qPrintable(name));
        }
    }
    QVERIFY(ended > 0);
    const Answer last = run(asked("parts", key));
    QVERIFY2(last.exitCode == 0, last.error.constData());
    QVERIFY2(!last.out.contains("(0 as they were already)"), last.out.constData());
    const auto whole = contentsOf("whole"), parts = contentsOf("parts");
    QCOMPARE(parts.size(), whole.size());
    for (const auto& [name, bytes] : whole)
        QVERIFY2(parts.contains(name) && parts.at(name) == bytes, qPrintable(name));
}

void ExportCommandTest::refusesAndSaysWhy()
{
    const auto errorOf = [this](const QStringList& arguments) {
        const Answer answer = run(arguments + QStringList{"--json"});
        return QString::number(answer.exitCode) + ' '
            + QJsonDocument::fromJson(answer.out).object()["error"].toString();
    };
    const QString work = m_work->path(QString());
    QCOMPARE(errorOf({work, "-o", place("r")}), QString("2 NotFound")); // no work
    QCOMPARE(errorOf({place("nowhere"), "-o", place("r")}), QString("2 NotFound"));
    m_work->putPicture("a.png", 77);
    m_work->work("a.png");
    QCOMPARE(errorOf({work, "-o", place("r"), "--formats", "mask,gif"}), QString("2 BadArgument"));
    QCOMPARE(errorOf({work, "-o", place("r"), "--split", "70:30"}), QString("2 BadArgument"));
    QCOMPARE(errorOf({work, "-o", place("r"), "--patient-pattern", "("}), QString("2 BadArgument"));
    QCOMPARE(errorOf({work, "-o", place("r"), "--deidentify", "--key", place("r/key.json")}),
             QString("2 BadArgument"));
    QCOMPARE(run({work, "-o", place("r"), "--dates", "empty"}).exitCode, 2); // without --deidentify
    QVERIFY(QFile::remove(m_work->path("a.png")));
    QCOMPARE(run({work, "-o", place("r")}).exitCode, 2); // nothing was exported
    QVERIFY(!QFile::exists(place("r/manifest.json")));
    QVERIFY(run({"--help"}).out.contains("--deidentify"));
}

void ExportCommandTest::saysWhatItDidAsJson()
{
    putTwelve();
    // The work file's own path will do, too.
    QStringList arguments = asked("release") + QStringList{"--json"};
    arguments[0] = m_work->path("annotations.limn");
    const Answer answer = run(arguments);
    QCOMPARE(answer.exitCode, 0);
    const auto json = QJsonDocument::fromJson(answer.out).object();
    QCOMPARE(json["images"].toInt(), 12);
    QCOMPARE(json["imagesOfPart"].toObject().size(), 3);
    QCOMPARE(json["patientsBy"].toObject()["the DICOM PatientID"].toInt(), 11);
    QCOMPARE(json["leftOut"].toObject()["seg"].toInt(), 1);
    QCOMPARE(json["warnings"].toObject()["burned-in-unknown"].toInt(), 1);
}

void ExportCommandTest::othersReadWhatItWrote()
{
    if (!hasPythonModules({"pydicom", "numpy"}))
        QSKIP("no Python with pydicom");
    putTwelve();
    QCOMPARE(run(asked("release")).exitCode, 0);
    QFile key(m_work->path("annotations.key.json"));
    QVERIFY(key.open(QIODevice::ReadOnly));
    QJsonArray pairs;
    for (const auto& image : QJsonDocument::fromJson(key.readAll()).object()["images"].toArray()) {
        const QString source = image.toObject()["path"].toString();
        if (source.endsWith(".dcm"))
            pairs.append(QJsonObject{{"source", m_work->path(source)},
                                     {"copy", place("release/images/") + image.toObject()["name"].toString() + ".dcm"},
                                     {"segmentation", place("release/masks/") + image.toObject()["name"].toString()
                                          + ".seg.dcm"}});
    }
    QCOMPARE(pairs.size(), 11);
    QFile index(place("index.json"));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write(QJsonDocument(pairs).toJson());
    index.close();
    QCOMPARE(pythonOutput("tests/io/import/judge_copies.py", {index.fileName()}), "11 judged\n");
}

QTEST_GUILESS_MAIN(ExportCommandTest)
#include "export_command_test.moc"
