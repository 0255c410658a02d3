// A person's strokes, priors and the restart, on a made model and on that of the lungs.
#include "tests/model/segmenter_runs.h"

#include "model/diffusion/strokes.h"

#include <QTemporaryDir>

using namespace limn;

class DssmEvidenceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<DssmSegmenter> m_made, m_lungs;

private Q_SLOTS:
    void initTestCase()
    {
        m_made = madeModel(m_folder.path().toStdString());
        m_lungs = lungsModel();
        QVERIFY(m_made && m_lungs);
    }

    void aThinStrokeDoesNotVanishOnACoarseGrid()
    {
        const PictureGrid grid = gridOf(m_made->card(), {1000, 700});
        const at::Tensor strokes = strokesOn(marked({1000, 700}, {500, 300, 1, 1}, 1), grid, 2);
        QVERIFY(strokes.defined());
        QCOMPARE(strokes.sum().item<double>(), 1.0);
        QCOMPARE((strokes[0][1][27][32].item<double>()), 1.0);
    }

    void theClassWithMorePixelsTakesACell()
    {
        Evidence evidence = marked({128, 128}, {0, 0, 2, 2}, 1);
        evidence.classes[0] = 0;
        const PictureGrid grid = gridOf(m_made->card(), {128, 128});
        const at::Tensor strokes = strokesOn(evidence, grid, 2);
        QCOMPARE((strokes[0][1][0][0].item<double>()), 1.0);
        QCOMPARE((strokes[0][0][0][0].item<double>()), 0.0);
    }

    void onAFinerGridAPixelMarksItsOwnCellsAlone()
    {
        const PictureGrid grid = gridOf(m_made->card(), {32, 32});
        const at::Tensor strokes = strokesOn(marked({32, 32}, {4, 4, 1, 1}, 1), grid, 2);
        QCOMPARE(strokes.sum().item<double>(), 4.0); // 2 x 2 cells a pixel
    }

    void whatAPersonSaidIsFixedExactlyThere()
    {
        const SlicePtr slice = chest();
        const Rect box{10, 10, 9, 7}; // a corner, which no lung reaches
        SegmentRequest request{.slice = slice};
        const StepPtr without = stepsOf(*m_lungs, request).back();
        request.evidence = std::make_shared<Evidence>(marked(slice->size, box, 1));
        for (const StepPtr& step : stepsOf(*m_lungs, request))
            for (int y = box.y; y < box.y + box.height; ++y)
                for (int x = box.x; x < box.x + box.width; ++x) {
                    const auto pixel = static_cast<std::size_t>(y * slice->size.width + x);
                    QVERIFY(without->posterior.of(1)[pixel] < 0.5F);
                    QVERIFY(step->posterior.of(1)[pixel] >= 0.99F);
                    QVERIFY(
                        std::abs(step->posterior.of(0)[pixel] + step->posterior.of(1)[pixel] - 1)
                        < 1e-5F);
                }
    }

    void strokesChangeWhatTheModelSaysElsewhere()
    {
        const SlicePtr slice = chest();
        SegmentRequest request{.slice = slice};
        const StepPtr without = stepsOf(*m_lungs, request).back();
        const Rect box{180, 150, 60, 60};
        request.steps = 2;
        request.restart = Restart{without, 0.6};
        const StepPtr restarted = stepsOf(*m_lungs, request).back();
        request.evidence = std::make_shared<Evidence>(marked(slice->size, box, 0));
        const StepPtr with = stepsOf(*m_lungs, request).back();
        int changed = 0;
        for (int y = 0; y < slice->size.height; ++y)
            for (int x = 0; x < slice->size.width; ++x) {
                const auto pixel = static_cast<std::size_t>(y * slice->size.width + x);
                const bool isInside =
                    x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
                changed += !isInside
                        && std::abs(with->posterior.of(1)[pixel]
                                    - restarted->posterior.of(1)[pixel])
                            > 0.01F
                    ? 1
                    : 0;
            }
        QVERIFY(changed > 50);
    }

    void takingStrokesBackGivesTheSameMapsToTheBit()
    {
        const SlicePtr slice = chest();
        SegmentRequest plain{.slice = slice};
        const StepPtr before = stepsOf(*m_lungs, plain).back();
        SegmentRequest restart{.slice = slice, .steps = 2, .restart = Restart{before, 0.6}};
        const StepPtr untold = stepsOf(*m_lungs, restart).back();
        restart.evidence = std::make_shared<Evidence>(marked(slice->size, {50, 60, 20, 20}, 1));
        QVERIFY(stepsOf(*m_lungs, restart).back()->posterior.values != untold->posterior.values);
        restart.evidence = std::make_shared<Evidence>(marked(slice->size, {}, 1)); // nothing said
        QVERIFY(stepsOf(*m_lungs, restart).back()->posterior.values == untold->posterior.values);
        restart.evidence.reset();
        QVERIFY(stepsOf(*m_lungs, restart).back()->posterior.values == untold->posterior.values);
        QVERIFY(stepsOf(*m_lungs, plain).back()->posterior.values == before->posterior.values);
    }

    void aRestartBeginsInTheMiddleAndCostsNoImageBranch()
    {
        const SlicePtr slice = disc(80, 60);
        const StepPtr before = stepsOf(*m_made, {.slice = slice}).back();
        const int branches = m_made->imageBranchRuns();
        const auto steps =
            stepsOf(*m_made, {.slice = slice, .steps = 2, .restart = Restart{before, 0.6}});
        QCOMPARE(static_cast<int>(steps.size()), 2);
        QVERIFY(std::abs(steps[0]->t - 0.6) < 1e-12 && std::abs(steps[1]->t - 0.3) < 1e-12);
        QVERIFY(steps[1]->isLast && !steps[1]->finalState.isEmpty());
        QCOMPARE(m_made->imageBranchRuns(), branches);
    }

    void aPriorMovesTheMaskItsWay()
    {
        SegmentRequest request{.slice = chest()};
        const std::size_t usual = foreground(*stepsOf(*m_lungs, request).back());
        request.priorRatio = {1, 4};
        const std::size_t more = foreground(*stepsOf(*m_lungs, request).back());
        request.priorRatio = {4, 1};
        const std::size_t fewer = foreground(*stepsOf(*m_lungs, request).back());
        QVERIFY(fewer < usual && usual < more);
    }

    void whatMakesNoSenseIsRefused()
    {
        const SlicePtr slice = disc(80, 60);
        const StepPtr other = stepsOf(*m_made, {.slice = disc(60, 80)}).back();
        const auto strokes = [](Size size, Label label) {
            return std::make_shared<Evidence>(marked(size, {1, 1, 2, 2}, label));
        };
        const std::vector<SegmentRequest> requests{
            {.slice = slice, .evidence = strokes({60, 80}, 1)},
            {.slice = slice, .evidence = strokes({80, 60}, 2)},
            {.slice = slice, .priorRatio = {1}},
            {.slice = slice, .priorRatio = {1, 0}},
            {.slice = slice, .priorRatio = {1, INFINITY}},
            {.slice = slice, .chains = 0},
            {.slice = slice, .chains = 17},
            {.slice = slice, .labelSampling = -1},
            {.slice = slice, .restart = Restart{nullptr, 0.6}},
            {.slice = slice, .restart = Restart{other, 0.6}},
            {.slice = disc(60, 80), .restart = Restart{other, 0}},
        };
        for (const SegmentRequest& request : requests)
            QCOMPARE(errorOf(*m_made, request), ErrorCode::BadArgument);
    }
};

QTEST_GUILESS_MAIN(DssmEvidenceTest)
#include "dssm_evidence_test.moc"
