// The parts of a release that need no picture: tables, split, names, key, manifest.
#include "io/release/csv.h"
#include "io/release/manifest.h"
#include "io/release/release_key.h"
#include "io/release/release_names.h"
#include "io/release/split.h"
#include "model/files/durable_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace limn;

class ReleasePartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTableProgramIsNotToldToCalculate_data();
    void aTableProgramIsNotToldToCalculate();
    void aSplitIsByPatientAndSeed();
    void everyPartGetsAPatientWhereThereAreEnough();
    void aWrongSplitIsRefused_data();
    void aWrongSplitIsRefused();
    void namesAreSafeOnWindowsAndAllDifferent();
    void aKeyKeepsItsNumbersAndIsForItsOwnerAlone();
    void aBrokenKeyIsRefused();
    void aManifestComesBackAsItWas();
    void aFileIsWholeOnlyInItsPlaceWithItsHash();
};

void ReleasePartsTest::aTableProgramIsNotToldToCalculate_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QByteArray("lung") << QByteArray("\"lung\"\r\n");
    QTest::newRow("quotes") << QByteArray("a\"b,c") << QByteArray("\"a\"\"b,c\"\r\n");
    QTest::newRow("=") << QByteArray("=1+1") << QByteArray("\"'=1+1\"\r\n");
    QTest::newRow("+") << QByteArray("+cmd") << QByteArray("\"'+cmd\"\r\n");
    QTest::newRow("-") << QByteArray("-cmd") << QByteArray("\"'-cmd\"\r\n");
    QTest::newRow("@") << QByteArray("@SUM(A1)") << QByteArray("\"'@SUM(A1)\"\r\n");
    QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("\"'\t=1\"\r\n");
    QTest::newRow("carriage return") << QByteArray("\r=1") << QByteArray("\"'\r=1\"\r\n");
    QTest::newRow("blanks before") << QByteArray("  =1") << QByteArray("\"'  =1\"\r\n");
    QTest::newRow("a no-break space before")
        << QByteArray("\xc2\xa0=1") << QByteArray("\"'\xc2\xa0=1\"\r\n");
    QTest::newRow("a later line") << QByteArray("a\n=1") << QByteArray("\"'a\n=1\"\r\n");
    QTest::newRow("a number") << QByteArray("-12.5") << QByteArray("\"-12.5\"\r\n");
    QTest::newRow("an exponent") << QByteArray("-1e-5") << QByteArray("\"-1e-5\"\r\n");
    QTest::newRow("a number and more") << QByteArray("-1+A1") << QByteArray("\"'-1+A1\"\r\n");
}

void ReleasePartsTest::aTableProgramIsNotToldToCalculate()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, line);
    QCOMPARE(QByteArray::fromStdString(csvLine({field.toStdString()})), line);
}

void ReleasePartsTest::aSplitIsByPatientAndSeed()
{
    std::set<std::string> patients;
    for (int i = 0; i < 100; ++i)
        patients.insert("patient " + std::to_string(i));
    const auto shares = splitSharesFrom("70/15/15");
    QVERIFY(shares);
    const auto split = splitOf(patients, *shares, 1);
    QCOMPARE(split.size(), patients.size());
    std::map<std::string, int> counts;
    for (const auto& [patient, part] : split)
        ++counts[part];
    QCOMPARE(counts, (std::map<std::string, int>{{"test", 15}, {"train", 70}, {"val", 15}}));
    QCOMPARE(splitOf(patients, *shares, 1), split);
    QVERIFY(splitOf(patients, *shares, 2) != split);
}

void ReleasePartsTest::everyPartGetsAPatientWhereThereAreEnough()
{
    const auto shares = splitSharesFrom("98/1/1");
    for (const int count : {3, 4, 7}) {
        std::set<std::string> patients, parts;
        for (int i = 0; i < count; ++i)
            patients.insert(std::to_string(i));
        for (const auto& [patient, part] : splitOf(patients, *shares, 5))
            parts.insert(part);
        QCOMPARE(parts.size(), std::size_t{3});
    }
    QCOMPARE(splitOf({"only"}, *shares, 1).at("only"), std::string("train"));
    QCOMPARE(splitOf({"only"}, *splitSharesFrom("0/100"), 1).at("only"), std::string("val"));
}

void ReleasePartsTest::aWrongSplitIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char* const text : {"", "a", "70/", "/30", "70/15/10/5", "-1/2", "0/0", "70,30", "1e9", "nan"})
        QTest::newRow(text) << text;
}

void ReleasePartsTest::aWrongSplitIsRefused()
{
    QFETCH(const QString, text);
    const auto shares = splitSharesFrom(text.toStdString());
    QVERIFY(!shares);
    QCOMPARE(shares.error().code, ErrorCode::BadArgument);
}

void ReleasePartsTest::namesAreSafeOnWindowsAndAllDifferent()
{
    const std::vector<std::string> stems{"CON", "con.", "a:b", "a?b", "a*b", "A_B",  "nul.tar", "..",
                                         "-rf", " x ",  "x",   "",    "tab\there", "COM1",  "trailing. ",
                                         std::string(300, 'y'), std::string(300, 'y') + "z", "a/../../b"};
    const auto names = releaseNames(stems);
    QCOMPARE(names.size(), stems.size());
    std::set<QString> folded;
    for (const std::string& name : names) {
        const QString text = QString::fromStdString(name);
        QVERIFY2(!text.contains(QRegularExpression("[<>:\"/\\\\|?*\\x00-\\x1f]")), name.c_str());
        QVERIFY2(!text.contains(QRegularExpression("[. ]$|^[. -]")), name.c_str());
        QVERIFY2(!text.contains(QRegularExpression("^(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)",
                                                   QRegularExpression::CaseInsensitiveOption)),
                 name.c_str());
        QVERIFY(!name.empty() && name.size() <= 110);
        folded.insert(text.toCaseFolded());
    }
    QCOMPARE(folded.size(), names.size());
}

