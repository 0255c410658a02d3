// The journal's door: what is given to it is on disk, in order, also when the disk was full for a
// while.
#include "io/work/journal.h"
#include "io/work/work_file.h"
#include "tests/io/work/studies.h"

#include <QDir>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/mount.h>

using namespace limn;

namespace {

Result<KeptImage> readBy(Journal& journal, const ImageKey& key)
{
    std::optional<Result<KeptImage>> answer;
    journal.readImage(key, [&](Result<KeptImage> kept) { answer = std::move(kept); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10000))
        return fail(ErrorCode::TimedOut, "readImage");
    return *answer;
}

Result<KeptImage> readAfresh(const QString& folder, const ImageKey& key)
{
    auto file = WorkFile::open(folder.toStdString());
    return file ? (*file)->images()->read(key) : std::unexpected(file.error());
}

StateUpdate updateOf(double seconds)
{
    StateUpdate update;
    update.labels = tableOf({"lung"});
    update.status = ImageStatus::Edited;
    update.secondsSpent = seconds;
    return update;
}

} // namespace

class JournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFolderIsOpenedWithItsStatuses();
    void strokesAreSavedAndReadBack();
    void nothingIsKeptOfAnImageThatNobodyTouched();
    void theLastStateWinsAndKeepsMapsOfTheOnesBefore();
    void aStateIsWrittenWithoutBeingAskedFor();
    void aWholeStudyStateIsTaken();
    void leavingAnImageAndManyStrokesLayDownTheLayer();
    void aChangedImageIsAdoptedInOrder();
    void theFileIsClosedByTheThreadThatOpenedIt();
    void aFolderThatIsNotThereIsTold();
    void anotherFoldersWorkIsWrittenBeforeItIsLeft();
    void aLockedFolderIsWrittenWhenTheHolderEnds();
    void aFullDiskLosesNothing();
    void aFolderThatVanishesLosesNothing();
};

void JournalTest::aFolderIsOpenedWithItsStatuses()
{
    const QTemporaryDir folder;
    Journal journal;
    QSignalSpy opened(&journal, &Journal::folderOpened);
    journal.openFolder(folder.path().toStdString());
    journal.state(keyOf("a.png"), updateOf(3));
    QVERIFY(journal.flush());
    journal.openFolder(folder.path().toStdString());
    QTRY_COMPARE(opened.count(), 2);
    const auto work = opened.at(1).at(0).value<FolderWork>();
    QCOMPARE(work.file.filename().string(), std::string("annotations.limn"));
    QVERIFY(work.isWritable && work.notices.empty());
    QCOMPARE(work.images.size(), std::size_t{1});
    QCOMPARE(work.images.at(0).status, ImageStatus::Edited);
}

// Else Qt warns of timers and of a database on another thread.
void JournalTest::theFileIsClosedByTheThreadThatOpenedIt()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    for (int i = 0; i < 20; ++i) {
        const QTemporaryDir folder;
        Journal journal;
        journal.openFolder(folder.path().toStdString());
        journal.state(keyOf("a.png"), updateOf(3));
    }
}

void JournalTest::strokesAreSavedAndReadBack()
{
    std::mt19937 random(1);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    HumanLayer layer = untouchedLayer(key.size, key.sliceCount);
    {
        Journal journal;
        QSignalSpy saved(&journal, &Journal::saved);
        journal.openFolder(folder.path().toStdString());
        for (int i = 0; i < 30; ++i) {
            const Stroke stroke = randomStroke(random, key);
            applied(stroke, layer);
            journal.stroke(key, stroke);
        }
        const auto kept = readBy(journal, key);
        QVERIFY(kept && kept->state);
        QVERIFY(kept->state->human.values == layer.values);
        QTRY_VERIFY(saved.count() > 0);
    }
    QVERIFY(readAfresh(folder.path(), key)->state->human.values == layer.values);
}

void JournalTest::nothingIsKeptOfAnImageThatNobodyTouched()
{
    const QTemporaryDir folder;
    Journal journal;
    journal.openFolder(folder.path().toStdString());
    const auto kept = readBy(journal, keyOf("a.png"));
    QVERIFY(kept && !kept->state && !kept->stateOfOtherContent);
}

