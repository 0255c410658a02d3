// What goes into a work file comes out of it, also after it was closed and opened again.
#include "io/work/work_file.h"
#include "model/data/compose.h"
#include "tests/io/work/opened_file.h"
#include "tests/io/work/studies.h"

using namespace limn;

class WorkFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void strokesAndUndosGiveTheLayerBackAfterReopening_data();
    void strokesAndUndosGiveTheLayerBackAfterReopening();
    void theLayerSurvivesSnapshotsAndTheHistoryIsBounded();
    void everythingButTheLayerComesBack();
    void aStrokeMakesAnImageEditedAtOnce();
    void theRestoredMapComposesToTheSameMask();
    void aNewThresholdComposesLikeTheMapBeforeRounding();
    void composedLabelsAreThoseThatWereAccepted();
    void statusesAreListedByPath();
    void whereAPersonLookedAndTheDoubtComeBack();
    void aChangedImageIsToldAndItsWorkIsKept();
    void workOnAnotherContentCanBeAdopted();
    void aStrokeOutsideTheImageIsRefused();
};

void WorkFileTest::strokesAndUndosGiveTheLayerBackAfterReopening_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 8; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void WorkFileTest::strokesAndUndosGiveTheLayerBackAfterReopening()
{
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    HumanLayer layer = untouchedLayer(key.size, key.sliceCount);
    std::vector<Stroke> undos;
    auto file = opened(folder);
    for (int i = 0; i < 60; ++i) {
        const bool isUndo = !undos.empty() && upTo(random, 2) == 0;
        const Stroke stroke = isUndo ? undos.back() : randomStroke(random, key);
        const Stroke back = applied(stroke, layer);
        if (isUndo)
            undos.pop_back();
        else
            undos.push_back(back);
        QVERIFY(file->images()->addStroke(key, stroke));
        if (upTo(random, 9) == 0)
            QVERIFY(file->images()->refreshSnapshot(key));
        if (upTo(random, 9) == 0) {
            file.reset();
            file = opened(folder);
        }
        if (i % 10 == 0)
            QVERIFY(stateOf(*file, key).human.values == layer.values);
    }
    file.reset();
    QVERIFY(stateOf(*opened(folder), key).human.values == layer.values);
}

void WorkFileTest::theLayerSurvivesSnapshotsAndTheHistoryIsBounded()
{
    std::mt19937 random(3);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png", {16, 16}, 1);
    HumanLayer layer = untouchedLayer(key.size, key.sliceCount);
    auto file = opened(folder);
    for (int i = 0; i < 250; ++i) {
        const Stroke stroke = randomStroke(random, key);
        applied(stroke, layer);
        QVERIFY(file->images()->addStroke(key, stroke));
        if (i % 50 == 49)
            QVERIFY(file->images()->refreshSnapshot(key));
    }
    const auto path = file->file();
    file.reset();
    {
        auto database = Database::open(path, Access::ReadOnly, Logging::Rollback);
        QVERIFY(database);
        QCOMPARE((*database)->number("SELECT COUNT(*) FROM journal").value_or(0), 200);
        QCOMPARE((*database)->number("SELECT COUNT(*) FROM human").value_or(0), 3);
        QCOMPARE((*database)
                     ->number("SELECT COUNT(*) FROM journal WHERE length(before) = 0")
                     .value_or(-1),
                 0);
    }
    QVERIFY(stateOf(*opened(folder), key).human.values == layer.values);
}

void WorkFileTest::everythingButTheLayerComesBack()
{
    std::mt19937 random(1);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("ordner/\xC3\xA4.png");
    const RunFacts run{"lungs", "Lungs, chest X-ray", "abc", 10, 0xFFFFFFFFFFFFFFFFU, "ancestral",
                       "cuda:0"};
    StateUpdate update{tableOf({"left", "right \"quoted\" \xE8\x82\xBA"}),
                       0.35,
                       7,
                       ImageStatus::Accepted,
                       12.5,
                       {}};
    update.labels.rows[1].isLocked = true;
    update.labels.rows[1].isVisible = false;
    update.labels.rows[0].opacity = 0.25;
    update.maps[1] = {randomMap(random, key.size, 3), run};
    QVERIFY(opened(folder)->images()->writeState(key, update));
    const StudyState state = stateOf(*opened(folder), key);
    QCOMPARE(state.labels, update.labels);
    QCOMPARE(state.threshold, 0.35);
    QCOMPARE(state.baseStep, 7);
    QCOMPARE(state.status, ImageStatus::Accepted);
    QCOMPARE(state.secondsSpent, 12.5);
    QCOMPARE(state.runs.at(1), run);
    QVERIFY(state.baseMaps.at(0).isEmpty());
    QCOMPARE(state.baseMaps.at(1).size, key.size);
    QCOMPARE(state.baseMaps.at(1).classes, 3);
    QCOMPARE(state.human.values, untouchedLayer(key.size, key.sliceCount).values);

    update.maps.clear(); // keeps the map that is there
    update.secondsSpent = 13;
    QVERIFY(opened(folder)->images()->writeState(key, update));
    QCOMPARE(stateOf(*opened(folder), key).baseMaps.at(1).values, state.baseMaps.at(1).values);
    QCOMPARE(stateOf(*opened(folder), key).secondsSpent, 13.0);
}

