// Several chains, every kernel, the early stop, and pictures at their own scale.
#include "tests/model/segmenter_runs.h"

#include <ATen/Parallel.h>
#include <QTemporaryDir>

using namespace limn;

class DssmChainsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<DssmSegmenter> m_made, m_native, m_lungs;

private Q_SLOTS:
    void initTestCase()
    {
        m_made = madeModel(m_folder.path().toStdString());
        m_native = madeModel(m_folder.path().toStdString(), true);
        m_lungs = lungsModel();
        QVERIFY(m_made && m_native && m_lungs);
    }

    void chainsAreTheSameForAnyNumberOfWorkers()
    {
        const SegmentRequest request{
            .slice = disc(80, 60), .kernel = Kernel::Ancestral, .chains = 4, .labelSampling = 0.7};
        const int threads = at::get_num_threads();
        stepsOf(*m_made, request); // the image's features
        std::vector<StepPtr> last;
        for (const int workers : {1, 3, 1}) {
            at::set_num_threads(workers);
            last.push_back(stepsOf(*m_made, request).back());
            QCOMPARE(at::get_num_threads(), workers);
        }
        at::set_num_threads(threads);
        for (const StepPtr& step : last) {
            QVERIFY(step->posterior.values == last[0]->posterior.values);
            QVERIFY(step->state.values == last[0]->state.values);
            QVERIFY(step->spread->labels == last[0]->spread->labels);
        }
    }

    void theFirstOfManyChainsIsTheOneThatRunsAlone()
    {
        // As large as the grid, so that posterior and labels have the same pixels.
        SegmentRequest request{.slice = disc(64, 64), .kernel = Kernel::Ancestral};
        const StepPtr alone = stepsOf(*m_made, request).back();
        request.chains = 2;
        const StepPtr both = stepsOf(*m_made, request).back();
        QVERIFY(!alone->spread);
        QVERIFY(both->state.values != alone->state.values); // the mean of two
        for (std::size_t i = 0; i < alone->posterior.size.area(); ++i)
            QCOMPARE(both->spread->labels[0][i] == 1,
                     alone->posterior.of(1)[i] > alone->posterior.of(0)[i]);
    }

    void theSpreadIsThatOfProbabilities()
    {
        const SlicePtr slice = chest();
        const auto steps =
            stepsOf(*m_lungs,
                    {.slice = slice, .kernel = Kernel::Ancestral, .chains = 3, .labelSampling = 1});
        QCOMPARE(static_cast<int>(steps.size()), 3);
        double information = 0;
        for (const StepPtr& step : steps) {
            const Spread& spread = *step->spread;
            QCOMPARE(spread.chains, 3);
            QCOMPARE(spread.labels.empty(), !step->isLast);
            QCOMPARE(spread.votes.size.area(), step->entropy.values.size());
            for (std::size_t i = 0; i < step->entropy.values.size(); ++i) {
                const float mutual = spread.mutualInformation.values[i];
                QVERIFY(mutual >= 0);
                QVERIFY(
                    std::abs(spread.expectedEntropy.values[i] + mutual - step->entropy.values[i])
                    < 1e-4F);
                QVERIFY(std::abs(spread.votes.of(0)[i] + spread.votes.of(1)[i] - 1) < 1e-5F);
                information += mutual;
            }
        }
        QVERIFY(information > 0);
        const Spread& last = *steps.back()->spread;
        QCOMPARE(last.labels.size(), std::size_t{3});
        for (std::size_t i = 0; i < last.labels[0].size(); ++i) {
            const int votes = last.labels[0][i] + last.labels[1][i] + last.labels[2][i];
            QVERIFY(std::abs(last.votes.of(1)[i] - static_cast<float>(votes) / 3) < 1e-5F);
        }
    }

    void everyKernelGivesFiniteMaps()
    {
        for (const Kernel kernel : kernels)
            for (const int steps : {1, 3, 20}) {
                const auto all =
                    stepsOf(*m_made, {.slice = disc(50, 40), .steps = steps, .kernel = kernel});
                QCOMPARE(static_cast<int>(all.size()), steps);
                for (const ProbabilityMap* map :
                     {&all.back()->posterior, &all.back()->state, &all.back()->finalState})
                    for (const float p : map->values)
                        QVERIFY(std::isfinite(p) && p >= 0 && p <= 1.0001F);
            }
    }

    void aRunEndsWhenNothingChangesAnyMore()
    {
        SegmentRequest request{.slice = chest(), .steps = 20};
        const StepPtr whole = stepsOf(*m_lungs, request).back();
        QCOMPARE(whole->index, 20);
        QVERIFY(whole->isLast && !whole->hasConverged);
        request.hasEarlyStop = true;
        for (const int chains : {1, 2}) {
            request.chains = chains;
            const auto steps = stepsOf(*m_lungs, request);
            const Step& last = *steps.back();
            QVERIFY(last.index >= 2 && last.index < 20);
            QVERIFY(last.isLast && last.hasConverged && last.changedShare < 0.0002);
            QVERIFY(!last.finalState.isEmpty());
            QCOMPARE(last.spread ? last.spread->labels.size() : 1,
                     static_cast<std::size_t>(chains));
            for (std::size_t k = 1; k + 1 < steps.size(); ++k)
                QVERIFY(!steps[k]->isLast && steps[k]->changedShare >= 0.0002);
        }
    }

    void atNativeScaleAPictureKeepsItsPixels()
    {
        for (const Size size : {Size{50, 37}, Size{7, 90}}) {
            SegmentRequest request{.slice = disc(size.width, size.height), .chains = 2};
            request.evidence = std::make_shared<Evidence>(marked(size, {3, 5, 1, 1}, 1));
            const StepPtr step = stepsOf(*m_native, request).back();
            for (const Size map : {step->posterior.size, step->semantic.size, step->generative.size,
                                   step->state.size, step->entropy.size, step->surprise.size})
                QVERIFY(map == size);
            const auto pixel = static_cast<std::size_t>(5 * size.width + 3);
            QVERIFY(step->posterior.of(1)[pixel] >= 0.99F);
            QVERIFY(step->entropy.values[pixel] < 0.02F);
            QVERIFY(!stepsOf(*m_native,
                             {.slice = request.slice, .steps = 2, .restart = Restart{step, 0.6}})
                         .empty());
        }
    }

    void aPictureBeyondATileIsCoveredByTilesWithoutASeam()
    {
        const PictureGrid grid = gridOf(m_native->card(), {2100, 1030});
        QVERIFY(grid.isTiled());
        std::vector<at::Tensor> ones;
        int right = 0;
        for (const Rect window : grid.windows) {
            QVERIFY(window.x % 16 == 0 && window.y % 16 == 0);
            QVERIFY(window.x <= right);
            right = std::max(right, window.x + window.width);
            ones.push_back(at::full({1, 1, window.height, window.width}, 3.0));
        }
        QCOMPARE(right, grid.padded.width);
        const at::Tensor whole = joined(ones, grid);
        QVERIFY(whole.size(2) == 1030 && whole.size(3) == 2100);
        QVERIFY(at::allclose(whole, at::full_like(whole, 3.0)));
        QVERIFY(!gridOf(m_native->card(), {1024, 1024}).isTiled());

        const auto steps = stepsOf(*m_native, {.slice = disc(1100, 64), .steps = 2});
        QCOMPARE(static_cast<int>(steps.size()), 2);
        for (std::size_t i = 0; i < steps[1]->posterior.size.area(); ++i)
            QVERIFY(std::abs(steps[1]->posterior.of(0)[i] + steps[1]->posterior.of(1)[i] - 1)
                    < 1e-4F);
    }
};

QTEST_GUILESS_MAIN(DssmChainsTest)
#include "dssm_chains_test.moc"