void JournalTest::theLastStateWinsAndKeepsMapsOfTheOnesBefore()
{
    std::mt19937 random(1);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    Journal journal;
    journal.openFolder(folder.path().toStdString());
    StateUpdate first = updateOf(1);
    first.maps[1] = {randomMap(random, key.size, 2), {}};
    journal.state(key, first);
    journal.state(key, updateOf(2));
    journal.state(keyOf("b.png"), updateOf(5));
    const auto kept = readBy(journal, key);
    QVERIFY(kept && kept->state);
    QCOMPARE(kept->state->secondsSpent, 2.0);
    QVERIFY(!kept->state->baseMaps.at(1).isEmpty());
    QCOMPARE(readBy(journal, keyOf("b.png"))->state->secondsSpent, 5.0);
}

void JournalTest::aStateIsWrittenWithoutBeingAskedFor()
{
    const QTemporaryDir folder;
    Journal journal;
    QSignalSpy saved(&journal, &Journal::saved);
    journal.openFolder(folder.path().toStdString());
    journal.state(keyOf("a.png"), updateOf(1));
    QVERIFY(saved.wait(1000)); // within a second
}

void JournalTest::aWholeStudyStateIsTaken()
{
    std::mt19937 random(1);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    StudyState state;
    state.labels = tableOf({"lung"});
    state.threshold = 0.6;
    state.baseMaps = {ProbabilityMap{}, *randomMap(random, key.size, 2)};
    state.runs.resize(2);
    state.runs[1].modelName = "lungs";
    Journal journal;
    journal.openFolder(folder.path().toStdString());
    journal.state(key, state);
    const auto kept = readBy(journal, key);
    QVERIFY(kept && kept->state);
    QCOMPARE(kept->state->runs.at(1), state.runs.at(1));
    QVERIFY(kept->state->baseMaps.at(0).isEmpty());
    QCOMPARE(kept->state->baseMaps.at(1).values.size(), state.baseMaps.at(1).values.size());
}

void JournalTest::leavingAnImageAndManyStrokesLayDownTheLayer()
{
    std::mt19937 random(1);
    const QTemporaryDir folder;
    const ImageKey many = keyOf("many.png", {8, 8}, 1);
    const ImageKey few = keyOf("few.png", {8, 8}, 1);
    HumanLayer layer = untouchedLayer(many.size, 1);
    {
        Journal journal;
        journal.openFolder(folder.path().toStdString());
        journal.stroke(few, randomStroke(random, few));
        journal.leaveImage(few);
        for (int i = 0; i < 510; ++i) {
            const Stroke stroke = randomStroke(random, many);
            applied(stroke, layer);
            journal.stroke(many, stroke);
        }
        QVERIFY(journal.flush(std::chrono::seconds(60)));
    }
    {
        auto database = Database::open(folder.filePath("annotations.limn").toStdString(),
                                       Access::ReadOnly, Logging::Rollback);
        QVERIFY(database);
        QCOMPARE((*database)->number("SELECT COUNT(*) FROM human").value_or(0), 2);
        QCOMPARE((*database)->number("SELECT COUNT(*) FROM journal").value_or(0), 1 + 200 + 10);
    }
    QVERIFY(readAfresh(folder.path(), many)->state->human.values == layer.values);
}

void JournalTest::aChangedImageIsAdoptedInOrder()
{
    std::mt19937 random(1);
    const QTemporaryDir folder;
    const ImageKey before = keyOf("a.png");
    ImageKey after = before;
    after.contentHash = "another";
    HumanLayer layer = untouchedLayer(before.size, before.sliceCount);
    const Stroke first = randomStroke(random, before);
    const Stroke second = randomStroke(random, before);
    applied(first, layer);
    Journal journal;
    journal.openFolder(folder.path().toStdString());
    journal.stroke(before, first);
    const auto kept = readBy(journal, after);
    QVERIFY(kept && !kept->state && kept->stateOfOtherContent);
    journal.adopt(after);
    journal.stroke(after, second);
    QVERIFY(readBy(journal, before)->state->human.values == layer.values);
    applied(second, layer);
    QVERIFY(readBy(journal, after)->state->human.values == layer.values);
}

void JournalTest::aFolderThatIsNotThereIsTold()
{
    Journal journal;
    QSignalSpy refused(&journal, &Journal::folderFailed);
    journal.openFolder("/nowhere/at/all");
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.at(0).at(0).value<Error>().code, ErrorCode::NotFound);
    QCOMPARE(readBy(journal, keyOf("a.png")).error().code, ErrorCode::NotReadable);
}

void JournalTest::anotherFoldersWorkIsWrittenBeforeItIsLeft()
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    Journal journal;
    journal.openFolder(first.path().toStdString());
    journal.state(keyOf("a.png"), updateOf(4));
    journal.openFolder(second.path().toStdString());
    journal.state(keyOf("a.png"), updateOf(5));
    QVERIFY(journal.flush());
    QCOMPARE(readAfresh(first.path(), keyOf("a.png"))->state->secondsSpent, 4.0);
    QCOMPARE(readBy(journal, keyOf("a.png"))->state->secondsSpent, 5.0);
}

