// Names of output files can't leave the folder, hide, collide or hurt another system.
#include "io/masks/file_names.h"

#include <QtTest>

using namespace limn;

class FileNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesNamesSafe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* expected) {
            QTest::addRow("as %s", expected)
                << QString::fromUtf8(name) << QString::fromUtf8(expected);
        };
        row("chest_01", "chest_01");
        row("case 1 (left)", "case 1 (left)");
        row("Größe", "Größe");
        row("u\xcc\x88", "\xc3\xbc"); // composed
        row("心臓", "心臓");
        row("../../etc/passwd", "_._.._etc_passwd");
        row("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j");
        row(".hidden", "_hidden");
        row("-rf", "_rf");
        row("line\nbreak\x01", "line_break_");
        row("end. . ", "end");
        row("con", "_con");
        row("LPT1.png", "_LPT1.png");
        row("console", "console");
        row(" ", "_");
        row("\xe2\x80\xae"
            "gnp",
            "_gnp"); // the sign that turns writing round
    }
    void makesNamesSafe()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, expected);
        QCOMPARE(QString::fromStdString(safeFileName(name.toStdString())), expected);
    }

    void namesWhatHasNoName() { QCOMPARE(safeFileName(""), std::string("_")); }

    void cutsBetweenLettersNotBytes()
    {
        const std::string cut = safeFileName(QString(200, QChar(0x5fc3)).toStdString());
        QVERIFY(cut.size() <= 120 && cut.size() % 3 == 0);
        QCOMPARE(safeFileName(std::string(500, 'a')).size(), std::size_t{119});
    }

    void givesEveryLabelItsOwnPart()
    {
        LabelTable table = tableOf(
            {"lung", "Lung", "lung-2", "lu/ng", "lu:ng", "mask", "a_prob", "left lung", ""});
        const auto parts = labelFileParts(table);
        QCOMPARE(parts.size(), table.rows.size());
        QCOMPARE(parts.at(1), std::string("lung"));
        QCOMPARE(parts.at(2), std::string("Lung-2"));
        QCOMPARE(parts.at(3), std::string("lung-2-3"));
        QCOMPARE(parts.at(4), std::string("lu_ng"));
        QCOMPARE(parts.at(5), std::string("lu_ng-5"));
        QCOMPARE(parts.at(6), std::string("mask-6"));
        QCOMPARE(parts.at(7), std::string("a_prob-7"));
        QCOMPARE(parts.at(8), std::string("left_lung"));
    }

    void numbersTheSlicesOfAStack()
    {
        MaskExport masks;
        masks.stem = "x";
        masks.labels = emptyLabelMap({1, 1}, 1);
        QCOMPARE(sliceStem(masks, 0), std::string("x"));
        masks.labels = emptyLabelMap({1, 1}, 1200);
        QCOMPARE(sliceStem(masks, 0), std::string("x_s001"));
        QCOMPARE(sliceStem(masks, 1199), std::string("x_s1200"));
    }
};

QTEST_GUILESS_MAIN(FileNamesTest)
#include "file_names_test.moc"
