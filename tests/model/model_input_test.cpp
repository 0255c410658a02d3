// What a model is given of a slice.
#include "model/segmenter.h"

#include <QTest>

using namespace limn;

namespace {

SlicePtr slice(std::vector<float> values, int channels = 1)
{
    const int width = static_cast<int>(values.size()) / channels;
    return std::make_shared<const Slice>(Slice{{width, 1}, channels, std::move(values), {}});
}

ModelCard card(InputKind input)
{
    ModelCard card;
    card.input = input;
    card.channels = input == InputKind::Grey ? 1 : input == InputKind::Contrasts ? 2 : 3;
    return card;
}

} // namespace

class ModelInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neighboursEndWithTheirStack()
    {
        const ModelCard model = card(InputKind::Neighbours);
        const auto around = [&model](const Volume& volume, int index) {
            return inputSlices(volume, index, model);
        };
        Volume volume;
        volume.slices.resize(6);
        QCOMPARE(around(volume, 0), (std::vector{0, 0, 1}));
        QCOMPARE(around(volume, 3), (std::vector{2, 3, 4}));
        QCOMPARE(around(volume, 5), (std::vector{4, 5, 5}));
        volume.stackSlices = 3; // two volumes, one after the other
        QCOMPARE(around(volume, 2), (std::vector{1, 2, 2}));
        QCOMPARE(around(volume, 3), (std::vector{3, 3, 4}));
        QCOMPARE(around(volume, 4), (std::vector{3, 4, 5}));
        volume.timesMs.resize(6); // a cine: what is next lies at the same place
        QCOMPARE(around(volume, 4), (std::vector{4, 4, 4}));
    }

    void contrastsAreTheSamePlaceOfEachVolume()
    {
        Volume volume;
        volume.slices.resize(6);
        volume.stackSlices = 3;
        ModelCard model = card(InputKind::Contrasts);
        QCOMPARE(inputSlices(volume, 1, model), (std::vector{1, 4}));
        QCOMPARE(inputSlices(volume, 4, model), (std::vector{1, 4}));
        model.channels = 3; // but there are two
        QCOMPARE(inputSlices(volume, 4, model), std::vector{4});
        QVERIFY(inputOf({slice({1, 2})}, model).error().code == ErrorCode::ChannelsMismatch);
        model.channels = 2;
        QCOMPARE((*inputOf({slice({1, 2}), slice({3, 4})}, model))->values,
                 (std::vector<float>{1, 3, 2, 4}));
        QVERIFY(inputOf({slice({1, 2}), slice({3})}, model).error().code == ErrorCode::BadData);
        QVERIFY(inputOf({slice({1, 2, 3}, 3), slice({3})}, model).error().code
                == ErrorCode::ChannelsMismatch);
    }

    void putsNeighboursBesideEachPixel()
    {
        const ModelCard model = card(InputKind::Neighbours);
        const auto input = inputOf({slice({1, 2}), slice({3, 4}), slice({5, 6})}, model);
        QVERIFY(input);
        QCOMPARE((*input)->channels, 3);
        QCOMPARE((*input)->values, (std::vector<float>{1, 3, 5, 2, 4, 6}));
        const auto atEnd = inputOf({nullptr, slice({3, 4}), nullptr}, model);
        QCOMPARE((*atEnd)->values, (std::vector<float>{3, 3, 3, 4, 4, 4}));
        const auto grey = inputOf({nullptr, slice({7, 7, 7}, 3), slice({1})}, model);
        QCOMPARE((*grey)->values, (std::vector<float>{7, 7, 1}));
        const auto colour = inputOf({nullptr, slice({7, 8, 7}, 3), nullptr}, model);
        QVERIFY(!colour && colour.error().code == ErrorCode::ChannelsMismatch);
    }

    void givesOtherModelsTheSliceAlone()
    {
        const SlicePtr own = slice({3, 4});
        QCOMPARE(*inputOf({own}, card(InputKind::Grey)), own);
        QCOMPARE((*inputOf({own}, card(InputKind::Colour)))->values,
                 (std::vector<float>{3, 3, 3, 4, 4, 4}));
        QCOMPARE((*inputOf({slice({5, 5, 5}, 3)}, card(InputKind::Grey)))->values,
                 (std::vector<float>{5}));
        QVERIFY(inputOf({slice({5, 6, 5}, 3)}, card(InputKind::Grey)).error().code
                == ErrorCode::ChannelsMismatch);
    }
};

QTEST_GUILESS_MAIN(ModelInputTest)
#include "model_input_test.moc"
