// The small copy of a large picture: like the picture, quicker than it, and decoded once with it.
#include "io/import_client.h"

#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace limn;

class PreviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isLikeThePicture_data();
    void isLikeThePicture();
    void thePictureAfterItIsTheSameToTheBit_data() { isLikeThePicture_data(); }
    void thePictureAfterItIsTheSameToTheBit();
    void aFileThatWasWrittenMeanwhileIsReadAnew();
    void smallPicturesAndOtherKindsHaveNone();

private:
    static std::filesystem::path program()
    {
        return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
            / "../bin/limn-import";
    }
    static QImage sample(int width, int height)
    {
        return QImage(qEnvironmentVariable("LIMN_SOURCE")
                      + QStringLiteral("/resources/samples/ISIC_0012151.png"))
            .scaled(width, height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    std::filesystem::path written(const QImage& image, const QString& name) const
    {
        const QString path = m_folder.filePath(name);
        return image.save(path, nullptr, 95) ? std::filesystem::path(path.toStdString())
                                             : std::filesystem::path();
    }
    std::filesystem::path row() const;

    QTemporaryDir m_folder;
};

void PreviewTest::isLikeThePicture_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QImage::Format>("format");
    QTest::newRow("colour PNG") << QStringLiteral("c.png") << QImage::Format_RGB32;
    QTest::newRow("grey PNG") << QStringLiteral("g.png") << QImage::Format_Grayscale8;
    QTest::newRow("16-bit PNG") << QStringLiteral("h.png") << QImage::Format_Grayscale16;
    QTest::newRow("16-bit colour PNG") << QStringLiteral("w.png") << QImage::Format_RGBX64;
    QTest::newRow("palette PNG") << QStringLiteral("p.png") << QImage::Format_Indexed8;
    QTest::newRow("colour JPEG") << QStringLiteral("c.jpg") << QImage::Format_RGB32;
    QTest::newRow("grey JPEG") << QStringLiteral("g.jpg") << QImage::Format_Grayscale8;
    QTest::newRow("BMP") << QStringLiteral("c.bmp") << QImage::Format_RGB32;
}

std::filesystem::path PreviewTest::row() const
{
    QFETCH(QString, name);
    QFETCH(QImage::Format, format);
    return written(sample(2600, 1900).convertToFormat(format, Qt::ThresholdDither | Qt::AvoidDither),
                   name);
}

void PreviewTest::isLikeThePicture()
{
    const auto path = row();
    ImportClient client(program());
    const auto preview = client.preview(path, {});
    QVERIFY2(preview, preview ? "" : preview.error().detail.c_str());
    const auto volume = client.open(path, {});
    QVERIFY(volume);
    const Slice& slice = *(*volume)->slices.front();
    QCOMPARE(slice.size, (Size{2600, 1900}));
    QCOMPARE(preview->channels, slice.channels);
    const int longest = std::max(preview->size.width, preview->size.height);
    QVERIFY2(longest >= 1200 && longest < 2000, qPrintable(QString::number(longest)));
    const DisplayWindow window = percentileWindow(slice);
    const int block = 40; // of the preview; means of blocks: a scaled decoder blurs
    double worst = 0;
    for (int y = 0; y + block <= preview->size.height; y += block)
        for (int x = 0; x + block <= preview->size.width; x += block) {
            double shown = 0, wanted = 0;
            for (int v = y; v < y + block; ++v)
                for (int u = x; u < x + block; ++u) {
                    const auto small = static_cast<std::size_t>(v * preview->size.width + u);
                    const auto column = static_cast<std::size_t>(
                        (u + 0.5) * slice.size.width / preview->size.width);
                    const auto line = static_cast<std::size_t>(
                        (v + 0.5) * slice.size.height / preview->size.height);
                    const auto channels = static_cast<std::size_t>(slice.channels);
                    const float value =
                        slice.values[(line * 2600 + column) * channels]; // grey, or red
                    shown += preview->pixels[small * channels];
                    wanted += 255
                        * std::clamp((static_cast<double>(value) - window.level) / window.width + 0.5,
                                     0.0, 1.0);
                }
            worst = std::max(worst, std::abs(shown - wanted) / (block * block));
        }
    QVERIFY2(worst < 4, qPrintable(QString::number(worst)));
}

void PreviewTest::thePictureAfterItIsTheSameToTheBit()
{
    const auto path = row();
    ImportClient client(program());
    const auto alone = client.open(path, {});
    QVERIFY(alone);
    QVERIFY(client.preview(path, {}));
    const auto after = client.open(path, {});
    QVERIFY(after);
    QVERIFY((*alone)->slices.front()->values == (*after)->slices.front()->values);
    QCOMPARE((*alone)->notes, (*after)->notes);
    QCOMPARE((*alone)->source.contentHash, (*after)->source.contentHash);
    QVERIFY(client.preview(path, {})); // labels are taken from it, too
    const auto stored = client.readStored(path, 0, {});
    QVERIFY(client.open(written(sample(40, 30), QStringLiteral("s.png")), {}));
    QVERIFY(stored && client.readStored(path, 0, {})->values == stored->values);
}

void PreviewTest::aFileThatWasWrittenMeanwhileIsReadAnew()
{
    const auto path = written(sample(2600, 1900), QStringLiteral("n.png"));
    ImportClient client(program());
    QVERIFY(client.preview(path, {}));
    QVERIFY(!written(sample(2600, 1900).mirrored(), QStringLiteral("n.png")).empty());
    const auto volume = client.open(path, {});
    QVERIFY(volume);
    QCOMPARE((*volume)->slices.front()->values.front(),
             static_cast<float>(qRed(sample(2600, 1900).pixel(0, 1899))));
}

void PreviewTest::smallPicturesAndOtherKindsHaveNone()
{
    ImportClient client(program());
    const auto small = written(sample(800, 600), QStringLiteral("small.png"));
    QCOMPARE(client.preview(small, {}).error().code, ErrorCode::BadArgument);
    const auto volume =
        qEnvironmentVariable("LIMN_SOURCE") + QStringLiteral("/resources/samples/hippocampus_166.nii.gz");
    QCOMPARE(client.preview(volume.toStdString(), {}).error().code, ErrorCode::BadArgument);
    QCOMPARE(client.preview("/nowhere.png", {}).error().code, ErrorCode::NotFound);
}

QTEST_MAIN(PreviewTest)
#include "preview_test.moc"
