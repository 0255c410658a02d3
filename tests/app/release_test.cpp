// A data set from a work file: what is in it, and what is not.
#include "model/files/sha256.h"
#include "tests/app/releases.h"
#include "tests/support/manifest.h"
#include "tests/support/planted_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>

using namespace limn;
using namespace limn::test;

class ReleaseTest : public QObject, private ReleaseFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void everyFileIsInTheManifestWithItsHash();
    void aSeriesIsCopiedFileByFile();
    void patientsStayTogetherInTheSplit();
    void nothingPlantedComesOut();
    void segmentationsReferToTheCopies();
    void namesItsImagesAndSkipsWhatIsGoneOrChanged();
    void editedImagesComeWhenAskedFor();
    void hostileNamesAreSafe();
    void aFolderWithOtherFilesIsLeftAlone();
    void theKeyStaysOutOfTheRelease();
    void nothingToExportIsSaid();
    void burnedInWordsAreCountedOrLeftOut();
};

void ReleaseTest::everyFileIsInTheManifestWithItsHash()
{
    putSix(*m_work);
    const auto summary = run(order());
    QVERIFY2(summary, summary ? "" : summary.error().detail.c_str());
    QCOMPARE(summary->images, 6);
    const Contents contents = contentsOf(out());
    std::map<QString, QString> listed;
    for (const auto& row : manifestOf(out())) {
        listed[row["file"]] = row["sha256"];
        QCOMPARE(row["bytes"].toLongLong(), contents.at(row["file"]).size());
    }
    for (const auto& [name, bytes] : contents) {
        if (name.startsWith("manifest."))
            continue;
        const std::span all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        QVERIFY2(listed.contains(name), qPrintable(name));
        QCOMPARE(listed[name].toStdString(), sha256(std::as_bytes(all)));
    }
    QCOMPARE(listed.size() + 2, contents.size());
    QCOMPARE(static_cast<std::size_t>(summary->files), contents.size());
    const auto json = QJsonDocument::fromJson(contents.at("manifest.json")).object();
    QCOMPARE(json["images"].toArray().size(), 6);
    QVERIFY(contents.at("README.md").contains("6 images (6 slices) of 3 patients"));
    QVERIFY(!namesOf(contents).contains("unfinished"));
}

void ReleaseTest::aSeriesIsCopiedFileByFile()
{
    for (int slice = 0; slice < 3; ++slice) {
        PlantedDicom made;
        made.number = 50 + slice;
        made.series = 50;
        made.slice = 2 - slice; // the names are in another order than the places
        m_work->put(QStringLiteral("s%1.dcm").arg(slice), made.bytes());
    }
    m_work->workOnOnly();
    const auto summary = run(order());
    QVERIFY2(summary, summary ? "" : summary.error().detail.c_str());
    QCOMPARE(summary->images, 1);
    QCOMPARE(summary->slices, 3);
    QStringList copies;
    for (const QString& name : namesOf(contentsOf(out())))
        if (name.startsWith("images/"))
            copies << name;
    QCOMPARE(copies, (QStringList{"images/P0001_001_0001.dcm", "images/P0001_001_0002.dcm",
                                  "images/P0001_001_0003.dcm"}));
    QCOMPARE(leaksIn(out(), plantedWords), QStringList());
    // The segmentation refers to all of them, in the order of the slices.
    const auto seg = tagsOf(*m_client, out().toStdString() + "/masks/P0001_001.seg.dcm", {});
    QVERIFY(seg);
    const auto series = std::ranges::find(*seg, "0008,1115", &TagNode::tag);
    QVERIFY(series != seg->end());
    const auto& item = series->children.at(0).children;
    const auto instances = std::ranges::find(item, "0008,114a", &TagNode::tag);
    QVERIFY(instances != item.end());
    QCOMPARE(instances->children.size(), std::size_t{3});
    const auto again = run(order());
    QCOMPARE(again->unchanged, 1);
}

void ReleaseTest::patientsStayTogetherInTheSplit()
{
    putSix(*m_work);
    QVERIFY(run(order("a")));
    const auto partsOf = [this](const QString& name) {
        std::map<QString, QStringList> parts;
        QFile file(out(name) + "/split.csv");
        if (!file.open(QIODevice::ReadOnly))
            return parts;
        file.readLine();
        while (!file.atEnd()) {
            const QStringList fields = fieldsOf(QString::fromUtf8(file.readLine().trimmed()));
            parts[fields[1]] << fields[2];
        }
        return parts;
    };
    const auto parts = partsOf("a");
    QCOMPARE(parts.size(), std::size_t{3});
    QStringList used;
    for (const auto& [patient, some] : parts) {
        QCOMPARE(some.size(), 2);
        QCOMPARE(some[0], some[1]);
        used << some[0];
    }
    used.sort();
    QCOMPARE(used, (QStringList{"test", "train", "val"}));
    QVERIFY(run(order("b")));
    QCOMPARE(partsOf("b"), parts); // the same seed
    bool isOther = false;
    for (int seed = 2; seed < 8 && !isOther; ++seed) {
        ReleaseOrder other = order(QString::number(seed));
        other.seed = static_cast<std::uint64_t>(seed);
        QVERIFY(run(other));
        isOther = partsOf(QString::number(seed)) != parts;
    }
    QVERIFY(isOther);
}

