#include "io/import_client.h"
#include "model/files/sha256.h"
#include "tests/io/import/dicom_bytes.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace limn;
using namespace std::chrono_literals;

class ImportClientTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static std::filesystem::path program()
    {
        return std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
            / "../bin/limn-import";
    }
    std::filesystem::path picture(const char* name = "good.png")
    {
        QImage image(5, 4, QImage::Format_Grayscale8);
        for (int y = 0; y < 4; ++y)
            for (int x = 0; x < 5; ++x)
                image.scanLine(y)[x] = static_cast<uchar>(10 * y + x);
        const QString path = m_folder.filePath(name);
        image.save(path, "PNG");
        return path.toStdString();
    }
    // A shell script in the place of the decoder.
    std::filesystem::path script(const char* name, const QByteArray& lines)
    {
        QFile file(m_folder.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write("#!/bin/sh\n" + lines);
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner
                            | QFileDevice::ExeOwner);
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void opensAPictureWithItsHash()
    {
        ImportClient client(program());
        const auto volume = client.open(picture(), {});
        QVERIFY2(volume, volume ? "" : volume.error().detail.c_str());
        QCOMPARE((*volume)->size, (Size{5, 4}));
        QCOMPARE((*volume)->slices.front()->values.back(), 34.0F);
        QCOMPARE((*volume)->source.format, std::string("PNG"));
        QCOMPARE((*volume)->source.contentHash, sha256OfFile(picture()).value());
        QCOMPARE((*volume)->source.files.front(), picture());
    }

    void hashesWhatItHasNoTimeForAfterTheAnswer()
    {
        using namespace test;
        QByteArray pixels(2 * 2000 * 2000, '\1');
        pixels[12345] = 7;
        QFile file(m_folder.filePath("large.dcm"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(part10(shapeElements({.rows = 2000, .columns = 2000})
                          + longElement(0x7fe00010, "OW", pixels)));
        file.close();
        const std::filesystem::path path = file.fileName().toStdString();
        ImportClient client(program());
        for (int time = 0; time < 3; ++time) {
            const auto volume = client.open(path, {});
            QVERIFY2(volume, volume ? "" : volume.error().detail.c_str());
            QCOMPARE((*volume)->source.contentHash, sha256OfFile(path).value());
            QCOMPARE((*volume)->slices.front()->values[0], 257.0F);
        }
        const auto facts = client.info(path, {});
        QVERIFY(facts && QByteArray::fromStdString(*facts).contains(sha256OfFile(path)->c_str()));
    }

    // Larger than what the child's memory is kept for, then smaller again.
    void picturesOfAllSizesFollowEachOther()
    {
        ImportClient client(program());
        const auto saved = [&](const char* name, int side, int grey) {
            QImage image(side, side, QImage::Format_Grayscale8);
            image.fill(grey);
            image.save(m_folder.filePath(name), "PNG");
            return std::filesystem::path(m_folder.filePath(name).toStdString());
        };
        const auto small = saved("small.png", 40, 9), large = saved("large.png", 2500, 200);
        for (const auto& path : {small, large, small, large}) {
            const auto slice = client.readSlice(path, 0, {});
            QVERIFY(slice);
            const float grey = path == small ? 9 : 200;
            QVERIFY(std::ranges::all_of((*slice)->values, [&](float value) { return value == grey; }));
        }
    }

    void opensTheFirstFrameAndReadsTheOthersLater()
    {
        using namespace test;
        QFile file(m_folder.filePath("frames.dcm"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(part10(shapeElements({.rows = 1, .columns = 2, .frames = "3"})
                          + longElement(0x7fe00010, "OW", words({1, 2, 3, 4, 5, 6}))));
        file.close();
        const std::filesystem::path path = file.fileName().toStdString();
        ImportClient client(program());
        const auto volume = client.open(path, {});
        QVERIFY2(volume, volume ? "" : volume.error().detail.c_str());
        QCOMPARE((*volume)->sliceCount(), 3);
        QVERIFY((*volume)->slices[0] && !(*volume)->slices[1]);
        QCOMPARE((*client.readSlice(path, 2, {}))->values, (std::vector<float>{5, 6}));
        QCOMPARE(client.readStored(path, 1, {})->values, (std::vector<std::int32_t>{3, 4}));
        QCOMPARE(client.readSlice(path, 3, {}).error().code, ErrorCode::BadArgument);
        QCOMPARE((*volume)->source.studyUid, std::string("1.2.3"));
    }

    void usesOneChildForManyRequests()
    {
        ImportClient client(program());
        QVERIFY(client.thumbnail({picture()}, {}));
        const pid_t first = client.processId();
        QVERIFY(client.info(picture(), {}));
        QCOMPARE(client.readLabels(picture(), 0, {})->values.size(), 20U);
        QCOMPARE(client.processId(), first);
    }

    void opensAFileWhoseNameIsNoUtf8()
    {
        const auto odd = std::filesystem::path(m_folder.path().toStdString()) / "caf\xe9\n'\".png";
        std::filesystem::copy_file(picture(), odd);
        ImportClient client(program());
        QVERIFY(client.open(odd, {}));
        QVERIFY(std::filesystem::remove(odd));
        QCOMPARE(client.open(odd, {}).error().code, ErrorCode::NotFound);
    }

    void startsANewChildAfterADeath()
    {
        const auto dying =
            script("dies_once",
                   "[ -e \"$0.done\" ] && exec '" + QByteArray::fromStdString(program().string())
                       + "'\n: > \"$0.done\"\nread line\nkill -KILL $$\n");
        ImportClient client(dying);
        const auto path = picture();
        const auto died = client.open(path, {});
        QCOMPARE(died.error().code, ErrorCode::DecoderDied);
        QCOMPARE(died.error().subject, std::string("good.png"));
        QVERIFY(client.open(path, {}));
    }

    void doesNotBlameAFileForAChildThatDiedBefore()
    {
        ImportClient client(program());
        QVERIFY(client.open(picture(), {}));
        const pid_t first = client.processId();
        QCOMPARE(kill(first, SIGKILL), 0);
        siginfo_t info;
        QCOMPARE(waitid(P_PID, static_cast<id_t>(first), &info, WEXITED | WNOWAIT), 0);
        QVERIFY(client.open(picture(), {}));
        QVERIFY(client.processId() != first);
    }

    void stopsWaitingForADecoderThatHangs()
    {
        ImportClient client(script("hangs", "exec tail -f /dev/null\n"), 1000ms);
        QElapsedTimer timer;
        timer.start();
        const auto result = client.open(picture(), {});
        QCOMPARE(result.error().code, ErrorCode::TimedOut);
        QVERIFY(timer.elapsed() >= 1000 && timer.elapsed() < 5000);
        QCOMPARE(client.processId(), -1);
    }

    void stopsWhenAsked()
    {
        ImportClient client(script("hangs_too", "exec tail -f /dev/null\n"));
        std::stop_source stop;
        QElapsedTimer timer;
        timer.start();
        Result<VolumePtr> result;
        {
            const std::jthread worker([&] { result = client.open(picture(), stop.get_token()); });
            stop.request_stop();
        }
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 5000);
    }

    void refusesAnAnswerThatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("no header") << QByteArray("read line\nhead -c 200 /dev/zero\n");
        QTest::newRow("another program") << QByteArray("exec yes\n");
        // Number 1, no JSON, float samples, 4 x 4, one channel, but only 8 bytes of pixels.
        QTest::newRow("sizes that differ")
            << QByteArray("read line\nprintf "
                          "'LIMNIMP1\\001\\0\\0\\0\\0\\0\\0\\0\\002\\0\\0\\0\\001\\0\\0\\0\\004\\0"
                          "\\0\\0\\004\\0\\0\\0"
                          "\\001\\0\\0\\0\\0\\0\\0\\0\\010\\0\\0\\0\\0\\0\\0\\0{}'\nread line\n");
        // The same with 64 bytes announced and none in the shared memory, and no facts.
        QTest::newRow("no pixels")
            << QByteArray("read line\nprintf "
                          "'LIMNIMP1\\001\\0\\0\\0\\0\\0\\0\\0\\002\\0\\0\\0\\001\\0\\0\\0\\004\\0"
                          "\\0\\0\\004\\0\\0\\0"
                          "\\001\\0\\0\\0\\0\\0\\0\\0\\100\\0\\0\\0\\0\\0\\0\\0{}'\nread line\n");
    }
    void refusesAnAnswerThatMakesNoSense()
    {
        QFETCH(QByteArray, lines);
        ImportClient client(script("liar", lines), 5000ms);
        const auto result = client.open(picture(), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::DecoderDied);
        QVERIFY2(result.error().detail.find("sense") != std::string::npos,
                 result.error().detail.c_str());
    }

    void saysWhenTheProgramIsMissing()
    {
        ImportClient client("/no/such/program");
        QCOMPARE(client.open(picture(), {}).error().code, ErrorCode::Internal);
    }

    void survivesAPictureThatNeedsMoreMemoryThanTheChildMayHave()
    {
        // 16 KB that ask for 3 GB of values: one bit a pixel, with a palette of two colours.
        QImage image(16384, 16384, QImage::Format_Mono);
        image.setColorTable({qRgb(255, 0, 0), qRgb(0, 0, 255)});
        image.fill(0);
        const QString path = m_folder.filePath("bomb.png");
        QVERIFY(image.save(path, "PNG"));
        ImportClient client(program());
        QCOMPARE(client.open(path.toStdString(), {}).error().code, ErrorCode::OutOfMemory);
        QVERIFY(client.open(picture(), {}));
    }

    void closesWhatTheChildDoesNotNeed()
    {
        const auto path = picture("open_in_the_parent.png");
        const int inherited = open(path.c_str(), O_RDONLY); // not closed by exec
        QVERIFY(inherited > pixelDescriptor);
        ImportClient client(program());
        QVERIFY(client.open(picture(), {}));
        const auto descriptors =
            std::filesystem::path("/proc") / std::to_string(client.processId()) / "fd";
        int seen = 0;
        for (const auto& entry : std::filesystem::directory_iterator(descriptors)) {
            ++seen;
            QVERIFY(std::filesystem::read_symlink(entry.path()) != path);
        }
        QVERIFY(seen > pixelDescriptor);
        close(inherited);
    }
};

QTEST_GUILESS_MAIN(ImportClientTest)
#include "import_client_test.moc"
