// A work file that another Limn holds, that is newer, older, damaged, somebody else's, or moved.
#include "io/work/work_file.h"
#include "model/files/durable_file.h"
#include "tests/io/work/opened_file.h"
#include "tests/io/work/studies.h"

#include <QDateTime>
#include <QDir>

#include <set>

using namespace limn;

namespace {

void runOn(const std::filesystem::path& path, const QString& statement)
{
    auto database = Database::open(path, Access::ReadWrite, Logging::Rollback);
    QVERIFY(database);
    QVERIFY((*database)->run(statement));
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class WorkFileOpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSecondOpeningIsReadOnlyAndNamesTheHolder();
    void aNewerFileIsReadOnly();
    void aDamagedFileIsSetAside_data();
    void aDamagedFileIsSetAside();
    void aDamagedFileGivesBackWhatItsJournalHolds();
    void aFileOfAnotherProgramIsSetAside();
    void anEmptyLockOfNobodyIsTakenOver();
    void leftoversOfADeadProcessAreRemoved();
    void anOlderFileIsMigratedOnACopy();
    void aMigrationThatFailsLeavesTheOldFile();
    void aFileOfTheFirstVersionKeepsItsWork();
    void aMovedFileIsNoticed();
};

void WorkFileOpeningTest::theSecondOpeningIsReadOnlyAndNamesTheHolder()
{
    std::mt19937 random(4);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    const auto first = opened(folder);
    QVERIFY(first->images()->addStroke(key, randomStroke(random, key)));
    const auto second = opened(folder);
    QVERIFY(first->isWritable());
    QVERIFY(!second->isWritable());
    QCOMPARE(second->notices().at(0).code, ErrorCode::WorkFileLocked);
    const auto& detail = second->notices().at(0).detail;
    QVERIFY2(
        detail.contains("process " + std::to_string(QCoreApplication::applicationPid()) + " on "),
        detail.c_str());
    QCOMPARE(stateOf(*second, key).human.values, stateOf(*first, key).human.values);
    QVERIFY(!second->images()->addStroke(key, randomStroke(random, key)));
}

void WorkFileOpeningTest::aNewerFileIsReadOnly()
{
    std::mt19937 random(4);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    const auto path = opened(folder)->file();
    QVERIFY(opened(folder)->images()->addStroke(key, randomStroke(random, key)));
    runOn(path, QStringLiteral("PRAGMA user_version = %1").arg(workFileVersion + 1));
    const auto file = opened(folder);
    QVERIFY(!file->isWritable());
    QCOMPARE(file->notices().at(0).code, ErrorCode::WorkFileNewer);
    QCOMPARE(stateOf(*file, key).status, ImageStatus::Edited);
    QCOMPARE(file->images()->addStroke(key, randomStroke(random, key)).error().code,
             ErrorCode::ReadOnly);
}

void WorkFileOpeningTest::aDamagedFileIsSetAside_data()
{
    QTest::addColumn<bool>("isCut");
    QTest::newRow("cut in the middle of a page") << true;
    QTest::newRow("overwritten pages") << false;
}

void WorkFileOpeningTest::aDamagedFileIsSetAside()
{
    QFETCH(const bool, isCut);
    std::mt19937 random(4);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    for (int i = 0; i < 40; ++i)
        QVERIFY(opened(folder)->images()->addStroke(key, randomStroke(random, key)));
    const auto path = opened(folder)->file();
    QByteArray bytes = bytesOf(QString::fromStdString(path.string()));
    QVERIFY(bytes.size() > 3 * 4096);
    if (isCut)
        bytes.truncate(bytes.size() - 5000);
    else
        bytes.replace(4096, bytes.size() - 4096, QByteArray(bytes.size() - 4096, '\x5a'));
    QVERIFY(writeDurably(
        path, std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
        IfExists::Replace));
    const auto file = opened(folder);
    QCOMPARE(file->notices().at(0).code, ErrorCode::WorkFileDamaged);
    QVERIFY(file->isWritable());
    QVERIFY(file->images()->addStroke(key, randomStroke(random, key)));
    const QStringList aside = QDir(folder.path()).entryList({"annotations.damaged-*.limn"});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(bytesOf(folder.filePath(aside.front())), bytes);
    QVERIFY(file->notices().at(0).detail.starts_with(aside.front().toStdString()));
}

void WorkFileOpeningTest::aDamagedFileGivesBackWhatItsJournalHolds()
{
    int whole = 0;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        std::mt19937 random(seed);
        const QTemporaryDir folder;
        const ImageKey keys[] = {keyOf("a.png", {30, 20}, 2), keyOf("b.png", {50, 40}, 1)};
        // Every label that a pixel ever had: image, slice, pixel.
        std::vector<std::vector<std::set<Label>>> forms[2];
        HumanLayer layers[2];
        {
            const auto file = opened(folder);
            for (int k = 0; k < 2; ++k) {
                layers[k] = untouchedLayer(keys[k].size, keys[k].sliceCount);
                forms[k].assign(static_cast<std::size_t>(keys[k].sliceCount),
                                std::vector<std::set<Label>>(keys[k].size.area(), {untouched}));
            }
            for (int i = 0; i < 60; ++i) {
                const int k = upTo(random, 1);
                const Stroke stroke = randomStroke(random, keys[k]);
                applied(stroke, layers[k]);
                const auto slice = layers[k].slice(stroke.slice);
                auto& lived = forms[k][static_cast<std::size_t>(stroke.slice)];
                for (std::size_t pixel = 0; pixel < slice.size(); ++pixel)
                    lived[pixel].insert(slice[pixel]);
                QVERIFY(file->images()->addStroke(keys[k], stroke));
                if (i % 17 == 0)
                    QVERIFY(file->images()->refreshSnapshot(keys[k]));
            }
        }
        const QString path = folder.filePath("annotations.limn");
        QByteArray bytes = bytesOf(path);
        const int pages = static_cast<int>(bytes.size() / 4096);
        QVERIFY(pages > 6);
        const int page = 1 + upTo(random, pages - 2); // not the first, which holds the tables' list
        bytes.replace(page * 4096, 4096, QByteArray(4096, '\x5a'));
        QVERIFY(writeDurably(
            path.toStdString(),
            std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))),
            IfExists::Replace));
        const auto file = opened(folder);
        QVERIFY(file && file->isWritable());
        for (int k = 0; k < 2; ++k) {
            const auto kept = file->images()->read(keys[k]);
            QVERIFY2(kept, qPrintable(QStringLiteral("seed %1, page %2").arg(seed).arg(page)));
            if (!kept->state)
                continue;
            bool isWhole = true;
            for (int s = 0; s < keys[k].sliceCount; ++s) {
                const auto form = kept->state->human.slice(s);
                const auto& lived = forms[k][static_cast<std::size_t>(s)];
                for (std::size_t i = 0; i < form.size(); ++i)
                    QVERIFY2(lived[i].contains(form[i]),
                             qPrintable(QStringLiteral("seed %1, page %2: a pixel as it never was")
                                            .arg(seed)
                                            .arg(page)));
                isWhole = isWhole && std::ranges::equal(form, layers[k].slice(s));
            }
            whole += isWhole ? 1 : 0;
        }
        QVERIFY(QDir(folder.path()).entryList({"*.salvaging*"}).isEmpty());
    }
    qInfo("%d of 50 layers came back whole from 25 files with a broken page", whole);
    QVERIFY(whole >= 10); // most pages hold one image's rows
}

