// The displays of the table on maps whose values are known.
#include "tests/support/fake_segmenter.h"
#include "ui/figure/colour_map.h"
#include "ui/view/display_table.h"
#include "ui/view/iso_lines.h"
#include "ui/view/overlay_image.h"
#include "ui/view/overlay_painter.h"
#include "ui/view/overlay_panel.h"

#include <QAction>
#include <QComboBox>
#include <QPainter>
#include <QSet>
#include <QStandardItemModel>
#include <QtTest>

#include <cmath>

using namespace limn;

class DisplayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decidedAtStepIsTheLastChange();
    void differencesAreOfTheChosenStepsAndRuns();
    void eachDisplayHasItsOwnNameAndKey();
    void saysWhatARunLacks();
    void theChooserGreysWhatIsLacking();
    void theCoversFollowTheScale();
    void linesLieWhereTheProbabilityCrossesALevel();
};

namespace {

// One row of pixels; each list is the probability of the one label at a step.
StepPtr rowStep(int index, int count, const std::vector<float>& values)
{
    auto step = std::make_shared<Step>();
    step->index = index;
    step->count = count;
    step->posterior = {{static_cast<int>(values.size()), 1}, 2, {}};
    for (const float value : values)
        step->posterior.values.push_back(1 - value);
    step->posterior.values.insert(step->posterior.values.end(), values.begin(), values.end());
    return step;
}

void addRun(Session& session, const std::vector<std::vector<float>>& steps)
{
    session.beginRun(0, {}, {"disc"});
    for (std::size_t i = 0; i < steps.size(); ++i)
        session.addStep(0,
                        rowStep(static_cast<int>(i) + 1, static_cast<int>(steps.size()), steps[i]));
    session.endRun(0);
}

std::vector<float> shown(const Session& session, const OverlaySettings& settings)
{
    const int width = session.labels().size.width;
    std::vector<float> values(static_cast<std::size_t>(width), -9);
    OverlayPainter(session, settings, nullptr, 0, {0, 0, width, 1}).readValues(0, values);
    return values;
}

bool isNear(const std::vector<float>& one, const std::vector<float>& other)
{
    return std::ranges::equal(one, other, [](float a, float b) { return std::abs(a - b) < 1e-5F; });
}

} // namespace

void DisplayTest::decidedAtStepIsTheLastChange()
{
    Session session;
    session.open(fakeVolume({5, 1}), std::nullopt);
    // never in; in from the start; in at 2; in, out, in again at 4; out at 3
    addRun(session,
           {{0.1F, 0.9F, 0.2F, 0.8F, 0.7F},
            {0.2F, 0.8F, 0.6F, 0.3F, 0.7F},
            {0.1F, 0.9F, 0.7F, 0.4F, 0.1F},
            {0.3F, 0.9F, 0.9F, 0.6F, 0.2F}});
    OverlaySettings settings{.mode = OverlayMode::Decided};
    QVERIFY(isNear(shown(session, settings), {1, 1, 2, 4, 3}));
    session.setBaseStep(2); // which step is looked at does not matter
    QVERIFY(isNear(shown(session, settings), {1, 1, 2, 4, 3}));
    session.setThreshold(0.75); // what is decided depends on the threshold
    QVERIFY(isNear(shown(session, settings), {1, 1, 4, 2, 1}));
    const ValueRange range = shownRange(session, settings);
    QCOMPARE(range.low, 1.0);
    QCOMPARE(range.high, 4.0);
}

