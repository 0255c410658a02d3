// What the list of models says of each, and which pictures a model takes.
#include "ui/view/channel_fit.h"
#include "ui/view/run_controls.h"

#include <QComboBox>
#include <QStandardPaths>
#include <QTest>

using namespace limn;

class ModelListTest : public QObject {
    Q_OBJECT

    static ModelCard stacks()
    {
        ModelCard card;
        card.name = "heart";
        card.title = "Heart, MR";
        card.modality = "MR";
        card.input = InputKind::Neighbours;
        card.channels = 3;
        card.spacingMm = 1.25;
        card.isResearchOnly = true;
        card.licence = "CC BY-NC-SA 4.0";
        card.classes = {"cavity"};
        return card;
    }

    static const QComboBox* listOf(const RunControls& controls)
    {
        for (const auto* box : controls.findChildren<QComboBox*>())
            if (box->accessibleName() == QStringLiteral("Model"))
                return box;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void saysWhatAModelNeedsAndThatItIsForResearchOnly()
    {
        RunControls controls;
        ModelCard lungs;
        lungs.name = "lungs";
        lungs.title = "Lungs";
        controls.setModels({stacks(), lungs});
        const QComboBox* list = listOf(controls);
        QVERIFY(list);
        QCOMPARE(list->itemText(0), QStringLiteral("Heart, MR · research only"));
        QCOMPARE(list->itemText(1), QStringLiteral("Lungs"));
        controls.selectModel(QStringLiteral("heart"));
        const QString hint = list->toolTip();
        for (const char* const words :
             {"Research only", "MR", "stacks of grey slices", "1.25 mm a pixel", "CC BY-NC-SA 4.0"})
            QVERIFY2(hint.contains(QLatin1String(words)), qPrintable(hint));
        controls.selectModel(QStringLiteral("lungs"));
        QVERIFY(list->toolTip().contains(QStringLiteral("grey images")));
        QVERIFY(!list->toolTip().contains(QStringLiteral("Research only")));
    }

    void aColourPictureIsNoStackOfGreySlices()
    {
        const Slice colour{{1, 1}, 3, {1, 2, 3}, {}}, grey{{1, 1}, 1, {1}, {}},
            even{{1, 1}, 3, {2, 2, 2}, {}};
        Volume one;
        one.slices.resize(1);
        QVERIFY(!channelObstacle(one, colour, stacks()).isEmpty());
        QVERIFY(channelObstacle(one, grey, stacks()).isEmpty());
        QVERIFY(channelObstacle(one, even, stacks()).isEmpty());
        ModelCard skin;
        skin.channels = 3;
        skin.input = InputKind::Colour;
        QVERIFY(channelObstacle(one, colour, skin).isEmpty());
        QVERIFY(channelAdvice(one, colour, skin, {stacks(), skin}).isEmpty());
        skin.title = "Skin lesion";
        const QString advice = channelAdvice(one, colour, stacks(), {stacks(), skin});
        QVERIFY2(advice.contains(QStringLiteral("wants grey"))
                     && advice.endsWith(QStringLiteral("Models that take it: Skin lesion.")),
                 qPrintable(advice));
        QVERIFY(!channelAdvice(one, colour, stacks(), {stacks()}).contains(QStringLiteral("take")));
    }

    void contrastsWantAsManyVolumes()
    {
        ModelCard brain;
        brain.name = brain.title = "brain";
        brain.input = InputKind::Contrasts;
        brain.channels = 4;
        RunControls controls;
        controls.setModels({brain});
        QVERIFY(listOf(controls)->toolTip().contains(QStringLiteral("4 grey volumes")));
        const Slice grey{{1, 1}, 1, {1}, {}};
        Volume volume;
        volume.slices.resize(8);
        volume.stackSlices = 2;
        QVERIFY(channelObstacle(volume, grey, brain).isEmpty());
        volume.slices.resize(6);
        const QString words = channelObstacle(volume, grey, brain);
        QVERIFY2(words.contains(QStringLiteral("4 volumes"))
                     && words.contains(QStringLiteral("has 3")),
                 qPrintable(words));
    }
};

QTEST_MAIN(ModelListTest)
#include "model_list_test.moc"
