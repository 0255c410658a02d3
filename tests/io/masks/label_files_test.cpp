// Label tables of ITK-SNAP and 3D Slicer: theirs are read, ours are read back, wrong ones are refused.
#include "io/masks/label_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

namespace limn {

class LabelFilesTest : public QObject {
    Q_OBJECT

    static LabelTable sample()
    {
        LabelTable table = tableOf({"left lung", "heart \"big\"", "tumour"});
        table.rows[1].isVisible = false;
        table.rows[2].label = 254;
        table.rows[2].opacity = 0.5;
        return table;
    }

private Q_SLOTS:
    void readsATableAsItkSnapWritesIt()
    {
        const auto table = labelTableOfText(
            "################################################\n"
            "# ITK-SnAP Label Description File\n"
            "# IDX   -R-  -G-  -B-  -A--  VIS MSH  LABEL\n"
            "################################################\n"
            "    0     0    0    0        0  0  0    \"Clear Label\"\n"
            "    1   255    0    0        1  1  1    \"Left lung\"\r\n"
            "    7     0  255    9      0.5  0  0    \"a label of several words\"\n"
            "  300     0    0  255        1  1  1    \"beyond a byte\"\n",
            "labels.txt");
        QVERIFY(table);
        QCOMPARE(table->rows.size(), std::size_t{2});
        QCOMPARE(table->rows[0].name, std::string("Left lung"));
        QCOMPARE(table->rows[1].label, Label{7});
        QCOMPARE(table->rows[1].colour, (Colour{0, 255, 9}));
        QCOMPARE(table->rows[1].opacity, 0.5);
        QVERIFY(!table->rows[1].isVisible);
    }

    void readsATableAsSlicerWritesIt()
    {
        const auto table = labelTableOfText("# Color table file Generic.ctbl\n"
                                            "# 3 values\n"
                                            "0 Background 0 0 0 0\n"
                                            "1 tissue 128 174 128 255\n"
                                            "2 bone_marrow 241 214 145 51\n",
                                            "Generic.ctbl");
        QVERIFY(table);
        QCOMPARE(table->rows.size(), std::size_t{2});
        QCOMPARE(table->rows[1].name, std::string("bone marrow"));
        QCOMPARE(table->rows[1].opacity, 0.2);
    }

    void refusesWhatIsNoTable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("remarks alone") << QByteArray("# nothing\n\n");
        QTest::newRow("cut off") << QByteArray("1 255 0 0 1 1 1 \"left\n");
        QTest::newRow("a colour of 256") << QByteArray("1 one 256 0 0 255\n");
        QTest::newRow("prose") << QByteArray("Dear reader,\n");
        QTest::newRow("background alone") << QByteArray("0 Background 0 0 0 0\n");
        QTest::newRow("zeros") << QByteArray(200, '\0');
    }
    void refusesWhatIsNoTable()
    {
        QFETCH(const QByteArray, text);
        const auto table =
            labelTableOfText({text.constData(), static_cast<std::size_t>(text.size())}, "x.txt");
        QVERIFY(!table);
        QCOMPARE(table.error().code, ErrorCode::BadData);
        QCOMPARE(table.error().subject, std::string("x.txt"));
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("ITK-SNAP") << static_cast<int>(LabelFileKind::ItkSnap);
        QTest::newRow("3D Slicer") << static_cast<int>(LabelFileKind::Slicer);
    }
    void writesWhatItReads()
    {
        QFETCH(const int, kind);
        const QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.filePath("labels.txt").toStdString());
        const LabelTable table = sample();
        QVERIFY(writeLabelTable(table, file, static_cast<LabelFileKind>(kind)));
        const auto read = readLabelTable(file);
        QVERIFY(read);
        QCOMPARE(read->rows.size(), table.rows.size());
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            QCOMPARE(read->rows[i].label, table.rows[i].label);
            QCOMPARE(read->rows[i].colour, table.rows[i].colour);
            QVERIFY(std::abs(read->rows[i].opacity - table.rows[i].opacity) < 0.003);
        }
        QCOMPARE(read->rows[0].name, std::string("left lung"));
    }

    void filesThatCannotBeReadSayWhy()
    {
        const QTemporaryDir folder;
        const auto none = readLabelTable(folder.filePath("none.txt").toStdString());
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotReadable);
        const auto large = std::filesystem::path(folder.filePath("large.txt").toStdString());
        std::ofstream(large) << std::string(2 << 20, '#');
        const auto refused = readLabelTable(large);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    }

    void rowsOfTheSameLabelAreReplacedAndLocksStay()
    {
        LabelTable old = tableOf({"one", "two"});
        old.rows[1].isLocked = true;
        LabelTable read = tableOf({"uno"});
        read.rows.push_back({9, "nine", {1, 2, 3}});
        read.rows.push_back({2, "due", {4, 5, 6}});
        const LabelTable merged = withRows(old, read);
        QCOMPARE(merged.rows.size(), std::size_t{3});
        QCOMPARE(merged.rows[0].name, std::string("uno"));
        QCOMPARE(merged.rows[1].name, std::string("due"));
        QVERIFY(merged.rows[1].isLocked);
        QCOMPARE(merged.rows[2].label, Label{9});
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::LabelFilesTest)
#include "label_files_test.moc"