void DisplayTest::differencesAreOfTheChosenStepsAndRuns()
{
    Session session;
    session.open(fakeVolume({3, 1}), std::nullopt);
    addRun(session, {{0.1F, 0.5F, 0.9F}, {0.2F, 0.5F, 0.6F}, {0.4F, 0.5F, 0.1F}});
    OverlaySettings settings{.mode = OverlayMode::StepDifference, .stepA = 1, .stepB = 0};
    QVERIFY(isNear(shown(session, settings), {0.3F, 0, -0.8F}));
    session.setBaseStep(2);
    QVERIFY(isNear(shown(session, settings), {0.1F, 0, -0.3F}));
    settings.stepB = 3;
    settings.stepA = 2;
    QVERIFY(isNear(shown(session, settings), {0.2F, 0, -0.5F}));
    settings.stepA = 9; // not there
    QVERIFY(shown(session, settings)[0] == -9);

    settings.mode = OverlayMode::RunDifference;
    QVERIFY(!displayObstacle(settings.mode, session).isEmpty());
    addRun(session, {{0.4F, 0.9F, 0.1F}});
    QVERIFY(displayObstacle(settings.mode, session).isEmpty());
    QVERIFY(isNear(shown(session, settings), {0, 0.4F, 0}));
    addRun(session, {{0.4F, 0.8F, 0.1F}, {0.5F, 0.8F, 0.1F}});
    QVERIFY(isNear(shown(session, settings), {0.1F, -0.1F, 0}));
    session.open(fakeVolume({3, 1}), std::nullopt);
    QVERIFY(session.mapBefore().isEmpty());
}

void DisplayTest::eachDisplayHasItsOwnNameAndKey()
{
    QSet<QString> names, ids, keys;
    int withKey = 0;
    for (const limn::Display& display : displayTable()) {
        names << nameOf(display);
        ids << QLatin1String(display.id);
        QCOMPARE(displayNamed(QLatin1String(display.id)), std::optional(display.mode));
        QVERIFY(sentenceOf(display).endsWith(u'.'));
        if (*display.key != '\0') {
            ++withKey;
            keys << QLatin1String(display.key);
        }
    }
    const auto count = static_cast<qsizetype>(displayTable().size());
    QCOMPARE(names.size(), count);
    QCOMPARE(ids.size(), count);
    QCOMPARE(keys.size(), qsizetype{withKey});
    QVERIFY(!displayNamed(QStringLiteral("nothing")));
}

void DisplayTest::saysWhatARunLacks()
{
    Session session;
    QVERIFY(displayObstacle(OverlayMode::Entropy, session).contains(QStringLiteral("Open")));
    session.open(fakeVolume({32, 24}), std::nullopt);
    QVERIFY(displayObstacle(OverlayMode::Entropy, session).contains(QStringLiteral("Run")));
    QVERIFY(displayObstacle(OverlayMode::Mask, session).isEmpty());
    session.beginRun(0, {}, {"disc"});
    auto bare = std::make_shared<Step>(*fakeStep({32, 24}, 1, 2));
    bare->generative = {};
    session.addStep(0, bare);
    QVERIFY(displayObstacle(OverlayMode::Semantic, session).isEmpty());
    QVERIFY(
        displayObstacle(OverlayMode::Generative, session).contains(QStringLiteral("no such map")));
    QVERIFY(displayObstacle(OverlayMode::Decided, session).contains(QStringLiteral("two steps")));
    session.addStep(0, fakeStep({32, 24}, 2, 2));
    QVERIFY(displayObstacle(OverlayMode::Decided, session).isEmpty());
    QVERIFY(displayObstacle(OverlayMode::Votes, session).contains(QStringLiteral("two chains")));

    const StudyState kept = session.state();
    session.open(fakeVolume({32, 24}), kept);
    QVERIFY(displayObstacle(OverlayMode::Entropy, session).isEmpty()); // worked out from the map
    QVERIFY(displayObstacle(OverlayMode::State, session).contains(QStringLiteral("R shows")));
    const auto doubt = shown(session, {.mode = OverlayMode::Entropy});
    QVERIFY(std::ranges::all_of(doubt, [](float value) { return value >= 0 && value <= 1; }));
}

