// Masks out: which files, when nothing may be written, what remains after a failure.
#include "io/masks/limn_output.h"
#include "io/masks/write_masks.h"
#include "tests/io/masks/picture_formats.h"

#include "tests/support/made_masks.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace limn;

namespace {

std::filesystem::path pathOf(const QTemporaryDir& folder)
{
    return folder.path().toStdString();
}

QStringList namesIn(const QTemporaryDir& folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::System | QDir::Hidden, QDir::Name);
}

Result<std::vector<std::filesystem::path>>
writeAll(const MaskExport& masks, const QTemporaryDir& folder, IfExists ifExists = IfExists::Refuse)
{
    return writeMasks(masks, pathOf(folder), test::pictureFormats(), ifExists, {});
}

QImage pictureIn(const QTemporaryDir& folder, const char* name)
{
    return QImage(folder.filePath(QLatin1String(name)));
}

void put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class WriteMasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheFilesThatItHadPlanned()
    {
        const QTemporaryDir folder;
        const MaskExport masks = madeMasks({5, 3});
        const auto written = writeAll(masks, folder);
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        QCOMPARE(*written, plannedFiles(masks, pathOf(folder), test::pictureFormats()));
        QCOMPARE(
            namesIn(folder).join(u' '),
            QStringLiteral(
                "picture.prov.json picture_entropy.png picture_heart.png picture_heart_prob.png "
                "picture_heart_votes.png picture_left_lung.png picture_left_lung_prob.png "
                "picture_left_lung_votes.png picture_mask.png picture_prob.npy picture_steps.npz "
                "picture_who.png"));
    }

    void writesAFileASlice()
    {
        const QTemporaryDir folder;
        const MaskExport masks = madeMasks({6, 4}, 2);
        const std::array formats{MaskFormat::Mask, MaskFormat::Prov};
        QVERIFY(writeMasks(masks, pathOf(folder), formats, IfExists::Refuse, {}));
        QCOMPARE(namesIn(folder).join(u' '),
                 QStringLiteral("picture.prov.json picture_s001_mask.png picture_s002_mask.png"));
        const QImage second = pictureIn(folder, "picture_s002_mask.png");
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 6; ++x)
                QCOMPARE(second.scanLine(y)[x], masks.labels.at(1, x, y));
    }

    void keepsLabelsAndColoursInTheIndexedMask()
    {
        const QTemporaryDir folder;
        const MaskExport masks = madeMasks({31, 17});
        QVERIFY(writeAll(masks, folder));
        const QImage mask = pictureIn(folder, "picture_mask.png");
        QCOMPARE(mask.format(), QImage::Format_Indexed8);
        QCOMPARE(mask.colorTable().size(), 3);
        QCOMPARE(mask.color(2), qRgb(1, 2, 3));
        const QImage heart = pictureIn(folder, "picture_heart.png"),
                     who = pictureIn(folder, "picture_who.png");
        const QImage chance = pictureIn(folder, "picture_heart_prob.png");
        QCOMPARE(chance.format(), QImage::Format_Grayscale16);
        for (int y = 0; y < 17; ++y)
            for (int x = 0; x < 31; ++x) {
                const Label label = masks.labels.at(0, x, y), human = masks.human.at(0, x, y);
                QCOMPARE(mask.pixelIndex(x, y), int{label});
                QCOMPARE(qGray(heart.pixel(x, y)), label == 2 ? 255 : 0);
                QCOMPARE(who.pixelIndex(x, y),
                         human == untouched        ? 0
                             : human == background ? 2
                                                   : 1);
                const float p = masks.posteriors[0].of(2)[static_cast<std::size_t>(y * 31 + x)];
                QCOMPARE(int{reinterpret_cast<const quint16*>(chance.constScanLine(y))[x]},
                         qRound(65535.0 * double{p}));
            }
    }

    void saysInTheProvenanceWhatRanAndNoFolder()
    {
        const QTemporaryDir folder;
        QVERIFY(writeAll(madeMasks({5, 3}), folder));
        const QByteArray text = contentOf(folder.filePath(QStringLiteral("picture.prov.json")));
        const QJsonObject json = QJsonDocument::fromJson(text).object();
        QCOMPARE(json[u"run"][u"model"].toString(), QStringLiteral("lungs"));
        QCOMPARE(json[u"run"][u"tau"].toDouble(), 0.25);
        QCOMPARE(json[u"source"][u"files"][0].toString(), QStringLiteral("picture.png"));
        QCOMPARE(json[u"labels"][1][u"colour"].toString(), QStringLiteral("#010203"));
        QVERIFY(!text.contains("private"));
    }

    void refusesBeforeWritingAnythingWhenOneFileIsThere()
    {
        const QTemporaryDir folder;
        const MaskExport masks = madeMasks({5, 3});
        put(folder.filePath(QStringLiteral("picture_who.png")), "mine");
        const auto result = writeAll(masks, folder);
        QVERIFY(!result && result.error().code == ErrorCode::Exists);
        QCOMPARE(result.error().subject, std::string("picture_who.png"));
        QCOMPARE(namesIn(folder), QStringList{QStringLiteral("picture_who.png")});
        QCOMPARE(contentOf(folder.filePath(QStringLiteral("picture_who.png"))), QByteArray("mine"));
        QVERIFY(writeAll(masks, folder, IfExists::Replace));
        QVERIFY(contentOf(folder.filePath(QStringLiteral("picture_who.png"))) != "mine");
    }

    void writesNothingWhenAlreadyStopped()
    {
        const QTemporaryDir folder;
        std::stop_source stop;
        stop.request_stop();
        const auto result = writeMasks(madeMasks({5, 3}), pathOf(folder), test::pictureFormats(),
                                       IfExists::Refuse, stop.get_token());
        QVERIFY(!result && result.error().code == ErrorCode::Cancelled);
        QVERIFY(namesIn(folder).isEmpty());
    }

    void removesWhatItAddedWhenALaterFileFails()
    {
        const QTemporaryDir folder;
        // A folder under the last file's name can't be replaced by a file.
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("picture.prov.json")));
        put(folder.filePath(QStringLiteral("picture_mask.png")), "old");
        QVERIFY(!writeAll(madeMasks({5, 3}), folder, IfExists::Replace));
        QCOMPARE(namesIn(folder),
                 QStringList{QStringLiteral("picture_mask.png")}); // replaced, whole
        QVERIFY(!pictureIn(folder, "picture_mask.png").isNull());
    }

    void leavesAFullDiskAsItWas()
    {
        if (geteuid() != 0)
            QSKIP("only root can mount a small disk");
        const QTemporaryDir folder;
        const QByteArray place = folder.path().toLocal8Bit();
        if (mount("tmpfs", place.constData(), "tmpfs", 0, "size=256k") != 0)
            QSKIP("mounting is not allowed here");
        const auto result = writeAll(madeMasks({200, 200}), folder);
        const QStringList names = namesIn(folder);
        umount(place.constData());
        QVERIFY(!result && result.error().code == ErrorCode::DiskFull);
        QVERIFY2(names.isEmpty(), qPrintable(names.join(u' ')));
    }

    void hasNothingForFormatsThatNeedARun()
    {
        const QTemporaryDir folder;
        MaskExport masks = madeMasks({5, 3});
        masks.posteriors.clear();
        masks.steps.clear();
        const std::array formats{MaskFormat::Mask, MaskFormat::Npy};
        QCOMPARE(plannedFiles(masks, pathOf(folder), formats).size(), std::size_t{1});
        const auto result = writeMasks(masks, pathOf(folder), formats, IfExists::Refuse, {});
        QVERIFY(!result && result.error().code == ErrorCode::BadArgument);
        QVERIFY(namesIn(folder).isEmpty());
    }

    void refusesMasksThatContradictThemselves()
    {
        const QTemporaryDir folder;
        MaskExport masks = madeMasks({5, 3});
        masks.labels.values.pop_back();
        QVERIFY(writeAll(masks, folder).error().code == ErrorCode::BadArgument);
        masks = madeMasks({5, 3});
        masks.posteriors[0].values.pop_back();
        QVERIFY(writeAll(masks, folder).error().code == ErrorCode::BadArgument);
        QVERIFY(namesIn(folder).isEmpty());
    }

    void saysThatTheFolderIsMissing()
    {
        const std::array formats{MaskFormat::Mask};
        const auto result =
            writeMasks(madeMasks({5, 3}), "/nowhere/at/all", formats, IfExists::Refuse, {});
        QVERIFY(!result && result.error().code == ErrorCode::NotFound);
    }

    void recognisesItsOwnFilesAndNobodyElses()
    {
        const QTemporaryDir folder;
        MaskExport masks = madeMasks({5, 3});
        for (int i = 3; i < 255; ++i) // the longest palette
            masks.table.rows.push_back(
                {static_cast<Label>(i), "label" + std::to_string(i), {}, true, false, 1});
        const auto written = writeAll(masks, folder);
        QVERIFY(written);
        for (const auto& path : *written)
            QVERIFY2(isLimnOutput(path), path.c_str());

        const QImage picture = pictureIn(folder, "picture_mask.png");
        QImage foreign = picture.copy();
        for (const QString& key : foreign.textKeys())
            foreign.setText(key, QString());
        const auto other = pathOf(folder) / "other_mask.png";
        QVERIFY(foreign.save(QString::fromStdString(other.string())));
        QVERIFY(!isLimnOutput(other));
        foreign.setText(QStringLiteral("Software"), QStringLiteral("Limnology"));
        QVERIFY(foreign.save(QString::fromStdString(other.string())));
        QVERIFY(!isLimnOutput(other));

        const QByteArray good = contentOf(folder.filePath(QStringLiteral("picture_mask.png")));
        for (int length = 0; length < good.size(); length += 7) {
            put(QString::fromStdString(other.string()), good.left(length));
            (void)isLimnOutput(other); // any answer, no crash
        }
        QVERIFY(!isLimnOutput(pathOf(folder) / "missing_mask.png"));
        QVERIFY(!isLimnOutput(pathOf(folder)));
        QCOMPARE(mkfifo((pathOf(folder) / "pipe_mask.png").c_str(), 0600), 0);
        QVERIFY(!isLimnOutput(pathOf(folder) / "pipe_mask.png"));
    }

    void namesEveryFormat()
    {
        for (const MaskFormat format : allMaskFormats())
            QVERIFY(maskFormatNamed(nameOf(format)) == format);
        QVERIFY(!maskFormatNamed("tiff"));
    }
};

QTEST_GUILESS_MAIN(WriteMasksTest)
#include "write_masks_test.moc"
