// JPEG 2000 in DICOM: made by OpenJPEG's encoder, read through the reader, value for value.
#include "io/import/dicom_reader.h"
#include "io/import/reader.h"
#include "tests/io/import/dicom_bytes.h"

#include <openjpeg.h>

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace limn;
using namespace limn::test;

namespace {

using Integers = std::vector<std::int32_t>;
constexpr const char* lossless = "1.2.840.10008.1.2.4.90";

struct Made {
    int columns = 37;
    int rows = 23;
    int components = 1;
    int bits = 16;
    bool isSigned = false;
    bool isBoxed = false; // JP2 boxes around the codestream
    int transform = 0; // multi-component
};

Integers randomSamples(const Made& made, quint32 seed)
{
    QRandomGenerator random(seed);
    Integers samples(static_cast<std::size_t>(made.columns * made.rows * made.components));
    const int low = made.isSigned ? -(1 << (made.bits - 1)) : 0;
    for (auto& sample : samples)
        sample = low + static_cast<int>(random.bounded(1 << made.bits));
    return samples;
}

// Lossless; components interleaved in `samples`.
QByteArray encoded(const Made& made, const Integers& samples, const QString& path)
{
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.cp_disto_alloc = 1;
    parameters.numresolution = std::min(made.columns, made.rows) < 4 ? 1 : 3;
    parameters.tcp_mct = static_cast<char>(made.transform);
    std::vector<opj_image_cmptparm_t> components(static_cast<std::size_t>(made.components));
    for (auto& one : components) {
        one = {};
        one.dx = one.dy = 1;
        one.w = static_cast<OPJ_UINT32>(made.columns);
        one.h = static_cast<OPJ_UINT32>(made.rows);
        one.prec = static_cast<OPJ_UINT32>(made.bits);
        one.sgnd = made.isSigned ? 1 : 0;
    }
    opj_image_t* image =
        opj_image_create(static_cast<OPJ_UINT32>(made.components), components.data(),
                         made.components == 3 ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY);
    image->x1 = static_cast<OPJ_UINT32>(made.columns);
    image->y1 = static_cast<OPJ_UINT32>(made.rows);
    for (std::size_t i = 0; i < samples.size(); ++i)
        image->comps[i % components.size()].data[i / components.size()] = samples[i];
    opj_codec_t* codec = opj_create_compress(made.isBoxed ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K);
    opj_stream_t* stream = opj_stream_create_default_file_stream(path.toUtf8().data(), OPJ_FALSE);
    const bool isWritten = opj_setup_encoder(codec, &parameters, image)
        && opj_start_compress(codec, image, stream) && opj_encode(codec, stream)
        && opj_end_compress(codec, stream);
    opj_stream_destroy(stream);
    opj_destroy_codec(codec);
    opj_image_destroy(image);
    QFile file(path);
    return isWritten && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// `frames`: the fragments of each, after an empty table of offsets.
QByteArray dicomOf(const Shape& shape, const QList<QByteArray>& fragments)
{
    QByteArray pixels = item({});
    for (const QByteArray& fragment : fragments)
        pixels += item(padded(fragment, '\0'));
    return part10(shapeElements(shape) + tagBytes(0x7fe00010) + "OB" + number16(0)
                      + number32(0xffffffff) + pixels + tagBytes(0xfffee0dd) + number32(0),
                  lossless);
}

Shape shapeOf(const Made& made)
{
    const int allocated = made.bits > 8 ? 16 : 8;
    return {.rows = made.rows,
            .columns = made.columns,
            .samples = made.components,
            .allocated = allocated,
            .stored = made.bits,
            .highBit = made.bits - 1,
            .isSigned = made.isSigned ? 1 : 0,
            .photometric = made.components == 3 ? (made.transform ? "YBR_RCT" : "RGB")
                                                : "MONOCHROME2"};
}

} // namespace

Q_DECLARE_METATYPE(Made)

class DicomJpeg2000Test : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QByteArray encode(const Made& made, const Integers& samples)
    {
        return encoded(made, samples, m_folder.filePath("frame.j2k"));
    }
    Result<Picture> read(const QByteArray& bytes, int frame = 0)
    {
        QFile file(m_folder.filePath("picture.dcm"));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        file.close();
        return readPicture({.path = file.fileName().toStdString(),
                            .frame = frame,
                            .wanted = Wanted::Stored});
    }

private Q_SLOTS:
    void initTestCase() { prepareDicom(); }