void ReleaseTest::nothingPlantedComesOut()
{
    putSix(*m_work);
    m_work->putPicture("ZZCANARY picture.png", 90);
    m_work->work("ZZCANARY picture.png");
    m_work->put("ZZCANARY volume.nii.gz", gzipped(plantedNifti(true), "ZZCANARY.nii"));
    m_work->work("ZZCANARY volume.nii.gz");
    ReleaseOrder all = order();
    all.formats = allMaskFormats();
    const auto summary = run(all);
    QVERIFY2(summary, summary ? "" : summary.error().detail.c_str());
    QCOMPARE(summary->images, 8);
    QCOMPARE(leaksIn(out(), plantedWords + QStringList{"20190817", "19470321"}), QStringList());
    QVERIFY(QFile::exists(m_work->path("annotations.key.json")));
    QVERIFY(!leaksIn(m_work->path(QString()), plantedWords).isEmpty()); // where it may be
}

void ReleaseTest::segmentationsReferToTheCopies()
{
    putSix(*m_work);
    QVERIFY(run(order()));
    const auto copyTags = tagsOf(*m_client, out().toStdString() + "/images/P0001_001.dcm", {});
    const auto segTags = tagsOf(*m_client, out().toStdString() + "/masks/P0001_001.seg.dcm", {});
    QVERIFY(copyTags && segTags);
    const auto value = [](const std::vector<TagNode>& tags, const char* tag) {
        const auto node = std::ranges::find(tags, tag, &TagNode::tag);
        return node == tags.end() ? std::string("absent") : node->value;
    };
    for (const char* const tag : {"0020,000d", "0010,0010", "0010,0020", "0020,0052", "0012,0062"})
        QCOMPARE(value(*segTags, tag), value(*copyTags, tag));
    QCOMPARE(value(*copyTags, "0010,0020"), std::string("P0001"));
    const auto series = std::ranges::find(*segTags, "0008,1115", &TagNode::tag);
    QVERIFY(series != segTags->end());
    const auto& item = series->children.at(0).children;
    const auto instances = std::ranges::find(item, "0008,114a", &TagNode::tag);
    QVERIFY(instances != item.end());
    QCOMPARE(value(instances->children.at(0).children, "0008,1155"), value(*copyTags, "0008,0018"));
    QCOMPARE(value(item, "0020,000e"), value(*copyTags, "0020,000e"));
}

void ReleaseTest::namesItsImagesAndSkipsWhatIsGoneOrChanged()
{
    putSix(*m_work);
    QVERIFY(QFile::remove(m_work->path("ZZCANARY 1.dcm")));
    PlantedDicom other;
    other.number = 77;
    m_work->put("ZZCANARY 2.dcm", other.bytes());
    m_work->put("ZZCANARY 4.dcm", "damaged");
    ReleaseOrder plain = order("plain");
    plain.isDeidentified = false;
    const auto named = run(plain);
    QVERIFY2(named, named ? "" : named.error().detail.c_str());
    QCOMPARE(named->images, 3);
    std::map<std::string, ErrorCode> reasons;
    for (const SkippedImage& image : named->skipped)
        reasons[image.name] = image.why.code;
    QCOMPARE(reasons, (std::map<std::string, ErrorCode>{{"ZZCANARY 1.dcm", ErrorCode::NotFound},
                                                        {"ZZCANARY 2.dcm", ErrorCode::ImageChanged},
                                                        {"ZZCANARY 4.dcm", ErrorCode::NotAnImage}}));
    const auto summary = run(order());
    QVERIFY(summary);
    QCOMPARE(summary->skipped.size(), std::size_t{3});
    for (const SkippedImage& image : summary->skipped) {
        QVERIFY(image.name.starts_with("P0"));
        QVERIFY(image.why.subject.empty());
    }
    QCOMPARE(leaksIn(out(), plantedWords), QStringList());
}

