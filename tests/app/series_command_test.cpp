// Series and cut files on the command line: info of a folder, decode of a slice, salvage.
#include "tests/io/import/made_slices.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace limn::test;

class SeriesCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_output;

    int limn(const QStringList& arguments)
    {
        QProcess process;
        process.start(LIMN_PROGRAM, arguments);
        process.waitForFinished(60000);
        m_output = process.readAllStandardOutput();
        return process.exitCode();
    }
    void write(const QString& name, const MadeSlice& slice)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(madeSlice(slice));
    }
    std::vector<float> floats(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray bytes = file.readAll();
        std::vector<float> values(static_cast<std::size_t>(bytes.size()) / sizeof(float));
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
        return values;
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Five places in a stack, 3 mm apart, but for a gap before the last.
        write("b.dcm", {.origin = {0, 0, 0}, .number = 3});
        write("a.dcm", {.origin = {0, 0, 9}, .number = 1, .value = 900});
        write("c.dcm", {.origin = {0, 0, 3}, .number = 2, .value = 300});
        write("d.dcm", {.origin = {0, 0, 6}, .number = 4, .value = 600});
        write("f.dcm", {.origin = {0, 0, 15}, .number = 5, .value = 1500});
    }

    void infoOfAFolderTellsStacksAndWhatIsOdd()
    {
        QCOMPARE(limn({"info", m_folder.path(), "--json"}), 0);
        const QJsonArray images = QJsonDocument::fromJson(m_output)["images"].toArray();
        QCOMPARE(images.size(), 1);
        const QJsonObject image = images[0].toObject();
        QCOMPARE(image["slices"].toInt(), 5);
        QCOMPARE(image["volumes"].toInt(), 1);
        const QJsonArray stack = image["stack"].toArray();
        QVERIFY(stack[0].toObject()["file"].toString().endsWith("b.dcm"));
        QCOMPARE(stack[4].toObject()["originMm"].toArray()[2].toDouble(), 15.0);
        const QJsonObject finding = image["findings"].toArray()[0].toObject();
        QCOMPARE(finding["kind"].toString(), QString("gap"));
        QCOMPARE(finding["slice"].toInt(), 4);
        QCOMPARE(finding["found"].toDouble(), 6.0);
        QCOMPARE(limn({"info", m_folder.path()}), 0);
        QVERIFY2(m_output.contains("slices 5") && m_output.contains("between slices 4 and 5"),
                 m_output);
    }

    void decodesASliceOfAFolder()
    {
        const QString out = m_folder.filePath("values.f32");
        QCOMPARE(limn({"decode", m_folder.path(), "--frame", "3", "--raw", out}), 0);
        const auto values = floats(out);
        QCOMPARE(values.size(), 48U);
        QCOMPARE(values[1], 601.0F);
        QCOMPARE(limn({"decode", m_folder.path(), "--frame", "6", "--raw", out}), 2);
    }

    void salvagesACutFileOnlyWhenAsked()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("cut.dcm"), out = folder.filePath("values.f32");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(madeSlice({.value = 100}).chopped(20));
        file.close();
        QCOMPARE(limn({"decode", path, "--raw", out}), 2);
        QVERIFY(!QFile::exists(out));
        QCOMPARE(limn({"decode", path, "--raw", out, "--salvage"}), 0);
        const auto values = floats(out);
        QCOMPARE(values.size(), 48U);
        QCOMPARE(values[37], 137.0F);
        QCOMPARE(values[38], 0.0F);
        QCOMPARE(limn({"info", path, "--json", "--salvage"}), 0);
        QVERIFY(m_output.contains("salvaged: the file is cut; 20 bytes"));
    }
};

QTEST_GUILESS_MAIN(SeriesCommandTest)
#include "series_command_test.moc"