    void givesEveryValueBack_data()
    {
        QTest::addColumn<Made>("made");
        QTest::newRow("16 bits") << Made{};
        QTest::newRow("16 bits, signed") << Made{.isSigned = true};
        QTest::newRow("12 bits in boxes") << Made{.bits = 12, .isBoxed = true};
        QTest::newRow("8 bits") << Made{.bits = 8};
        QTest::newRow("one pixel") << Made{.columns = 1, .rows = 1};
        QTest::newRow("colour") << Made{.components = 3, .bits = 8};
        QTest::newRow("colour, transformed") << Made{.components = 3, .bits = 8, .transform = 1};
    }
    void givesEveryValueBack()
    {
        QFETCH(Made, made);
        const Integers samples = randomSamples(made, 1);
        const auto picture = read(dicomOf(shapeOf(made), {encode(made, samples)}));
        QVERIFY2(picture, picture ? "" : picture.error().detail.c_str());
        QCOMPARE(picture->channels, made.components);
        QCOMPARE(std::get<Integers>(picture->samples), samples);
    }

    void readsEveryFrameAndJoinsFragments()
    {
        const Made made{.bits = 12};
        const Integers first = randomSamples(made, 1);
        const Integers second = randomSamples(made, 2);
        Shape shape = shapeOf(made);
        shape.frames = "2";
        const auto both = dicomOf(shape, {encode(made, first), encode(made, second)});
        QCOMPARE(std::get<Integers>(read(both, 1)->samples), second);
        QCOMPARE(std::get<Integers>(read(both, 0)->samples), first);
        shape.frames = nullptr;
        const QByteArray whole = encode(made, first);
        const auto cut = dicomOf(shape, {whole.left(100), whole.mid(100)});
        QCOMPARE(std::get<Integers>(read(cut)->samples), first);
    }

    void signComesFromTheDataSetAndTheDifferenceIsTold()
    {
        const Made made{.columns = 2, .rows = 1, .bits = 14};
        Shape shape = shapeOf(made);
        shape.isSigned = 1;
        const auto picture = read(dicomOf(shape, {encode(made, {16383, 5})}));
        QCOMPARE(std::get<Integers>(picture->samples), (Integers{-1, 5}));
        QCOMPARE(picture->facts.notes.size(), std::size_t{1});
    }

    void refusesWhatIsBroken()
    {
        const Made made;
        const QByteArray whole = encode(made, randomSamples(made, 1));
        const auto refusal = [&](const Shape& shape, const QByteArray& codestream) {
            const auto picture = read(dicomOf(shape, {codestream}));
            return picture || picture.error().detail.empty() ? ErrorCode::Cancelled
                                                             : picture.error().code;
        };
        Shape other = shapeOf(made);
        other.rows = 24;
        QCOMPARE(refusal(other, whole), ErrorCode::Damaged);
        other = shapeOf(Made{.components = 3, .bits = 8});
        QCOMPARE(refusal(other, whole), ErrorCode::Damaged);
        other = shapeOf(Made{.bits = 8});
        QCOMPARE(refusal(other, whole), ErrorCode::Damaged);
        QCOMPARE(refusal(shapeOf(made), whole.left(whole.size() / 2)), ErrorCode::Damaged);
        QCOMPARE(refusal(shapeOf(made), whole.left(30)), ErrorCode::Damaged);
        QCOMPARE(refusal(shapeOf(made), QByteArray("no codestream at all")), ErrorCode::Damaged);
    }
};

QTEST_GUILESS_MAIN(DicomJpeg2000Test)
#include "dicom_jpeg2000_test.moc"
