// NIfTI files of known content: values, order and place; and that bad ones are refused.
#include "io/import/reader.h"
#include "tests/io/import/gzip_bytes.h"
#include "tests/io/import/nifti_bytes.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace limn;
using namespace limn::test;

namespace {

using Floats = std::vector<float>;
using Integers = std::vector<std::int32_t>;

} // namespace

class NiftiReaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path written(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName().toStdString();
    }
    Result<Picture> read(const QByteArray& bytes, int frame = 0, Wanted wanted = Wanted::Values,
                         bool isInFileOrder = false)
    {
        return readPicture({.path = written("volume.nii", bytes),
                            .frame = frame,
                            .wanted = wanted,
                            .isInFileOrder = isInFileOrder});
    }
    ErrorCode refusal(const QByteArray& bytes)
    {
        const auto picture = read(bytes);
        if (picture || picture.error().detail.empty() || picture.error().subject != "volume.nii")
            return ErrorCode::Internal;
        return picture.error().code;
    }

private Q_SLOTS:
    void readsEveryDataTypeInBothByteOrders_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const bool isBig : {false, true}) {
            const auto add = [isBig]<typename Number>(const char* name, int datatype, Number) {
                NiftiShape shape{.datatype = datatype, .bits = 8 * static_cast<int>(sizeof(Number))};
                shape.isBigEndian = isBig;
                QTest::addRow("%s %s", name, isBig ? "big" : "little") << niftiFile<Number>(shape);
            };
            add("uint8", 2, std::uint8_t{});
            add("int16", 4, std::int16_t{});
            add("int32", 8, std::int32_t{});
            add("float32", 16, float{});
            add("float64", 64, double{});
            add("int8", 256, std::int8_t{});
            add("uint16", 512, std::uint16_t{});
            add("uint32", 768, std::uint32_t{});
            add("int64", 1024, std::int64_t{});
            add("uint64", 1280, std::uint64_t{});
        }
    }
    void readsEveryDataTypeInBothByteOrders()
    {
        QFETCH(const QByteArray, file);
        const auto second = read(file, 1, Wanted::Values, true);
        QVERIFY2(second, second ? "" : second.error().detail.c_str());
        QCOMPARE(second->facts.frames, 2);
        QCOMPARE(second->size, (Size{3, 2}));
        QCOMPARE(std::get<Floats>(second->samples), (Floats{6, 7, 8, 9, 10, 11}));
        // RAS: the picture's left is the patient's right, its top the front: both turn.
        const auto shown = read(file, 0, Wanted::Labels);
        QVERIFY(shown);
        QCOMPARE(std::get<Integers>(shown->samples), (Integers{5, 4, 3, 2, 1, 0}));
    }

    void scalesInDoubleAndKeepsWhatIsStored()
    {
        NiftiShape shape;
        shape.slope = 0.1F;
        shape.intercept = -5;
        const auto scaled = read(niftiFile<std::int16_t>(shape), 0, Wanted::Values, true);
        QVERIFY(scaled);
        QCOMPARE(std::get<Floats>(scaled->samples)[3],
                 static_cast<float>(3 * static_cast<double>(0.1F) - 5));
        const auto stored = read(niftiFile<std::int16_t>(shape), 0, Wanted::Stored);
        QCOMPARE(std::get<Integers>(stored->samples), (Integers{0, 1, 2, 3, 4, 5}));
        QCOMPARE(read(niftiFile<std::int16_t>(shape), 0, Wanted::Labels).error().code,
                 ErrorCode::UnsupportedFormat); // 0.1 is no label
        shape.slope = std::numeric_limits<float>::quiet_NaN();
        const auto plain = read(niftiFile<std::int16_t>(shape), 0, Wanted::Values, true);
        QCOMPARE(std::get<Floats>(plain->samples)[3], 3.0F);
    }

    void placesShownSlicesInThePatient()
    {
        const auto picture = read(niftiFile<std::int16_t>({}), 1);
        QVERIFY(picture);
        const Geometry& geometry = picture->facts.geometry;
        QCOMPARE(geometry.calibration, Calibration::Patient);
        QCOMPARE(geometry.columnSpacingMm, 1.0);
        QCOMPARE(geometry.rowSpacingMm, 2.0);
        QCOMPARE(geometry.rowDirection, (Vector3{1, 0, 0}));
        QCOMPARE(geometry.columnDirection, (Vector3{0, 1, 0}));
        // The shown first pixel is the file's last column and row: RAS 12 22 33 in the second slice.
        QCOMPARE(geometry.sliceOriginsMm.at(1), (Vector3{-12, -22, 33}));
        QVERIFY((picture->facts.order == FileOrder{false, true, true}));
    }

    void turnsACoronalStackUpright()
    {
        NiftiShape shape; // first index to the foot, second to the left
        shape.sform = {{{0, -2, 0, 0}, {0, 0, 3, 0}, {-1, 0, 0, 0}}};
        const auto picture = read(niftiFile<std::int16_t>(shape));
        QVERIFY(picture);
        QCOMPARE(picture->size, (Size{2, 3}));
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{0, 3, 1, 4, 2, 5}));
        QCOMPARE(picture->facts.geometry.columnDirection, (Vector3{0, 0, -1}));
        QCOMPARE(picture->facts.geometry.rowSpacingMm, 1.0);
    }

    void readsColourWithoutItsTransparency()
    {
        NiftiShape shape{.dims = {1, 1, 1}, .datatype = 2304, .bits = 32};
        const auto picture = read(niftiHeader(shape) + QByteArray("\x01\x02\x03\x80", 4));
        QVERIFY(picture);
        QCOMPARE(picture->channels, 3);
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{1, 2, 3}));
    }

    void readsFurtherVolumesAsFurtherFrames()
    {
        NiftiShape shape;
        shape.dims = {3, 2, 2, 3};
        const auto last = read(niftiFile<std::int16_t>(shape), 5, Wanted::Values, true);
        QVERIFY(last);
        QCOMPARE(last->facts.frames, 6);
        QCOMPARE(last->facts.stackSlices, 2);
        QCOMPARE(std::get<Floats>(last->samples).front(), 30.0F);
        QCOMPARE(last->facts.geometry.sliceOriginsMm[5], last->facts.geometry.sliceOriginsMm[1]);
        QCOMPARE(read(niftiFile<std::int16_t>(shape), 6).error().code, ErrorCode::BadArgument);
    }

    void readsPairsByEitherFile()
    {
        NiftiShape shape{.magic = "ni1", .offset = 0};
        const QByteArray whole = niftiFile<std::int16_t>(shape);
        const auto header = written("pair.hdr", whole.left(348));
        QCOMPARE(readPicture({.path = header}).error().code, ErrorCode::Damaged);
        const auto data = written("pair.img", whole.mid(352));
        for (const auto& path : {header, data}) {
            const auto picture = readPicture({.path = path, .frame = 1, .isInFileOrder = true});
            QVERIFY2(picture, picture ? "" : picture.error().detail.c_str());
            QCOMPARE(std::get<Floats>(picture->samples), (Floats{6, 7, 8, 9, 10, 11}));
        }
    }

    void readsCompressedFilesAndRefusesCutOnes()
    {
        const QByteArray file = gzipped(niftiFile<std::int16_t>({}));
        const auto picture = read(file, 1, Wanted::Values, true);
        QVERIFY2(picture, picture ? "" : picture.error().detail.c_str());
        QCOMPARE(std::get<Floats>(picture->samples), (Floats{6, 7, 8, 9, 10, 11}));
        // Another file of the same name must not be answered from what was kept.
        NiftiShape other;
        other.dims = {3, 2, 3};
        QCOMPARE(read(gzipped(niftiFile<std::int16_t>(other)), 2)->facts.frames, 3);
        QCOMPARE(refusal(file.left(file.size() - 6)), ErrorCode::Truncated);
        QCOMPARE(refusal(file.left(file.size() / 2)), ErrorCode::Truncated);
        QByteArray wrong = file;
        wrong[wrong.size() - 6] = static_cast<char>(wrong[wrong.size() - 6] ^ 1); // the checksum
        QCOMPARE(refusal(wrong), ErrorCode::Damaged);
        QCOMPARE(refusal(gzipped("no picture at all, only words")), ErrorCode::UnsupportedFormat);
    }

    void refusesWhatContradictsItself_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("code");
        const auto changed = [](int at, auto number) {
            QByteArray bytes = niftiFile<std::int16_t>({});
            put(bytes, at, number, false);
            return bytes;
        };
        const QByteArray good = niftiFile<std::int16_t>({});
        QTest::newRow("half the header") << good.left(200) << ErrorCode::Truncated;
        QTest::newRow("half the data") << good.left(360) << ErrorCode::Truncated;
        QTest::newRow("no data") << good.left(352) << ErrorCode::Truncated;
        QTest::newRow("no dimension") << changed(40, std::int16_t{0}) << ErrorCode::Damaged;
        QTest::newRow("nine dimensions") << changed(40, std::int16_t{9}) << ErrorCode::Damaged;
        QTest::newRow("negative side") << changed(42, std::int16_t{-3}) << ErrorCode::Damaged;
        QTest::newRow("empty side") << changed(44, std::int16_t{0}) << ErrorCode::Damaged;
        QTest::newRow("huge side") << changed(42, std::int16_t{32767}) << ErrorCode::TooLarge;
        QTest::newRow("huge depth") << changed(46, std::int16_t{32767}) << ErrorCode::TooLarge;
        QTest::newRow("unknown type") << changed(70, std::int16_t{999}) << ErrorCode::Damaged;
        QTest::newRow("complex") << changed(70, std::int16_t{32}) << ErrorCode::UnsupportedFormat;
        QTest::newRow("data in the header") << changed(108, 100.0F) << ErrorCode::Damaged;
        QTest::newRow("data nowhere")
            << changed(108, std::numeric_limits<float>::quiet_NaN()) << ErrorCode::Damaged;
        QTest::newRow("data far away") << changed(108, 1e9F) << ErrorCode::Truncated;
        QTest::newRow("other mark") << changed(344, std::int32_t{0x00646162}) << ErrorCode::Damaged;
    }
    void refusesWhatContradictsItself()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const ErrorCode, code);
        QCOMPARE(refusal(file), code);
    }

    void saysWhatItGuessed()
    {
        NiftiShape shape;
        shape.hasSform = false;
        const auto guessed = read(niftiFile<std::int16_t>(shape));
        QVERIFY(guessed);
        QCOMPARE(guessed->facts.notes.size(), 1U);
        QCOMPARE(guessed->facts.geometry.columnSpacingMm, 1.0);
        shape.spacing = {0, 0, 0};
        const auto unknown = read(niftiFile<std::int16_t>(shape));
        QVERIFY(unknown);
        QCOMPARE(unknown->facts.geometry.calibration, Calibration::None);
        shape.hasSform = true;
        shape.sform[0][0] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(read(niftiFile<std::int16_t>(shape))->facts.notes.front(),
                 std::string("its sform makes no sense and was left out"));
    }
};

QTEST_GUILESS_MAIN(NiftiReaderTest)
#include "nifti_reader_test.moc"
