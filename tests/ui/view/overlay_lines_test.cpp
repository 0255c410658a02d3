// Contour and hatching against their definition, pixel by pixel, at any zoom and place.
#include "tests/support/fake_segmenter.h"
#include "ui/figure/hue_mix.h"
#include "ui/view/overlay_lines.h"
#include "ui/view/theme.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace limn;

class OverlayLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAreWhereTheShownLabelsChange_data();
    void linesAreWhereTheShownLabelsChange();
    void huesAreMixedAsTheFormulaSays();
};

namespace {

constexpr Size pictureSize{61, 47};

// Discs of two labels, some painted, some erased, by the session's own way.
void paint(Session& session, std::mt19937& random)
{
    for (int i = 0; i < 12; ++i) {
        const Rect box{static_cast<int>(random() % 50), static_cast<int>(random() % 36),
                       static_cast<int>(1 + random() % 11), static_cast<int>(1 + random() % 11)};
        const std::vector<Label> values(box.area(), static_cast<Label>(random() % 3));
        session.apply(QStringLiteral("Brush"), {LabelEdit(0, box, values)});
    }
}

struct Place {
    double zoom = 1, ratio = 1;
    QPointF moved;
};

DeviceGrid gridOf(const Place& place)
{
    QImage canvas(QSize(120, 90) * place.ratio, QImage::Format_RGB32);
    canvas.setDevicePixelRatio(place.ratio);
    QPainter painter(&canvas);
    ViewTransform view;
    view.setPicture(pictureSize, 1, 1);
    view.setViewport({120, 90}, place.ratio);
    view.setZoom(place.zoom);
    view.panBy(place.moved.x(), place.moved.y());
    return deviceGridOf(painter, view, pictureSize, {0, 0, 120, 90}, lineReach);
}

Label shownAt(const DeviceGrid& grid, const LiveLabels& live,
              const std::array<float, 256>& opacities, int x, int y)
{
    const auto inside = [](int place, const std::vector<int>& places) {
        return places[static_cast<std::size_t>(
            std::clamp(place, 0, static_cast<int>(places.size()) - 1))];
    };
    const int column = inside(x, grid.columns);
    Label label = background;
    live.labels(inside(y, grid.rows), {&column, 1}, {&label, 1});
    return opacities[label] > 0 ? label : background;
}

} // namespace

void OverlayLinesTest::linesAreWhereTheShownLabelsChange_data()
{
    QTest::addColumn<double>("zoom");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<QPointF>("moved");
    QTest::addColumn<bool>("isHidden");
    QTest::addColumn<bool>("givesBack");
    QTest::newRow("small") << 0.4 << 1.0 << QPointF() << false << false;
    QTest::newRow("1:1") << 1.0 << 1.0 << QPointF() << false << false;
    QTest::newRow("1:1, to the left") << 1.0 << 1.0 << QPointF(-40, 13) << false << false;
    QTest::newRow("large") << 3.7 << 1.5 << QPointF(9, -4) << false << false;
    QTest::newRow("large, at a corner") << 5.0 << 2.0 << QPointF(0, -8) << false << false;
    QTest::newRow("one label hidden") << 1.6 << 1.0 << QPointF() << true << false;
    QTest::newRow("beside the picture, too") << 2.0 << 1.0 << QPointF(-25, 3) << false << false;
    QTest::newRow("a stroke that gives back") << 1.0 << 1.0 << QPointF() << false << true;
}

void OverlayLinesTest::linesAreWhereTheShownLabelsChange()
{
    QFETCH(double, zoom);
    QFETCH(double, ratio);
    QFETCH(QPointF, moved);
    QFETCH(bool, isHidden);
    QFETCH(bool, givesBack);
    std::mt19937 random(20);
    Session session;
    session.open(fakeVolume(pictureSize), std::nullopt);
    LabelTable table = session.labelTable();
    if (table.rows.size() < 2)
        table = tableOf({"first", "second"});
    table.rows[1].isVisible = !isHidden;
    session.setLabelTable(table);
    session.beginRun(0, {}, {"first", "second"});
    session.addStep(0, fakeStep(pictureSize, 1, 1, 2));
    session.endRun(0);
    paint(session, random);
    StrokeMask stroke;
    stroke.begin(pictureSize, givesBack ? untouched : table.rows[0].label);
    stroke.add(Capsule(12, 30, 40, 33, 3), PaintLimits());

    const DeviceGrid grid = gridOf({zoom, ratio, moved});
    const LiveLabels live(session, &stroke);
    const auto opacities = labelOpacities(session.labelTable());
    const QImage lines = overlayLines(grid, live, opacities);
    const auto differs = [&](int x, int y) {
        const Label here = shownAt(grid, live, opacities, x, y);
        return here != shownAt(grid, live, opacities, x + 1, y)
            || here != shownAt(grid, live, opacities, x, y + 1);
    };
    int found = 0;
    for (int y = 1; y < lines.height() - 1; ++y)
        for (int x = 1; x < lines.width() - 1; ++x) {
            const bool isLine = lines.pixel(x, y) == on_canvas::line.rgba();
            found += isLine;
            QVERIFY2(isLine == differs(x, y), qPrintable(QString("%1 %2").arg(x).arg(y)));
            if (!isLine
                && (differs(x - 1, y) || differs(x + 1, y) || differs(x, y - 1)
                    || differs(x, y + 1)))
                QCOMPARE(qAlpha(lines.pixel(x, y)), on_canvas::halo.alpha());
        }
    QVERIFY(found > 0);
}

void OverlayLinesTest::huesAreMixedAsTheFormulaSays()
{
    constexpr std::size_t width = 700; // more than two blocks, and a rest
    constexpr int classes = 3;
    std::mt19937 random(3);
    std::uniform_real_distribution<float> law(0, 0.6F); // sums above 1, too
    std::vector<float> rows(width * classes);
    std::ranges::generate(rows, [&] { return law(random); });
    Hues hues{};
    hues[1] = {255, 40, 0, 1};
    hues[2] = {10, 200, 255, 0.9F};
    std::vector<QRgb> out(width);
    mixHues(rows, classes, hues, 0.95F, 0.3F, out);
    for (std::size_t i = 0; i < width; ++i) {
        const double one = 0.95 * static_cast<double>(rows[width + i]);
        const double two = 0.95 * 0.9 * static_cast<double>(rows[2 * width + i]);
        const double covered = std::min(1.0, one + two);
        const double alpha = 255 * (covered + 0.3 * (1 - covered));
        QVERIFY(std::abs(qAlpha(out[i]) - alpha) <= 0.51);
        QVERIFY(std::abs(qRed(out[i]) - std::min(255 * one + 10 * two, alpha)) <= 1.01);
        QVERIFY(std::abs(qGreen(out[i]) - std::min(40 * one + 200 * two, alpha)) <= 1.01);
        QVERIFY(std::abs(qBlue(out[i]) - std::min(255 * two, alpha)) <= 1.01);
    }
}

QTEST_MAIN(OverlayLinesTest)
#include "overlay_lines_test.moc"
