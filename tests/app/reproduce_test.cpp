// limn segment: clicks, chains, and a mask made again from its record, as a person types them.
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
    QJsonObject json;
};

Answer segment(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(LIMN_PROGRAM),
                  QStringList{QStringLiteral("segment"), QStringLiteral("--json")} + arguments);
    process.waitForFinished(120000);
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object()};
}

QString sample()
{
    return qEnvironmentVariable("LIMN_SOURCE")
        + QStringLiteral("/resources/samples/normal2-0669-0001.png");
}

const QString stem = QStringLiteral("/normal2-0669-0001");
const QStringList lungs{QStringLiteral("--model"), QStringLiteral("lungs")};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QStringList into(const QString& folder, const QString& formats = QStringLiteral("mask,npy,prov"))
{
    return {QStringLiteral("-o"), folder, QStringLiteral("--formats"), formats};
}

} // namespace

class ReproduceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QFileInfo(QStringLiteral(LIMN_PROGRAM)).path()
                           + QStringLiteral("/limn_diffusion.so")))
            QSKIP("built without the diffusion module");
    }

    void clicksFixTheMaskThereAndItsRecordGivesTheSameToTheBit_data()
    {
        QTest::addColumn<QByteArray>("clicks");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("more");
        const QByteArray csv = "image,x,y,class,radius\nnormal2-0669-0001,20.5,20.5,1,6\n"
                               "normal2-0669-0001,140,200,background,\n";
        QTest::newRow("CSV") << csv << QStringLiteral("clicks.csv") << QStringList();
        QTest::newRow("JSON, chains")
            << QByteArray(R"([{"image":"normal2-0669-0001","x":20,"y":20,"class":1,"radius":6}])")
            << QStringLiteral("clicks.json") << QStringList{QStringLiteral("--chains"),
                                                            QStringLiteral("2"),
                                                            QStringLiteral("--early-stop"),
                                                            QStringLiteral("--priors"),
                                                            QStringLiteral("1,1.5"),
                                                            QStringLiteral("--steps"),
                                                            QStringLiteral("6")};
        QTest::newRow("without") << QByteArray() << QString()
                                 << QStringList{QStringLiteral("--kernel"), QStringLiteral("ddim")};
    }
    void clicksFixTheMaskThereAndItsRecordGivesTheSameToTheBit()
    {
        QFETCH(QByteArray, clicks);
        QFETCH(QString, name);
        QFETCH(QStringList, more);
        const QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("first")),
                      again = folder.filePath(QStringLiteral("again"));
        if (!name.isEmpty()) {
            write(folder.filePath(name), clicks);
            more << QStringLiteral("--clicks") << folder.filePath(name);
        }
        QCOMPARE(segment(QStringList{sample()} + into(first) + lungs + more).exitCode, 0);
        const QImage mask(first + stem + QStringLiteral("_mask.png"));
        QCOMPARE(mask.pixelIndex(20, 20) != 0, !name.isEmpty());

        const Answer answer =
            segment(QStringList{sample()} + into(again)
                    + QStringList{QStringLiteral("--from"), first + stem + ".prov.json"});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.json[QStringLiteral("notes")].toArray(), QJsonArray());
        for (const char* suffix : {"_mask.png", "_prob.npy"}) {
            QVERIFY(!bytesOf(first + stem + suffix).isEmpty());
            QCOMPARE(bytesOf(again + stem + suffix), bytesOf(first + stem + suffix));
        }
    }

    void aRecordOfAnotherPictureOrModelIsRefused()
    {
        const QTemporaryDir folder;
        QCOMPARE(segment(QStringList{sample()} + into(folder.path()) + lungs).exitCode, 0);
        const QString record = folder.path() + stem + QStringLiteral(".prov.json");
        const auto errorOf = [&](const QString& picture, const QStringList& more) {
            return segment(QStringList{picture, QStringLiteral("--from"), record}
                           + into(folder.filePath(QStringLiteral("other"))) + more)
                .json[QStringLiteral("failed")]
                .toArray()
                .at(0)[QStringLiteral("error")]
                .toString();
        };
        const QString copy = folder.filePath(QStringLiteral("changed.png"));
        QVERIFY(QImage(sample()).mirrored().save(copy));
        QCOMPARE(errorOf(copy, {}), QStringLiteral("ImageChanged"));
        const QString model = qEnvironmentVariable("LIMN_SOURCE")
            + QStringLiteral("/resources/models/nuclei.safetensors");
        if (QFile::exists(model))
            QCOMPARE(errorOf(sample(), {QStringLiteral("--model"), model}),
                     QStringLiteral("BadData"));
        QByteArray text = bytesOf(record);
        const auto at = text.indexOf("\"modelSha256\": \"") + 16;
        text[at] = text[at] == '0' ? '1' : '0';
        write(record, text);
        QCOMPARE(errorOf(sample(), {}), QStringLiteral("BadData"));
    }

    void aPersonsPixelsAndOtherThreadsAreSaid()
    {
        const QTemporaryDir folder;
        QCOMPARE(segment(QStringList{sample()} + into(folder.path()) + lungs).exitCode, 0);
        const QString record = folder.path() + stem + QStringLiteral(".prov.json");
        QJsonObject json = QJsonDocument::fromJson(bytesOf(record)).object();
        QJsonObject person = json[QStringLiteral("person")].toObject(),
                    run = json[QStringLiteral("run")].toObject();
        QVERIFY(run[QStringLiteral("threads")].toInt() > 0);
        person[QStringLiteral("pixels")] = 12;
        run[QStringLiteral("threads")] = 99;
        json[QStringLiteral("person")] = person;
        json[QStringLiteral("run")] = run;
        write(record, QJsonDocument(json).toJson());
        const Answer answer = segment(QStringList{sample(), QStringLiteral("--from"), record}
                                      + into(folder.filePath(QStringLiteral("again"))));
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.json[QStringLiteral("notes")].toArray().size(), 2);
    }

    void severalChainsGiveTheirVotes()
    {
        const QTemporaryDir folder;
        QCOMPARE(segment(QStringList{sample(), QStringLiteral("--chains"), QStringLiteral("2"),
                                     QStringLiteral("--label-sampling"), QStringLiteral("1")}
                         + into(folder.path(), QStringLiteral("mask,spread")) + lungs)
                     .exitCode,
                 0);
        const auto pictures =
            QDir(folder.path())
                .entryList({QStringLiteral("*_votes.png"), QStringLiteral("*_entropy.png")});
        QCOMPARE(pictures.size(), 2);
        for (const QString& name : pictures) {
            const QImage picture(folder.filePath(name));
            QCOMPARE(picture.size(), QImage(sample()).size());
            QCOMPARE(picture.format(), QImage::Format_Grayscale16);
        }
    }

    // As the window writes it when its slider says that all chains must agree.
    void aRecordOfAnAgreementGivesTheMaskOfTheVotes()
    {
        const QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("first")),
                      again = folder.filePath(QStringLiteral("again"));
        QCOMPARE(segment(QStringList{sample(), QStringLiteral("--chains"), QStringLiteral("3"),
                                     QStringLiteral("--label-sampling"), QStringLiteral("1")}
                         + into(first, QStringLiteral("mask,prov")) + lungs)
                     .exitCode,
                 0);
        const QString record = first + stem + QStringLiteral(".prov.json");
        QJsonObject json = QJsonDocument::fromJson(bytesOf(record)).object();
        QJsonObject run = json[QStringLiteral("run")].toObject();
        run[QStringLiteral("agreement")] = 1.0;
        json[QStringLiteral("run")] = run;
        write(record, QJsonDocument(json).toJson());
        QCOMPARE(segment(QStringList{sample(), QStringLiteral("--from"), record}
                         + into(again, QStringLiteral("mask,spread,prov")))
                     .exitCode,
                 0);
        const QImage mask(again + stem + QStringLiteral("_mask.png")),
            byThreshold(first + stem + QStringLiteral("_mask.png")),
            votes(again + stem + QStringLiteral("_lung_votes.png"));
        QVERIFY(mask != byThreshold && votes.size() == mask.size());
        int wrong = 0;
        for (int y = 0; y < mask.height(); ++y)
            for (int x = 0; x < mask.width(); ++x)
                wrong += (mask.pixelIndex(x, y) != 0)
                    != (reinterpret_cast<const quint16*>(votes.constScanLine(y))[x] == 65535);
        QCOMPARE(wrong, 0);
        const auto kept = QJsonDocument::fromJson(bytesOf(again + stem + ".prov.json")).object();
        QCOMPARE(kept[QStringLiteral("run")].toObject()[QStringLiteral("agreement")].toDouble(), 1.0);
    }

    void clicksThatMakeNoSenseAreRefused()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("clicks.csv"));
        for (const char* const row : {"other,1,1,1", "normal2-0669-0001,1,1,spleen",
                                      "normal2-0669-0001,9999,1,1", "normal2-0669-0001,one,1,1"}) {
            write(file, QByteArray("image,x,y,class\n") + row + "\n");
            QCOMPARE(segment(QStringList{sample(), QStringLiteral("--clicks"), file}
                             + into(folder.filePath(QStringLiteral("out"))) + lungs)
                         .exitCode,
                     2);
        }
    }
};

QTEST_GUILESS_MAIN(ReproduceTest)
#include "reproduce_test.moc"
