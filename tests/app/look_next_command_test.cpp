// limn look-next with the shipped models on shipped pictures: what it lists, and how it judges.
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Answer {
    int exitCode = -1;
    QString out, error;

    QStringList lines() const { return out.split(u'\n', Qt::SkipEmptyParts); }
};

Answer limn(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(LIMN_PROGRAM), arguments);
    process.waitForFinished(240000);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString sample(const QString& name)
{
    return qEnvironmentVariable("LIMN_SOURCE") + QStringLiteral("/resources/samples/") + name;
}

const QString chest = QStringLiteral("normal2-0669-0001");

} // namespace

class LookNextCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QStringList onChests(const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("look-next"), sample(chest + QStringLiteral(".png")),
                           sample(QStringLiteral("person1231-virus_2088.png")),
                           QStringLiteral("--model"), QStringLiteral("lungs")}
        + more;
    }

private Q_SLOTS:
    void listsThePlacesOfTheMostDoubtfulImageFirst()
    {
        const Answer answer = limn(onChests());
        QCOMPARE(answer.exitCode, 0);
        const QStringList lines = answer.lines();
        QVERIFY(lines.size() > 10);
        QCOMPARE(lines[0],
                 QStringLiteral("image,slice,image_doubt,rank,x,y,width,height,area_px,"
                                "mean_entropy,reason"));
        double doubt = 1, weight = 0;
        QStringList images;
        for (const QString& line : lines.mid(1)) {
            const QStringList cells = line.split(u',');
            QCOMPARE(cells.size(), 11);
            if (images.isEmpty() || images.last() != cells[0]) {
                images << cells[0];
                QVERIFY(cells[2].toDouble() <= doubt);
                doubt = cells[2].toDouble();
                QCOMPARE(cells[3], QStringLiteral("1"));
                weight = 1e9;
            }
            const double own = cells[8].toDouble() * cells[9].toDouble();
            QVERIFY(own <= weight * 1.001); // the digits that are printed
            weight = own;
            QVERIFY(cells[6].toInt() <= 512 / 6 && cells[7].toInt() <= 512 / 6);
        }
        QCOMPARE(images.size(), 2); // each in one piece
    }

    void findsNothingWrongWithAMaskOfItsOwnAndWhatWasPaintedIn()
    {
        const QString masks = m_folder.filePath(QStringLiteral("masks"));
        QCOMPARE(
            limn({QStringLiteral("segment"), sample(chest + QStringLiteral(".png")),
                  QStringLiteral("-o"), masks, QStringLiteral("--model"), QStringLiteral("lungs")})
                .exitCode,
            0);
        const QString ids = m_folder.filePath(QStringLiteral("ids.txt"));
        QFile list(ids);
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(chest.toUtf8());
        list.close();
        const QString table = m_folder.filePath(QStringLiteral("table.csv"));
        const QStringList judge =
            onChests({QStringLiteral("--reference"), masks, QStringLiteral("--ids"), ids,
                      QStringLiteral("-o"), table});
        const Answer same = limn(judge);
        QCOMPARE(same.exitCode, 0);
        QVERIFY2(same.out.startsWith(QStringLiteral("1 images, 0 of them with wrong pixels")),
                 qPrintable(same.out));
        QCOMPARE(limn(judge).exitCode, 2); // the table is there

        // A corner that the model is sure of: no place is there, and only the truth finds it.
        const QString mask = masks + u'/' + chest + QStringLiteral("_mask.png");
        QImage painted(mask);
        QCOMPARE(painted.format(), QImage::Format_Indexed8);
        for (int y = 0; y < 30; ++y)
            for (int x = 0; x < 30; ++x) {
                QCOMPARE(painted.pixelIndex(x, y), 0);
                painted.setPixel(x, y, 1);
            }
        QVERIFY(painted.save(mask));
        QCOMPARE(limn(judge + QStringList{QStringLiteral("--replace")}).exitCode, 0);
        QFile written(table);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QStringList lines =
            QString::fromUtf8(written.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        const QStringList names = lines[0].split(u','), cells = lines[1].split(u',');
        const auto cell = [&](const char* name) {
            return cells.value(names.indexOf(QLatin1String(name)));
        };
        QCOMPARE(cell("wrong_pixels"), QStringLiteral("900"));
        QCOMPARE(cell("wrong_entropy_3").toDouble(), 0.0);
        QCOMPARE(cell("wrong_truth_3").toDouble(), 1.0);
        QVERIFY(cell("wrong_chains_3").isEmpty()); // one chain has nothing to disagree with
        QVERIFY(cell("area_entropy_3").toDouble() > 0.05);
    }

    void saysWhatIsMissing()
    {
        const QString empty = m_folder.filePath(QStringLiteral("nothing"));
        QVERIFY(QDir().mkpath(empty));
        const Answer noMask = limn(onChests({QStringLiteral("--reference"), empty}));
        QCOMPARE(noMask.exitCode, 2);
        QVERIFY(noMask.error.contains(QStringLiteral("no reference of this name")));
        const QString ids = m_folder.filePath(QStringLiteral("other.txt"));
        QFile list(ids);
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("not-there\n");
        list.close();
        const Answer noImage = limn(onChests({QStringLiteral("--ids"), ids}));
        QCOMPARE(noImage.exitCode, 2);
        QVERIFY(noImage.error.contains(QStringLiteral("not-there")));
    }
};

QTEST_GUILESS_MAIN(LookNextCommandTest)
#include "look_next_command_test.moc"
