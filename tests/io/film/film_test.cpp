// Animations as files, read back by other people's readers: Pillow, ffprobe, Qt.
#include "io/film/frame_files.h"
#include "io/film/gif.h"
#include "io/film/mp4.h"
#include "io/film/palette.h"
#include "tests/support/python.h"

#include <QFile>
#include <QPainter>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace limn;

class FilmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPaletteKeepsFewColoursAsTheyAre();
    void aPaletteOfAGreyPictureWithAHueIsNear();
    void gifIsReadBackFrameByFrame();
    void gifRefusesFramesOfDifferentSizes();
    void gifStopsWhenToldTo();
    void mp4IsReadBack();
    void mp4WithoutFfmpegSaysWhatIsMissing();
    void mp4SaysWhyFfmpegFailed();
    void mp4StopsWhenToldTo();
    void framesAreNumberedAndWhole();
    void framesReplaceNothingUnasked();
    void framesOfACancelledWriteAreTakenBack();
};

namespace {

// A grey ramp, with a disc in one hue that grows and fades out.
Film madeFilm(QSize size, int count)
{
    Film film;
    for (int i = 0; i < count; ++i) {
        QImage frame(size, QImage::Format_RGB32);
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x) {
                const int grey = 255 * x / size.width();
                const bool isIn =
                    std::hypot(x - size.width() / 2, y - size.height() / 2) < 4 * (i + 1);
                frame.setPixel(x, y,
                               isIn ? qRgb(grey / 2 + 115, grey / 2 + 80, grey / 2)
                                    : qRgb(grey, grey, grey));
            }
        film.frames.push_back(frame);
        film.durationsMs.push_back(i + 1 < count ? 200 : 1500);
    }
    return film;
}

QString written(const QTemporaryDir& folder, const QString& name,
                const std::vector<std::byte>& bytes)
{
    const QString path = folder.filePath(name);
    const auto done = writeDurably(path.toStdString(), bytes, IfExists::Refuse);
    return done ? path : QString();
}

// The size, the number of frames, their durations and the pixels (RGB) of the frames, by Pillow.
constexpr const char* pillow = R"(
import sys
from PIL import Image, ImageSequence
picture = Image.open(sys.argv[1])
print(picture.size[0], picture.size[1], picture.n_frames, picture.info.get('loop', 'none'))
for frame in ImageSequence.Iterator(picture):
    print(frame.info['duration'], frame.convert('RGB').tobytes().hex())
)";

} // namespace

void FilmTest::aPaletteKeepsFewColoursAsTheyAre()
{
    QImage picture(30, 10, QImage::Format_RGB32);
    const std::array<QRgb, 3> colours{qRgb(1, 2, 3), qRgb(230, 159, 0), qRgb(255, 255, 255)};
    for (int y = 0; y < 10; ++y)
        for (int x = 0; x < 30; ++x)
            picture.setPixel(x, y, colours[static_cast<std::size_t>(x / 10)]);
    const Palette palette({picture}, 255);
    QCOMPARE(palette.colours().size(), std::size_t{3});
    for (const QRgb colour : colours)
        QCOMPARE(palette.colours()[palette.indexOf(colour)] & RGB_MASK, colour & RGB_MASK);
}

void FilmTest::aPaletteOfAGreyPictureWithAHueIsNear()
{
    const Film film = madeFilm({256, 64}, 6);
    const Palette palette(film.frames, 255);
    double sum = 0;
    int worst = 0;
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 256; ++x) {
            const QRgb is = film.frames.back().pixel(x, y);
            const QRgb shown = palette.colours()[palette.indexOf(is)];
            for (const int difference :
                 {qRed(is) - qRed(shown), qGreen(is) - qGreen(shown), qBlue(is) - qBlue(shown)}) {
                sum += std::abs(difference);
                worst = std::max(worst, std::abs(difference));
            }
        }
    QVERIFY2(sum / (256 * 64 * 3) < 1.5, qPrintable(QString::number(sum / (256 * 64 * 3))));
    QVERIFY2(worst <= 8, qPrintable(QString::number(worst)));
}

