// The polygon: built by clicks, its corners move until it is accepted, as one undo step.
#include "tests/ui/tools/tool_bench.h"
#include "ui/tools/pixel_region.h"
#include "ui/tools/polygon_tool.h"

using namespace limn;

class PolygonToolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void polygonIsBuiltByClicksAndItsCornersMove()
    {
        ToolBench bench;
        PolygonTool tool(bench.context);
        for (const Place corner : {Place{20, 20}, Place{120, 20}, Place{120, 100}, Place{60, 140}})
            bench.click(tool, corner);
        bench.drag(tool, {{60, 140}, {40, 110}, {20, 100}}); // the last corner is moved
        QVERIFY(tool.isBusy());
        QCOMPARE(bench.session.undoStack().count(), 0);
        tool.stepBack();
        bench.click(tool, {20, 100});
        bench.click(tool, {20.5, 20.5}); // the first corner: closed
        QVERIFY(tool.isBusy());
        QVERIFY(tool.stroke()->contains(60, 60));
        QCOMPARE(bench.session.undoStack().count(), 0);
        tool.finish();
        QVERIFY(!tool.isBusy());
        QCOMPARE(bench.session.undoStack().count(), 1);
        QCOMPARE(bench.count(1), std::size_t{100 * 80});
        bench.session.undoStack().undo();
        QCOMPARE(bench.count(1), std::size_t{0});
    }

    // What is seen of a closed one is what is painted, whichever way it is accepted; Escape drops it.
    void cornersOfAClosedPolygonMoveUntilItIsAccepted_data()
    {
        QTest::addColumn<int>("way");
        const QStringList ways{QStringLiteral("Enter"), QStringLiteral("another tool"),
                               QStringLiteral("another slice"), QStringLiteral("the next polygon"),
                               QStringLiteral("Escape")};
        for (int way = 0; way < ways.size(); ++way)
            QTest::addRow("%s", qPrintable(ways[way])) << way;
    }
    void cornersOfAClosedPolygonMoveUntilItIsAccepted()
    {
        QFETCH(int, way);
        ToolBench bench(QStringLiteral("ISIC_0012151.png"), 2);
        PolygonTool tool(bench.context);
        for (const Place corner : {Place{20, 20}, Place{120, 20}, Place{120, 100}, Place{20, 100}})
            bench.click(tool, corner);
        bench.click(tool, {20, 20});
        bench.drag(tool, {{120, 100}, {130, 130}, {140, 140}}); // a corner
        bench.drag(tool, {{20, 60}}, false, true); // Shift: into the side that closes it
        bench.drag(tool, {{20, 60}, {50, 60}});
        QCOMPARE(bench.session.undoStack().count(), 0);
        QCOMPARE(bench.count(1), std::size_t{0});
        const PixelRegion region = polygonRegion(
            std::vector<Place>{{20, 20}, {120, 20}, {140, 140}, {20, 100}, {50, 60}},
            bench.session.volume()->size);
        for (int y = 0; y < 180; ++y)
            for (int x = 0; x < 180; ++x)
                QCOMPARE(tool.stroke()->contains(x, y), region.contains(x, y));
        switch (way) {
        case 0: tool.finish(); break;
        case 1: tool.leave(); break;
        case 2:
            bench.session.setCurrentSlice(1);
            tool.leaveSlice();
            break;
        case 3: tool.press({170, 20}); break;
        default: tool.cancel();
        }
        QCOMPARE(bench.session.undoStack().count(), way == 4 ? 0 : 1);
        QCOMPARE(bench.count(1), way == 4 ? std::size_t{0} : region.count());
        QCOMPARE(bench.count(1, 1), std::size_t{0});
        QCOMPARE(tool.isBusy(), way == 3);
        QVERIFY(tool.stroke()->isEmpty());
    }

    void backspaceOpensAClosedPolygon()
    {
        ToolBench bench;
        PolygonTool tool(bench.context);
        for (const Place corner : {Place{20, 20}, Place{120, 20}, Place{120, 100}, Place{20, 20}})
            bench.click(tool, corner);
        tool.stepBack();
        QVERIFY(tool.stroke()->isEmpty());
        bench.click(tool, {20, 100});
        tool.finish();
        QCOMPARE(bench.count(1), std::size_t{100 * 80});
    }

    void cornerPutIntoASideAndDoubleClickCloses()
    {
        ToolBench bench;
        PolygonTool tool(bench.context);
        bench.click(tool, {20, 20});
        bench.click(tool, {120, 20});
        bench.drag(tool, {{70, 20}}, false, true); // Shift: into the side
        bench.drag(tool, {{70, 20}, {70, 60}});
        bench.click(tool, {120, 120});
        bench.click(tool, {20, 120});
        bench.click(tool, {20, 120}); // the second click of a double click
        tool.finish();
        QVERIFY(!tool.isBusy());
        QCOMPARE(bench.at(70, 50), background);
        QCOMPARE(bench.at(70, 70), Label{1});
        QCOMPARE(bench.at(30, 40), Label{1});
    }
};

QTEST_GUILESS_MAIN(PolygonToolTest)
#include "polygon_tool_test.moc"
