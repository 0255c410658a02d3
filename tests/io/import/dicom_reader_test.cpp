#include "io/import/dicom_reader.h"
#include "io/import/reader.h"
#include "tests/io/import/dicom_bytes.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstring>

using namespace limn;
using namespace limn::test;

namespace {

using Floats = std::vector<float>;
using Integers = std::vector<std::int32_t>;

constexpr std::uint32_t pixelData = 0x7fe00010;

} // namespace

class DicomReaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath("picture.dcm"));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName().toStdString();
    }
    Result<Picture> read(const QByteArray& bytes, Wanted wanted = Wanted::Values, int frame = 0)
    {
        return readPicture({.path = write(bytes), .frame = frame, .wanted = wanted});
    }
    ErrorCode refusal(const QByteArray& bytes)
    {
        const auto picture = read(bytes);
        if (picture)
            return ErrorCode::Cancelled; // no reader says so
        if (picture.error().subject != "picture.dcm" || picture.error().detail.empty())
            return ErrorCode::Internal;
        return picture.error().code;
    }
    static QByteArray good()
    {
        return part10(shapeElements({}) + longElement(pixelData, "OW", words({0, 1, 2, 3, 4, 5})));
    }

private Q_SLOTS:
    void initTestCase() { prepareDicom(); }

    void givesStoredBitsBelowHighBitWithTheirSign()
    {
        // 12 bits at bits 4..15 with garbage below; signed.
        const auto bytes =
            part10(shapeElements({.stored = 12, .highBit = 15, .isSigned = 1})
                   + longElement(pixelData, "OW", words({0x800f, 0x7ff3, 0xfff1, 0x0010, 0, 0xf})));
        const auto picture = read(bytes, Wanted::Stored);
        QVERIFY(picture);
        QCOMPARE(std::get<Integers>(picture->samples), (Integers{-2048, 2047, -1, 1, 0, 0}));
    }

    void rescalesInDoubleAndKeepsTheWindows()
    {
        const auto bytes =
            part10(shapeElements({}) + element(0x00281050, "DS", "-1000\\-990")
                   + element(0x00281051, "DS", "400\\0.5") + element(0x00281052, "DS", "-1024")
                   + element(0x00281053, "DS", "0.00123") + element(0x00281055, "LO", "SOFT\\BONE")
                   + longElement(pixelData, "OW", words({0, 1, 2, 1000, 4012, 65535})));
        const auto picture = read(bytes);
        QVERIFY(picture);
        const auto& values = std::get<Floats>(picture->samples);
        QCOMPARE(values[4], static_cast<float>(4012 * 0.00123 - 1024));
        QVERIFY(values[1] != values[2]);
        QCOMPARE(picture->facts.windows.size(), 2U);
        QCOMPARE(picture->facts.windows[1], (DisplayWindow{-990, 0.5, "BONE"}));
    }

    void convertsAWindowThatWasWrittenInStoredValues()
    {
        const auto bytes = part10(
            shapeElements({}) + element(0x00281050, "DS", "3") + element(0x00281051, "DS", "4")
            + element(0x00281052, "DS", "-1000") + element(0x00281053, "DS", "2")
            + longElement(pixelData, "OW", words({0, 1, 2, 3, 4, 5})));
        const auto picture = read(bytes);
        QVERIFY(picture);
        QCOMPARE(picture->facts.windows.front(), (DisplayWindow{-994, 8, ""}));
        QCOMPARE(picture->facts.notes.size(), 1U);
    }

    void takesTheRescaleOfTheFrameBeforeTheSharedOne()
    {
        const auto rescale = [](const char* slope) {
            return longElement(
                0x00289145, "SQ",
                item(element(0x00281052, "DS", "0") + element(0x00281053, "DS", slope)));
        };
        const QByteArray perFrame =
            longElement(0x52009230, "SQ", item(rescale("10")) + item(QByteArray()));
        const QByteArray shared = longElement(0x52009229, "SQ", item(rescale("2")));
        const auto bytes = part10(shapeElements({.rows = 1, .columns = 2, .frames = "2"}) + shared
                                  + perFrame + longElement(pixelData, "OW", words({1, 2, 3, 4})));
        QCOMPARE(std::get<Floats>(read(bytes, Wanted::Values, 0)->samples), (Floats{10, 20}));
        QCOMPARE(std::get<Floats>(read(bytes, Wanted::Values, 1)->samples), (Floats{6, 8}));
        QCOMPARE(read(bytes, Wanted::Values, 2).error().code, ErrorCode::BadArgument);
    }

    void givesWindowsWithTheirFunctionAndTables()
    {
        const QByteArray table =
            item(element(0x00283002, "US", words({4, 10, 8})) + element(0x00283003, "LO", "CURVE")
                 + element(0x00283006, "US", words({0, 51, 102, 255})));
        const auto picture =
            read(part10(shapeElements({}) + element(0x00281050, "DS", "40")
                        + element(0x00281051, "DS", "400") + element(0x00281056, "CS", "SIGMOID")
                        + longElement(0x00283010, "SQ", table)
                        + longElement(pixelData, "OW", words({0, 1, 2, 3, 4, 5}))));
        QVERIFY(picture);
        const auto& windows = picture->facts.windows;
        QCOMPARE(windows.size(), 2U);
        QVERIFY(windows[0].function == WindowFunction::Sigmoid && !windows[0].table);
        QCOMPARE(windows[1].explanation, std::string("CURVE"));
        QVERIFY(windows[1].table);
        QCOMPARE(windows[1].table->firstMapped, 10);
        QCOMPARE(windows[1].table->levels, (Floats{0, 51 / 256.0F, 102 / 256.0F, 255 / 256.0F}));
    }

    void givesOverlaysBesideTheValues()
    {
        // 2 x 1 pixels at row 2, column 3: the second one is outside.
        const auto bytes = part10(
            shapeElements({}) + element(0x60000010, 1) + element(0x60000011, 2)
            + element(0x60000040, "CS", "G") + element(0x60000050, "SS", words({2, 3}))
            + element(0x60000100, 1) + element(0x60000102, 0)
            + longElement(0x60003000, "OW", words({3}))
            + longElement(pixelData, "OW", words({0, 1, 2, 3, 4, 5})));
        const auto picture = read(bytes);
        QVERIFY(picture);
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{0, 1, 2, 3, 4, 5}));
        QCOMPARE(picture->graphics, (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 1}));
        QVERIFY(read(bytes, Wanted::Stored)->graphics.empty());
    }

    void givesOverlaysInTheSpareBitsOfThePixels()
    {
        const auto picture = read(part10(
            shapeElements({.stored = 12, .highBit = 11}) + element(0x60000010, 2)
            + element(0x60000011, 3) + element(0x60000050, "SS", words({1, 1}))
            + element(0x60000100, 16) + element(0x60000102, 13)
            + longElement(pixelData, "OW", words({0x2001, 2, 3, 0x2004, 0x1005, 6}))));
        QVERIFY(picture);
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{1, 2, 3, 4, 5, 6}));
        QCOMPARE(picture->graphics, (std::vector<std::uint8_t>{1, 0, 0, 1, 0, 0}));
    }

    void appliesTheModalityTable()
    {
        const QByteArray table =
            item(element(0x00283002, "US", words({3, 1, 16})) + element(0x00283004, "LO", "HU")
                 + element(0x00283006, "US", words({100, 200, 300})));
        const auto picture =
            read(part10(shapeElements({}) + longElement(0x00283000, "SQ", table)
                        + longElement(pixelData, "OW", words({0, 1, 2, 3, 4, 5}))));
        QVERIFY(picture);
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{100, 100, 200, 300, 300, 300}));
    }

    void takesTableDescriptorsOfSignedWords()
    {
        const QByteArray descriptor = element(0x00283002, "SS", words({3, -1, 16}));
        const QByteArray table = item(descriptor + element(0x00283006, "US", words({100, 200, 300})));
        const auto pixels = longElement(pixelData, "OW", words({-2, -1, 0, 1, 2, 3}));
        const auto modality = read(
            part10(shapeElements({.isSigned = 1}) + longElement(0x00283000, "SQ", table) + pixels));
        QVERIFY(modality);
        QCOMPARE(std::get<Floats>(modality->samples), (Floats{100, 100, 200, 300, 300, 300}));
        const auto voi = read(
            part10(shapeElements({.isSigned = 1}) + longElement(0x00283010, "SQ", table) + pixels));
        QVERIFY(voi);
        QCOMPARE(voi->facts.windows.size(), 1U);
        QCOMPARE(voi->facts.windows[0].table->firstMapped, -1);
    }

    void refusesCompressedSingleBitsByName()
    {
        const QByteArray pixels = tagBytes(0x7fe00010) + "OB" + number16(0) + number32(0xffffffff)
            + item({}) + item(QByteArray(70, '\1')) + tagBytes(0xfffee0dd) + number32(0);
        const auto picture =
            read(part10(shapeElements({.allocated = 1, .stored = 1, .highBit = 0}) + pixels,
                        "1.2.840.10008.1.2.5"));
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, ErrorCode::UnsupportedFormat);
        QVERIFY(QByteArray::fromStdString(picture.error().detail).contains("RLE"));
    }

    void invertsMonochrome1ForDisplayOnly()
    {
        const auto picture =
            read(part10(shapeElements({.photometric = "MONOCHROME1"})
                        + longElement(pixelData, "OW", words({0, 1, 2, 3, 4, 5}))));
        QVERIFY(picture->facts.isInverted);
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{0, 1, 2, 3, 4, 5}));
    }

    void readsPlacesAndSpacings()
    {
        const auto bytes =
            part10(element(0x00200032, "DS", "1\\2\\3")
                   + element(0x00200037, "DS", "0\\1\\0\\0\\0\\-1") + shapeElements({})
                   + element(0x00280030, "DS", "0.5\\0.25") + element(0x00280120, "US", words({5}))
                   + longElement(pixelData, "OW", words({0, 1, 2, 3, 4, 5})));
        const auto picture = read(bytes);
        QVERIFY(picture);
        const Geometry& geometry = picture->facts.geometry;
        QCOMPARE(geometry.rowSpacingMm, 0.5);
        QCOMPARE(geometry.columnSpacingMm, 0.25);
        QCOMPARE(geometry.calibration, Calibration::Patient);
        QCOMPARE(geometry.columnDirection, (Vector3{0, 0, -1}));
        QCOMPARE(geometry.sliceOriginsMm, (std::vector<Vector3>{{1, 2, 3}}));
        QCOMPARE(picture->padding, std::optional<double>(5));
    }

    void saysThatImagerSpacingHoldsAtTheDetector()
    {
        const auto bytes = part10(element(0x00181164, "DS", "0.2\\0.1") + shapeElements({})
                                  + longElement(pixelData, "OW", words({0, 1, 2, 3, 4, 5})));
        const auto picture = read(bytes);
        QVERIFY(picture);
        QCOMPARE(picture->facts.geometry.calibration, Calibration::Detector);
        QCOMPARE(picture->facts.geometry.columnSpacingMm, 0.1);
    }

    void expandsAPaletteAndStillKnowsItsIndices()
    {
        const auto lut = [](std::uint32_t tag, std::initializer_list<int> values) {
            return longElement(tag, "OW", words(values));
        };
        const auto bytes =
            part10(shapeElements({.rows = 1,
                                  .columns = 3,
                                  .allocated = 8,
                                  .stored = 8,
                                  .highBit = 7,
                                  .photometric = "PALETTE COLOR"})
                   + element(0x00281101, "US", words({2, 1, 16}))
                   + element(0x00281102, "US", words({2, 1, 16}))
                   + element(0x00281103, "US", words({2, 1, 16})) + lut(0x00281201, {0xff00, 0})
                   + lut(0x00281202, {0, 0x8000}) + lut(0x00281203, {0x0100, 0x0200})
                   + longElement(pixelData, "OB", QByteArray("\0\1\2", 3)));
        const auto shown = read(bytes);
        QVERIFY(shown);
        QCOMPARE(std::get<Floats>(shown->samples), (Floats{255, 0, 1, 255, 0, 1, 0, 128, 2}));
        QCOMPARE(std::get<Integers>(read(bytes, Wanted::Labels)->samples), (Integers{0, 1, 2}));
    }

    void readsFramesOfSingleBitsThatDoNotBeginAtAByte()
    {
        // Two frames of 1 x 5: 10110 and 01001, least significant bit first.
        const auto bytes = part10(
            shapeElements(
                {.rows = 1, .columns = 5, .allocated = 1, .stored = 1, .highBit = 0, .frames = "2"})
            + longElement(pixelData, "OB", QByteArray("\x4d\x02", 2)));
        QCOMPARE(std::get<Integers>(read(bytes, Wanted::Stored, 0)->samples),
                 (Integers{1, 0, 1, 1, 0}));
        QCOMPARE(std::get<Integers>(read(bytes, Wanted::Stored, 1)->samples),
                 (Integers{0, 1, 0, 0, 1}));
    }

    void readsFloatingPointPixels()
    {
        QByteArray pixels(8, '\0');
        const std::array<float, 2> values{0.25F, -3.5F};
        std::memcpy(pixels.data(), values.data(), 8);
        const auto picture = read(part10(
            shapeElements({.rows = 1, .columns = 2, .allocated = 32, .stored = 32, .highBit = 31})
            + longElement(0x7fe00008, "OF", pixels)));
        QVERIFY(picture);
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{0.25F, -3.5F}));
    }

    void listsTheTagsOnlyForInfo()
    {
        QVERIFY(read(good())->facts.tags.empty());
        const auto picture = read(good(), Wanted::Facts);
        QVERIFY(picture);
        QVERIFY(picture->facts.tags.dump().find("0028,0010") != std::string::npos);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const auto native = [](const Shape& shape) {
            return part10(shapeElements(shape)
                          + longElement(pixelData, "OW", QByteArray(12, '\0')));
        };
        const auto jpeg = [](const Shape& shape, const char* syntax) {
            return part10(shapeElements(shape) + tagBytes(pixelData) + "OB" + number16(0)
                              + number32(0xffffffff) + item({})
                              + item(QByteArray("\xff\xd8\xff\xd9", 4)) + tagBytes(0xfffee0dd)
                              + number32(0),
                          syntax);
        };
        QByteArray nested;
        for (int i = 0; i < 70; ++i)
            nested = longElement(0x00081115, "SQ", item(nested));
        QTest::newRow("cut in the pixels") << good().chopped(3) << ErrorCode::Truncated;
        QTest::newRow("cut in the header") << good().chopped(24 + 5) << ErrorCode::Truncated;
        QTest::newRow("fewer pixels than announced") << native({.rows = 4}) << ErrorCode::Truncated;
        QTest::newRow("no pixels") << part10(shapeElements({})) << ErrorCode::NotAnImage;
        QTest::newRow("huge") << native({.rows = 65535, .columns = 65535, .frames = "100"})
                              << ErrorCode::TooLarge;
        QTest::newRow("many frames") << native({.frames = "20001"}) << ErrorCode::TooLarge;
        QTest::newRow("frames no number") << native({.frames = "many"}) << ErrorCode::Damaged;
        QTest::newRow("compressed bomb")
            << jpeg({.rows = 16384, .columns = 16384, .frames = "20000"}, "1.2.840.10008.1.2.4.50")
            << ErrorCode::TooLarge;
        QTest::newRow("jpeg without a frame")
            << jpeg({.allocated = 8, .stored = 8, .highBit = 7}, "1.2.840.10008.1.2.4.50")
            << ErrorCode::Damaged;
        QTest::newRow("bits stored") << native({.stored = 20}) << ErrorCode::Damaged;
        QTest::newRow("high bit") << native({.highBit = 40}) << ErrorCode::Damaged;
        QTest::newRow("bits allocated") << native({.allocated = 52}) << ErrorCode::Damaged;
        QTest::newRow("samples") << native({.samples = 2}) << ErrorCode::Damaged;
        QTest::newRow("no rows") << native({.rows = 0}) << ErrorCode::Damaged;
        QTest::newRow("nested") << part10(nested + shapeElements({})) << ErrorCode::Damaged;
        QTest::newRow("jpeg 2000 without a codestream")
            << jpeg({}, "1.2.840.10008.1.2.4.90") << ErrorCode::Damaged;
        QTest::newRow("unknown syntax") << jpeg({}, "1.2.3.4.5") << ErrorCode::UnsupportedFormat;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QTEST(refusal(bytes), "code");
    }

    void namesTheSyntaxItDoesNotRead()
    {
        const auto picture = read(part10(shapeElements({}), "1.2.840.10008.1.2.4.201"));
        QCOMPARE(picture.error().detail, std::string("HTJ2K Lossless"));
    }
};

QTEST_GUILESS_MAIN(DicomReaderTest)
#include "dicom_reader_test.moc"
