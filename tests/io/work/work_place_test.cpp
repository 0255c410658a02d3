// Where the work file lies: beside the images, or in the user's data folder when they can't be
// written.
#include "io/work/work_file.h"
#include "tests/io/work/studies.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/mount.h>
#include <unistd.h>

using namespace limn;

namespace {

// A folder that can be made unwritable: for root that takes a mount, for others the permissions.
class Disk {
public:
    Disk()
        : m_isMounted(::geteuid() == 0
                      && ::mount("tmpfs", place().constData(), "tmpfs", 0, "size=8m") == 0)
    {
    }
    ~Disk()
    {
        if (m_isMounted)
            ::umount2(place().constData(), MNT_DETACH);
        else
            setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    bool isUsable() const { return m_isMounted || ::geteuid() != 0; }
    std::string folder() const { return m_folder.path().toStdString(); }
    void makeReadOnly()
    {
        if (m_isMounted)
            QVERIFY(
                ::mount("tmpfs", place().constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=8m")
                == 0);
        else
            setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    void makeWritable()
    {
        if (m_isMounted)
            QVERIFY(::mount("tmpfs", place().constData(), "tmpfs", MS_REMOUNT, "size=8m") == 0);
        else
            setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

private:
    QByteArray place() const { return m_folder.path().toLocal8Bit(); }
    void setPermissions(QFile::Permissions permissions)
    {
        QFile(m_folder.path()).setPermissions(permissions);
    }

    QTemporaryDir m_folder;
    bool m_isMounted;
};

} // namespace

class WorkPlaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWritableFolderHoldsItsWorkFile();
    void workOnAReadOnlyFolderGoesToTheDataFolderAndStaysThere();
    void workFoundInAReadOnlyFolderIsTakenOver();
    void foldersOfTheSameNameDoNotShareAFile();
    void aFolderThatIsNotThereIsRefused();
    void aFileSetAsideNeverReplacesAnother();

private:
    QTemporaryDir m_data;
};

void WorkPlaceTest::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_data.path().toLocal8Bit());
}

void WorkPlaceTest::aWritableFolderHoldsItsWorkFile()
{
    const QTemporaryDir folder;
    const auto place = placeOfWork(folder.path().toStdString());
    QVERIFY(place && place->isBesideImages && !place->isOnNetwork);
    QCOMPARE(place->file, std::filesystem::path(folder.filePath("annotations.limn").toStdString()));
}

void WorkPlaceTest::workOnAReadOnlyFolderGoesToTheDataFolderAndStaysThere()
{
    Disk disk;
    if (!disk.isUsable())
        QSKIP("no folder can be made read-only here");
    disk.makeReadOnly();
    std::mt19937 random(1);
    const ImageKey key = keyOf("a.png");
    HumanLayer layer = untouchedLayer(key.size, key.sliceCount);
    const Stroke stroke = randomStroke(random, key);
    applied(stroke, layer);
    {
        const auto file = WorkFile::open(disk.folder());
        QVERIFY(file && (*file)->isWritable() && !(*file)->isBesideImages());
        QVERIFY((*file)->file().string().starts_with(m_data.path().toStdString() + "/limn/work/"));
        QVERIFY((*file)->images()->addStroke(key, stroke));
    }
    disk.makeWritable();
    const auto file = WorkFile::open(disk.folder());
    QVERIFY(file && !(*file)->isBesideImages());
    QVERIFY((*file)->images()->read(key)->state->human.values == layer.values);
}

void WorkPlaceTest::workFoundInAReadOnlyFolderIsTakenOver()
{
    Disk disk;
    if (!disk.isUsable())
        QSKIP("no folder can be made read-only here");
    std::mt19937 random(1);
    const ImageKey key = keyOf("a.png");
    HumanLayer layer = untouchedLayer(key.size, key.sliceCount);
    const Stroke stroke = randomStroke(random, key);
    applied(stroke, layer);
    QVERIFY((*WorkFile::open(disk.folder()))->images()->addStroke(key, stroke));
    disk.makeReadOnly();
    const auto file = WorkFile::open(disk.folder());
    QVERIFY(file && (*file)->isWritable() && !(*file)->isBesideImages());
    QVERIFY((*file)->images()->read(key)->state->human.values == layer.values);
}

void WorkPlaceTest::foldersOfTheSameNameDoNotShareAFile()
{
    const QTemporaryDir parent;
    QVERIFY(QDir(parent.path()).mkpath("a/images"));
    QVERIFY(QDir(parent.path()).mkpath("b/images"));
    const auto first = placeInDataFolder(parent.filePath("a/images").toStdString());
    const auto second = placeInDataFolder(parent.filePath("b/images").toStdString());
    QVERIFY(first != second);
    QVERIFY(first.filename().string().starts_with("images-"));
    QCOMPARE(placeInDataFolder(parent.filePath("b/../a/images/").toStdString()), first);
}

void WorkPlaceTest::aFolderThatIsNotThereIsRefused()
{
    QCOMPARE(WorkFile::open("/nowhere/at/all").error().code, ErrorCode::NotFound);
}

void WorkPlaceTest::aFileSetAsideNeverReplacesAnother()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("annotations.limn").toStdString();
    for (int i = 0; i < 3; ++i) {
        QFile made(QString::fromStdString(file.string()));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.close();
        QVERIFY(setAside(file));
    }
    QCOMPARE(QDir(folder.path()).entryList({"annotations.damaged-*.limn"}).size(), 3);
}

QTEST_GUILESS_MAIN(WorkPlaceTest)
#include "work_place_test.moc"
