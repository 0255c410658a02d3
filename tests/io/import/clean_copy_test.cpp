// Copies of image files without patient data: nothing planted is left, and the pixels are the same.
#include "io/import_copies.h"
#include "tests/io/import/nifti_bytes.h"
#include "tests/io/import/planted_files.h"
#include "tests/io/import/planted_tiff.h"
#include "tests/support/planted_words.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace limn;
using namespace limn::test;

namespace {

QImage picture()
{
    QImage image(37, 23, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(7 * x % 256, 11 * y % 256, (x * y) % 256));
    return image;
}

QByteArray encoded(const QImage& image, const char* format)
{
    QBuffer buffer;
    QImageWriter writer(&buffer, format);
    if (QByteArray(format) == "jpeg")
        writer.setQuality(90);
    QImage texted = image;
    if (QByteArray(format) == "tiff")
        texted.setText(QStringLiteral("Description"), QStringLiteral("ZZCANARY in a tag"));
    writer.write(texted);
    return buffer.data();
}

} // namespace

class CleanCopyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void dicomNamesNobody_data();
    void dicomNamesNobody();
    void uidsAreNewAndTheSameEverywhere();
    void datesMoveTogether();
    void datesCanBeEmptied();
    void whatTheStandardDefinesStays();
    void wordsInThePictureAreWarnedOf_data();
    void wordsInThePictureAreWarnedOf();
    void picturesNameNobody_data();
    void picturesNameNobody();
    void theTurnOfAJpegStays();
    void aTiffWithoutAKindOfCompressionIsRefused();
    void niftiNamesNobody_data();
    void niftiNamesNobody();
    void aBrokenFileIsRefused_data();
    void aBrokenFileIsRefused();
    void saysWhoAFileIsOf();
    void listsTagsWithTheirItems();

private:
    std::filesystem::path put(const QString& name, const QByteArray& bytes);
    Result<CleanCopy> copyOf(const std::filesystem::path& file, CopyPart part = CopyPart::Whole)
    {
        return cleanCopyOf(*m_client, file, part, m_order, {});
    }
    static QByteArray bytesOf(const CleanCopy& copy)
    {
        return {reinterpret_cast<const char*>(copy.bytes.data()),
                static_cast<qsizetype>(copy.bytes.size())};
    }
    QString valueOf(const QByteArray& file, const QString& tag);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ImportClient> m_client;
    CopyOrder m_order;
};

void CleanCopyTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_client = std::make_unique<ImportClient>(
        (QCoreApplication::applicationDirPath() + "/../bin/limn-import").toStdString());
    m_order = {"a secret of some bytes", "P0007", CopiedDates::Shifted, -100, "1.2.3"};
}

std::filesystem::path CleanCopyTest::put(const QString& name, const QByteArray& bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("can't write");
    return file.fileName().toStdString();
}

// As somebody else's dcmdump would print it; here our own list of tags.
QString CleanCopyTest::valueOf(const QByteArray& file, const QString& tag)
{
    const auto tags = tagsOf(*m_client, put(QStringLiteral("look.dcm"), file), {});
    if (!tags)
        return QStringLiteral("no tags");
    for (const TagNode& node : *tags)
        if (node.tag == tag.toStdString())
            return QString::fromStdString(node.value);
    return QStringLiteral("absent");
}

void CleanCopyTest::dicomNamesNobody_data()
{
    QTest::addColumn<bool>("isShifted");
    QTest::newRow("dates shifted") << true;
    QTest::newRow("dates emptied") << false;
}

void CleanCopyTest::dicomNamesNobody()
{
    QFETCH(const bool, isShifted);
    m_order.dates = isShifted ? CopiedDates::Shifted : CopiedDates::Emptied;
    const PlantedDicom made;
    const QByteArray source = made.bytes();
    const QStringList words = plantedWords + QStringList{"20190817", "19470321"};
    for (const QString& word : words)
        QVERIFY2(!wordsIn(source, {word}).isEmpty(), qPrintable(word)); // the search can see them
    const auto copy = copyOf(put(QStringLiteral("ZZCANARY.dcm"), source));
    QVERIFY2(copy, copy ? "" : copy.error().detail.c_str());
    QCOMPARE(copy->ending, std::string("dcm"));
    const QByteArray bytes = bytesOf(*copy);
    QCOMPARE(wordsIn(bytes, words), QStringList());
    QVERIFY(bytes.startsWith(QByteArray(128, '\0')));
    QVERIFY(bytes.contains(made.pixels()));
    QCOMPARE(valueOf(bytes, "0010,0010"), QString("P0007"));
    QCOMPARE(valueOf(bytes, "0010,0020"), QString("P0007"));
    QCOMPARE(valueOf(bytes, "0012,0062"), QString("YES"));
    QVERIFY(valueOf(bytes, "0012,0063").contains("PS3.15"));
    QCOMPARE(valueOf(bytes, "0028,0303"), QString(isShifted ? "MODIFIED" : "REMOVED"));
    for (const char* const gone : {"0029,0010", "0029,1001", "6000,3000", "6000,4000", "5000,0022",
                                   "0010,1010", "0010,4000", "0040,0275", "fffc,fffc", "0009,1001"})
        QCOMPARE(valueOf(bytes, gone), QString("absent"));
}

