// Every tool on a real picture: what it changes, that it is one undo step, and that Escape, locks and
// rules leave the rest alone.
#include "tests/ui/tools/tool_bench.h"
#include "ui/tools/brush_tool.h"
#include "ui/tools/fill_tool.h"
#include "ui/tools/lasso_tool.h"
#include "ui/tools/look_tools.h"
#include "ui/tools/measure_tool.h"
#include "ui/tools/measures.h"
#include "ui/tools/move_tool.h"
#include "ui/tools/polygon_tool.h"
#include "ui/tools/shape_tool.h"
#include "ui/tools/toolbox.h"
#include "ui/tools/wand_tool.h"

#include <numbers>

namespace limn {
namespace {

const std::vector<Place> star{{100, 20}, {150, 160}, {30, 70}, {170, 70}, {50, 160}};

// The definition itself: a ray from the centre to the right crosses the outline an odd number of
// times.
bool isInside(const std::vector<Place>& corners, double x, double y)
{
    bool isIn = false;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Place a = corners[i], b = corners[(i + 1) % corners.size()];
        if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
            isIn = !isIn;
    }
    return isIn;
}

} // namespace

class ToolsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyToolHasItsOwnNameKeyAndPlaceInOrder()
    {
        QStringList names, keys;
        int place = 0;
        for (const ToolInfo& info : toolTable()) {
            names << QString::fromLatin1(info.name);
            keys << QString::fromLatin1(info.key);
            QVERIFY(info.place == place || info.place == place + 1);
            place = info.place;
            QVERIFY(!info.glyph().isEmpty());
        }
        QCOMPARE(names.removeDuplicates(), 0);
        QCOMPARE(keys.removeDuplicates(), 0);
        QCOMPARE(toolNamed("Brush"), 0);
        QCOMPARE(toolNamed("no such tool"), -1);
    }

    void polygonFillsThePixelsWhoseCentresLieInside()
    {
        const Size size{200, 180};
        const PixelRegion region = polygonRegion(star, size);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                QCOMPARE(region.contains(x, y), isInside(star, x + 0.5, y + 0.5));
        QVERIFY(!polygonRegion(std::vector<Place>{{-50, -50}, {900, -50}, {900, 900}, {-50, 900}}, size)
                     .contains(200, 0));
        QCOMPARE(
            polygonRegion(std::vector<Place>{{-50, -50}, {900, -50}, {900, 900}, {-50, 900}}, size)
                .count(),
            size.area());
    }

    void shapesAreThePixelsWhoseCentresLieInside()
    {
        const Size size{60, 50};
        const PixelRegion rectangle = rectangleRegion({40.2, 30.9}, {10.6, 5.1}, size);
        const PixelRegion ellipse = ellipseRegion({40.2, 30.9}, {10.6, 5.1}, size);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) {
                const double u = x + 0.5, v = y + 0.5;
                QCOMPARE(rectangle.contains(x, y), u >= 10.6 && u < 40.2 && v >= 5.1 && v < 30.9);
                const double a = (u - 25.4) / 14.8, b = (v - 18) / 12.9;
                QCOMPARE(ellipse.contains(x, y), a * a + b * b < 1);
            }
        QVERIFY(ellipseRegion({5, 5}, {5, 5}, size).count() == 0);
    }

    void escapeDropsWhatWasBegun()
    {
        ToolBench bench;
        PolygonTool polygon(bench.context);
        LassoTool lasso(bench.context);
        ShapeTool shape(bench.context);
        WandTool wand(bench.context);
        MoveTool move(bench.context);
        MeasureTool measure(bench.context);
        bench.context.settings.tolerance = 20;
        for (Tool* tool : std::initializer_list<Tool*>{&polygon, &lasso, &shape, &wand, &measure}) {
            tool->press({100, 100});
            tool->move({140, 120});
            QVERIFY(tool->isBusy());
            tool->cancel();
            tool->release({160, 160});
            QVERIFY(!tool->isBusy());
            QVERIFY(tool->drawing().isEmpty());
            QVERIFY(tool->stroke() == nullptr || tool->stroke()->isEmpty());
        }
        QCOMPARE(bench.session.undoStack().count(), 0);
    }

    void lassoFillsWhatTheDragEnclosed()
    {
        ToolBench bench;
        LassoTool tool(bench.context);
        std::vector<Place> circle;
        for (int i = 0; i < 200; ++i)
            circle.push_back({150 + 60 * std::cos(i * 2 * std::numbers::pi / 200),
                              120 + 60 * std::sin(i * 2 * std::numbers::pi / 200)});
        bench.drag(tool, circle);
        QCOMPARE(bench.session.undoStack().count(), 1);
        const double area = std::numbers::pi * 60 * 60;
        QVERIFY(std::abs(static_cast<double>(bench.count(1)) - area) < 0.01 * area);
        bench.drag(tool, circle, true); // Ctrl: erased
        QCOMPARE(bench.count(1), std::size_t{0});
        QCOMPARE(bench.session.human().at(0, 150, 120), background);
    }

    void shapeIsASquareWithShift()
    {
        ToolBench bench;
        ShapeTool tool(bench.context);
        bench.drag(tool, {{20, 30}, {80, 50}}, false, true);
        QCOMPARE(bench.count(1), std::size_t{60 * 60});
        bench.context.settings.shape = ShapeKind::Ellipse;
        bench.session.setCurrentLabel(2);
        bench.drag(tool, {{20, 30}, {80, 90}});
        QVERIFY(std::abs(static_cast<double>(bench.count(2)) - std::numbers::pi * 900) < 30);
        QCOMPARE(bench.session.undoStack().count(), 2);
    }

    void fillTakesTheAreaUnderIt()
    {
        ToolBench bench;
        ShapeTool shape(bench.context);
        FillTool fill(bench.context);
        bench.drag(shape, {{20, 20}, {100, 100}});
        bench.drag(shape, {{40, 40}, {60, 60}}, true); // a hole
        bench.drag(shape, {{150, 20}, {170, 40}});
        bench.click(fill, {50, 50});
        QCOMPARE(bench.count(1), std::size_t{80 * 80 + 20 * 20}); // the hole is closed
        bench.session.setCurrentLabel(2);
        bench.click(fill, {30, 30});
        QCOMPARE(bench.count(2), std::size_t{80 * 80});
        bench.session.undoStack().undo();
        bench.context.settings.reach = FillReach::Everywhere;
        bench.click(fill, {30, 30});
        QCOMPARE(bench.count(2), std::size_t{80 * 80 + 20 * 20});
        bench.click(fill, {30, 30}, true);
        QCOMPARE(bench.count(2), std::size_t{0});
    }

    void wandTakesConnectedSimilarValuesAndMoreByDragging()
    {
        ToolBench bench;
        WandTool tool(bench.context);
        const Slice& slice = *bench.session.volume()->slices.front();
        bench.context.settings.tolerance = 4;
        const int x = slice.size.width / 2, y = slice.size.height / 2;
        const float reach = static_cast<float>(0.04 * bench.session.window().width);
        const PixelRegion expected = similarRegion(slice, x, y, reach);
        bench.click(tool, {x + 0.5, y + 0.5});
        QCOMPARE(bench.count(1), expected.count());
        const std::size_t pixel =
            static_cast<std::size_t>(y) * static_cast<std::size_t>(slice.size.width)
            + static_cast<std::size_t>(x);
        const auto labels = bench.session.labels().slice(0);
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (labels[i] == 1)
                QVERIFY(std::abs(slice.values[i] - slice.values[pixel]) <= reach);
        bench.session.undoStack().undo();
        bench.drag(tool, {{x + 0.5, y + 0.5}, {x + 120.5, y + 0.5}}); // two doublings
        QVERIFY(bench.count(1) > expected.count());
        QVERIFY(std::abs(bench.context.settings.tolerance - 16) < 0.1);
        QCOMPARE(bench.session.undoStack().count(), 1);
    }

    void lockedLabelsHoldAgainstEveryTool()
    {
        ToolBench bench;
        ShapeTool shape(bench.context);
        bench.drag(shape, {{40, 40}, {120, 120}});
        LabelTable table = bench.session.labelTable();
        table.rows[0].isLocked = true;
        bench.session.setLabelTable(table);
        bench.session.setCurrentLabel(2);
        const std::size_t locked = bench.count(1);
        Toolbox box(bench.context);
        for (std::size_t i = 0; i < toolTable().size(); ++i) {
            box.activate(static_cast<int>(i));
            for (const bool isFlipped : {false, true}) {
                bench.drag(box.tool(), {{60, 60}, {100, 60}, {100, 100}, {60, 100}}, isFlipped);
                for (const Place corner : {Place{30, 30}, Place{110, 50}, Place{90, 140}})
                    bench.click(box.tool(), corner, isFlipped);
                box.tool().finish();
            }
            QVERIFY2(bench.count(1) == locked, toolTable()[i].name);
        }
        bench.session.setCurrentLabel(1); // and nothing is added to it
        for (std::size_t i = 0; i < toolTable().size(); ++i) {
            box.activate(static_cast<int>(i));
            bench.drag(box.tool(), {{160, 60}, {200, 60}, {200, 100}, {160, 100}});
            QVERIFY2(bench.count(1) == locked, toolTable()[i].name);
        }
    }

    void moveTakesAnAreaAlong()
    {
        ToolBench bench;
        ShapeTool shape(bench.context);
        MoveTool move(bench.context);
        bench.drag(shape, {{20, 20}, {50, 40}});
        bench.drag(shape, {{100, 20}, {110, 40}}); // another area of the same label
        bench.drag(move, {{30, 30}, {45, 60}, {60, 70}});
        QCOMPARE(bench.at(30, 30), background);
        QCOMPARE(bench.at(60, 70), Label{1});
        QCOMPARE(bench.at(105, 30), Label{1});
        QCOMPARE(bench.count(1), std::size_t{30 * 20 + 10 * 20});
        QCOMPARE(bench.session.undoStack().count(), 3);
        bench.drag(move, {{60, 70}, {60, 150}}, true); // Ctrl: a copy
        QCOMPARE(bench.count(1), std::size_t{2 * 30 * 20 + 10 * 20});
        bench.drag(move, {{60, 70}, {60, 70}}); // no way: no step
        QCOMPARE(bench.session.undoStack().count(), 4);
    }

    void copiedRegionIsPastedOnAnotherSlice()
    {
        ToolBench bench(QStringLiteral("ISIC_0012151.png"), 3);
        ShapeTool shape(bench.context);
        QVERIFY(!pasteRegion(bench.context));
        QVERIFY(!copyRegion(bench.context, std::nullopt));
        bench.drag(shape, {{20, 20}, {50, 40}});
        QVERIFY(copyRegion(bench.context, Place{30, 30}));
        bench.session.setCurrentSlice(2);
        QVERIFY(pasteRegion(bench.context));
        QCOMPARE(bench.count(1, 2), std::size_t{30 * 20});
        bench.session.undoStack().undo();
        QCOMPARE(bench.count(1, 2), std::size_t{0});
    }

    void eyedropperPicksTheLabelAndGoesBack()
    {
        ToolBench bench;
        ShapeTool shape(bench.context);
        int backs = 0;
        bench.context.backToPrevious = [&backs] { ++backs; };
        bench.session.setCurrentLabel(3);
        bench.drag(shape, {{20, 20}, {50, 40}});
        bench.session.setCurrentLabel(1);
        EyedropperTool tool(bench.context);
        bench.click(tool, {30, 30});
        QCOMPARE(bench.session.currentLabel(), Label{3});
        QCOMPARE(backs, 1);
        bench.click(tool, {150, 150}); // background is no label to paint with
        QCOMPARE(bench.session.currentLabel(), Label{3});
    }

    void measuresAreRightInPixelsAndMillimetres()
    {
        Geometry geometry;
        geometry.columnSpacingMm = 0.5;
        geometry.rowSpacingMm = 2;
        QCOMPARE(lengthMm({0, 0}, {6, 2}, geometry), 5.0);
        QCOMPARE(angleDegrees({10, 0}, {0, 0}, {0, 3}, geometry), 90.0);
        QVERIFY(std::abs(angleDegrees({4, 0}, {0, 0}, {4, 1}, geometry) - 45) < 1e-9);
        const std::vector<Place> square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
        QCOMPARE(areaPx(square), 100.0);
        QCOMPARE(outlineMm(square, geometry), 50.0);
        QVERIFY(!areaWords(square, geometry).contains(QStringLiteral("mm"))); // not calibrated
        geometry.calibration = Calibration::Patient;
        QVERIFY(areaWords(square, geometry).contains(QStringLiteral("100.0 mm²")));
        geometry.calibration = Calibration::Detector;
        QVERIFY(lengthWords({0, 0}, {6, 2}, geometry).contains(QStringLiteral("at detector")));
    }

    void measureToolShowsFiguresAndChangesNothing()
    {
        ToolBench bench;
        MeasureTool tool(bench.context);
        bench.drag(tool, {{10, 10}, {40, 50}});
        QCOMPARE(tool.drawing().notes.size(), std::size_t{1});
        QVERIFY(tool.drawing().notes[0].words.startsWith(QStringLiteral("50.0 px")));
        bench.drag(tool, {{40, 50}, {10, 50}}); // the end is moved
        QVERIFY(tool.drawing().notes[0].words.startsWith(QStringLiteral("40.0 px")));
        bench.context.settings.measure = MeasureKind::Angle;
        bench.drag(tool, {{100, 100}, {150, 100}});
        bench.click(tool, {150, 160});
        QVERIFY(tool.drawing().notes[0].words.startsWith(QStringLiteral("90.0")));
        tool.cancel();
        for (const Place place : {Place{100, 100}, Place{150, 100}, Place{150, 160}})
            bench.click(tool, place);
        QVERIFY(tool.drawing().notes[0].words.startsWith(QStringLiteral("90.0")));
        bench.context.settings.measure = MeasureKind::Area;
        bench.drag(tool, {{0, 0}, {20, 0}, {20, 20}, {0, 20}});
        QVERIFY(tool.drawing().notes[0].words.startsWith(QStringLiteral("400 px²")));
        QCOMPARE(bench.session.undoStack().count(), 0);
    }

    void crosshairStaysWhereItWasClicked()
    {
        ToolBench bench;
        CrosshairTool tool(bench.context);
        tool.hover({30.2, 40.7});
        QVERIFY(tool.drawing().cross.has_value());
        QVERIFY(!tool.isBusy());
        bench.click(tool, {50.5, 60.5});
        tool.hover({80, 80});
        QCOMPARE(tool.drawing().cross->x, 50.5);
        const Slice& slice = *bench.session.volume()->slices.front();
        const auto value = static_cast<double>(
            slice.values[static_cast<std::size_t>(60 * slice.size.width + 50)]);
        QVERIFY(tool.drawing().notes[0].words.contains(QLocale().toString(value, 'g', 6)));
        tool.cancel();
        QVERIFY(tool.drawing().isEmpty());
    }

};

} // namespace limn

QTEST_GUILESS_MAIN(limn::ToolsTest)
#include "tools_test.moc"
