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
    card.channels = channelsOf(input);
    return card;
}

} // namespace

class ModelInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neighboursEndWithTheirStack()
    {
        Volume volume;
        volume.slices.resize(6);
        QVERIFY(!neighboursOf(volume, 0).before);
        QCOMPARE(neighboursOf(volume, 0).after, 1);
        QCOMPARE(neighboursOf(volume, 3).before, 2);
        QVERIFY(!neighboursOf(volume, 5).after);
        volume.stackSlices = 3; // two volumes, one after the other
        QVERIFY(!neighboursOf(volume, 2).after);
        QVERIFY(!neighboursOf(volume, 3).before);
        QCOMPARE(neighboursOf(volume, 4).after, 5);
        volume.timesMs.resize(6); // a cine: what is next lies at the same place
        QVERIFY(!neighboursOf(volume, 4).before && !neighboursOf(volume, 4).after);
    }

    void putsNeighboursBesideEachPixel()
    {
        const auto input = inputOf(slice({3, 4}), slice({1, 2}), slice({5, 6}),
                                   card(InputKind::Neighbours));
        QVERIFY(input);
        QCOMPARE((*input)->channels, 3);
        QCOMPARE((*input)->values, (std::vector<float>{1, 3, 5, 2, 4, 6}));
        const auto atEnd = inputOf(slice({3, 4}), nullptr, nullptr, card(InputKind::Neighbours));
        QCOMPARE((*atEnd)->values, (std::vector<float>{3, 3, 3, 4, 4, 4}));
        const auto grey = inputOf(slice({7, 7, 7}, 3), nullptr, slice({1}),
                                  card(InputKind::Neighbours));
        QCOMPARE((*grey)->values, (std::vector<float>{7, 7, 1}));
        const auto colour = inputOf(slice({7, 8, 7}, 3), nullptr, nullptr,
                                    card(InputKind::Neighbours));
        QVERIFY(!colour && colour.error().code == ErrorCode::ChannelsMismatch);
    }

    void leavesNeighboursOutForOtherModels()
    {
        const SlicePtr own = slice({3, 4});
        QCOMPARE(*inputOf(own, slice({1, 2}), nullptr, card(InputKind::Grey)), own);
        QCOMPARE((*inputOf(own, slice({1, 2}), nullptr, card(InputKind::Colour)))->values,
                 (std::vector<float>{3, 3, 3, 4, 4, 4}));
        QCOMPARE((*inputOf(slice({5, 5, 5}, 3), nullptr, nullptr, card(InputKind::Grey)))->values,
                 (std::vector<float>{5}));
        QVERIFY(inputOf(slice({5, 6, 5}, 3), nullptr, nullptr, card(InputKind::Grey)).error().code
                == ErrorCode::ChannelsMismatch);
    }
};

QTEST_GUILESS_MAIN(ModelInputTest)
#include "model_input_test.moc"