void CleanCopyTest::uidsAreNewAndTheSameEverywhere()
{
    PlantedDicom first, second;
    second.number = 2;
    const auto one = copyOf(put(QStringLiteral("a.dcm"), first.bytes()));
    const auto again = copyOf(put(QStringLiteral("b.dcm"), first.bytes()));
    const auto other = copyOf(put(QStringLiteral("c.dcm"), second.bytes()));
    QVERIFY(one && again && other);
    QCOMPARE(again->bytes, one->bytes);
    QVERIFY(one->instanceUid.starts_with("2.25.") && one->instanceUid.size() <= 64);
    QVERIFY(one->instanceUid != other->instanceUid);
    // The same reference in both files, in an item, too.
    const auto references = [this](const QByteArray& file) {
        const auto tags = tagsOf(*m_client, put(QStringLiteral("t.dcm"), file), {});
        for (const TagNode& node : *tags)
            if (node.tag == "0008,1140")
                return QString::fromStdString(node.children.at(0).children.at(1).value);
        return QString();
    };
    QVERIFY(references(bytesOf(*one)).startsWith("2.25."));
    QCOMPARE(references(bytesOf(*one)), references(bytesOf(*other)));
    QCOMPARE(valueOf(bytesOf(*one), "0008,0016"), QString("1.2.840.10008.5.1.4.1.1.2"));
    m_order.secret = "another secret";
    const auto elsewhere = copyOf(put(QStringLiteral("d.dcm"), first.bytes()));
    QVERIFY(elsewhere && elsewhere->instanceUid != one->instanceUid);
}

void CleanCopyTest::datesMoveTogether()
{
    const PlantedDicom made;
    const auto copy = copyOf(put(QStringLiteral("a.dcm"), made.bytes()));
    QVERIFY(copy);
    const QByteArray bytes = bytesOf(*copy);
    for (const char* const tag : {"0008,0020", "0008,0021", "0008,0022", "0008,0023"})
        QCOMPARE(valueOf(bytes, tag), QString("20190509"));
    QCOMPARE(valueOf(bytes, "0008,002a"), QString("20190509101112.5"));
    QCOMPARE(valueOf(bytes, "0008,0030"), QString("101112"));
    QCOMPARE(valueOf(bytes, "0008,0033"), QString()); // it was no time
    QCOMPARE(valueOf(bytes, "0010,0030"), QString()); // a birth date is never shifted
}

void CleanCopyTest::datesCanBeEmptied()
{
    m_order.dates = CopiedDates::Emptied;
    const auto copy = copyOf(put(QStringLiteral("a.dcm"), PlantedDicom().bytes()));
    QVERIFY(copy);
    QCOMPARE(valueOf(bytesOf(*copy), "0008,0020"), QString());
    QCOMPARE(valueOf(bytesOf(*copy), "0008,0030"), QString());
    QCOMPARE(valueOf(bytesOf(*copy), "0008,002a"), QString("19000101000000"));
}

void CleanCopyTest::whatTheStandardDefinesStays()
{
    const auto copy = copyOf(put(QStringLiteral("a.dcm"), PlantedDicom().bytes()));
    QVERIFY(copy);
    const QByteArray bytes = bytesOf(*copy);
    QCOMPARE(valueOf(bytes, "0008,0008"), QString("ORIGINAL\\PRIMARY\\AXIAL\\OTHER"));
    QCOMPARE(valueOf(bytes, "0008,0060"), QString("CT"));
    QCOMPARE(valueOf(bytes, "0008,0070"), QString("SIEMENS"));
    QCOMPARE(valueOf(bytes, "0028,1054"), QString("HU"));
    QCOMPARE(valueOf(bytes, "0028,1052"), QString("-1024"));
    QCOMPARE(valueOf(bytes, "0020,0032"), QString("-10\\20\\30.5"));
    QCOMPARE(valueOf(bytes, "0028,0030"), QString("0.5\\0.25"));
    QCOMPARE(valueOf(bytes, "0018,0015"), QString()); // no part of the body has that name
}

