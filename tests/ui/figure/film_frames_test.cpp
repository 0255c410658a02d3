#include "tests/ui/figure/made_input.h"
#include "ui/figure/film_frames.h"

#include <QtTest>

using namespace limn;

class FilmFramesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasAFrameAStepAndTheMask();
    void beginsWithTheStateAndEndsWithTheMask();
    void sidesAreEven();
    void tellsItsProgressAndStops();
    void saysWhatItCannotShow();
};

void FilmFramesTest::hasAFrameAStepAndTheMask()
{
    const FigureInput input = madeInput({60, 40}, 5);
    FilmPlan plan;
    plan.heightPx = 120;
    const auto frames = filmFrames(input, plan, {});
    QVERIFY(frames);
    QCOMPARE(frames->size(), std::size_t{6});
    for (const QImage& frame : *frames)
        QCOMPARE(frame.width(), 180);
    plan.panels = {FigureMap::State, FigureMap::Posterior};
    plan.hasPicture = true;
    const auto wide = filmFrames(input, plan, {});
    QVERIFY(wide);
    QCOMPARE(wide->front().width(), 3 * 180 + 2 * 4);
}

void FilmFramesTest::beginsWithTheStateAndEndsWithTheMask()
{
    const FigureInput input = madeInput({64, 64}, 4);
    FilmPlan plan;
    plan.heightPx = 64;
    plan.style.hasCaptions = plan.style.hasScaleBar = plan.style.hasContour = false;
    const auto frames = filmFrames(input, plan, {});
    QVERIFY(frames);
    // In a corner the state is noise, in the end there is nothing but the picture.
    const auto roughness = [](const QImage& frame) {
        double sum = 0;
        for (int y = 0; y < 12; ++y)
            for (int x = 1; x < 12; ++x)
                sum += std::abs(qRed(frame.pixel(x, y)) - qRed(frame.pixel(x - 1, y)));
        return sum;
    };
    QVERIFY2(roughness(frames->front()) > 3 * (roughness(frames->back()) + 1),
             qPrintable(QStringLiteral("%1, %2")
                            .arg(roughness(frames->front()))
                            .arg(roughness(frames->back()))));
    QVERIFY(frames->front() != frames->back());
}

void FilmFramesTest::sidesAreEven()
{
    const FigureInput input = madeInput({61, 47}, 1);
    FilmPlan plan;
    plan.heightPx = 101;
    plan.style.hasCaptions = false;
    const auto frames = filmFrames(input, plan, {});
    QVERIFY(frames);
    QCOMPARE(frames->front().height(), 102);
    QCOMPARE(frames->front().width() % 2, 0);
}

void FilmFramesTest::tellsItsProgressAndStops()
{
    const FigureInput input = madeInput({32, 32}, 4);
    FilmPlan plan;
    plan.heightPx = 64;
    std::stop_source stop;
    std::vector<int> told;
    const auto frames = filmFrames(input, plan, stop.get_token(), [&](int done, int total) {
        told.push_back(done);
        if (done == 2)
            stop.request_stop();
        QCOMPARE(total, 5);
    });
    QVERIFY(!frames);
    QCOMPARE(frames.error().code, ErrorCode::Cancelled);
    QCOMPARE(told, (std::vector<int>{1, 2}));
}

void FilmFramesTest::saysWhatItCannotShow()
{
    FilmPlan plan;
    QCOMPARE(filmFrames(madeInput({32, 32}, 0), plan, {}).error().subject, std::string("--steps"));
    plan.heightPx = 5;
    QCOMPARE(filmFrames(madeInput({32, 32}, 1), plan, {}).error().subject, std::string("--height"));
}

QTEST_MAIN(FilmFramesTest)
#include "film_frames_test.moc"
