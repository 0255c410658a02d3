// The mask by the votes of several chains.
#include "model/data/agreed_map.h"
#include "model/data/compose.h"

#include <QTest>

#include <random>

using namespace limn;

class AgreedMapTest : public QObject {
    Q_OBJECT

    static ProbabilityMap random(Size size, int classes, std::mt19937& source)
    {
        ProbabilityMap map{size, classes, {}};
        map.values.resize(size.area() * static_cast<std::size_t>(classes));
        std::uniform_real_distribution<float> any(0, 1);
        for (std::size_t i = 0; i < size.area(); ++i) {
            float sum = 0;
            for (int k = 0; k < classes; ++k)
                sum += map.values[static_cast<std::size_t>(k) * size.area() + i] = any(source);
            for (int k = 0; k < classes; ++k)
                map.values[static_cast<std::size_t>(k) * size.area() + i] /= sum;
        }
        return map;
    }

private Q_SLOTS:
    void decidesByTheVotesAtEveryThreshold_data()
    {
        QTest::addColumn<int>("classes");
        QTest::addColumn<double>("tau");
        for (const int classes : {2, 3, 5})
            for (const double tau : {0.001, 0.3, 0.5, 0.8, 0.999})
                QTest::addRow("%d classes, tau %g", classes, tau) << classes << tau;
    }
    void decidesByTheVotesAtEveryThreshold()
    {
        QFETCH(const int, classes);
        QFETCH(const double, tau);
        std::mt19937 source(7);
        const Size size{23, 17};
        const ProbabilityMap posterior = random(size, classes, source);
        const ProbabilityMap votes = random(size, classes, source);
        for (const double share : {0.05, 0.25, 0.4, 1.0}) {
            const ProbabilityMap agreed = agreedMap(posterior, votes, share, tau);
            for (std::size_t i = 0; i < size.area(); ++i) {
                int best = 1;
                for (int k = 2; k < classes; ++k)
                    if (votes.of(k)[i] > votes.of(best)[i])
                        best = k;
                const float margin = votes.of(best)[i] - static_cast<float>(share);
                if (std::abs(margin) > 1e-4F)
                    QCOMPARE(likeliest(agreed, i, tau),
                             margin > 0 ? static_cast<Label>(best) : background);
                float sum = 0;
                bool isSame = true;
                for (int k = 0; k < classes; ++k) {
                    sum += agreed.of(k)[i];
                    isSame = isSame && agreed.of(k)[i] == posterior.of(k)[i];
                }
                QVERIFY(std::abs(sum - 1) < 1e-4F);
                if (likeliest(posterior, i, tau) == likeliest(agreed, i, tau))
                    QVERIFY(isSame); // nothing is moved that need not be
            }
        }
    }

    // A quarter of a step between two cells: votes of a coarser grid are mixed.
    void votesOfACoarserGridAreMixedBetweenCells()
    {
        const Size size{8, 1};
        const ProbabilityMap posterior{size, 2, std::vector<float>(16, 0.5F)};
        const ProbabilityMap votes{{2, 1}, 2, {1, 0, 0, 1}};
        std::vector<Label> labels;
        const ProbabilityMap agreed = agreedMap(posterior, votes, 0.5, 0.5);
        for (std::size_t i = 0; i < 8; ++i)
            labels.push_back(likeliest(agreed, i, 0.5));
        QCOMPARE(labels, (std::vector<Label>{0, 0, 0, 0, 1, 1, 1, 1}));
    }
};

QTEST_GUILESS_MAIN(AgreedMapTest)
#include "agreed_map_test.moc"