void CleanCopyTest::wordsInThePictureAreWarnedOf_data()
{
    QTest::addColumn<QByteArray>("modality");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("expected");
    const auto number = [](BurnedIn burnedIn) { return static_cast<int>(burnedIn); };
    QTest::newRow("CT says nothing") << QByteArray("CT") << QByteArray() << number(BurnedIn::Unlikely);
    QTest::newRow("CT says no") << QByteArray("CT") << QByteArray("NO") << number(BurnedIn::No);
    QTest::newRow("CT says yes") << QByteArray("CT") << QByteArray("YES") << number(BurnedIn::Yes);
    QTest::newRow("US says nothing") << QByteArray("US") << QByteArray() << number(BurnedIn::Unknown);
    QTest::newRow("US says no") << QByteArray("US") << QByteArray("NO") << number(BurnedIn::No);
    QTest::newRow("OT says nothing") << QByteArray("OT") << QByteArray() << number(BurnedIn::Unknown);
}

void CleanCopyTest::wordsInThePictureAreWarnedOf()
{
    QFETCH(const QByteArray, modality);
    QFETCH(const QByteArray, said);
    QFETCH(const int, expected);
    PlantedDicom made;
    made.modality = modality;
    made.burnedIn = said.isEmpty() ? nullptr : said.constData();
    const auto copy = copyOf(put(QStringLiteral("a.dcm"), made.bytes()));
    QVERIFY(copy);
    QCOMPARE(static_cast<int>(copy->burnedIn), expected);
}

void CleanCopyTest::picturesNameNobody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("ending");
    QTest::newRow("PNG") << plantedPng(encoded(picture(), "png")) << QByteArray("png");
    QTest::newRow("PNG, palette")
        << plantedPng(encoded(picture().convertToFormat(QImage::Format_Indexed8), "png"))
        << QByteArray("png");
    QTest::newRow("JPEG") << plantedJpeg(encoded(picture(), "jpeg"), 1) << QByteArray("jpg");
    QTest::newRow("TIFF, two pages, every tag") << plantedTiff() << QByteArray("tif");
    QTest::newRow("TIFF") << encoded(picture(), "tiff") + "ZZCANARY behind the end"
                          << QByteArray("tif");
    QByteArray bmp = encoded(picture(), "bmp") + "ZZCANARY behind the end";
    bmp.replace(6, 4, "ZZCA"); // the reserved bytes
    QTest::newRow("BMP") << bmp << QByteArray("bmp");
    QTest::newRow("BMP, palette")
        << encoded(picture().convertToFormat(QImage::Format_Indexed8), "bmp") + "ZZCANARY"
        << QByteArray("bmp");
}

void CleanCopyTest::picturesNameNobody()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, ending);
    QVERIFY(!wordsIn(bytes, plantedWords).isEmpty());
    const auto source = put(QStringLiteral("ZZCANARY.x"), bytes);
    const auto copy = copyOf(source);
    QVERIFY2(copy, copy ? "" : copy.error().detail.c_str());
    QCOMPARE(QByteArray::fromStdString(copy->ending), ending);
    QCOMPARE(wordsIn(bytesOf(*copy), plantedWords), QStringList());
    const auto before = m_client->readStored(source, 0, {});
    const auto after = m_client->readStored(put(QStringLiteral("copy"), bytesOf(*copy)), 0, {});
    QVERIFY2(before && after, after ? "" : after.error().detail.c_str());
    QCOMPARE(after->values, before->values);
    QCOMPARE(after->channels, before->channels);
    // Somebody else reads it, too.
    const QImage seen = QImage::fromData(bytesOf(*copy));
    QCOMPARE(seen.convertToFormat(QImage::Format_RGB32),
             QImage::fromData(bytes).convertToFormat(QImage::Format_RGB32));
}

void CleanCopyTest::aTiffWithoutAKindOfCompressionIsRefused()
{
    QByteArray bytes = plantedTiff();
    const auto at = bytes.indexOf(littleShort(259) + littleShort(3)); // compression, a short
    QVERIFY(at > 0);
    bytes.replace(at + 2, 2, littleShort(5)); // now two longs, which say nothing
    const auto copy = copyOf(put(QStringLiteral("a.tif"), bytes));
    QVERIFY(!copy);
    QVERIFY(copy.error().code != ErrorCode::DecoderDied);
}

void CleanCopyTest::theTurnOfAJpegStays()
{
    const auto source = put(QStringLiteral("a.jpg"), plantedJpeg(encoded(picture(), "jpeg"), 6));
    const auto copy = copyOf(source);
    QVERIFY(copy);
    const auto before = m_client->open(source, {});
    const auto after = m_client->open(put(QStringLiteral("b.jpg"), bytesOf(*copy)), {});
    QVERIFY(before && after);
    QCOMPARE((*before)->size, (Size{23, 37}));
    QCOMPARE((*after)->size, (*before)->size);
    QCOMPARE((*after)->slices.front()->values, (*before)->slices.front()->values);
    QCOMPARE(wordsIn(bytesOf(*copy), plantedWords), QStringList());
}

