// Made DICOM files of known truth: every depth, sign, order of bytes and of planes, with rubbish in the
// bits that hold no value, bare and under each lossless compression. No pixel may be wrong.
#include "io/import/dicom_reader.h"
#include "io/import/reader.h"
#include "tests/io/import/dicom_writer.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <random>

using namespace limn;
using namespace limn::test;

namespace {

constexpr std::uint32_t pixelData = 0x7fe00010;
constexpr int columns = 13, rows = 7;

struct Depth {
    int allocated, stored, highBit;
    bool isSigned;
};

constexpr std::array depths{
    Depth{1, 1, 0, false},    Depth{8, 8, 7, false},    Depth{8, 8, 7, true},
    Depth{8, 6, 5, false},    Depth{8, 6, 7, true},     Depth{16, 16, 15, false},
    Depth{16, 16, 15, true},  Depth{16, 12, 11, false}, Depth{16, 12, 11, true},
    Depth{16, 12, 15, false}, Depth{16, 12, 15, true},  Depth{16, 9, 10, true},
    Depth{32, 32, 31, false}, Depth{32, 32, 31, true},  Depth{32, 24, 23, true},
    Depth{32, 20, 27, false},
};

constexpr std::array syntaxes{Syntax::Implicit, Syntax::Explicit, Syntax::BigEndian,
                              Syntax::Deflated};

// Values that use the whole range, the ends among them.
std::vector<std::int64_t> truth(const Depth& depth, std::size_t count)
{
    std::mt19937_64 random(static_cast<std::uint64_t>(depth.allocated * 1000 + depth.stored * 10
                                                      + depth.isSigned));
    const std::int64_t least = depth.isSigned ? -(std::int64_t{1} << (depth.stored - 1)) : 0;
    const std::int64_t most = least + (std::int64_t{1} << depth.stored) - 1;
    std::uniform_int_distribution<std::int64_t> any(least, most);
    std::vector<std::int64_t> values(count);
    for (auto& value : values)
        value = any(random);
    values[0] = least;
    values[1] = most;
    return values;
}

// As words, with rubbish around the value.
std::vector<std::uint64_t> words(const Depth& depth, const std::vector<std::int64_t>& values)
{
    if (depth.allocated == 1) {
        std::vector<std::uint64_t> bytes((values.size() + 7) / 8);
        for (std::size_t k = 0; k < values.size(); ++k)
            bytes[k / 8] |= static_cast<std::uint64_t>(values[k]) << k % 8;
        return bytes;
    }
    std::mt19937_64 random(7);
    const int below = depth.highBit + 1 - depth.stored;
    const std::uint64_t all = (std::uint64_t{1} << depth.allocated) - 1;
    const std::uint64_t used = ((std::uint64_t{1} << depth.stored) - 1) << below;
    std::vector<std::uint64_t> made;
    for (const std::int64_t value : values)
        made.push_back((static_cast<std::uint64_t>(value) << below & used)
                       | (random() & all & ~used));
    return made;
}

void putShape(DicomWriter& to, const Depth& depth, const char* photometric, int samples, int planar,
              int frames)
{
    to.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7")
        .text(0x00080018, "UI", "1.2.3.4")
        .text(0x0020000d, "UI", "1.2.3")
        .text(0x0020000e, "UI", "1.2.3.5")
        .number(0x00280002, samples)
        .text(0x00280004, "CS", photometric);
    if (samples == 3)
        to.number(0x00280006, planar);
    if (frames > 1)
        to.text(0x00280008, "IS", QByteArray::number(frames));
    to.number(0x00280010, rows)
        .number(0x00280011, columns)
        .number(0x00280100, depth.allocated)
        .number(0x00280101, depth.stored)
        .number(0x00280102, depth.highBit)
        .number(0x00280103, depth.isSigned ? 1 : 0);
}

QByteArray greyFile(Syntax syntax, const Depth& depth, const std::vector<std::int64_t>& values,
                    int frames, const char* photometric = "MONOCHROME2")
{
    DicomWriter file(syntax);
    putShape(file, depth, photometric, 1, 0, frames);
    const int wordBytes = std::max(1, depth.allocated / 8);
    // In big endian a byte stands alone only where the VR says so.
    const bool isBytes = wordBytes == 1 && syntax != Syntax::Implicit;
    file.words(pixelData, isBytes ? "OB" : "OW", words(depth, values), wordBytes);
    return file.file();
}

std::vector<std::int32_t> asRead(const std::vector<std::int64_t>& values, std::size_t frame)
{
    constexpr std::size_t area = columns * rows;
    std::vector<std::int32_t> expected;
    for (std::size_t k = frame * area; k < (frame + 1) * area; ++k)
        expected.push_back(static_cast<std::int32_t>(static_cast<std::uint32_t>(values[k])));
    return expected;
}

} // namespace

