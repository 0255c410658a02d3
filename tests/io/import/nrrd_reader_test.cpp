// NRRD files of known content: values, order and place; and that bad ones are refused.
#include "io/import/nrrd_reader.h"
#include "io/import/reader.h"
#include "tests/io/import/gzip_bytes.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace limn;
using namespace limn::test;

namespace {

using Floats = std::vector<float>;
using Integers = std::vector<std::int32_t>;

struct NrrdShape {
    QByteArray type = "short", sizes = "3 2 2", endian = "little";
    QByteArray space = "left-posterior-superior", directions = "(1,0,0) (0,2,0) (0,0,3)",
               origin = "(10,20,30)";
    QByteArray more = {}; // further lines, each with its end
    bool isPacked = false;
};

QByteArray nrrdHeader(const NrrdShape& shape)
{
    QByteArray text = "NRRD0004\n# made by a test\ntype: " + shape.type + "\ndimension: "
        + QByteArray::number(shape.sizes.split(' ').size()) + "\nsizes: " + shape.sizes
        + "\nendian: " + shape.endian + "\nencoding: " + (shape.isPacked ? "gzip" : "raw") + '\n';
    if (!shape.space.isEmpty())
        text += "space: " + shape.space + "\nspace directions: " + shape.directions
            + "\nspace origin: " + shape.origin + '\n';
    return text + shape.more + '\n';
}

// The header and 0, 1, 2, ... as voxels.
template <typename Number> QByteArray nrrdFile(const NrrdShape& shape)
{
    int count = 1;
    for (const QByteArray& size : shape.sizes.split(' '))
        count *= size.toInt();
    QByteArray data(count * static_cast<int>(sizeof(Number)), '\0');
    for (int i = 0; i < count; ++i)
        put(data, i * static_cast<int>(sizeof(Number)), static_cast<Number>(i),
            shape.endian == "big");
    return nrrdHeader(shape) + (shape.isPacked ? gzipped(data) : data);
}

} // namespace

class NrrdReaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path written(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("volume.nrrd")));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName().toStdString();
    }
    Result<Picture> read(const QByteArray& bytes, int frame = 0, Wanted wanted = Wanted::Values)
    {
        return readPicture({.path = written(bytes), .frame = frame, .wanted = wanted});
    }
    ErrorCode refusal(const QByteArray& bytes)
    {
        const auto picture = read(bytes);
        if (picture || picture.error().detail.empty() || picture.error().subject != "volume.nrrd")
            return ErrorCode::Internal;
        return picture.error().code;
    }