void CleanCopyTest::niftiNamesNobody_data()
{
    QTest::addColumn<bool>("isPacked");
    QTest::addColumn<bool>("hasExtension");
    QTest::newRow("plain") << false << false;
    QTest::newRow("with an extension") << false << true;
    QTest::newRow("compressed") << true << true;
}

void CleanCopyTest::niftiNamesNobody()
{
    QFETCH(const bool, isPacked);
    QFETCH(const bool, hasExtension);
    QByteArray bytes = plantedNifti(hasExtension);
    if (isPacked)
        bytes = gzipped(bytes, "ZZCANARY.nii");
    QVERIFY(!wordsIn(bytes, plantedWords).isEmpty());
    const auto source = put(isPacked ? QStringLiteral("a.nii.gz") : QStringLiteral("a.nii"), bytes);
    const auto copy = copyOf(source);
    QVERIFY2(copy, copy ? "" : copy.error().detail.c_str());
    QCOMPARE(copy->ending, std::string(isPacked ? "nii.gz" : "nii"));
    QCOMPARE(wordsIn(bytesOf(*copy), plantedWords), QStringList());
    const auto after = put(isPacked ? QStringLiteral("b.nii.gz") : QStringLiteral("b.nii"),
                           bytesOf(*copy));
    const auto one = m_client->open(source, {}), other = m_client->open(after, {});
    QVERIFY2(one && other, other ? "" : other.error().detail.c_str());
    QCOMPARE((*other)->sliceCount(), (*one)->sliceCount());
    QCOMPARE((*other)->geometry.sliceOriginsMm, (*one)->geometry.sliceOriginsMm);
    for (int slice = 0; slice < (*one)->sliceCount(); ++slice)
        QCOMPARE((*m_client->readSlice(after, slice, {}))->values,
                 (*m_client->readSlice(source, slice, {}))->values);
}

void CleanCopyTest::aBrokenFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray png = encoded(picture(), "png"), jpeg = encoded(picture(), "jpeg");
    QTest::newRow("PNG, cut") << png.left(png.size() / 2);
    QTest::newRow("JPEG, cut") << jpeg.left(jpeg.size() / 2);
    QTest::newRow("TIFF, cut") << encoded(picture(), "tiff").left(200);
    QTest::newRow("BMP, cut") << encoded(picture(), "bmp").left(100);
    QTest::newRow("DICOM, cut") << PlantedDicom().bytes().left(900);
    QTest::newRow("text") << QByteArray("no picture at all");
    QTest::newRow("empty") << QByteArray();
}

void CleanCopyTest::aBrokenFileIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!copyOf(put(QStringLiteral("a.x"), bytes)));
    QVERIFY(copyOf(put(QStringLiteral("b.dcm"), PlantedDicom().bytes()))); // the child lives
}

void CleanCopyTest::saysWhoAFileIsOf()
{
    const auto dicom = patientOf(*m_client, put(QStringLiteral("a.dcm"), PlantedDicom().bytes()), {});
    QVERIFY(dicom && dicom->isDicom);
    QCOMPARE(dicom->patientId, std::string("ZZCANARY1"));
    const auto png = patientOf(*m_client, put(QStringLiteral("a.png"), encoded(picture(), "png")), {});
    QVERIFY(png && !png->isDicom && png->patientId.empty());
    QCOMPARE(patientOf(*m_client, "/nowhere/x.dcm", {}).error().code, ErrorCode::NotFound);
}

void CleanCopyTest::listsTagsWithTheirItems()
{
    const auto tags = tagsOf(*m_client, put(QStringLiteral("a.dcm"), PlantedDicom().bytes()), {});
    QVERIFY(tags);
    const auto name = std::ranges::find(*tags, "0010,0010", &TagNode::tag);
    QVERIFY(name != tags->end());
    QCOMPARE(name->kind, std::string("PN"));
    QCOMPARE(name->name, std::string("PatientName"));
    QCOMPARE(name->value, std::string("ZZCANARY^1"));
    const auto sequence = std::ranges::find(*tags, "0008,2112", &TagNode::tag);
    QVERIFY(sequence != tags->end());
    QCOMPARE(sequence->children.size(), std::size_t{1});
    QCOMPARE(sequence->children[0].name, std::string("Item 1"));
    QVERIFY(std::ranges::find(sequence->children[0].children, "0040,a170", &TagNode::tag)
            != sequence->children[0].children.end());
    QCOMPARE(tagsOf(*m_client, put(QStringLiteral("a.png"), encoded(picture(), "png")), {}).error().code,
             ErrorCode::NotDicom);
}

QTEST_GUILESS_MAIN(CleanCopyTest)
#include "clean_copy_test.moc"
