// The list of a folder's images: which files, in which order, how quickly.
#include "io/work/folder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace limn;

namespace {

void put(const QTemporaryDir& folder, const QString& name, const QByteArray& content = {})
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

bool isMask(const std::filesystem::path& path)
{
    return path.stem().string().ends_with("_mask");
}

QStringList namesIn(const QTemporaryDir& folder)
{
    const auto images = listImages(folder.path().toStdString(), {}, isMask);
    QStringList names;
    if (images)
        for (const auto& path : *images)
            names << QString::fromStdString(path.filename().string());
    return names;
}

} // namespace

class FolderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreOrderedByTheirValue_data();
    void numbersAreOrderedByTheirValue();
    void theOrderIsStrict();
    void imagesAreRecognisedByTheirEndings();
    void dicomWithoutAnEndingIsRecognisedByItsFirstBytes();
    void hiddenFilesFoldersAndOwnOutputsAreLeftOut();
    void aMissingFolderIsRefused();
    void aStopIsHeard();
    void tenThousandFilesAreListedQuickly();
};

void FolderTest::numbersAreOrderedByTheirValue_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("2 before 10") << "img2.png" << "img10.png";
    QTest::newRow("leading zeros") << "img002.png" << "img10.png";
    QTest::newRow("the second number") << "s1_9.png" << "s1_10.png";
    QTest::newRow("longer than any integer")
        << "99999999999999999999998" << "99999999999999999999999";
    QTest::newRow("case does not matter") << "a2" << "B1";
    QTest::newRow("a prefix comes first") << "img" << "img1";
    QTest::newRow("zero") << "i0" << "i1";
    QTest::newRow("UIDs") << "1.2.840.9" << "1.2.840.10";
    QTest::newRow("bytes above 127 after letters") << "z" << QString::fromUtf8("\xC3\xA4");
}

void FolderTest::numbersAreOrderedByTheirValue()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QVERIFY(comesBefore(first.toStdString(), second.toStdString()));
    QVERIFY(!comesBefore(second.toStdString(), first.toStdString()));
}

// std::sort needs that: for any three names, and no name before itself.
void FolderTest::theOrderIsStrict()
{
    std::mt19937 random(1);
    const std::string letters = "aA0019.b";
    std::vector<std::string> names;
    for (int i = 0; i < 60; ++i) {
        std::string name;
        for (auto length = random() % 5; length > 0; --length)
            name += letters[random() % letters.size()];
        names.push_back(name);
    }
    for (const auto& a : names)
        for (const auto& b : names) {
            QCOMPARE(comesBefore(a, b) || comesBefore(b, a), a != b);
            QVERIFY(!(comesBefore(a, b) && comesBefore(b, a)));
            for (const auto& c : names)
                QVERIFY(!comesBefore(a, b) || !comesBefore(b, c) || comesBefore(a, c));
        }
}

void FolderTest::imagesAreRecognisedByTheirEndings()
{
    const QTemporaryDir folder;
    for (const char* name :
         {"a.png", "b.JPG", "c.jpeg", "d.tif", "e.TIFF", "f.bmp", "g.dcm", "h.nii", "i.nii.gz",
          "notes.txt", "table.csv", "x.png.part", "annotations.limn", "annotations.limn-wal",
          "annotations.limn.lock", "archive.gz"})
        put(folder, name);
    QCOMPARE(namesIn(folder),
             (QStringList{"a.png", "b.JPG", "c.jpeg", "d.tif", "e.TIFF", "f.bmp", "g.dcm", "h.nii",
                          "i.nii.gz"}));
}

void FolderTest::dicomWithoutAnEndingIsRecognisedByItsFirstBytes()
{
    const QTemporaryDir folder;
    const QByteArray dicom = QByteArray(128, '\0') + "DICM";
    put(folder, "IM0010", dicom);
    put(folder, "IM0002", dicom);
    put(folder, "1.2.840.113619.2", dicom);
    put(folder, "README", QByteArray(500, 'x'));
    put(folder, "short", "DICM");
    put(folder, "DICM at 127", QByteArray(127, '\0') + "DICM");
    QCOMPARE(namesIn(folder), (QStringList{"1.2.840.113619.2", "IM0002", "IM0010"}));
}

void FolderTest::hiddenFilesFoldersAndOwnOutputsAreLeftOut()
{
    const QTemporaryDir folder;
    put(folder, ".hidden.png");
    put(folder, "a.png");
    put(folder, "a_mask.png");
    QVERIFY(QDir(folder.path()).mkdir("folder.png"));
    QVERIFY(QFile::link(folder.filePath("nowhere"), folder.filePath("broken.png")));
    QCOMPARE(namesIn(folder), QStringList{"a.png"});
}

void FolderTest::aMissingFolderIsRefused()
{
    QCOMPARE(listImages("/nowhere/at/all", {}, isMask).error().code, ErrorCode::NotFound);
    const QTemporaryDir folder;
    put(folder, "a.png");
    QCOMPARE(listImages(folder.filePath("a.png").toStdString(), {}, isMask).error().code,
             ErrorCode::NotFound);
}

void FolderTest::aStopIsHeard()
{
    const QTemporaryDir folder;
    put(folder, "a.png");
    std::stop_source source;
    source.request_stop();
    QCOMPARE(listImages(folder.path().toStdString(), source.get_token(), isMask).error().code,
             ErrorCode::Cancelled);
}

void FolderTest::tenThousandFilesAreListedQuickly()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 10000; ++i)
        put(folder,
            i % 2 == 0 ? QStringLiteral("slice%1.png").arg(i) : QStringLiteral("IM%1").arg(i),
            i % 2 == 0 ? QByteArray() : QByteArray(128, '\0') + "DICM");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(namesIn(folder).size(), 10000);
    const auto elapsedMs = timer.elapsed();
    qInfo("%lld ms", static_cast<long long>(elapsedMs));
    QVERIFY(elapsedMs < 5000); // 0.1 s on an idle machine
}

QTEST_GUILESS_MAIN(FolderTest)
#include "folder_test.moc"