void FilmTest::gifIsReadBackFrameByFrame()
{
    const QString python =
        testPython().isEmpty() ? QStringLiteral("/usr/bin/python3") : testPython();
    QProcess process;
    process.start(python, {QStringLiteral("-c"), QStringLiteral("import PIL")});
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        QSKIP("no Pillow to read the file back");
    const QTemporaryDir folder;
    const Film film = madeFilm({90, 60}, 5);
    const auto bytes = encodedGif(film, {});
    QVERIFY(bytes);
    const QString path = written(folder, QStringLiteral("film.gif"), *bytes);
    process.start(python, {QStringLiteral("-c"), QString::fromLatin1(pillow), path});
    QVERIFY(process.waitForFinished(60000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(lines.first(), QByteArray("90 60 5 0")); // 0: for ever
    QCOMPARE(lines.size(), 6);
    for (int i = 0; i < 5; ++i) {
        const QList<QByteArray> parts = lines[i + 1].split(' ');
        QCOMPARE(parts[0].toInt(), film.durationsMs[static_cast<std::size_t>(i)]);
        const QByteArray pixels = QByteArray::fromHex(parts[1]);
        QCOMPARE(pixels.size(), qsizetype{3 * 90 * 60});
        for (int k = 0; k < 90 * 60; ++k) {
            const QRgb is = film.frames[static_cast<std::size_t>(i)].pixel(k % 90, k / 90);
            QVERIFY(std::abs(qRed(is) - static_cast<uchar>(pixels[3 * k])) <= 8);
            QVERIFY(std::abs(qBlue(is) - static_cast<uchar>(pixels[3 * k + 2])) <= 8);
        }
    }
}

void FilmTest::gifRefusesFramesOfDifferentSizes()
{
    Film film = madeFilm({20, 20}, 2);
    film.frames.back() = film.frames.back().copy(0, 0, 10, 10);
    QCOMPARE(encodedGif(film, {}).error().code, ErrorCode::BadArgument);
    QCOMPARE(encodedGif({}, {}).error().code, ErrorCode::BadArgument);
}

void FilmTest::gifStopsWhenToldTo()
{
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(encodedGif(madeFilm({20, 20}, 2), stop.get_token()).error().code,
             ErrorCode::Cancelled);
}

void FilmTest::mp4IsReadBack()
{
    const QString probe = QStandardPaths::findExecutable(QStringLiteral("ffprobe"));
    if (ffmpegProgram().isEmpty() || probe.isEmpty())
        QSKIP("ffmpeg is not installed");
    const QTemporaryDir folder;
    const auto bytes = encodedMp4(madeFilm({64, 48}, 4), {});
    QVERIFY2(bytes, bytes ? "" : bytes.error().detail.c_str());
    const QString path = written(folder, QStringLiteral("film.mp4"), *bytes);
    QProcess process;
    process.start(probe,
                  {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-show_entries"),
                   QStringLiteral("stream=codec_name,width,height:format=duration"),
                   QStringLiteral("-of"), QStringLiteral("csv=p=0"), path});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray said = process.readAllStandardOutput();
    QVERIFY2(said.startsWith("h264,64,48\n"), said.constData());
    QVERIFY2(std::abs(said.trimmed().split('\n').last().toDouble() - 2.1) < 0.1, said.constData());
}

void FilmTest::mp4WithoutFfmpegSaysWhatIsMissing()
{
    for (const QString& program : {QString(), QStringLiteral("/nowhere/ffmpeg")}) {
        const auto bytes = encodedMp4(madeFilm({64, 48}, 2), {}, program);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::ToolMissing);
        QCOMPARE(bytes.error().subject, std::string("ffmpeg"));
    }
    QCOMPARE(encodedMp4(madeFilm({63, 48}, 2), {}, {}).error().code, ErrorCode::BadArgument);
}

void FilmTest::mp4SaysWhyFfmpegFailed()
{
    const QTemporaryDir folder;
    QFile script(folder.filePath(QStringLiteral("ffmpeg")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\ncat > /dev/null\necho no such encoder >&2\nexit 1\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const auto bytes = encodedMp4(madeFilm({64, 48}, 2), {}, script.fileName());
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::WriteFailed);
    QCOMPARE(bytes.error().detail, std::string("no such encoder"));
}

void FilmTest::mp4StopsWhenToldTo()
{
    const QTemporaryDir folder;
    QFile script(folder.filePath(QStringLiteral("ffmpeg")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nexec sleep 60\n"); // takes nothing in
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    std::stop_source stop;
    const std::jthread later([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.request_stop();
    });
    QElapsedTimer clock;
    clock.start();
    const auto bytes = encodedMp4(madeFilm({640, 480}, 8), stop.get_token(), script.fileName());
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::Cancelled);
    QVERIFY(clock.elapsed() < 20000);
}

void FilmTest::framesAreNumberedAndWhole()
{
    const QTemporaryDir folder;
    const Film film = madeFilm({40, 30}, 11);
    const auto files =
        writeFrames(film, folder.path().toStdString(), "chest/1", IfExists::Refuse, {});
    QVERIFY(files);
    QCOMPARE(files->size(), std::size_t{11});
    QCOMPARE(files->front().filename().string(), std::string("chest_1_01.png"));
    QCOMPARE(files->back().filename().string(), std::string("chest_1_11.png"));
    for (std::size_t i = 0; i < files->size(); ++i)
        QCOMPARE(QImage(QString::fromStdString((*files)[i].string()))
                     .convertToFormat(QImage::Format_RGB32),
                 film.frames[i]);
}

void FilmTest::framesReplaceNothingUnasked()
{
    const QTemporaryDir folder;
    const Film film = madeFilm({20, 20}, 3);
    QFile there(folder.filePath(QStringLiteral("x_02.png")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("mine");
    there.close();
    const auto refused = writeFrames(film, folder.path().toStdString(), "x", IfExists::Refuse, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Exists);
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("x_01.png"))));
    QVERIFY(writeFrames(film, folder.path().toStdString(), "x", IfExists::Replace, {}));
    QVERIFY(!QImage(there.fileName()).isNull());
}

void FilmTest::framesOfACancelledWriteAreTakenBack()
{
    const QTemporaryDir folder;
    std::stop_source stop;
    const auto cancelled = writeFrames(madeFilm({20, 20}, 4), folder.path().toStdString(), "x",
                                       IfExists::Refuse, stop.get_token(), [&stop](int done, int) {
                                           if (done == 2)
                                               stop.request_stop();
                                       });
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    const auto nowhere =
        writeFrames(madeFilm({20, 20}, 1), "/nowhere/at/all", "x", IfExists::Refuse, {});
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(FilmTest)
#include "film_test.moc"
