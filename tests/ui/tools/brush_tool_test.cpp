// Brushes on a real picture: tips, sizes, pressure, values, and the rules that every tool keeps to.
#include "tests/ui/tools/tool_bench.h"
#include "ui/tools/brush_tool.h"
#include "ui/tools/shape_tool.h"

#include <numbers>

namespace limn {

class BrushToolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thresholdBrushPaintsWhatIsLikeItsFirstPixel()
    {
        ToolBench bench;
        BrushTool tool(bench.context, BrushKind::Threshold);
        const Slice& slice = *bench.session.volume()->slices.front();
        bench.context.settings.brushSize = 120;
        bench.context.settings.tolerance = 5;
        const int x = slice.size.width / 2, y = slice.size.height / 2;
        const std::size_t pixel =
            static_cast<std::size_t>(y) * static_cast<std::size_t>(slice.size.width)
            + static_cast<std::size_t>(x);
        bench.click(tool, {x + 0.5, y + 0.5});
        const float reach = static_cast<float>(0.05 * bench.session.window().width);
        for (int row = 0; row < slice.size.height; ++row)
            for (int column = 0; column < slice.size.width; ++column) {
                const double away = std::hypot(column - x, row - y);
                const std::size_t at =
                    static_cast<std::size_t>(row) * static_cast<std::size_t>(slice.size.width)
                    + static_cast<std::size_t>(column);
                const bool isLike = std::abs(slice.values[at] - slice.values[pixel]) <= reach;
                QCOMPARE(bench.at(column, row) == 1, away <= 60 && isLike);
            }
    }

    void squareBrushCoversWholePixels_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 3, 8, 15})
            QTest::addRow("%d", size) << size;
    }
    void squareBrushCoversWholePixels()
    {
        QFETCH(const int, size);
        ToolBench bench;
        BrushTool tool(bench.context, BrushKind::Paint);
        bench.context.settings.brushSize = size;
        bench.context.settings.tip = BrushTip::Square;
        bench.click(tool, {70.3, 50.8});
        QCOMPARE(bench.count(1), static_cast<std::size_t>(size * size));
        bench.drag(tool, {{20.2, 20.2}, {60.2, 20.2}}, true);
        bench.drag(tool, {{20.2, 100.2}, {60.2, 100.2}});
        QCOMPARE(bench.count(1), static_cast<std::size_t>(size * size + size * (40 + size)));
    }

    void penPressureMakesTheBrushSmaller()
    {
        ToolBench bench;
        BrushTool tool(bench.context, BrushKind::Paint);
        bench.context.settings.brushSize = 40;
        tool.press({100, 100, false, 0.5});
        tool.release({100, 100, false, 0.5});
        QVERIFY(std::abs(static_cast<double>(bench.count(1)) - std::numbers::pi * 100) < 16);
        bench.context.settings.hasPressure = false;
        tool.press({100, 100, false, 0.5});
        tool.release({100, 100, false, 0.5});
        QVERIFY(std::abs(static_cast<double>(bench.count(1)) - std::numbers::pi * 400) < 30);
    }

    void brushInScreenPixelsFollowsTheZoom()
    {
        ToolBench bench;
        bench.context.settings.brushSize = 40;
        bench.context.settings.sizeUnit = SizeUnit::Screen;
        bench.context.scale = [] { return 4.0; };
        QCOMPARE(brushAcross(bench.context), 10.0);
    }

    void rulesKeepEveryToolWhereTheySay()
    {
        ToolBench bench;
        ShapeTool shape(bench.context);
        BrushTool brush(bench.context, BrushKind::Paint);
        const Slice& slice = *bench.session.volume()->slices.front();
        bench.context.settings.rules.hasRange = true;
        bench.context.settings.rules.lowest = 100;
        bench.context.settings.rules.highest = 160;
        bench.drag(shape, {{0, 0}, {2000, 2000}});
        for (std::size_t i = 0; i < slice.values.size(); ++i)
            QCOMPARE(bench.session.labels().values[i] == 1,
                     slice.values[i] >= 100 && slice.values[i] <= 160);
        bench.context.settings.rules = {};
        bench.context.settings.rules.hasLabel = true;
        bench.context.settings.rules.insideLabel = 1;
        const LabelMap before = bench.session.labels();
        bench.session.setCurrentLabel(2);
        bench.context.settings.brushSize = 100;
        bench.drag(brush, {{50, 50}, {250, 200}});
        for (std::size_t i = 0; i < before.values.size(); ++i)
            QVERIFY(bench.session.labels().values[i] == before.values[i] || before.values[i] == 1);
        QVERIFY(bench.count(2) > 0);
        bench.context.settings.rules = {};
        bench.context.settings.rules.hasProbability = true; // but no model has run
        const std::size_t count = bench.count(2);
        QStringList told;
        bench.context.told = [&told](const QString& sentence) { told << sentence; };
        bench.drag(brush, {{50, 50}, {250, 200}});
        QCOMPARE(bench.count(2), count);
        QVERIFY(told.size() == 1 && told[0].contains(QStringLiteral("two")));
    }

    void givingBackLeavesThePixelsToTheModel()
    {
        ToolBench bench;
        ShapeTool shape(bench.context);
        BrushTool back(bench.context, BrushKind::GiveBack);
        bench.context.settings.brushSize = 20;
        bench.drag(shape, {{20, 20}, {90, 90}});
        bench.drag(back, {{50, 50}, {60, 50}});
        QCOMPARE(bench.session.human().at(0, 55, 50), untouched);
        QCOMPARE(bench.session.human().at(0, 25, 25), Label{1});
        QCOMPARE(bench.session.undoStack().count(), 2);
        const PixelRegion decided = decidedRegion(bench.session.human().slice(0),
                                                  bench.session.human().size, 25, 25);
        QCOMPARE(decided.count(), bench.count(1));
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::BrushToolTest)
#include "brush_tool_test.moc"
