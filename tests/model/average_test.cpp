// The mean of several models' weights, and what must not be averaged.
#include "model/diffusion/weights.h"
#include "model/files/model_card_reader.h"
#include "model/training/average.h"
#include "tests/model/packed_images.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class AverageTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char* name) const
    {
        return m_folder.filePath(name).toStdString();
    }

    // A network with weights of its own, and the card that a training would write.
    void write(const char* name, std::uint64_t seed, const std::string& more = {},
               const std::string& network = "tiny", const std::string& classes = "[\"lung\"]")
    {
        auto config = namedConfig(network, 1, 2);
        QVERIFY(config);
        const Model model(*config, seed, at::kCPU);
        const Metadata card{{"limn.card",
                             R"({"title": "Lungs", "channels": 1, "input": "grey",
                             "trainedSize": 32, "temperature": 1, "iterations": 7, "classes": )"
                                 + classes + more + "}"}};
        QVERIFY(writeModel(file(name), model, card, Precision::Single));
    }

    Result<void> averaged(const std::vector<const char*>& names, const char* output = "mean.st",
                          const char* set = "set.safetensors") const
    {
        AverageOptions options;
        options.set = file(set);
        options.output = file(output);
        options.validationIds = file("ids.txt");
        for (const char* const name : names)
            options.models.push_back(file(name));
        options.command = "limn-train average ...";
        return average(options);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto images = lungImages(4, 30, 48);
        if (images.empty())
            QSKIP("no ../shared/data/cxr_lungs");
        QVERIFY(pack(file("set.safetensors"), images, "[\"lung\"]"));
        QFile ids(m_folder.filePath("ids.txt"));
        QVERIFY(ids.open(QIODevice::WriteOnly));
        ids.write("image1\nimage3\n");
        write("a.safetensors", 1);
        write("b.safetensors", 2);
        write("c.safetensors", 3, R"(, "researchOnly": true)");
    }

    void everyTensorIsTheMean()
    {
        const auto done = averaged({"a.safetensors", "b.safetensors", "c.safetensors"});
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        const auto mean = loadModel(file("mean.st"), at::kCPU);
        QVERIFY(mean);
        std::vector<NamedTensors> parts;
        std::vector<std::unique_ptr<Model>> models;
        for (const char* const name : {"a.safetensors", "b.safetensors", "c.safetensors"}) {
            models.push_back(std::move(*loadModel(file(name), at::kCPU)));
            parts.push_back(models.back()->tensors());
        }
        const NamedTensors tensors = (*mean)->tensors();
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            const at::Tensor wanted =
                (parts[0][i].second + parts[1][i].second + parts[2][i].second) / 3;
            QVERIFY2(at::allclose(tensors[i].second, wanted, 1e-3, 1e-3), // stored as float16
                     tensors[i].first.c_str());
        }
    }

    void theCardIsTheFirstOnesWithItsOwnTemperatureAndTheStricterUse()
    {
        QVERIFY(averaged({"a.safetensors", "c.safetensors"}, "card.safetensors"));
        const auto card = readModelCard(file("card.safetensors"));
        QVERIFY(card);
        QCOMPARE(card->title, std::string("Lungs"));
        QVERIFY(card->isResearchOnly);
        QVERIFY(card->validationDice > 0);
        const auto header = openSafetensors(file("card.safetensors"));
        const std::string& text = header->metadata.at("limn.card");
        QVERIFY2(text.find("limn-train average") != std::string::npos, text.c_str());
        QVERIFY2(text.find("iterations") == std::string::npos, text.c_str());
    }

    void aSetOfOtherPicturesThanTheModelsIsRefused()
    {
        auto images = lungImages(4, 30, 48);
        for (auto& [picture, mask] : images)
            picture = picture.expand({-1, -1, 3}).contiguous();
        QVERIFY(pack(file("colour.safetensors"), images, "[\"lung\"]"));
        const auto refused =
            averaged({"a.safetensors", "b.safetensors"}, "none.safetensors", "colour.safetensors");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadData);
        QCOMPARE(refused.error().subject, std::string("colour.safetensors"));
    }

    void whatDoesNotFitTogetherIsRefusedByName()
    {
        write("wide.safetensors", 1, {}, "small");
        write("liver.safetensors", 1, {}, "tiny", "[\"liver\"]");
        for (const char* const other : {"wide.safetensors", "liver.safetensors"}) {
            const auto refused = averaged({"a.safetensors", other}, "none.safetensors");
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::BadArgument);
            QCOMPARE(refused.error().subject, std::string(other));
        }
        QCOMPARE(averaged({"a.safetensors"}, "none.safetensors").error().code,
                 ErrorCode::BadArgument);
        QCOMPARE(averaged({"a.safetensors", "absent.safetensors"}, "none.safetensors").error().code,
                 ErrorCode::NotFound);
        QVERIFY(!std::filesystem::exists(file("none.safetensors")));
    }
};

QTEST_GUILESS_MAIN(AverageTest)
#include "average_test.moc"
