#include "tests/support/fake_segmenter.h"
#include "ui/view/step_picture.h"

#include <QColor>
#include <QtTest>

using namespace limn;

class StepPictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheSliceByItsWindow();
    void invertsWhereTheFileSaysSo();
    void laysAClassOverThePictureInItsColour();
    void leavesThePictureWithoutAMap();
};

namespace {

Slice halfAndHalf()
{
    Slice slice;
    slice.size = {4, 2};
    slice.values = {0, 0, 100, 100, 0, 0, 100, 100};
    return slice;
}

} // namespace

void StepPictureTest::showsTheSliceByItsWindow()
{
    const QImage picture = slicePicture(halfAndHalf(), {50, 100, {}}, false, {2, 2});
    QCOMPARE(qGray(picture.pixel(0, 0)), 0);
    QCOMPARE(qGray(picture.pixel(1, 1)), 255);
}

void StepPictureTest::invertsWhereTheFileSaysSo()
{
    const QImage picture = slicePicture(halfAndHalf(), {50, 100, {}}, true, {2, 2});
    QCOMPARE(qGray(picture.pixel(0, 0)), 255);
    QCOMPARE(qGray(picture.pixel(1, 1)), 0);
}

void StepPictureTest::laysAClassOverThePictureInItsColour()
{
    ProbabilityMap map;
    map.size = {2, 1};
    map.classes = 2;
    map.values = {1, 0, 0, 1}; // background left, class 1 right
    LabelTable labels = tableOf({"lung"});
    labels.rows[0].colour = {10, 20, 200};
    QImage under(8, 4, QImage::Format_RGB32);
    under.fill(qRgb(50, 50, 50));
    const QImage picture = mapPicture(map, labels, under);
    QCOMPARE(picture.pixel(0, 0), qRgb(50, 50, 50));
    QCOMPARE(picture.pixel(7, 3), qRgb(10, 20, 200));
}

void StepPictureTest::leavesThePictureWithoutAMap()
{
    QImage under(8, 4, QImage::Format_RGB32);
    under.fill(qRgb(50, 60, 70));
    QCOMPARE(mapPicture({}, {}, under), under);
}

QTEST_APPLESS_MAIN(StepPictureTest)
#include "step_picture_test.moc"