void ReleaseTest::editedImagesComeWhenAskedFor()
{
    m_work->putPicture("a.png", 50);
    m_work->putPicture("b.png", 60);
    m_work->work("a.png");
    m_work->work("b.png", ImageStatus::Edited);
    ReleaseOrder some = order();
    QCOMPARE(run(some)->images, 1);
    some.images = ReleaseImages::EditedAndAccepted;
    const auto both = run(some);
    QCOMPARE(both->images, 2);
    QCOMPARE(both->accepted, 1);
    QCOMPARE(both->leftOut.at("seg"), 2); // no DICOM
}

void ReleaseTest::hostileNamesAreSafe()
{
    const QStringList names{"CON.png", "a:b.png", "a?b.png", "=cmd|' '!A0.png", "-rf.png", "x .png",
                            "A_B.png", "aux.tar.png", "\u00fcnic\u00f6d\u00e9.png"};
    for (const QString& name : names) {
        m_work->putPicture(name, 40);
        m_work->work(name);
    }
    ReleaseOrder plain = order();
    plain.isDeidentified = false;
    plain.hasCopies = true;
    plain.formats = {MaskFormat::Mask};
    const auto summary = run(plain);
    QVERIFY2(summary, summary ? "" : summary.error().detail.c_str());
    QCOMPARE(summary->images, static_cast<int>(names.size()));
    QStringList folded;
    for (const QString& path : namesOf(contentsOf(out()))) {
        const QString name = path.section('/', -1);
        QVERIFY2(!name.contains(QRegularExpression("[<>:\"\\\\|?*]")), qPrintable(name));
        QVERIFY2(!name.contains(QRegularExpression("^(con|aux)(\\.|$)", QRegularExpression::CaseInsensitiveOption)),
                 qPrintable(name));
        folded << path.toCaseFolded();
    }
    const auto count = folded.size();
    folded.removeDuplicates();
    QCOMPARE(folded.size(), count);
    for (const char* const table : {"manifest.csv", "split.csv"}) {
        const QByteArray text = contentsOf(out()).at(table);
        for (const QByteArray& line : text.split('\n'))
            for (const QString& field : fieldsOf(QString::fromUtf8(line.trimmed())))
                QVERIFY2(!QString("=+-@").contains(field.left(1)) || field.isEmpty(), qPrintable(field));
    }
}

void ReleaseTest::aFolderWithOtherFilesIsLeftAlone()
{
    m_work->putPicture("a.png", 50);
    m_work->work("a.png");
    QDir().mkpath(out());
    QFile file(out() + "/thesis.txt");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(run(order()).error().code, ErrorCode::Exists);
    QCOMPARE(namesOf(contentsOf(out())), QStringList{"thesis.txt"});
}

void ReleaseTest::theKeyStaysOutOfTheRelease()
{
    m_work->putPicture("a.png", 50);
    m_work->work("a.png");
    ReleaseOrder inside = order();
    inside.key = inside.folder / "key.json";
    QCOMPARE(run(inside).error().code, ErrorCode::BadArgument);
    ReleaseOrder chosen = order();
    chosen.key = out("my key.json").toStdString();
    QCOMPARE(run(chosen)->key, chosen.key);
    QVERIFY(QFile::exists(out("my key.json")));
    QVERIFY(!QFile::exists(m_work->path("annotations.key.json")));
}

void ReleaseTest::nothingToExportIsSaid()
{
    QCOMPARE(run(order()).error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(m_work->path("annotations.limn"))); // asking makes none
    m_work->putPicture("a.png", 50);
    m_work->work("a.png", ImageStatus::Edited);
    QCOMPARE(run(order()).error().code, ErrorCode::NotFound);
    m_work->work("a.png");
    QVERIFY(QFile::remove(m_work->path("a.png")));
    const auto summary = run(order());
    QVERIFY(summary);
    QCOMPARE(summary->images, 0);
    QVERIFY(!QFile::exists(out() + "/manifest.json"));
}

void ReleaseTest::burnedInWordsAreCountedOrLeftOut()
{
    PlantedDicom said, unknown;
    said.burnedIn = "YES";
    unknown.number = 2;
    unknown.modality = "US";
    m_work->put("a.dcm", said.bytes());
    m_work->put("b.dcm", unknown.bytes());
    m_work->work("a.dcm");
    m_work->work("b.dcm");
    const auto all = run(order("all"));
    QCOMPARE(all->images, 2);
    QCOMPARE(all->warnings.at("burned-in-yes"), 1);
    QCOMPARE(all->warnings.at("burned-in-unknown"), 1);
    QVERIFY(contentsOf(out("all")).at("README.md").contains("words are burned into the picture"));
    ReleaseOrder fewer = order("fewer");
    fewer.leavesOutBurnedIn = true;
    const auto some = run(fewer);
    QCOMPARE(some->images, 1);
    QCOMPARE(some->skipped.at(0).why.code, ErrorCode::BadData);
}

QTEST_GUILESS_MAIN(ReleaseTest)
#include "release_test.moc"