void DisplayTest::theChooserGreysWhatIsLacking()
{
    Session session;
    session.open(fakeVolume({32, 24}), std::nullopt);
    session.beginRun(0, {}, {"disc"});
    session.addStep(0, fakeStep({32, 24}, 1, 2));
    session.addStep(0, fakeStep({32, 24}, 2, 2));
    OverlayPanel panel(session);
    QComboBox* chooser = nullptr;
    for (auto* box : panel.findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("Display"))
            chooser = box;
    QVERIFY(chooser);
    auto* items = qobject_cast<QStandardItemModel*>(chooser->model());
    const auto itemOf = [&](OverlayMode mode) {
        return items->item(chooser->findData(static_cast<int>(mode)));
    };
    QVERIFY(itemOf(OverlayMode::Decided)->isEnabled());
    QVERIFY(!itemOf(OverlayMode::Votes)->isEnabled());
    QVERIFY(itemOf(OverlayMode::Votes)->toolTip().contains(QStringLiteral("two chains")));
    QSignalSpy changes(&panel, &OverlayPanel::changedByPerson);
    for (auto* action : panel.displayActions())
        if (action->shortcut() == QKeySequence(QStringLiteral("Alt+6")))
            action->trigger();
    QCOMPARE(changes.size(), 1);
    QVERIFY(changes.first().first().value<OverlaySettings>().mode == OverlayMode::Decided);
    QCOMPARE(chooser->currentText(), QStringLiteral("Decided at step"));
}

void DisplayTest::theCoversFollowTheScale()
{
    Session session;
    session.open(fakeVolume({3, 1}), std::nullopt);
    addRun(session, {{0, 0.5F, 1}, {0, 0.5F, 1}});
    const auto coloursOf = [&](const OverlaySettings& settings) {
        std::vector<QRgb> colours(3);
        OverlayPainter(session, settings, nullptr, 0, {0, 0, 3, 1}).paintRow(0, colours);
        return colours;
    };
    // Nothing differs: nothing covers the picture.
    for (const QRgb colour : coloursOf({.mode = OverlayMode::StepDifference, .opacity = 1}))
        QCOMPARE(qAlpha(colour), 0);
    const auto values = coloursOf({.mode = OverlayMode::OneLabel, .opacity = 1});
    QCOMPARE(values[0], colourOf(ColourMap::Cividis, 0));
    QCOMPARE(values[2], colourOf(ColourMap::Cividis, 1));
    const auto winner = coloursOf({.mode = OverlayMode::Winner, .opacity = 1});
    QCOMPARE(qAlpha(winner[0]), 0);
    QCOMPARE(qAlpha(winner[1]), 128);
    QCOMPARE(qAlpha(winner[2]), 255);
}

void DisplayTest::linesLieWhereTheProbabilityCrossesALevel()
{
    // p rises from 0 at the left to 1 at the right over 101 columns of a picture shown 4 to 1.
    const Size size{101, 8};
    std::vector<float> plane;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            plane.push_back(static_cast<float>(x) / 100);
    ViewTransform view;
    view.setViewport(QSizeF(404, 32), 1);
    view.setPicture(size, 1, 1);
    view.fit(QRectF(0, 0, 404, 32));
    QImage canvas(404, 32, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&canvas);
    const DeviceGrid grid = deviceGridOf(painter, view, size, canvas.rect(), 0);
    const QImage lines = isoLines(grid, view, plane, size, size, ColourMap::Viridis);
    std::vector<int> found;
    for (int x = 0; x < lines.width(); ++x)
        if (qAlpha(lines.pixel(x, 16)) == 255)
            found.push_back(x);
    QCOMPARE(found.size(), isoLevels.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const double expected = 4 * (100 * static_cast<double>(isoLevels[i]) + 0.5);
        QVERIFY2(std::abs(found[i] - expected) <= 1.5, qPrintable(QString::number(found[i])));
    }
}

QTEST_MAIN(DisplayTest)
#include "display_test.moc"
