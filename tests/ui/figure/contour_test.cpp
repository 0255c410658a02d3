#include "ui/figure/contour.h"

#include <QtTest>

#include <random>

using namespace limn;

class ContourTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRectangleHasFourCorners();
    void aHoleHasALineOfItsOwn();
    void pixelsThatTouchAtACornerStayApart();
    void fillsExactlyThePixelsOfTheLabel_data();
    void fillsExactlyThePixelsOfTheLabel();
};

namespace {

std::vector<Label> labelsOf(const QStringList& rows)
{
    std::vector<Label> labels;
    for (const QString& row : rows)
        for (const QChar c : row)
            labels.push_back(static_cast<Label>(c.digitValue()));
    return labels;
}

int closedLines(const QPainterPath& path)
{
    return static_cast<int>(path.toSubpathPolygons().size());
}

} // namespace

void ContourTest::aRectangleHasFourCorners()
{
    const auto labels = labelsOf({"0000", "0220", "0220", "0000"});
    const QPainterPath path = contourOf(labels, {4, 4}, 2);
    QCOMPARE(closedLines(path), 1);
    QCOMPARE(path.toSubpathPolygons().first(), QPolygonF(QRectF(1, 1, 2, 2)));
    QVERIFY(contourOf(labels, {4, 4}, 1).isEmpty());
}

void ContourTest::aHoleHasALineOfItsOwn()
{
    const auto labels = labelsOf({"111", "101", "111"});
    const QPainterPath path = contourOf(labels, {3, 3}, 1);
    QCOMPARE(closedLines(path), 2);
    QVERIFY(path.contains(QPointF(0.5, 0.5)));
    QVERIFY(!path.contains(QPointF(1.5, 1.5)));
}

void ContourTest::pixelsThatTouchAtACornerStayApart()
{
    QCOMPARE(closedLines(contourOf(labelsOf({"10", "01"}), {2, 2}, 1)), 2);
    QCOMPARE(closedLines(contourOf(labelsOf({"01", "10"}), {2, 2}, 1)), 2);
}

void ContourTest::fillsExactlyThePixelsOfTheLabel_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 20; ++seed)
        QTest::addRow("mask %d", seed) << seed;
}

void ContourTest::fillsExactlyThePixelsOfTheLabel()
{
    QFETCH(const int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const Size size{17, 13};
    std::vector<Label> labels(size.area());
    for (Label& label : labels)
        label = static_cast<Label>(random() % 3);
    const QPainterPath path = contourOf(labels, size, 1);
    double edges = 0;
    for (const QPolygonF& polygon : path.toSubpathPolygons())
        for (qsizetype i = 1; i < polygon.size(); ++i)
            edges += std::abs(polygon[i].x() - polygon[i - 1].x())
                + std::abs(polygon[i].y() - polygon[i - 1].y());
    double borders = 0;
    const auto at = [&](int x, int y) {
        return x < 0 || y < 0 || x >= size.width || y >= size.height
            ? background
            : labels[static_cast<std::size_t>(y * size.width + x)];
    };
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            QCOMPARE(path.contains(QPointF(x + 0.5, y + 0.5)), at(x, y) == 1);
            for (const auto& [dx, dy] : {std::pair(1, 0), {-1, 0}, {0, 1}, {0, -1}})
                borders += at(x, y) == 1 && at(x + dx, y + dy) != 1 ? 1 : 0;
        }
    QCOMPARE(edges, borders);
}

QTEST_APPLESS_MAIN(ContourTest)
#include "contour_test.moc"
