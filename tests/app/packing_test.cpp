// limn pack: what the set holds, and that bad data is refused before anything is written.
#include "app/packing.h"
#include "model/files/safetensors.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace limn;

namespace {

namespace fs = std::filesystem;

// Pictures of 2 x 1, by name, in place of files with content.
struct MadeFolder {
    QTemporaryDir folder;
    std::map<std::string, std::vector<float>> pictures;
    std::map<std::string, std::vector<std::int32_t>> masks;
    int maskWidth = 2;
    bool areInstances = false;
    std::optional<InputKind> input;
    int stackSlices = 0; // of each volume in a .nii
    Calibration calibration = Calibration::None;
    Geometry maskGeometry;

    void add(const std::string& image, std::vector<float> values, const std::string& mask,
             std::vector<std::int32_t> labels)
    {
        touch("images/" + image);
        pictures[image] = std::move(values);
        if (mask.empty())
            return;
        touch("masks/" + mask);
        masks[mask] = std::move(labels);
    }
    void touch(const std::string& name) const
    {
        const QString path = folder.filePath(QString::fromStdString(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    fs::path out() const { return fs::path(folder.path().toStdString()) / "set.safetensors"; }

    Result<PackSummary> pack(const std::vector<std::string>& classes = {},
                             const PatientRule& patients = {}) const
    {
        PackOptions options;
        options.folder = folder.path().toStdString();
        options.out = out();
        options.classes = classes;
        options.patients = patients;
        options.areInstances = areInstances;
        options.input = input;
        return packFolder(
            options,
            [this](const fs::path& path) -> Result<VolumePtr> {
                const std::vector<float>& values = pictures.at(path.filename().string());
                auto volume = std::make_shared<Volume>();
                volume->size = {2, 1};
                volume->geometry.calibration = calibration;
                volume->geometry.rowSpacingMm = 0.5;
                if (path.extension() == ".nii") { // a stack of grey slices
                    volume->stackSlices = stackSlices;
                    for (std::size_t i = 0; i + 1 < values.size(); i += 2)
                        volume->slices.push_back(std::make_shared<const Slice>(
                            Slice{{2, 1}, 1, {values[i], values[i + 1]}, {}}));
                    for (std::size_t i = 0; i < volume->slices.size(); ++i)
                        volume->geometry.sliceOriginsMm.push_back({0, 0, 4.0 * static_cast<double>(i)});
                    return volume;
                }
                const int channels = static_cast<int>(values.size()) / 2;
                volume->slices = {
                    std::make_shared<const Slice>(Slice{{2, 1}, channels, values, {}})};
                return volume;
            },
            [this](const fs::path& path, int slice) -> Result<StoredFrame> {
                const auto& labels = masks.at(path.filename().string());
                const auto begin = labels.begin() + 2 * slice;
                return StoredFrame{{maskWidth, 1},
                                   1,
                                   {begin, begin + 2},
                                   static_cast<int>(labels.size()) / 2,
                                   maskGeometry};
            },
            [](int, int, const std::string&) {});
    }

    QString refusal(const std::vector<std::string>& classes = {}) const
    {
        const auto result = pack(classes);
        if (result || result.error().code != ErrorCode::BadData || fs::exists(out()))
            return QStringLiteral("was not refused");
        return QString::fromStdString(result.error().subject + ": " + result.error().detail);
    }
};

std::vector<int> valuesOf(const TensorView& tensor)
{
    std::vector<int> values;
    for (const std::byte byte : tensor.bytes)
        values.push_back(std::to_integer<int>(byte));
    return values;
}

} // namespace

class PackingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesPicturesMasksAndFacts()
    {
        MadeFolder made;
        made.add("p1_a.png", {0, 255}, "p1_a.png", {0, 1});
        made.add("p1_b.png", {7, 8}, "p1_b_mask.tif", {2, 0});
        made.touch("masks/alone.png");
        made.calibration = Calibration::Patient;
        const auto summary = made.pack({"lung", "heart"}, PatientRule::byPattern("^p\\d").value());
        QVERIFY2(summary, summary ? "" : summary.error().detail.c_str());
        QCOMPARE(summary->images, 2);
        QCOMPARE(summary->patients, 1);
        QCOMPARE(summary->masksWithoutImage, std::vector<std::string>{"alone"});
        const auto file = openSafetensors(made.out());
        QVERIFY(file);
        QCOMPARE(file->tensors.size(), std::size_t{4});
        QVERIFY(file->tensors.at("image/p1_a").type == TensorType::U8);
        QCOMPARE(file->tensors.at("image/p1_a").shape, (std::vector<std::int64_t>{1, 2, 1}));
        QCOMPARE(valuesOf(file->tensors.at("image/p1_a")), (std::vector<int>{0, 255}));
        QCOMPARE(valuesOf(file->tensors.at("mask/p1_b")), (std::vector<int>{2, 0}));
        const QJsonObject facts =
            QJsonDocument::fromJson(QByteArray::fromStdString(file->metadata.at("limn.pack")))
                .object();
        QCOMPARE(facts[u"version"].toInt(), 1);
        QCOMPARE(facts[u"classes"].toArray(),
                 (QJsonArray{QStringLiteral("lung"), QStringLiteral("heart")}));
        QCOMPARE(facts[u"images"][u"p1_b"][u"case"].toString(), QStringLiteral("p1"));
        QCOMPARE(facts[u"images"][u"p1_b"][u"spacingMm"].toArray(), (QJsonArray{0.5, 1.0}));
    }

    void keepsOneTypeThatHoldsEveryValueExactly()
    {
        MadeFolder made;
        made.add("a.png", {1, 2}, "a.png", {0, 255});
        made.add("b.png", {300, 65535}, "b.png", {0, 0});
        QVERIFY(made.pack());
        const auto wide = openSafetensors(made.out());
        QVERIFY(wide->tensors.at("image/a").type == TensorType::U16);
        QCOMPARE(valuesOf(wide->tensors.at("image/a")), (std::vector<int>{1, 0, 2, 0}));
        QCOMPARE(valuesOf(wide->tensors.at("image/b")), (std::vector<int>{44, 1, 255, 255}));
        fs::remove(made.out());
        made.pictures["b.png"] = {-1000.5f, 300};
        QVERIFY(made.pack());
        const auto floats = openSafetensors(made.out());
        QVERIFY(floats->tensors.at("image/a").type == TensorType::F32);
        QCOMPARE(valuesOf(floats->tensors.at("image/a")),
                 (std::vector<int>{0, 0, 128, 63, 0, 0, 0, 64}));
    }

    void takesNumberedObjectsAndGreyAmongColour()
    {
        MadeFolder made;
        made.add("a.png", {1, 2}, "a.png", {0, 300});
        made.add("b.png", {1, 2, 3, 4, 5, 6}, "b.png", {1, 2});
        made.areInstances = true;
        made.input = InputKind::Colour;
        QVERIFY(made.pack({"nucleus"}));
        const auto file = openSafetensors(made.out());
        QCOMPARE(valuesOf(file->tensors.at("image/a")), (std::vector<int>{1, 1, 1, 2, 2, 2}));
        QCOMPARE(valuesOf(file->tensors.at("mask/a")), (std::vector<int>{0, 1}));
        QCOMPARE(valuesOf(file->tensors.at("mask/b")), (std::vector<int>{1, 1}));
    }

    void refusesBadDataByName()
    {
        MadeFolder made;
        made.add("a.png", {1, 2}, "a.png", {0, 1});
        QCOMPARE(made.refusal({"lung", "heart"}),
                 QStringLiteral("heart: no pixel of this class in any mask"));
        made.maskWidth = 3;
        QCOMPARE(made.refusal(), QStringLiteral("a: image and mask differ in size"));
        made.maskWidth = 2;
        made.add("b.png", {1, 2}, "b.png", {0, 2});
        QCOMPARE(made.refusal({"lung"}), QStringLiteral("b: label 2, but there are 1 classes"));
        made.pictures["b.png"] = {1, NAN};
        QCOMPARE(made.refusal(), QStringLiteral("b: a value that is not finite"));
        made.pictures["b.png"] = {1, 2, 3, 4, 5, 6};
        QCOMPARE(made.refusal(), QStringLiteral("b: grey and colour pictures in one set; --colour takes both"));
        made.add("c.png", {1, 2}, {}, {});
        QCOMPARE(made.refusal(), QStringLiteral("c: no mask for this image"));
        made.touch("images/a.tif");
        QCOMPARE(made.refusal(), QStringLiteral("a: two images of this name"));
    }

    void packsAStackSliceBySliceWithItsNeighbours()
    {
        MadeFolder made;
        made.add("v.nii", {1, 2, 3, 4, 5, 6}, "v.nii", {0, 1, 1, 1, 0, 0});
        made.calibration = Calibration::Patient;
        made.input = InputKind::Neighbours;
        const auto summary = made.pack();
        QVERIFY2(summary, summary ? "" : summary.error().detail.c_str());
        QCOMPARE(summary->images, 3);
        QCOMPARE(summary->volumes, 1);
        QCOMPARE(summary->patients, 1);
        QCOMPARE(summary->channels, 3);
        const auto file = openSafetensors(made.out());
        // At the ends the slice itself stands for the one that is not there.
        QCOMPARE(valuesOf(file->tensors.at("image/v_s001")), (std::vector<int>{1, 1, 3, 2, 2, 4}));
        QCOMPARE(valuesOf(file->tensors.at("image/v_s002")), (std::vector<int>{1, 3, 5, 2, 4, 6}));
        QCOMPARE(valuesOf(file->tensors.at("image/v_s003")), (std::vector<int>{3, 5, 5, 4, 6, 6}));
        QCOMPARE(valuesOf(file->tensors.at("mask/v_s002")), (std::vector<int>{1, 1}));
        const QJsonObject facts =
            QJsonDocument::fromJson(QByteArray::fromStdString(file->metadata.at("limn.pack")))
                .object();
        QCOMPARE(facts[u"input"].toString(), QStringLiteral("neighbours"));
        const QJsonObject slice = facts[u"images"][u"v_s003"].toObject();
        QCOMPARE(slice[u"case"].toString(), QStringLiteral("v"));
        QCOMPARE(slice[u"volume"].toString(), QStringLiteral("v"));
        QCOMPARE(slice[u"slice"].toInt(), 3);
        QCOMPARE(slice[u"sliceSpacingMm"].toDouble(), 4.0);
        fs::remove(made.out());
        made.input.reset();
        QCOMPARE(made.pack()->channels, 1);
        fs::remove(made.out());
        made.maskGeometry.sliceOriginsMm = {{0, 0, 0}, {0, 0, 4}, {0, 0, 9}};
        QCOMPARE(made.refusal(),
                 QStringLiteral("v: image and mask lie at different places of the patient"));
        made.masks["v.nii"] = {0, 1, 1, 1};
        QCOMPARE(made.refusal(), QStringLiteral("v: image and mask differ in size"));
    }

    void packsTheVolumesOfAFileAsContrasts()
    {
        MadeFolder made;
        made.add("v.nii", {1, 2, 3, 4, 5, 6, 7, 8}, "v.nii", {0, 1, 1, 0}); // 2 volumes of 2 slices
        made.stackSlices = 2;
        made.calibration = Calibration::Patient;
        made.input = InputKind::Contrasts;
        const auto summary = made.pack();
        QVERIFY2(summary, summary ? "" : summary.error().detail.c_str());
        QCOMPARE(summary->images, 2);
        QCOMPARE(summary->channels, 2);
        const auto file = openSafetensors(made.out());
        QCOMPARE(valuesOf(file->tensors.at("image/v_s001")), (std::vector<int>{1, 5, 2, 6}));
        QCOMPARE(valuesOf(file->tensors.at("image/v_s002")), (std::vector<int>{3, 7, 4, 8}));
        QCOMPARE(valuesOf(file->tensors.at("mask/v_s002")), (std::vector<int>{1, 0}));
        QVERIFY(file->metadata.at("limn.pack").find(R"("input":"contrasts")") != std::string::npos);
        fs::remove(made.out());
        made.add("w.nii", {1, 2, 3, 4, 5, 6}, "w.nii", {0, 1, 1, 0}); // 1.5 volumes: one is lost
        QCOMPARE(made.refusal(),
                 QStringLiteral("w: contrasts are 2 to 4 volumes of one file; this one has 1"));
        made.pictures["w.nii"] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        QCOMPARE(made.refusal(), QStringLiteral("w: another number of volumes than the others"));
        made.pictures["w.nii"] = {1, 2, 3, 4, 5, 6, 7, 8};
        made.masks["w.nii"] = {0, 1, 1, 0, 0, 1, 1, 0}; // one mask for each volume
        QVERIFY(made.pack());
        fs::remove(made.out());
        made.masks["w.nii"] = {0, 1, 1, 0, 0, 1, 1, 1};
        QCOMPARE(made.refusal(), QStringLiteral("w: the mask is not the same for all contrasts"));
        made.masks["w.nii"] = {0, 1};
        QCOMPARE(made.refusal(), QStringLiteral("w: image and mask differ in size"));
    }

    void doesNotOverwriteASet()
    {
        MadeFolder made;
        made.add("a.png", {1, 2}, "a.png", {0, 1});
        QVERIFY(made.pack());
        QVERIFY(made.pack().error().code == ErrorCode::Exists);
    }
};

QTEST_GUILESS_MAIN(PackingTest)
#include "packing_test.moc"