private Q_SLOTS:
    void readsEveryDataTypeInBothByteOrders_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* const endian : {"little", "big"}) {
            const auto add = [endian]<typename Number>(const char* type, Number) {
                for (const bool isPacked : {false, true})
                    QTest::addRow("%s %s %d", type, endian, isPacked)
                        << nrrdFile<Number>({.type = type, .endian = endian, .isPacked = isPacked});
            };
            add("signed char", std::int8_t{});
            add("uint8", std::uint8_t{});
            add("short", std::int16_t{});
            add("unsigned short", std::uint16_t{});
            add("int", std::int32_t{});
            add("uint32_t", std::uint32_t{});
            add("long long", std::int64_t{});
            add("unsigned long long", std::uint64_t{});
            add("float", float{});
            add("double", double{});
        }
    }
    void readsEveryDataTypeInBothByteOrders()
    {
        QFETCH(const QByteArray, file);
        const auto second = read(file, 1);
        QVERIFY2(second, second ? "" : second.error().detail.c_str());
        QCOMPARE(second->facts.format, std::string("NRRD"));
        QCOMPARE(second->facts.frames, 2);
        QCOMPARE(second->size, (Size{3, 2}));
        QCOMPARE(std::get<Floats>(second->samples), (Floats{6, 7, 8, 9, 10, 11}));
    }

    void placesShownSlicesInThePatient()
    {
        const auto picture = read(nrrdFile<short>({}), 1);
        QVERIFY(picture);
        const Geometry& geometry = picture->facts.geometry;
        QCOMPARE(geometry.calibration, Calibration::Patient);
        QCOMPARE(geometry.columnSpacingMm, 1.0);
        QCOMPARE(geometry.rowSpacingMm, 2.0);
        QCOMPARE(geometry.sliceOriginsMm.at(1), (Vector3{10, 20, 33}));
        QVERIFY(picture->facts.order == FileOrder{});
        // The same numbers in RAS lie elsewhere, and the slice is turned to be looked at.
        const auto other = read(nrrdFile<short>({.space = "RAS"}), 0);
        QVERIFY(other);
        QCOMPARE(std::get<Floats>(other->samples), (Floats{5, 4, 3, 2, 1, 0}));
        QCOMPARE(other->facts.geometry.sliceOriginsMm.at(0), (Vector3{-12, -22, 30}));
    }

    void readsSizesWithoutAPatient()
    {
        const auto spaced = read(nrrdFile<short>({.space = {}, .more = "spacings: 0.5 0.25 2\n"}));
        QVERIFY(spaced);
        QCOMPARE(spaced->facts.geometry.columnSpacingMm, 0.5);
        QCOMPARE(spaced->facts.geometry.rowSpacingMm, 0.25);
        QCOMPARE(std::get<Floats>(spaced->samples), (Floats{0, 1, 2, 3, 4, 5}));
        QCOMPARE(read(nrrdFile<short>({.space = {}}))->facts.geometry.calibration,
                 Calibration::None);
        const auto flat = read(nrrdFile<short>({.sizes = "3 2", .space = {}}));
        QVERIFY2(flat, flat ? "" : flat.error().detail.c_str());
        QCOMPARE(flat->facts.frames, 1);
        const auto senseless = read(nrrdFile<short>({.directions = "(1,0,0) (2,0,0) (0,0,1)"}));
        QVERIFY(senseless);
        QCOMPARE(senseless->facts.notes.front(),
                 std::string("its directions make no sense and were left out"));
    }

    void readsColourAndTime()
    {
        const auto colour = read(nrrdFile<std::uint8_t>({.type = "uchar",
                                                         .sizes = "3 1 2 2",
                                                         .directions = "none (1,0,0) (0,1,0) (0,0,1)",
                                                         .more = "kinds: RGB-color domain domain domain\n"}),
                                 1);
        QVERIFY2(colour, colour ? "" : colour.error().detail.c_str());
        QCOMPARE(colour->channels, 3);
        QCOMPARE(std::get<Floats>(colour->samples), (Floats{6, 7, 8, 9, 10, 11}));
        const auto times = read(nrrdFile<short>({.sizes = "3 1 2 2",
                                                 .directions = "(1,0,0) (0,1,0) (0,0,1) none",
                                                 .more = "kinds: domain domain domain time\n"}),
                                3);
        QVERIFY2(times, times ? "" : times.error().detail.c_str());
        QCOMPARE(times->facts.frames, 4);
        QCOMPARE(times->facts.stackSlices, 2);
        QCOMPARE(std::get<Floats>(times->samples), (Floats{9, 10, 11}));
    }

    void keepsTheWordsOfASegmentation()
    {
        const QByteArray more = "kinds: list domain domain domain\n"
                                "Segment0_Name:=left\\nlung: upper\nSegment0_LabelValue:=1\n";
        const QByteArray file = nrrdFile<std::uint8_t>({.type = "uchar",
                                                        .sizes = "2 3 1 1",
                                                        .directions = "none (1,0,0) (0,1,0) (0,0,1)",
                                                        .more = more,
                                                        .isPacked = true});
        QCOMPARE(refusal(file), ErrorCode::UnsupportedFormat); // no picture, but a mask
        const auto header = nrrdHeaderOf(written(file));
        QVERIFY(header);
        QCOMPARE(header->layers, 2);
        QCOMPARE(header->words.at("Segment0_Name"), std::string("left\nlung: upper"));
        const auto frame = nrrdFrame(written(file), *header, 0);
        QVERIFY(frame);
        QCOMPARE(frame->size(), 6U);
        QCOMPARE(std::to_integer<int>((*frame)[5]), 5);
    }

    void readsDataBesideTheHeader()
    {
        const QByteArray whole = nrrdFile<short>({});
        const auto header = whole.indexOf("\n\n") + 2;
        const auto expected = read(whole);
        QVERIFY(expected);
        QFile data(m_folder.filePath("values.raw"));
        QVERIFY(data.open(QIODevice::WriteOnly));
        data.write(whole.mid(header));
        data.close();
        for (const char* const ending : {"\n", "\n\n"}) {
            const auto picture =
                read(whole.left(header - 2) + "\ndata file: values.raw" + ending);
            QVERIFY2(picture, picture ? "" : picture.error().detail.c_str());
            QCOMPARE(picture->samples, expected->samples);
        }
        QCOMPARE(refusal(whole.left(header - 2) + "\ndata file: gone.raw\n"), ErrorCode::NotFound);
    }

    void unpacksBzip2()
    {
        const QByteArray whole = nrrdFile<short>({});
        const auto header = whole.indexOf("\n\n") + 2;
        QProcess process;
        process.start("bzip2", {"-c"});
        process.write(whole.mid(header));
        process.closeWriteChannel();
        if (!process.waitForFinished())
            QSKIP("bzip2 is not installed");
        const QByteArray packed = process.readAllStandardOutput();
        const QByteArray front =
            QByteArray(whole.left(header)).replace("encoding: raw", "encoding: bzip2");
        const auto picture = read(front + packed), expected = read(whole);
        QVERIFY2(picture, picture ? "" : picture.error().detail.c_str());
        QCOMPARE(picture->samples, expected->samples);
        QVERIFY(refusal(front + packed.left(packed.size() / 2)) != ErrorCode::Cancelled);
    }

    void refusesWhatContradictsItself_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("code");
        const auto add = [](const char* name, const QByteArray& file, ErrorCode code) {
            QTest::newRow(name) << file << code;
        };
        const QByteArray good = nrrdFile<short>({});
        const QByteArray packed = nrrdFile<short>({.isPacked = true});
        add("half the header", good.left(60), ErrorCode::Truncated);
        add("half the data", good.left(good.size() - 10), ErrorCode::Truncated);
        add("half the stream", packed.left(packed.size() - 9), ErrorCode::Truncated);
        add("no dimension", QByteArray(good).replace("dimension: 3", "dimension: 0"),
            ErrorCode::Damaged);
        add("too few sizes", QByteArray(good).replace("sizes: 3 2 2", "sizes: 3 2"),
            ErrorCode::Damaged);
        add("negative side", QByteArray(good).replace("sizes: 3 2 2", "sizes: -3 2 2"),
            ErrorCode::Damaged);
        add("huge side", QByteArray(good).replace("sizes: 3 2 2", "sizes: 99999999 2 2"),
            ErrorCode::TooLarge);
        add("huge depth", QByteArray(good).replace("sizes: 3 2 2", "sizes: 3 2 9999999999999"),
            ErrorCode::TooLarge);
        add("endless number", QByteArray(good).replace("sizes: 3 2 2", "sizes: 3 2 9223372036854775808"),
            ErrorCode::Damaged);
        add("unknown type", QByteArray(good).replace("type: short", "type: block"),
            ErrorCode::UnsupportedFormat);
        add("no byte order", QByteArray(good).replace("endian: little\n", ""), ErrorCode::Damaged);
        add("no bzip2", QByteArray(good).replace("encoding: raw", "encoding: bzip2"),
            ErrorCode::Damaged);
        add("data as words", QByteArray(good).replace("encoding: raw", "encoding: ascii"),
            ErrorCode::UnsupportedFormat);
        add("several data files", nrrdFile<short>({.more = "data file: slice%03d.raw 1 9 1\n"}),
            ErrorCode::UnsupportedFormat);
        add("a vector that is none", QByteArray(good).replace("(0,2,0)", "(0,x,0)"),
            ErrorCode::Damaged);
        add("data in another file", nrrdFile<short>({.more = "data file: ../secret.raw\n"}),
            ErrorCode::UnsupportedFormat);
        add("data far away", nrrdFile<short>({.more = "byte skip: 1000000000\n"}),
            ErrorCode::Truncated);
        add("data at the end", nrrdFile<short>({.more = "byte skip: -1\n"}),
            ErrorCode::UnsupportedFormat);
        add("three axes of one value", nrrdFile<short>({.sizes = "3 2 2 2",
                                                        .directions = "(1,0,0) none (0,1,0) (0,0,1)"}),
            ErrorCode::UnsupportedFormat);
    }
    void refusesWhatContradictsItself()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const ErrorCode, code);
        QCOMPARE(refusal(file), code);
    }

    // Whatever stands in a header, the answer is a picture or a refusal.
    void survivesChangedHeaders()
    {
        std::mt19937 random(7);
        const QByteArray good = nrrdFile<short>({.more = "kinds: domain domain domain\n"});
        const int end = static_cast<int>(good.indexOf("\n\n"));
        int refused = 0;
        for (int i = 0; i < 1000; ++i) {
            QByteArray file = good;
            for (unsigned k = 0; k < 1 + random() % 4; ++k)
                file[8 + static_cast<int>(random() % static_cast<unsigned>(end - 8))] =
                    static_cast<char>(random());
            const auto picture = read(file);
            refused += picture ? 0 : 1;
            QVERIFY(picture || !picture.error().detail.empty());
        }
        QVERIFY(refused > 50);
    }
};

QTEST_GUILESS_MAIN(NrrdReaderTest)
#include "nrrd_reader_test.moc"
