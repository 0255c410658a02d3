// What `limn render` writes against DCMTK's picture of the same window, level by level, and against
// pydicom's where DCMTK does not follow the standard (LINEAR_EXACT).
#include "tests/io/import/dicom_writer.h"
#include "tests/support/python.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace limn;
using namespace limn::test;

namespace {

struct Window {
    const char* level;
    const char* width;
    const char* function = "";
};

struct Case {
    const char* name;
    int stored;
    bool isSigned;
    const char* photometric;
    const char* intercept; // whole, because DCMTK rounds rescaled values
    Window window;
    bool hasTable = false; // a VOI LUT instead of the window
};

constexpr Case linear[] = {
    {"soft tissue", 12, false, "MONOCHROME2", "-1024", {"40", "400"}},
    {"narrow", 12, false, "MONOCHROME2", "-1024", {"40", "2"}},
    {"a threshold", 12, false, "MONOCHROME2", "-1024", {"40", "1"}},
    {"wide", 16, false, "MONOCHROME2", "0", {"32768", "65536"}},
    {"wider than the data", 8, false, "MONOCHROME2", "0", {"128", "1000"}},
    {"of 256 levels", 8, false, "MONOCHROME2", "0", {"128", "256"}},
    {"of 255 levels", 8, false, "MONOCHROME2", "0", {"127.5", "255"}},
    {"odd fractions", 12, true, "MONOCHROME2", "0", {"12.7", "333.3"}},
    {"below the data", 12, true, "MONOCHROME2", "5000", {"-3000", "100"}},
    {"signed", 16, true, "MONOCHROME2", "0", {"-300.5", "4001"}},
    {"inverted", 12, false, "MONOCHROME1", "-1024", {"40", "400"}},
    {"inverted, of 256 levels", 8, false, "MONOCHROME1", "0", {"128", "256"}},
    {"inverted, signed", 16, true, "MONOCHROME1", "0", {"-300.5", "4001"}},
    {"sigmoid", 12, false, "MONOCHROME2", "-1024", {"40", "400", "SIGMOID"}},
    {"sigmoid, inverted", 12, true, "MONOCHROME1", "0", {"12.7", "333.3", "SIGMOID"}},
    {"linear by name", 12, false, "MONOCHROME2", "-1024", {"40", "350", "LINEAR"}},
    {"a table", 12, false, "MONOCHROME2", "0", {"", ""}, true},
    {"a table, inverted", 12, false, "MONOCHROME1", "0", {"", ""}, true},
};

constexpr Case exact[] = {
    {"exact", 12, false, "MONOCHROME2", "-1024", {"40", "400", "LINEAR_EXACT"}},
    {"exact, narrow", 12, false, "MONOCHROME2", "-1024", {"40", "0.5", "LINEAR_EXACT"}},
    {"exact, odd", 16, true, "MONOCHROME2", "0", {"-300.25", "4001.5", "LINEAR_EXACT"}},
    {"linear", 12, false, "MONOCHROME2", "-1024", {"40", "350"}},
    {"sigmoid", 12, true, "MONOCHROME2", "0", {"12.7", "333.3", "SIGMOID"}},
};

constexpr int side = 64;

QByteArray fileOf(const Case& one)
{
    std::mt19937 random(11);
    std::vector<std::uint64_t> words;
    for (int k = 0; k < side * side; ++k) {
        // Every level about the window, and any.
        const auto near = static_cast<std::uint64_t>(k);
        words.push_back((k % 2 == 0 ? near : random()) & ((1U << one.stored) - 1));
    }
    DicomWriter file(Syntax::Explicit);
    file.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
        .text(0x00080018, "UI", "1.2.3.4")
        .text(0x0020000d, "UI", "1.2.3")
        .text(0x0020000e, "UI", "1.2.3.5")
        .number(0x00280002, 1)
        .text(0x00280004, "CS", one.photometric)
        .number(0x00280010, side)
        .number(0x00280011, side)
        .number(0x00280100, 16)
        .number(0x00280101, one.stored)
        .number(0x00280102, one.stored - 1)
        .number(0x00280103, one.isSigned ? 1 : 0);
    if (!one.hasTable)
        file.text(0x00281050, "DS", one.window.level).text(0x00281051, "DS", one.window.width);
    file.text(0x00281052, "DS", one.intercept).text(0x00281053, "DS", "1");
    if (*one.window.function != '\0')
        file.text(0x00281056, "CS", one.window.function);
    if (one.hasTable) {
        DicomWriter table(Syntax::Explicit);
        std::vector<int> entries;
        for (int k = 0; k < 1000; ++k)
            entries.push_back(k * k / 250);
        table.numbers(0x00283002, {1000, 300, 12}).numbers(0x00283006, entries);
        file.item(0x00283010, table);
    }
    return file.words(0x7fe00010, "OW", words, 2).file();
}

} // namespace

class RenderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const Case& one)
    {
        QFile file(m_folder.filePath(QString(one.name).replace(' ', '_') + ".dcm"));
        file.open(QIODevice::WriteOnly);
        file.write(fileOf(one));
        return file.fileName();
    }
    QImage rendered(const QString& path)
    {
        const QString out = m_folder.filePath("our.png");
        QFile::remove(out);
        QProcess::execute(LIMN_PROGRAM, {"render", path, "--frame", "1", "--window", "1", "--out", out});
        return QImage(out);
    }
    // How many pixels differ; -1: no pictures, or of different sizes.
    static int differences(const QImage& a, const QImage& b)
    {
        if (a.isNull() || a.size() != b.size())
            return -1;
        int count = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        return count;
    }

    static int mostOff(const QImage& a, const QImage& b)
    {
        int most = a.isNull() || a.size() != b.size() ? 256 : 0;
        for (int y = 0; y < a.height() && most < 256; ++y)
            for (int x = 0; x < a.width(); ++x)
                most = std::max(most, std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y))));
        return most;
    }

private Q_SLOTS:
    void showsWhatDcmtkShows_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t k = 0; k < std::size(linear); ++k)
            QTest::newRow(linear[k].name) << static_cast<int>(k);
    }
    void showsWhatDcmtkShows()
    {
        QFETCH(int, index);
        if (QStandardPaths::findExecutable("dcm2pnm").isEmpty())
            QSKIP("DCMTK's programs are not installed");
        const Case& one = linear[index];
        const QString path = write(one), reference = m_folder.filePath("reference.pgm");
        QFile::remove(reference);
        QCOMPARE(QProcess::execute("dcm2pnm", {"-O", one.hasTable ? "+Wl" : "+Wi", "1", "+op", path,
                                               reference}),
                 0);
        // Of an inverted table DCMTK's white is one level short of black.
        const bool isShort = one.hasTable && QByteArray(one.photometric) == "MONOCHROME1";
        const QImage own = rendered(path), theirs(reference);
        if (isShort)
            QVERIFY(mostOff(own, theirs) <= 1);
        else
            QCOMPARE(differences(own, theirs), 0);
    }

    void showsWhatPydicomSays()
    {
        if (!hasPythonModules({"pydicom", "numpy"}))
            QSKIP("no Python with pydicom");
        QStringList arguments;
        std::vector<QImage> own;
        for (const Case& one : exact) {
            const QString path = write(one);
            own.push_back(rendered(path));
            arguments << path << path + ".raw";
        }
        QVERIFY(pythonOutput("tests/app/window_exact.py", arguments).contains("done"));
        for (std::size_t k = 0; k < own.size(); ++k) {
            QFile file(arguments[static_cast<qsizetype>(2 * k + 1)]);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray levels = file.readAll();
            QCOMPARE(levels.size(), side * side);
            QCOMPARE(own[k].size(), QSize(side, side));
            int most = 0;
            for (int i = 0; i < side * side; ++i)
                most = std::max(most, std::abs(qRed(own[k].pixel(i % side, i / side))
                                               - static_cast<uchar>(levels[i])));
            QVERIFY2(most <= 1, qPrintable(QString("%1: %2 levels off").arg(exact[k].name).arg(most)));
        }
    }

    void showsRealPicturesAsDcmtkDoes()
    {
        const QDir corpus(qEnvironmentVariable("LIMN_SOURCE") + "/../shared/data/dicom");
        if (!corpus.exists() || QStandardPaths::findExecutable("dcm2pnm").isEmpty())
            QSKIP("no DICOM corpus beside the sources, or no DCMTK");
        int compared = 0;
        for (const char* const name : {"17166.dcm", "ctimage_bigendianexplicit.dcm",
                                       "series_ct_head/cthead1.dcm", "mr.dcm", "1.dcm"}) {
            const QString path = corpus.filePath(name), reference = m_folder.filePath("real.pgm");
            QFile::remove(reference);
            if (QProcess::execute("dcm2pnm", {"-O", "+Wi", "1", "+op", path, reference}) != 0)
                continue; // no window in it
            ++compared;
            QVERIFY2(differences(rendered(path), QImage(reference)) == 0, name);
        }
        QVERIFY(compared >= 2);
    }

    void refusesAWindowThatIsNotThere()
    {
        const QString path = write(linear[0]), out = m_folder.filePath("none.png");
        QCOMPARE(QProcess::execute(LIMN_PROGRAM, {"render", path, "--window", "2", "--out", out}), 2);
        QVERIFY(!QFile::exists(out));
        QCOMPARE(QProcess::execute(LIMN_PROGRAM, {"render", path, "--window", "0", "--out", out}), 0);
        QVERIFY(QFile::exists(out));
    }
};

QTEST_GUILESS_MAIN(RenderTest)
#include "render_test.moc"