// As a disk that was full leaves it: the holder's name did not fit any more.
void WorkFileOpeningTest::anEmptyLockOfNobodyIsTakenOver()
{
    const QTemporaryDir folder;
    QFile lock(folder.filePath("annotations.limn.lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    QVERIFY(opened(folder)->isWritable());
}

void WorkFileOpeningTest::leftoversOfADeadProcessAreRemoved()
{
    const QTemporaryDir folder;
    const auto make = [&](const QString& name, bool isOld) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("half");
        file.flush();
        if (isOld)
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-3600),
                                     QFileDevice::FileModificationTime));
    };
    const QString dead = QStringLiteral("99999999"); // more than any process number
    const QString own = QString::number(QCoreApplication::applicationPid());
    make(".limn-" + dead + "-0-123.tmp", true);
    make(".limn-" + dead + "-1-123.tmp", false); // may be another computer's, at work
    make(".limn-" + own + "-0-123.tmp", true);
    make("limn-" + dead + "-0-123.tmp", true);
    make(".limn-notes.tmp", true);
    QVERIFY(QFile::link(folder.filePath("limn-" + dead + "-0-123.tmp"),
                        folder.filePath(".limn-" + dead + "-2-123.tmp")));
    const auto file = opened(folder);
    QVERIFY(!QFile::exists(folder.filePath(".limn-" + dead + "-0-123.tmp")));
    QCOMPARE(
        QDir(folder.path()).entryList({"*.tmp"}, QDir::Files | QDir::Hidden | QDir::System).size(),
        5);
}