void WorkFileTest::aStrokeMakesAnImageEditedAtOnce()
{
    std::mt19937 random(1);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    const auto file = opened(folder);
    QVERIFY(file->images()->addStroke(key, randomStroke(random, key)));
    QCOMPARE(stateOf(*file, key).status, ImageStatus::Edited);
}

namespace {

std::vector<Label> maskOf(const ProbabilityMap& map, double tau)
{
    const std::vector<Label> human(map.size.area(), untouched);
    std::vector<Label> labels(map.size.area());
    composeInto(labels, human, map, tau, map.size, wholeOf(map.size));
    return labels;
}

} // namespace

void WorkFileTest::theRestoredMapComposesToTheSameMask()
{
    std::mt19937 random(5);
    const QTemporaryDir folder;
    const auto file = opened(folder);
    for (int classes = 2; classes <= 4; ++classes)
        for (const double tau : {0.1, 0.5, 0.777}) {
            const ImageKey key =
                keyOf(std::to_string(classes) + " " + std::to_string(tau), {200, 150}, 1);
            StateUpdate update;
            update.threshold = tau;
            update.maps[0] = {randomMap(random, key.size, classes), {}};
            QVERIFY(file->images()->writeState(key, update));
            const ProbabilityMap restored = stateOf(*file, key).baseMaps.at(0);
            QCOMPARE(maskOf(restored, tau), maskOf(*update.maps[0].map, tau));
        }
}

void WorkFileTest::aNewThresholdComposesLikeTheMapBeforeRounding()
{
    std::mt19937 random(6);
    const QTemporaryDir folder;
    const auto file = opened(folder);
    const ImageKey key = keyOf("a.png", {200, 150}, 1);
    StateUpdate update;
    update.maps[0] = {randomMap(random, key.size, 2), {}};
    QVERIFY(file->images()->writeState(key, update));
    const std::vector<Label> expected = maskOf(*update.maps[0].map, 0.3);
    update.threshold = 0.3;
    update.maps.clear();
    QVERIFY(file->images()->writeState(key, update));
    QCOMPARE(maskOf(stateOf(*file, key).baseMaps.at(0), 0.3), expected);
}

void WorkFileTest::composedLabelsAreThoseThatWereAccepted()
{
    std::mt19937 random(7);
    const QTemporaryDir folder;
    auto file = opened(folder);
    const ImageKey key = keyOf("a.png", {60, 50}, 2);
    StateUpdate update;
    update.threshold = 0.4;
    update.status = ImageStatus::Accepted;
    update.maps[0] = {randomMap(random, key.size, 3), {}};
    const Stroke stroke{1, {3, 4, 5, 6}, std::vector<Label>(30, 2), EditKind::Edit};
    QVERIFY(file->images()->addStroke(key, stroke));
    QVERIFY(file->images()->writeState(key, update));
    LabelMap expected = emptyLabelMap(key.size, 2);
    std::ranges::copy(maskOf(*update.maps[0].map, 0.4), expected.slice(0).begin());
    putInto(expected.slice(1), key.size, stroke.box, stroke.bytes);
    QCOMPARE(file->images()->composedLabels("a.png")->values, expected.values);

    // Edited again: neither the old composition nor that of another slice may come back.
    const Stroke later{0, {0, 0, 60, 1}, std::vector<Label>(60, 1), EditKind::Edit};
    QVERIFY(file->images()->addStroke(key, later));
    putInto(expected.slice(0), key.size, later.box, later.bytes);
    QCOMPARE(file->images()->composedLabels("a.png")->values, expected.values);
    QVERIFY(file->images()->refreshSnapshot(key));
    file.reset();
    QCOMPARE(opened(folder)->images()->composedLabels("a.png")->values, expected.values);
    QCOMPARE(opened(folder)->images()->composedLabels("b.png").error().code, ErrorCode::NotFound);
}

void WorkFileTest::statusesAreListedByPath()
{
    const QTemporaryDir folder;
    const auto file = opened(folder);
    StateUpdate update;
    for (const auto& [path, status] :
         {std::pair{"b.png", ImageStatus::Accepted}, {"a.png", ImageStatus::Edited}}) {
        update.status = status;
        QVERIFY(file->images()->writeState(keyOf(path), update));
    }
    const auto all = file->images()->summaries();
    QVERIFY(all);
    QCOMPARE(all->size(), std::size_t{2});
    QCOMPARE(all->at(0).path, std::string("a.png"));
    QCOMPARE(all->at(0).status, ImageStatus::Edited);
    QCOMPARE(all->at(1).status, ImageStatus::Accepted);
}