void JournalTest::aLockedFolderIsWrittenWhenTheHolderEnds()
{
    std::mt19937 random(1);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    HumanLayer layer = untouchedLayer(key.size, key.sliceCount);
    auto holder = WorkFile::open(folder.path().toStdString());
    QVERIFY(holder);
    Journal journal;
    QSignalSpy failed(&journal, &Journal::failed);
    QSignalSpy saved(&journal, &Journal::saved);
    journal.openFolder(folder.path().toStdString());
    for (int i = 0; i < 3; ++i) {
        const Stroke stroke = randomStroke(random, key);
        applied(stroke, layer);
        journal.stroke(key, stroke);
    }
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::WorkFileLocked);
    QVERIFY(readBy(journal, key)->state->human.values == layer.values); // from memory
    QVERIFY(!journal.flush());
    holder->reset();
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 5000);
    QVERIFY(readBy(journal, key)->state->human.values == layer.values);
    QCOMPARE(failed.count(), 1);
}

void JournalTest::aFullDiskLosesNothing()
{
    const QTemporaryDir folder;
    const QByteArray place = folder.path().toLocal8Bit();
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=512k") != 0)
        QSKIP("a small disk can be mounted by root alone");
    const auto unmount = qScopeGuard([&] { ::umount2(place.constData(), MNT_DETACH); });
    std::mt19937 random(1);
    const ImageKey key = keyOf("a.png", {100, 100}, 1);
    const ImageKey other = keyOf("b.png");
    HumanLayer layer = untouchedLayer(key.size, key.sliceCount);
    {
        Journal journal;
        QSignalSpy failed(&journal, &Journal::failed);
        QSignalSpy saved(&journal, &Journal::saved);
        journal.openFolder(folder.path().toStdString());
        for (int i = 0; i < 200 && failed.isEmpty(); ++i) {
            const Stroke stroke = randomStroke(random, key);
            applied(stroke, layer);
            journal.stroke(key, stroke);
            QTest::qWait(1);
        }
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::DiskFull);
        journal.state(other, updateOf(8)); // another image meanwhile
        QCOMPARE(readBy(journal, other)->state->secondsSpent, 8.0);
        QVERIFY(readBy(journal, key)->state->human.values == layer.values);
        const auto savedBefore = saved.count();
        QVERIFY(::mount("tmpfs", place.constData(), "tmpfs", MS_REMOUNT, "size=64m") == 0);
        QTRY_VERIFY_WITH_TIMEOUT(saved.count() > savedBefore, 10000);
        QVERIFY(journal.flush());
        QCOMPARE(failed.count(), 1); // told once
    }
    QVERIFY(readAfresh(folder.path(), key)->state->human.values == layer.values);
    QCOMPARE(readAfresh(folder.path(), other)->state->secondsSpent, 8.0);
}

void JournalTest::aFolderThatVanishesLosesNothing()
{
    std::mt19937 random(1);
    const QTemporaryDir parent;
    const QString folder = parent.filePath("images");
    QVERIFY(QDir().mkdir(folder));
    const ImageKey key = keyOf("a.png");
    HumanLayer layer = untouchedLayer(key.size, key.sliceCount);
    Journal journal;
    QSignalSpy failed(&journal, &Journal::failed);
    QSignalSpy anew(&journal, &Journal::startedAnew);
    journal.openFolder(folder.toStdString());
    for (int i = 0; i < 4; ++i) {
        const Stroke stroke = randomStroke(random, key);
        applied(stroke, layer);
        journal.stroke(key, stroke);
        if (i == 1) {
            QVERIFY(journal.flush());
            QVERIFY(QFile::rename(folder, parent.filePath("elsewhere")));
        }
    }
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::NotFound);
    QVERIFY(QFile::rename(parent.filePath("elsewhere"), folder));
    QTRY_VERIFY_WITH_TIMEOUT(journal.flush().has_value(), 5000);
    QVERIFY(readBy(journal, key)->state->human.values == layer.values);
    QCOMPARE(anew.count(), 0);

    QVERIFY(QFile::rename(folder + "/annotations.limn",
                          folder + "/away")); // the file alone: a new one is begun
    journal.stroke(key, randomStroke(random, key));
    QTRY_COMPARE_WITH_TIMEOUT(anew.count(), 1, 5000);
}

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"