Q_DECLARE_METATYPE(Depth)

class DicomMatrixTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString write(const QByteArray& bytes, const char* name = "made.dcm")
    {
        ++m_files;
        QFile file(m_folder.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName();
    }
    static Result<Picture> read(const QString& path, Wanted wanted, int frame = 0)
    {
        return readPicture({.path = path.toStdString(), .frame = frame, .wanted = wanted});
    }
    void compareStored(const QString& path, const std::vector<std::int64_t>& values, int frames)
    {
        for (int frame = 0; frame < frames; ++frame) {
            const auto stored = read(path, Wanted::Stored, frame);
            QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
            QCOMPARE(std::get<std::vector<std::int32_t>>(stored->samples),
                     asRead(values, static_cast<std::size_t>(frame)));
        }
    }

private Q_SLOTS:
    void initTestCase() { prepareDicom(); }
    void cleanupTestCase()
    {
        qInfo("%d files", m_files);
        QVERIFY(m_files >= 80);
    }

    void givesEveryStoredValue_data()
    {
        QTest::addColumn<Depth>("depth");
        for (const Depth& depth : depths)
            QTest::addRow("%d of %d bits, high bit %d%s", depth.stored, depth.allocated,
                          depth.highBit, depth.isSigned ? ", signed" : "")
                << depth;
    }
    void givesEveryStoredValue()
    {
        QFETCH(Depth, depth);
        for (const Syntax syntax : syntaxes)
            for (const int frames : {1, 3}) {
                const auto values = truth(depth, static_cast<std::size_t>(columns * rows * frames));
                compareStored(write(greyFile(syntax, depth, values, frames)), values, frames);
            }
    }

    void givesModalityValuesInDouble()
    {
        const Depth depth{16, 12, 11, true};
        const auto values = truth(depth, columns * rows);
        for (const Syntax syntax : syntaxes) {
            DicomWriter file(syntax);
            putShape(file, depth, "MONOCHROME1", 1, 0, 1);
            file.text(0x00281052, "DS", "-1024.5")
                .text(0x00281053, "DS", "0.00123")
                .words(pixelData, "OW", words(depth, values), 2);
            const auto picture = read(write(file.file()), Wanted::Values);
            QVERIFY(picture);
            QVERIFY(picture->facts.isInverted);
            const auto& read = std::get<std::vector<float>>(picture->samples);
            for (std::size_t k = 0; k < read.size(); ++k)
                QCOMPARE(read[k], static_cast<float>(static_cast<double>(values[k]) * 0.00123 - 1024.5));
        }
    }

    void givesColoursOfEitherPlanarConfiguration()
    {
        const Depth depth{8, 8, 7, false};
        const auto values = truth(depth, columns * rows * 3);
        for (const Syntax syntax : syntaxes)
            for (const int planar : {0, 1}) {
                DicomWriter file(syntax);
                putShape(file, depth, "RGB", 3, planar, 1);
                file.words(pixelData, syntax == Syntax::Implicit ? "OW" : "OB",
                           words(depth, values), 1);
                const auto picture = read(write(file.file()), Wanted::Values);
                QVERIFY2(picture, picture ? "" : picture.error().detail.c_str());
                const auto& read = std::get<std::vector<float>>(picture->samples);
                constexpr std::size_t area = columns * rows;
                for (std::size_t pixel = 0; pixel < area; ++pixel)
                    for (std::size_t channel = 0; channel < 3; ++channel)
                        QCOMPARE(read[pixel * 3 + channel],
                                 static_cast<float>(values[planar == 1 ? channel * area + pixel
                                                                       : pixel * 3 + channel]));
            }
    }

    void expandsPalettes()
    {
        const Depth depth{8, 8, 7, false};
        const auto indices = truth(depth, columns * rows);
        for (const Syntax syntax : syntaxes) {
            DicomWriter file(syntax);
            putShape(file, depth, "PALETTE COLOR", 1, 0, 1);
            std::vector<std::vector<std::uint64_t>> tables(3);
            for (std::uint64_t k = 0; k < 256; ++k)
                for (std::uint64_t channel = 0; channel < 3; ++channel)
                    tables[channel].push_back(((k * (channel + 3) + channel) & 0xff) * 257);
            for (std::uint32_t channel = 0; channel < 3; ++channel)
                file.numbers(0x00281101 + channel, {256, 0, 16});
            for (std::uint32_t channel = 0; channel < 3; ++channel)
                file.words(0x00281201 + channel, "OW", tables[channel], 2);
            file.words(pixelData, syntax == Syntax::Implicit ? "OW" : "OB", words(depth, indices), 1);
            const QString path = write(file.file());
            const auto picture = read(path, Wanted::Values);
            QVERIFY2(picture, picture ? "" : picture.error().detail.c_str());
            const auto& read = std::get<std::vector<float>>(picture->samples);
            for (std::size_t k = 0; k < indices.size(); ++k)
                for (std::size_t channel = 0; channel < 3; ++channel)
                    QCOMPARE(read[3 * k + channel],
                             static_cast<float>(
                                 (static_cast<std::size_t>(indices[k]) * (channel + 3) + channel) & 0xff));
            compareStored(path, indices, 1);
        }
    }

    void givesFloatingPointPixels()
    {
        for (const Syntax syntax : {Syntax::Implicit, Syntax::Explicit, Syntax::BigEndian})
            for (const bool isDouble : {false, true}) {
                std::vector<std::uint64_t> bits;
                std::vector<float> expected;
                for (int k = 0; k < columns * rows; ++k) {
                    const float value = static_cast<float>(k) / 7 - 3;
                    expected.push_back(value);
                    bits.push_back(isDouble ? std::bit_cast<std::uint64_t>(static_cast<double>(value))
                                            : std::bit_cast<std::uint32_t>(value));
                }
                DicomWriter file(syntax);
                const int wide = isDouble ? 64 : 32;
                putShape(file, {wide, wide, wide - 1, false}, "MONOCHROME2", 1, 0, 1);
                file.words(isDouble ? 0x7fe00009 : 0x7fe00008, isDouble ? "OD" : "OF", bits,
                           isDouble ? 8 : 4);
                const auto picture = read(write(file.file()), Wanted::Values);
                QVERIFY2(picture, picture ? "" : picture.error().detail.c_str());
                QCOMPARE(std::get<std::vector<float>>(picture->samples), expected);
            }
    }

    void givesTheSameUnderEachLosslessCompression_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("RLE") << "dcmcrle" << QStringList{};
        QTest::newRow("JPEG lossless, first predictor") << "dcmcjpeg" << QStringList{"+e1"};
        QTest::newRow("JPEG lossless") << "dcmcjpeg" << QStringList{"+el"};
        QTest::newRow("JPEG-LS") << "dcmcjpls" << QStringList{};
    }
    void givesTheSameUnderEachLosslessCompression()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("DCMTK's programs are not installed");
        for (const Depth& depth : {Depth{8, 8, 7, false}, Depth{16, 16, 15, false},
                                   Depth{16, 16, 15, true}, Depth{16, 12, 11, false}})
            for (const int frames : {1, 3}) {
                // Rubbish above the value is no part of a lossless codestream.
                auto values = truth(depth, static_cast<std::size_t>(columns * rows * frames));
                DicomWriter file(Syntax::Explicit);
                putShape(file, depth, "MONOCHROME2", 1, 0, frames);
                std::vector<std::uint64_t> bare;
                for (const std::int64_t value : values)
                    bare.push_back(static_cast<std::uint64_t>(value)
                                   & ((std::uint64_t{1} << depth.stored) - 1));
                file.words(pixelData, depth.allocated == 8 ? "OB" : "OW", bare, depth.allocated / 8);
                const QString from = write(file.file(), "bare.dcm");
                const QString to = m_folder.filePath("packed.dcm");
                QFile::remove(to);
                QCOMPARE(QProcess::execute(program, arguments + QStringList{from, to}), 0);
                compareStored(to, values, frames);
            }
    }
};

QTEST_GUILESS_MAIN(DicomMatrixTest)
#include "dicom_matrix_test.moc"
