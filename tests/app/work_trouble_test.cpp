// What happens to a day's work behind the program's back: another program writes into the work file,
// the disk is nearly full and then full, images get other names. Each is told with a way out, and
// nothing is lost.
#include "io/work/work_file.h"
#include "tests/app/program_under_test.h"
#include "ui/view/message_bar.h"

#include <QImage>
#include <QScopeGuard>
#include <QSettings>

#include <sys/mount.h>

using namespace limn;

class WorkTroubleTest : public QObject, ProgramUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useHome(m_home.path()); }
    void init();
    void cleanup();
    void aChangeByAnotherProgramIsKeptAndTold();
    void aDiskThatIsNearlyFullIsToldAndAFullOneLosesNothing();
    void anImageThatWasRenamedBetweenTwoStartsShowsItsWork();
    void anImageThatIsRenamedWhileTheListIsOpenIsFoundAgain();

private:
    QString file(const QString& name) const { return m_images + u'/' + name; }
    void writePictures() const;
    void stroke(int x, Label label = 1);
    void waitUntilSaved() const { QTRY_VERIFY_WITH_TIMEOUT(m_program->isSaved(), patience); }
    const Message* message() const
    {
        return m_program->window().findChild<MessageBar*>()->current();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_images;
};

void WorkTroubleTest::init()
{
    QSettings().clear();
    QSettings().setValue(QStringLiteral("work/visitFirst"), false);
    m_folder = std::make_unique<QTemporaryDir>();
    m_images = m_folder->path();
}

void WorkTroubleTest::cleanup()
{
    end();
    m_folder.reset();
}

void WorkTroubleTest::writePictures() const
{
    const QImage sample(qEnvironmentVariable("LIMN_SOURCE")
                        + QStringLiteral("/resources/samples/normal2-0669-0001.png"));
    for (int i = 1; i <= 3; ++i) // of other contents
        QVERIFY(sample.copy(40 * i, 30 * i, 120, 100).save(file(QStringLiteral("p%1.png").arg(i))));
}

void WorkTroubleTest::stroke(int x, Label label)
{
    const Rect box{x, 10, 6, 5};
    session().apply(QStringLiteral("Brush"),
                    {LabelEdit(0, box, std::vector<Label>(box.area(), label))});
    QCOMPARE(session().human().at(0, x, 10), label);
}

void WorkTroubleTest::aChangeByAnotherProgramIsKeptAndTold()
{
    writePictures();
    start(m_images);
    stroke(10);
    waitUntilSaved();
    {
        const auto other = Database::open(file(QStringLiteral("annotations.limn")).toStdString(),
                                          Access::ReadWrite, Logging::WriteAhead);
        QVERIFY(other);
        QVERIFY((*other)->run(QStringLiteral("UPDATE images SET seconds = 4321"), {}));
    }
    stroke(30);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Another program changed annotations.limn")),
                             patience);
    waitUntilSaved();
    const HumanLayer drawn = session().human();
    const QStringList kept =
        QDir(m_images).entryList({QStringLiteral("annotations.changed-*.limn")});
    QCOMPARE(kept.size(), 1);
    QVERIFY(says(kept.front())); // where the other version is
    {
        const auto other = Database::open(file(kept.front()).toStdString(), Access::ReadOnly,
                                          Logging::Rollback);
        QVERIFY(other);
        QCOMPARE((*other)->number(QStringLiteral("SELECT seconds FROM images")).value_or(0), 4321);
    }
    start(m_images);
    QVERIFY(session().human().values == drawn.values);
    session().undoStack().undo();
    QCOMPARE(session().human().at(0, 30, 10), untouched);
}

void WorkTroubleTest::aDiskThatIsNearlyFullIsToldAndAFullOneLosesNothing()
{
    const QByteArray place = m_images.toLocal8Bit();
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("a small disk can be mounted by root alone");
    const auto unmount = qScopeGuard([&] {
        end();
        ::umount2(place.constData(), MNT_DETACH);
    });
    writePictures();
    start(m_images);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Only 0 MB are left where annotations.limn lies")),
                             patience);
    const auto isFull = [this] {
        return message() != nullptr && message()->actionText.contains(QStringLiteral("elsewhere"));
    };
    for (int i = 0; i < 2000 && !isFull(); ++i) {
        std::vector<Label> noise(std::size_t{100} * 80);
        for (std::size_t k = 0; k < noise.size(); ++k)
            noise[k] = static_cast<Label>((k * 2654435761U >> (i % 13 + 5)) % 3); // packs badly
        session().apply(QStringLiteral("Brush"), {LabelEdit(0, {5, 5, 100, 80}, noise)});
        QTest::qWait(2);
    }
    QVERIFY(isFull());
    QVERIFY(!m_program->isSaved());
    const HumanLayer drawn = session().human();
    stroke(30, 2); // goes on in memory
    const HumanLayer more = session().human();
    QVERIFY(more.values != drawn.values);
    QVERIFY(::mount("tmpfs", place.constData(), "tmpfs", MS_REMOUNT, "size=64m") == 0);
    waitUntilSaved(); // by itself, once there is room
    start(m_images);
    QVERIFY(session().human().values == more.values);
}

void WorkTroubleTest::anImageThatWasRenamedBetweenTwoStartsShowsItsWork()
{
    writePictures();
    start(m_images);
    open(1);
    stroke(20);
    const HumanLayer drawn = session().human();
    session().setStatus(ImageStatus::Accepted);
    waitUntilSaved();
    end();
    QVERIFY(QFile::rename(file(QStringLiteral("p2.png")), file(QStringLiteral("zebra.png"))));
    start(m_images);
    QCOMPARE(item(2).name, QStringLiteral("zebra"));
    QVERIFY(isOpen(0));
    QTRY_COMPARE_WITH_TIMEOUT(item(2).status, ImageStatus::Accepted, patience); // not opened yet
    QCOMPARE(item(1).status, ImageStatus::Todo);
    open(2);
    QVERIFY(session().human().values == drawn.values);
    QCOMPARE(session().status(), ImageStatus::Accepted);
    session().undoStack().undo();
    waitUntilSaved();
    start(m_images); // and by its new name from now on
    open(2);
    QCOMPARE(session().human().at(0, 20, 10), untouched);
}

void WorkTroubleTest::anImageThatIsRenamedWhileTheListIsOpenIsFoundAgain()
{
    writePictures();
    start(m_images);
    open(1);
    stroke(20);
    const HumanLayer second = session().human();
    open(0);
    stroke(10);
    QVERIFY(QFile::rename(file(QStringLiteral("p2.png")), file(QStringLiteral("q2.png"))));
    QVERIFY(QFile::rename(file(QStringLiteral("p1.png")), file(QStringLiteral("q1.png"))));
    stroke(40); // on the one that is shown
    const HumanLayer first = session().human();
    waitUntilSaved();
    m_program->workList().setCurrent(2);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(2), patience);
    m_program->workList().setCurrent(1); // it may have been decoded ahead
    QTRY_VERIFY_WITH_TIMEOUT(message() != nullptr && message()->action, patience);
    QCOMPARE(message()->actionText, QStringLiteral("Read the folder again"));
    message()->action();
    QTRY_COMPARE_WITH_TIMEOUT(item(2).name, QStringLiteral("q2"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->isFollowing(), patience);
    open(2);
    QVERIFY(session().human().values == second.values);
    open(1);
    QVERIFY(session().human().values == first.values);
}

QTEST_MAIN(WorkTroubleTest)
#include "work_trouble_test.moc"
