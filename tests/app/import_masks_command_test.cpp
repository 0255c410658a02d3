// limn import-masks: masks become the work of a folder, without a window.
#include "io/work/image_store.h"
#include "tests/app/odd_pictures.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;
using namespace limn::test;

class ImportMasksCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_images = m_folder.filePath(QStringLiteral("images"));
    QString m_masks = m_folder.filePath(QStringLiteral("masks"));

    QJsonObject run(const QStringList& masks, int expected, const QStringList& options = {})
    {
        QProcess limn;
        limn.start(QStringLiteral(LIMN_PROGRAM),
                   QStringList{QStringLiteral("import-masks"), m_images} + masks + options
                       + QStringList{QStringLiteral("--json")});
        if (!limn.waitForFinished(120000) || limn.exitCode() != expected) {
            qWarning().noquote() << limn.readAllStandardOutput() << limn.readAllStandardError();
            return {};
        }
        const auto lines = limn.readAllStandardOutput().trimmed().split('\n');
        return QJsonDocument::fromJson(lines.last()).object();
    }

    LabelMap kept(int number) const
    {
        const auto database =
            Database::open((m_images + QStringLiteral("/annotations.limn")).toStdString(),
                           Access::ReadOnly, Logging::WriteAhead);
        if (!database)
            return {};
        auto labels = ImageStore(**database)
                          .composedLabels(QStringLiteral("p%1.png").arg(number).toStdString());
        return labels ? std::move(*labels) : LabelMap();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        for (const QString& path : {m_images, m_masks})
            QVERIFY(QDir().mkpath(path));
        for (int number = 1; number <= 4; ++number)
            QVERIFY(writePicture(m_images, number));
    }

    void takesAWholeDataSet()
    {
        constexpr std::array formats{MaskFormat::Coco};
        for (int number = 1; number <= 3; ++number)
            QVERIFY(!written(maskOfPicture(m_images, number, number), formats[0], m_masks).isEmpty());
        QVERIFY(finishDatasets(m_masks.toStdString(), formats, {}));
        const auto done = run({m_masks + QStringLiteral("/coco.json")}, 0);
        QCOMPARE(done["masks"].toInt(), 3);
        QCOMPARE(done["images"].toInt(), 3);
        for (int number = 1; number <= 3; ++number)
            QVERIFY(kept(number).values == maskOfPicture(m_images, number, number).labels.values);
    }

    void leavesWorkAloneUntilItIsToldTo()
    {
        const QString mask = written(maskOfPicture(m_images, 1, 3), MaskFormat::Nifti, m_masks);
        const auto left = run({mask}, 2);
        QCOMPARE(left["leftOut"].toArray(), (QJsonArray{"p1.png"}));
        QVERIFY(kept(1).values == maskOfPicture(m_images, 1, 1).labels.values);
        const auto done = run({mask}, 0, {QStringLiteral("--replace")});
        QCOMPARE(done["masks"].toInt(), 1);
        QVERIFY(kept(1).values == maskOfPicture(m_images, 1, 3).labels.values);
    }

    void takesAnEmptyMask()
    {
        const MaskExport empty = maskOfPicture(m_images, 4, static_cast<int>(OddKind::Empty));
        const auto done = run({written(empty, MaskFormat::Mask, m_masks)}, 0);
        QCOMPARE(done["masks"].toInt(), 1);
        QVERIFY(kept(4).values == empty.labels.values);
    }

    void saysWhatItRefuses()
    {
        MaskExport masks = maskOfPicture(m_images, 1);
        masks.stem = "p4";
        const auto refused = run({written(masks, MaskFormat::Nrrd, m_masks), "/nowhere.png"}, 2);
        const auto errors = refused["refused"].toArray();
        QCOMPARE(errors.size(), 2);
        QStringList codes;
        for (const auto& error : errors)
            codes << error.toObject()["error"].toString();
        codes.sort();
        QCOMPARE(codes, (QStringList{"MaskMismatch", "NotFound"}));
        QVERIFY(std::ranges::all_of(kept(4).values, [](Label label) { return label == background; }));
    }
};

QTEST_GUILESS_MAIN(ImportMasksCommandTest)
#include "import_masks_command_test.moc"