void ReleasePartsTest::aKeyKeepsItsNumbersAndIsForItsOwnerAlone()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "key.json";
    ReleaseKey key = newReleaseKey();
    QVERIFY(key.secret != newReleaseKey().secret);
    QCOMPARE(key.pseudonymOf("dicom:/A"), std::string("P0001"));
    QCOMPARE(key.pseudonymOf("dicom:/B"), std::string("P0002"));
    QCOMPARE(key.nameOf("x.dcm", "dicom:/B"), std::string("P0002_001"));
    QCOMPARE(key.nameOf("y.dcm", "dicom:/B"), std::string("P0002_002"));
    QVERIFY(writeReleaseKey(key, file));
    struct Permissions {
        std::filesystem::perms now;
    } const permissions{std::filesystem::status(file).permissions()};
    QVERIFY((permissions.now
             & (std::filesystem::perms::group_all | std::filesystem::perms::others_all))
            == std::filesystem::perms::none);
    auto again = readReleaseKey(file);
    QVERIFY(again);
    QCOMPARE(again->secret, key.secret);
    QCOMPARE(again->nameOf("x.dcm", "dicom:/B"), std::string("P0002_001"));
    QCOMPARE(again->pseudonymOf("dicom:/C"), std::string("P0003"));
    QCOMPARE(again->nameOf("z.dcm", "dicom:/B"), std::string("P0002_003"));
    QCOMPARE(again->shiftDaysOf("dicom:/B"), key.shiftDaysOf("dicom:/B"));
    QVERIFY(key.shiftDaysOf("dicom:/B") < 0 && key.shiftDaysOf("dicom:/B") >= -3650);
    QVERIFY(key.derived("uids") != newReleaseKey().derived("uids"));
}

void ReleasePartsTest::aBrokenKeyIsRefused()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "key.json";
    QCOMPARE(readReleaseKey(file).error().code, ErrorCode::NotFound);
    for (const std::string text :
         {"", "{}", "[1]", R"({"secret": "ab", "patients": [], "images": []})"}) {
        QVERIFY(writeDurably(file, std::as_bytes(std::span(text)), IfExists::Replace));
        QCOMPARE(readReleaseKey(file).error().code, ErrorCode::BadData);
    }
}

void ReleasePartsTest::aManifestComesBackAsItWas()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "manifest.json";
    ReleasedImage image{"P0001_001",         "P0001", "train",       "abc", true, 3, {{"lung", 12}},
                        {"lungs 0123"},      {"burned-in-yes"}, {"seg"},
                        {{"masks/P0001_001_mask.png", "mask", "ff", 7}}};
    QCOMPARE(*releasedImageFrom(textOf(image)), image);
    const ReleaseManifest manifest{R"({"seed":1})", {image}, {{"README.md", "readme", "ee", 9}}};
    const std::string text = jsonOf(manifest);
    QVERIFY(writeDurably(file, std::as_bytes(std::span(text)), IfExists::Refuse));
    const auto again = readManifest(file);
    QVERIFY(again);
    QCOMPARE(again->images, manifest.images);
    QCOMPARE(again->others, manifest.others);
    QCOMPARE(csvOf(*again), csvOf(manifest));
    QVERIFY(QByteArray::fromStdString(csvOf(manifest))
                .contains("\"masks/P0001_001_mask.png\",\"ff\",\"7\",\"mask\",\"P0001_001\",\"P0001\","
                          "\"train\"\r\n"));
    QVERIFY(!releasedImageFrom("{\"name\": 1}"));
}

void ReleasePartsTest::aFileIsWholeOnlyInItsPlaceWithItsHash()
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString() + "/release";
    std::filesystem::create_directories(root / "masks");
    const std::string text = "a mask";
    QVERIFY(writeDurably(root / "masks/m.png", std::as_bytes(std::span(text)), IfExists::Refuse));
    QVERIFY(writeDurably(root / "../outside.png", std::as_bytes(std::span(text)), IfExists::Refuse));
    const auto file = releaseFileOf(root, root / "masks/m.png", "mask");
    QVERIFY(file);
    QCOMPARE(file->path, std::string("masks/m.png"));
    QVERIFY(isWhole(root, *file));
    ReleaseFile other = *file;
    other.path = "../outside.png";
    QVERIFY(!isWhole(root, other));
    other.path = (root / "masks/m.png").string();
    QVERIFY(!isWhole(root, other));
    const std::string changed = "A mask";
    QVERIFY(writeDurably(root / "masks/m.png", std::as_bytes(std::span(changed)), IfExists::Replace));
    QVERIFY(!isWhole(root, *file));
    std::filesystem::remove(root / "masks/m.png");
    QVERIFY(!isWhole(root, *file));
}

QTEST_GUILESS_MAIN(ReleasePartsTest)
#include "release_parts_test.moc"
