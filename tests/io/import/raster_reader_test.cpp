#include "io/import/reader.h"
#include "io/import/thumbnail.h"

#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace limn;

namespace {

using Floats = std::vector<float>;
using Integers = std::vector<std::int32_t>;

QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 100);
    return bytes;
}

QImage gradient(int width, int height, QImage::Format format)
{
    QImage image(width, height, format);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x * 7, y * 11, (x + y) * 3));
    return image;
}

QByteArray exifTurn(QByteArray jpeg, int orientation)
{
    QByteArray exif("Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0", 24);
    exif += static_cast<char>(orientation);
    exif += QByteArray(7, '\0');
    QByteArray segment("\xff\xe1", 2);
    segment += QByteArray(1, '\0') + static_cast<char>(exif.size() + 2) + exif;
    return jpeg.insert(2, segment);
}

} // namespace

class RasterReaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<Picture> read(const QByteArray& bytes, Wanted wanted = Wanted::Values)
    {
        // The name lies on purpose: the content decides.
        QFile file(m_folder.filePath("picture.dcm"));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        file.close();
        return readPicture({.path = file.fileName().toStdString(), .wanted = wanted});
    }

private Q_SLOTS:
    void keepsAll16BitsOfGrey()
    {
        QImage image(256, 256, QImage::Format_Grayscale16);
        for (int y = 0; y < 256; ++y)
            for (int x = 0; x < 256; ++x)
                reinterpret_cast<quint16*>(image.scanLine(y))[x] =
                    static_cast<quint16>(y * 256 + x);
        for (const char* const format : {"PNG", "TIFF"}) {
            const auto picture = read(encoded(image, format));
            QVERIFY2(picture, format);
            const auto& values = std::get<Floats>(picture->samples);
            QCOMPARE(values.size(), std::size_t{65536});
            for (int i = 0; i < 65536; ++i)
                QCOMPARE(values[static_cast<std::size_t>(i)], static_cast<float>(i));
            QCOMPARE(picture->facts.bits, 16);
        }
    }

    void keepsAll16BitsOfColourAsFractions()
    {
        QImage image(2, 1, QImage::Format_RGBX64);
        image.setPixelColor(0, 0, QColor::fromRgba64(257, 300, 65535));
        image.setPixelColor(1, 0, QColor::fromRgba64(0, 1, 2));
        const auto picture = read(encoded(image, "PNG"));
        QVERIFY(picture);
        QCOMPARE(picture->channels, 3);
        QCOMPARE(std::get<Floats>(picture->samples),
                 (Floats{1, 300 / 257.0F, 255, 0, 1 / 257.0F, 2 / 257.0F}));
        QCOMPARE(std::get<Integers>(read(encoded(image, "PNG"), Wanted::Stored)->samples),
                 (Integers{257, 300, 65535, 0, 1, 2}));
    }

    void readsEveryFormat_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char* const format : {"PNG", "TIFF", "BMP", "JPEG"})
            QTest::newRow(format) << QByteArray(format);
    }
    void readsEveryFormat()
    {
        QFETCH(QByteArray, format);
        const QImage image = gradient(20, 10, QImage::Format_RGB32);
        const auto picture = read(encoded(image, format.constData()));
        QVERIFY(picture);
        QCOMPARE(picture->facts.format, format.toStdString());
        QCOMPARE(picture->size, (Size{20, 10}));
        QCOMPARE(picture->channels, 3);
        const auto& values = std::get<Floats>(picture->samples);
        const float tolerance = format == "JPEG" ? 12 : 0;
        for (int y = 0; y < 10; ++y)
            for (int x = 0; x < 20; ++x)
                QVERIFY(std::abs(values[static_cast<std::size_t>(3 * (20 * y + x) + 1)]
                                 - static_cast<float>(y * 11))
                        <= tolerance);
    }

    void refusesACutFile_data() { readsEveryFormat_data(); }
    void refusesACutFile()
    {
        QFETCH(QByteArray, format);
        const QByteArray whole =
            encoded(gradient(64, 64, QImage::Format_RGB32), format.constData());
        for (const int percent : {3, 40, 90}) {
            const auto picture = read(whole.left(whole.size() * percent / 100));
            QVERIFY2(!picture, qPrintable(QString::number(percent)));
            QCOMPARE(picture.error().subject, std::string("picture.dcm"));
            const auto code = picture.error().code;
            QVERIFY2(code == ErrorCode::Truncated || code == ErrorCode::Damaged,
                     codeName(code).data());
        }
    }

    void turnsAsExifAsksOnceAndSaysSo()
    {
        QImage image(16, 8, QImage::Format_Grayscale8);
        image.fill(0);
        for (int y = 0; y < 8; ++y)
            for (int x = 0; x < 8; ++x)
                image.scanLine(y)[x] = 255; // left half white
        const auto picture = read(exifTurn(encoded(image, "JPEG"), 6));
        QVERIFY(picture);
        QCOMPARE(picture->size, (Size{8, 16}));
        QCOMPARE(picture->facts.size, (Size{8, 16}));
        QCOMPARE(picture->facts.turn, std::string("turned by 90 degrees clockwise"));
        const auto& values = std::get<Floats>(picture->samples);
        QVERIFY(values.front() > 200); // white is on top after a turn clockwise
        QVERIFY(values.back() < 50);
        QVERIFY(read(encoded(image, "JPEG"))->facts.turn.empty());
    }

    void givesPaletteIndicesAsLabelsAndColoursAsValues()
    {
        QImage image(3, 1, QImage::Format_Indexed8);
        image.setColorTable({qRgb(0, 0, 0), qRgb(255, 0, 0), qRgb(0, 0, 0)});
        for (int x = 0; x < 3; ++x)
            image.scanLine(0)[x] = static_cast<uchar>(x);
        const QByteArray bytes = encoded(image, "PNG");
        QCOMPARE(std::get<Integers>(read(bytes, Wanted::Labels)->samples), (Integers{0, 1, 2}));
        QCOMPARE(std::get<Floats>(read(bytes)->samples), (Floats{0, 0, 0, 255, 0, 0, 0, 0, 0}));
    }

    void givesSingleBitsAsStored()
    {
        QImage image(4, 1, QImage::Format_Mono);
        image.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
        for (int x = 0; x < 4; ++x)
            image.setPixel(x, 0, static_cast<uint>(x % 2));
        const QByteArray bytes = encoded(image, "PNG");
        const auto picture = read(bytes);
        QVERIFY(picture);
        QCOMPARE(picture->channels, 1);
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{0, 255, 0, 255}));
        QCOMPARE(std::get<Integers>(read(bytes, Wanted::Labels)->samples), (Integers{0, 1, 0, 1}));
    }

    void dropsTransparencyWithANote()
    {
        QImage image(1, 1, QImage::Format_ARGB32);
        image.setPixelColor(0, 0, QColor(10, 20, 30, 128));
        const auto picture = read(encoded(image, "PNG"));
        QVERIFY(picture);
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{10, 20, 30}));
        QCOMPARE(picture->facts.notes.size(), 1U);
    }

    void refusesHugeSizesByTheHeader()
    {
        QByteArray bytes = encoded(gradient(4, 4, QImage::Format_RGB32), "PNG");
        qToBigEndian(quint32{30000}, bytes.data() + 16);
        qToBigEndian(quint32{30000}, bytes.data() + 20);
        QCOMPARE(read(bytes).error().code, ErrorCode::TooLarge);
    }

    void refusesWhatItDoesNotKnow()
    {
        QCOMPARE(read("just text, and no picture at all").error().code, ErrorCode::NotAnImage);
        QCOMPARE(read("").error().code, ErrorCode::NotAnImage);
        QCOMPARE(read("GIF89a").error().detail, std::string("GIF"));
        QCOMPARE(readPicture({.path = "/no/such/file.png"}).error().code, ErrorCode::NotFound);
        QCOMPARE(readPicture({.path = m_folder.path().toStdString()}).error().code,
                 ErrorCode::NotAnImage);
    }

    void makesAThumbnailOfTheWindowedPicture()
    {
        QImage image(200, 100, QImage::Format_Grayscale16);
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 200; ++x)
                reinterpret_cast<quint16*>(image.scanLine(y))[x] = x < 100 ? 1000 : 3000;
        auto picture = read(encoded(image, "PNG"), Wanted::Thumbnail);
        QVERIFY(picture);
        const Picture small = makeThumbnail(std::move(*picture), 96);
        QCOMPARE(small.size, (Size{96, 48}));
        const auto& pixels = std::get<std::vector<std::uint8_t>>(small.samples);
        QCOMPARE(pixels.front(), std::uint8_t{0});
        QCOMPARE(pixels.back(), std::uint8_t{255});
    }
};

QTEST_GUILESS_MAIN(RasterReaderTest)
#include "raster_reader_test.moc"
