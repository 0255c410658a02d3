// De-identified copies of other people's DICOM files, judged by other people's readers: pydicom reads
// every copy, its pixels are the source's, and dciodvfy finds no more errors than in the source.
#include "io/import_copies.h"
#include "tests/support/manifest.h"
#include "tests/support/python.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace limn;

class CleanCorpusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCopyIsAsGoodAsItsSource();
};

void CleanCorpusTest::everyCopyIsAsGoodAsItsSource()
{
    const QString corpus = qEnvironmentVariable("LIMN_SOURCE") + QStringLiteral("/../shared/data/dicom");
    const QStringList names = QDir(corpus).entryList({QStringLiteral("*.dcm")}, QDir::Files);
    if (names.isEmpty())
        QSKIP("the corpus is not here");
    if (!hasPythonModules({QStringLiteral("pydicom"), QStringLiteral("numpy")}))
        QSKIP("no Python with pydicom");
    ImportClient client((QCoreApplication::applicationDirPath() + "/../bin/limn-import").toStdString());
    const QTemporaryDir folder;
    QJsonArray pairs;
    for (const QString& name : names) {
        const auto copy =
            cleanCopyOf(client, (corpus + u'/' + name).toStdString(), CopyPart::Whole,
                        {"a secret", "P0001", CopiedDates::Shifted, -1000, "1"}, {});
        if (!copy) // not an image, or one that Limn does not open
            continue;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char*>(copy->bytes.data()),
                   static_cast<qint64>(copy->bytes.size()));
        pairs.append(QJsonObject{{"source", corpus + u'/' + name}, {"copy", file.fileName()}});
    }
    QCOMPARE(names.size(), 248);
    QCOMPARE(pairs.size(), 199);
    QFile index(folder.filePath(QStringLiteral("index.json")));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write(QJsonDocument(pairs).toJson());
    index.close();
    const QByteArray faults =
        pythonOutput(QStringLiteral("tests/io/import/judge_copies.py"), {index.fileName()});
    QVERIFY(faults.endsWith("judged\n"));
    for (const QByteArray& fault : faults.split('\n').sliced(0, faults.count('\n') - 1))
        qWarning("%s", fault.constData());
    QCOMPARE(faults, QByteArray::number(pairs.size()) + " judged\n");
}

QTEST_GUILESS_MAIN(CleanCorpusTest)
#include "clean_corpus_test.moc"
