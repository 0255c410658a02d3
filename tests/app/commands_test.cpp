// The program's commands, as a person types them: exit codes, what they print and write.
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Answer {
    int exitCode = -1;
    QString out;
    QString error;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

Answer limn(const QStringList& arguments, bool hasDisplay = true)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!hasDisplay)
        for (const auto* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(LIMN_PROGRAM), arguments);
    process.waitForFinished(120000);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString sample()
{
    return qEnvironmentVariable("LIMN_SOURCE")
        + QStringLiteral("/resources/samples/normal2-0669-0001.png");
}

} // namespace

class CommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutADisplayItNamesTheCommands()
    {
        const Answer answer = limn({}, false);
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(answer.error.contains(QStringLiteral("limn segment")));
    }

    // The sgemm_ of a BLAS that is there at the start takes the place of LibTorch's own: slower,
    // and the maps get other bits.
    void bringsNoBlasOfItsOwn()
    {
        QProcess process;
        process.start(QStringLiteral("ldd"), {QStringLiteral(LIMN_PROGRAM)});
        QVERIFY(process.waitForFinished());
        const QString libraries = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY(libraries.contains(QStringLiteral("libQt6Core")));
        QVERIFY2(!libraries.contains(QStringLiteral("blas")), qPrintable(libraries));
    }

    void whatIsNeitherFileNorCommandIsRefused()
    {
        const Answer answer = limn({QStringLiteral("masks")});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(answer.error.contains(QStringLiteral("masks")));
        QCOMPARE(limn({QStringLiteral("segment"), sample()}).exitCode, 2); // options are missing
        QCOMPARE(limn({QStringLiteral("--help")}).exitCode, 0);
    }

    void infoSaysWhatAFileHoldsOrWhyItIsRefused()
    {
        const Answer good = limn({QStringLiteral("info"), sample(), QStringLiteral("--json")});
        QCOMPARE(good.exitCode, 0);
        QCOMPARE(good.json()[QStringLiteral("width")].toInt(), 499);
        const Answer bad =
            limn({QStringLiteral("info"), QStringLiteral(LIMN_PROGRAM), QStringLiteral("--json")});
        QCOMPARE(bad.exitCode, 2);
        QVERIFY(!bad.json()[QStringLiteral("error")].toString().isEmpty());
    }

    void decodeWritesTheStoredValues()
    {
        const QTemporaryDir folder;
        const QString raw = folder.filePath(QStringLiteral("raw"));
        QCOMPARE(limn({QStringLiteral("decode"), sample(), QStringLiteral("--stored"),
                       QStringLiteral("--raw"), raw})
                     .exitCode,
                 0);
        QFile file(raw);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QImage picture(sample());
        QCOMPARE(bytes.size(), qsizetype{4} * picture.width() * picture.height());
        const auto* const values = reinterpret_cast<const qint32*>(bytes.constData());
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                QCOMPARE(values[y * picture.width() + x], qGray(picture.pixel(x, y)));
    }

    void segmentWritesAMaskOnceAndEvaluateJudgesIt()
    {
        if (!QFile::exists(QFileInfo(QStringLiteral(LIMN_PROGRAM)).path()
                           + QStringLiteral("/limn_diffusion.so")))
            QSKIP("built without the diffusion module");
        const QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("masks"));
        const QStringList segment{QStringLiteral("segment"), sample(),
                                  QStringLiteral("-o"),      out,
                                  QStringLiteral("--model"), QStringLiteral("lungs"),
                                  QStringLiteral("--json")};
        const Answer first = limn(segment);
        QCOMPARE(first.exitCode, 0);
        QCOMPARE(first.json()[QStringLiteral("written")].toInt(), 1);
        const QImage mask(out + QStringLiteral("/normal2-0669-0001_mask.png"));
        QCOMPARE(mask.size(), QImage(sample()).size());
        int lung = 0;
        for (int y = 0; y < mask.height(); ++y)
            for (int x = 0; x < mask.width(); ++x)
                lung += mask.pixelIndex(x, y);
        const double share = static_cast<double>(lung) / (mask.width() * mask.height());
        QVERIFY2(share > 0.2 && share < 0.6, qPrintable(QString::number(share)));
        QCOMPARE(limn(segment).json()[QStringLiteral("skipped")].toInt(), 1);

        const auto judge = [&out](const QString& table) {
            return limn({QStringLiteral("evaluate"), QStringLiteral("--reference"), out,
                         QStringLiteral("--prediction"), out, QStringLiteral("--csv"), table});
        };
        const QString table = folder.filePath(QStringLiteral("cases.csv"));
        const Answer judged = judge(table);
        QCOMPARE(judged.exitCode, 0);
        QVERIFY2(judged.out.contains(QStringLiteral("Dice       1.0000")), qPrintable(judged.out));
        QFile file(table);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith("\"case\",\"patient\",\"label\",\"Dice\",\"IoU\""),
                 lines[0].constData());
        QVERIFY2(lines[1].startsWith("\"normal2-0669-0001"), lines[1].constData());
        QVERIFY2(lines[1].contains(",\"1\",\"1\",\"1\",\"1\",\"1\",\"0\""), lines[1].constData());
        QVERIFY2(lines[1].trimmed().endsWith(",\"0\",\"0\""), lines[1].constData());

        const Answer nowhere = judge(folder.filePath(QStringLiteral("none/cases.csv")));
        QCOMPARE(nowhere.exitCode, 2);
        QVERIFY2(nowhere.error.contains(QStringLiteral("cases.csv")), qPrintable(nowhere.error));
    }

    void aModelThatDoesNotFitOrIsNotThereIsRefused()
    {
        if (!QFile::exists(QFileInfo(QStringLiteral(LIMN_PROGRAM)).path()
                           + QStringLiteral("/limn_diffusion.so")))
            QSKIP("built without the diffusion module");
        const QTemporaryDir folder;
        const auto with = [&folder](const QString& model, const QString& picture) {
            return limn({QStringLiteral("segment"), picture, QStringLiteral("-o"), folder.path(),
                         QStringLiteral("--model"), model, QStringLiteral("--json")});
        };
        QCOMPARE(with(QStringLiteral("no-such-model"), sample()).exitCode, 2);
        const QString colour = QFileInfo(sample()).path() + QStringLiteral("/ISIC_0012151.png");
        const Answer answer = with(QStringLiteral("lungs"), colour);
        QCOMPARE(answer.exitCode, 2);
        QCOMPARE(answer.json()[QStringLiteral("failed")]
                     .toArray()
                     .at(0)[QStringLiteral("error")]
                     .toString(),
                 QStringLiteral("ChannelsMismatch"));
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
