// Undo across a restart: what a person did can be taken back and done again in the next start, to
// the byte. A few random lives; with LIMN_FULL=1 in the environment 200.
#include "app/keeping.h"
#include "io/work/work_file.h"
#include "tests/support/fake_segmenter.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <random>

using namespace limn;

namespace {

constexpr Size size{48, 40};
constexpr int sliceCount = 3;
constexpr std::chrono::seconds patience{60}; // for a busy machine; a save takes milliseconds

// A folder's work with a session that is followed, as in the program.
struct Kept {
    explicit Kept(const QTemporaryDir& folder)
        : keeping(session)
    {
        QSignalSpy opened(&keeping.journal(), &Journal::folderOpened);
        keeping.journal().openFolder(folder.path().toStdString());
        [&] { QVERIFY(opened.wait()); }();
        open();
    }

    void open()
    {
        const ImageKey key{"a.png", "hash", size, sliceCount};
        bool isDone = false;
        keeping.journal().readImage(key, [&](Result<KeptImage> kept) {
            [&] { QVERIFY(kept); }();
            [&] { QVERIFY(session.open(fakeVolume(size, sliceCount), kept->state)); }();
            keeping.follow(key);
            isDone = true;
        });
        QTRY_VERIFY(isDone);
    }

    Session session;
    Keeping keeping;
};

int upTo(std::mt19937& random, int most)
{
    return std::uniform_int_distribution(0, most)(random);
}

LabelEdit randomEdit(std::mt19937& random, int slice)
{
    Rect box;
    box.x = upTo(random, size.width - 2);
    box.y = upTo(random, size.height - 2);
    box.width = 1 + upTo(random, std::min(10, size.width - 1 - box.x));
    box.height = 1 + upTo(random, std::min(10, size.height - 1 - box.y));
    std::vector<Label> bytes(box.area());
    for (Label& byte : bytes)
        byte = static_cast<Label>(upTo(random, 3));
    return {slice, box, std::move(bytes)};
}

void actAtRandom(std::mt19937& random, Session& session)
{
    QUndoStack& stack = session.undoStack();
    const int what = upTo(random, 9);
    if (what < 3) {
        stack.undo();
    } else if (what < 5) {
        stack.redo();
    } else if (what < 8) {
        session.apply(QStringLiteral("Brush"), {randomEdit(random, upTo(random, sliceCount - 1))});
    } else { // as a refinement of the whole stack
        std::vector<LabelEdit> edits;
        for (int slice = 0; slice < sliceCount; ++slice)
            edits.push_back(randomEdit(random, slice));
        session.apply(QStringLiteral("Smooth"), std::move(edits));
    }
}

// The layers from the start of the stack to its end.
std::vector<std::vector<Label>> lived(Session& session)
{
    QUndoStack& stack = session.undoStack();
    while (stack.canUndo())
        stack.undo();
    std::vector<std::vector<Label>> layers{session.human().values};
    while (stack.canRedo()) {
        stack.redo();
        layers.push_back(session.human().values);
    }
    return layers;
}

} // namespace

class RestartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedoGoOnAfterARestart_data();
    void undoAndRedoGoOnAfterARestart();
    void twoHundredStepsAreThere();
    void effortIsCounted();
};

void RestartTest::undoAndRedoGoOnAfterARestart_data()
{
    QTest::addColumn<unsigned>("seed");
    const unsigned last = qEnvironmentVariableIntValue("LIMN_FULL") != 0 ? 200 : 12;
    for (unsigned seed = 1; seed <= last; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void RestartTest::undoAndRedoGoOnAfterARestart()
{
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    const QTemporaryDir folder;
    std::vector<Label> shown;
    std::vector<std::vector<Label>> expected;
    QStringList words;
    int index = 0;
    {
        Kept kept(folder);
        QCOMPARE(kept.session.undoStack().count(), 0);
        for (int i = 0; i < 25 + static_cast<int>(seed % 60); ++i) {
            actAtRandom(random, kept.session);
            if (upTo(random, 15) == 0) { // left and opened again
                kept.keeping.leave();
                kept.session.close();
                kept.open();
            }
        }
        shown = kept.session.human().values;
        index = kept.session.undoStack().index();
        for (int i = 0; i < kept.session.undoStack().count(); ++i)
            words << kept.session.undoStack().text(i);
        QVERIFY(kept.keeping.journal().flush(patience));
        if (seed % 2 == 0)
            kept.keeping.leave(); // else as after a kill: no snapshot
    }
    {
        Kept kept(folder);
        QCOMPARE(kept.session.human().values, shown);
        QCOMPARE(kept.session.undoStack().index(), index);
        QStringList again;
        for (int i = 0; i < kept.session.undoStack().count(); ++i)
            again << kept.session.undoStack().text(i);
        QCOMPARE(again, words);
        expected = lived(kept.session);
        QCOMPARE(expected.front(), untouchedLayer(size, sliceCount).values);
        QCOMPARE(expected[static_cast<std::size_t>(index)], shown);
    }
    Kept kept(folder); // all was done again
    QCOMPARE(kept.session.human().values, expected.back());
    QCOMPARE(lived(kept.session), expected);
}

void RestartTest::twoHundredStepsAreThere()
{
    std::mt19937 random(7);
    const QTemporaryDir folder;
    {
        Kept kept(folder);
        for (int i = 0; i < 320; ++i) {
            kept.session.apply(QStringLiteral("Brush"), {randomEdit(random, 0)});
            if (i % 3 == 0) { // rows that are no changes of their own
                kept.session.undoStack().undo();
                kept.session.undoStack().redo();
            }
        }
        kept.keeping.leave();
        QVERIFY(kept.keeping.journal().flush(patience));
    }
    Kept kept(folder);
    QVERIFY(kept.session.undoStack().count() >= 199); // an edit that changed nothing is none
    QVERIFY(kept.session.undoStack().count() <= 200);
    QVERIFY(kept.session.undoStack().canUndo() && !kept.session.undoStack().canRedo());
}

void RestartTest::effortIsCounted()
{
    const QTemporaryDir folder;
    {
        Kept kept(folder);
        kept.session.setAnnotator(QStringLiteral("Ada"));
        kept.session.apply(QStringLiteral("Brush"),
                           {LabelEdit(0, {0, 0, 4, 2}, std::vector<Label>(8, 1))});
        kept.session.apply(QStringLiteral("Brush"),
                           {LabelEdit(0, {2, 0, 4, 2}, std::vector<Label>(8, 1))}); // 4 of them new
        kept.session.undoStack().undo();
        ImageNotes notes = kept.session.notes();
        notes.note = "left lung is cut";
        kept.session.setNotes(notes);
        QVERIFY(kept.keeping.journal().flush(patience));
        kept.keeping.leave();
        QVERIFY(kept.keeping.journal().flush(patience));
    }
    const auto file = WorkFile::open(folder.path().toStdString());
    QVERIFY(file);
    const auto all = (*file)->images()->summaries();
    QVERIFY(all && all->size() == 1);
    QCOMPARE(all->at(0).effort, (Effort{2, 12}));
    QCOMPARE(all->at(0).notes.annotator, std::string("Ada"));
    QCOMPARE(all->at(0).notes.note, std::string("left lung is cut"));
    QVERIFY(all->at(0).secondsSpent >= 0 && all->at(0).updatedMs > 0);
}

QTEST_MAIN(RestartTest)
#include "restart_test.moc"
