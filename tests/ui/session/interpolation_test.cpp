// The slices between painted ones: shapes that lie between, one undo step, nothing else touched.
#include "tests/support/fake_segmenter.h"
#include "ui/session/interpolator.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numbers>

namespace limn {
namespace {

constexpr Size size{80, 80};

void paintDisc(Session& session, int slice, double x, double y, double radius, Label label = 1)
{
    std::vector<Label> bytes(size.area(), untouched);
    for (int v = 0; v < size.height; ++v)
        for (int u = 0; u < size.width; ++u)
            if (std::hypot(u + 0.5 - x, v + 0.5 - y) < radius)
                bytes[static_cast<std::size_t>(v * size.width + u)] = label;
    session.apply("Brush", {LabelEdit(slice, wholeOf(size), std::move(bytes))});
}

double areaOf(const Session& session, int slice, Label label = 1)
{
    return static_cast<double>(std::ranges::count(session.labels().slice(slice), label));
}

} // namespace

class InterpolationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void discsBetweenDiscs()
    {
        Session session;
        session.open(fakeVolume(size, 9), std::nullopt);
        paintDisc(session, 0, 40, 40, 10);
        paintDisc(session, 8, 40, 40, 26);
        const auto request = interpolationRequest(session, 1);
        QVERIFY(request);
        QCOMPARE(request->painted, (std::vector<int>{0, 8}));
        session.apply("Fill", interpolated(*request));
        for (int slice = 0; slice <= 8; ++slice) {
            const double radius = 10 + 2 * slice;
            const double area = std::numbers::pi * radius * radius;
            QVERIFY2(std::abs(areaOf(session, slice) - area) < 0.08 * area,
                     qPrintable(QStringLiteral("slice %1: %2, not %3")
                                    .arg(slice).arg(areaOf(session, slice)).arg(area)));
        }
        QCOMPARE(session.undoStack().count(), 3);
        session.undoStack().undo();
        QCOMPARE(areaOf(session, 4), 0.0);
    }

    void unevenSlicesCountByTheirPlaces()
    {
        auto volume = fakeVolume(size, 3);
        volume->geometry.calibration = Calibration::Patient;
        volume->geometry.sliceOriginsMm = {{0, 0, 0}, {0, 0, 9}, {0, 0, 10}};
        Session session;
        session.open(volume, std::nullopt);
        paintDisc(session, 0, 40, 40, 10);
        paintDisc(session, 2, 40, 40, 30);
        session.apply("Fill", interpolated(*interpolationRequest(session, 1)));
        const double radius = std::sqrt(areaOf(session, 1) / std::numbers::pi);
        QVERIFY(std::abs(radius - 28) < 1);
    }

    void otherLabelsAndLocksStay()
    {
        Session session;
        session.open(fakeVolume(size, 3), std::nullopt);
        session.setLabelTable(tableOf({"one", "two"}));
        paintDisc(session, 0, 40, 40, 20);
        paintDisc(session, 2, 40, 40, 20);
        paintDisc(session, 1, 40, 40, 5, 2);
        const double other = areaOf(session, 1, 2);
        session.apply("Fill", interpolated(*interpolationRequest(session, 1)));
        QCOMPARE(areaOf(session, 1, 2), other);
        QVERIFY(areaOf(session, 1) > 900);
    }

    void nothingToFillIsSaid()
    {
        Session session;
        session.open(fakeVolume(size, 4), std::nullopt);
        QVERIFY(!interpolationRequest(session, 1));
        paintDisc(session, 1, 40, 40, 20);
        QVERIFY(!interpolationRequest(session, 1));
        paintDisc(session, 2, 40, 40, 20); // neighbours: none between
        QVERIFY(!interpolationRequest(session, 1));
        Interpolator interpolator(session);
        QVERIFY(!interpolator.start(1));
    }

    void theThreadsResultIsOneStepAndAChangeDropsIt()
    {
        Session session;
        session.open(fakeVolume(size, 30), std::nullopt);
        paintDisc(session, 0, 30, 40, 10);
        paintDisc(session, 15, 40, 40, 20);
        paintDisc(session, 29, 46, 40, 26);
        Interpolator interpolator(session);
        QSignalSpy ended(&interpolator, &Interpolator::ended);
        QVERIFY(interpolator.start(1));
        paintDisc(session, 3, 10, 10, 3); // meanwhile
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].toInt(), 0);
        session.undoStack().undo();
        QVERIFY(interpolator.start(1));
        QVERIFY(ended.wait());
        QCOMPARE(ended[1][0].toInt(), 27);
        QCOMPARE(session.undoStack().count(), 4);
        session.undoStack().undo();
        QCOMPARE(areaOf(session, 7), 0.0);
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::InterpolationTest)
#include "interpolation_test.moc"