void WorkFileOpeningTest::aFileOfAnotherProgramIsSetAside()
{
    const QTemporaryDir folder;
    runOn(folder.filePath("annotations.limn").toStdString(), "CREATE TABLE theirs (x)");
    const auto file = opened(folder);
    QCOMPARE(file->notices().at(0).code, ErrorCode::WorkFileDamaged);
    QCOMPARE(QDir(folder.path()).entryList({"annotations.damaged-*.limn"}).size(), 1);
}

void WorkFileOpeningTest::anOlderFileIsMigratedOnACopy()
{
    const QTemporaryDir folder;
    const auto path = opened(folder)->file();
    runOn(path, "CREATE TABLE old (x)");
    runOn(path, "INSERT INTO old VALUES (7)");
    runOn(path, "PRAGMA user_version = 0");
    const std::array made{
        Migration{0, {"CREATE TABLE made (y)", "INSERT INTO made SELECT x + 1 FROM old"}}};
    QVERIFY(migrateOnCopy(path, made, 1));
    auto database = Database::open(path, Access::ReadOnly, Logging::Rollback);
    QVERIFY(database);
    QCOMPARE((*database)->number("SELECT y FROM made").value_or(0), 8);
    QCOMPARE(schemaState(**database, 1).value_or(SchemaState::Foreign), SchemaState::Current);
    auto old = Database::open(folder.filePath("annotations.version-0.limn").toStdString(),
                              Access::ReadOnly, Logging::Rollback);
    QVERIFY(old);
    QCOMPARE(schemaState(**old).value_or(SchemaState::Foreign), SchemaState::Older);
    QCOMPARE((*old)->number("SELECT x FROM old").value_or(0), 7);
}

void WorkFileOpeningTest::aMigrationThatFailsLeavesTheOldFile()
{
    const QTemporaryDir folder;
    const auto path = opened(folder)->file();
    runOn(path, "PRAGMA user_version = 0");
    const std::array faulty{
        Migration{0, {"CREATE TABLE made (y)", "INSERT INTO nowhere VALUES (1)"}}};
    QVERIFY(!migrateOnCopy(path, faulty, 1));
    QVERIFY(!migrateOnCopy(path, {}, 1));
    auto database = Database::open(path, Access::ReadOnly, Logging::Rollback);
    QVERIFY(database);
    QCOMPARE(schemaState(**database).value_or(SchemaState::Foreign), SchemaState::Older);
    QCOMPARE(
        (*database)->number("SELECT COUNT(*) FROM sqlite_master WHERE name = 'made'").value_or(-1),
        0);
}

void WorkFileOpeningTest::aFileOfTheFirstVersionKeepsItsWork()
{
    std::mt19937 random(4);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    const auto path = opened(folder)->file();
    QVERIFY(opened(folder)->images()->addStroke(key, randomStroke(random, key)));
    const StudyState before = stateOf(*opened(folder), key);
    for (const char* column : {"doubt", "looks", "strokes", "changed_pixels", "note", "annotator",
                               "reviewer", "review", "comment"}) // as that version wrote it
        runOn(path, QStringLiteral("ALTER TABLE images DROP COLUMN %1").arg(QLatin1String(column)));
    for (const char* column : {"number", "text"})
        runOn(path,
              QStringLiteral("ALTER TABLE journal DROP COLUMN %1").arg(QLatin1String(column)));
    runOn(path, "PRAGMA user_version = 1");
    const auto file = opened(folder);
    QVERIFY(file->isWritable() && file->notices().empty());
    QCOMPARE(stateOf(*file, key).human.values, before.human.values);
    QVERIFY(stateOf(*file, key).looks.empty());
    QCOMPARE(stateOf(*file, key).history.size(), std::size_t{1}); // the stroke can be undone
    QCOMPARE(file->images()->summaries()->at(0).doubt, -1.0);
    QVERIFY(QFile::exists(folder.filePath("annotations.version-1.limn")));
}

void WorkFileOpeningTest::aMovedFileIsNoticed()
{
    const QTemporaryDir folder;
    const auto file = opened(folder);
    QVERIFY(file->isInPlace());
    QVERIFY(QFile::rename(folder.filePath("annotations.limn"), folder.filePath("elsewhere")));
    QVERIFY(!file->isInPlace());
}

QTEST_GUILESS_MAIN(WorkFileOpeningTest)
#include "work_file_opening_test.moc"