void WorkFileTest::whereAPersonLookedAndTheDoubtComeBack()
{
    std::mt19937 random(8);
    const QTemporaryDir folder;
    const ImageKey key = keyOf("a.png");
    StateUpdate update;
    update.maps[1] = {randomMap(random, key.size, 2), {}};
    update.looks = {SliceLook{}, SliceLook{0.25, {{{1, 2, 3, 4}, true}, {{5, 6, 7, 8}, false}}}};
    QVERIFY(opened(folder)->images()->writeState(key, update));
    QCOMPARE(stateOf(*opened(folder), key).looks, update.looks);
    QCOMPARE(opened(folder)->images()->summaries()->at(0).doubt, 0.25);
    const auto kept = update.looks;
    update.looks.clear(); // keeps those that are there
    update.threshold = 0.3;
    QVERIFY(opened(folder)->images()->writeState(key, update));
    QCOMPARE(stateOf(*opened(folder), key).looks, kept);

    ImageKey another = key;
    another.contentHash = "another";
    QVERIFY(opened(folder)->images()->adopt(another));
    QCOMPARE(stateOf(*opened(folder), another).looks, kept);
    update.looks = {SliceLook{}};
    QCOMPARE(opened(folder)->images()->writeState(key, update).error().code,
             ErrorCode::BadArgument);
}

void WorkFileTest::aChangedImageIsToldAndItsWorkIsKept()
{
    std::mt19937 random(2);
    const QTemporaryDir folder;
    const ImageKey before = keyOf("a.png");
    ImageKey after = before;
    after.contentHash = "another";
    HumanLayer layer = untouchedLayer(before.size, before.sliceCount);
    const Stroke stroke = randomStroke(random, before);
    applied(stroke, layer);
    auto file = opened(folder);
    QVERIFY(file->images()->addStroke(before, stroke));
    const auto kept = file->images()->read(after);
    QVERIFY(kept && !kept->state && kept->stateOfOtherContent);
    QVERIFY(kept->stateOfOtherContent->human.values == layer.values);

    QVERIFY(
        file->images()->addStroke(after, randomStroke(random, after))); // work on the new content
    QVERIFY(!file->images()->read(after)->stateOfOtherContent);
    QVERIFY(stateOf(*file, before).human.values == layer.values);
}

void WorkFileTest::workOnAnotherContentCanBeAdopted()
{
    std::mt19937 random(2);
    const QTemporaryDir folder;
    const ImageKey before = keyOf("a.png");
    ImageKey after = before;
    after.contentHash = "another";
    ImageKey larger = after;
    larger.size.width = 41;
    HumanLayer layer = untouchedLayer(before.size, before.sliceCount);
    auto file = opened(folder);
    for (int i = 0; i < 5; ++i) {
        const Stroke stroke = randomStroke(random, before);
        applied(stroke, layer);
        QVERIFY(file->images()->addStroke(before, stroke));
    }
    StateUpdate update;
    update.status = ImageStatus::Accepted;
    update.threshold = 0.25;
    update.maps[0] = {randomMap(random, before.size, 2), {}};
    QVERIFY(file->images()->writeState(before, update));
    QVERIFY(!file->images()->adopt(larger));
    QVERIFY(file->images()->adopt(after));
    QVERIFY(!file->images()->adopt(after));
    const StudyState adopted = stateOf(*file, after);
    QVERIFY(adopted.human.values == layer.values);
    QCOMPARE(adopted.threshold, 0.25);
    QCOMPARE(adopted.status, ImageStatus::Edited); // nobody has accepted it on this content
    QCOMPARE(adopted.baseMaps.at(0).values, stateOf(*file, before).baseMaps.at(0).values);

    const Stroke stroke = randomStroke(random, after);
    QVERIFY(file->images()->addStroke(after, stroke));
    QVERIFY(stateOf(*file, before).human.values == layer.values);
    applied(stroke, layer);
    QVERIFY(stateOf(*file, after).human.values == layer.values);
}

void WorkFileTest::aStrokeOutsideTheImageIsRefused()
{
    const QTemporaryDir folder;
    const auto file = opened(folder);
    const ImageKey key = keyOf("a.png", {8, 8}, 1);
    for (const Stroke& stroke : {Stroke{0, {7, 0, 2, 1}, {1, 1}, EditKind::Edit},
                                 {1, {0, 0, 1, 1}, {1}, EditKind::Edit},
                                 {0, {0, 0, 2, 2}, {1}, EditKind::Edit},
                                 {0, {0, 0, 0, 0}, {}, EditKind::Edit}})
        QCOMPARE(file->images()->addStroke(key, stroke).error().code, ErrorCode::BadArgument);
    QVERIFY(!file->images()->read(key)->state);
}

QTEST_GUILESS_MAIN(WorkFileTest)
#include "work_file_test.moc"
