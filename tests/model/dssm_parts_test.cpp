// The parts of DSSM against their formulas, written out once more as plain loops.
#include "model/diffusion/chain.h"
#include "model/diffusion/schedule.h"

#include <QtTest>

#include <cmath>

using namespace limn;

namespace {

at::Tensor random(at::IntArrayRef shape, std::uint64_t seed)
{
    at::Generator numbers = generator(seed);
    return at::randn(shape, numbers, at::TensorOptions(at::kFloat));
}

float value(const at::Tensor& tensor, std::initializer_list<std::int64_t> place)
{
    at::Tensor part = tensor;
    for (const std::int64_t i : place)
        part = part[i];
    return part.item<float>();
}

// log p(z|c) of one cell, component by component.
double plainLogDensity(const LatentMixture& mixture, int c, const std::vector<float>& z,
                       double error)
{
    double sum = 0;
    for (std::int64_t m = 0; m < mixture.mean.size(1); ++m) {
        double log = std::log(value(mixture.share, {c, m}));
        for (std::size_t j = 0; j < z.size(); ++j) {
            const auto channel = static_cast<std::int64_t>(j);
            const double variance = value(mixture.variance, {c, m, channel}) + error;
            const double off = z[j] - value(mixture.mean, {c, m, channel});
            log -= 0.5 * (off * off / variance + std::log(variance));
        }
        sum += std::exp(log);
    }
    return std::log(sum);
}

LatentMixture filledMixture(int classes, int components, int latent)
{
    LatentMixture mixture(classes, components, latent, at::kCPU);
    mixture.mean.copy_(random(mixture.mean.sizes(), 1));
    mixture.variance.copy_(random(mixture.variance.sizes(), 2).square() + 0.05);
    mixture.share.copy_(at::softmax(random(mixture.share.sizes(), 3), 1));
    return mixture;
}

NetworkConfig tinyConfig(int classes)
{
    return namedConfig("tiny", 1, classes).value();
}

std::int64_t parameterCount(const NetworkConfig& config)
{
    const Network network(config, 0, at::kCPU);
    std::int64_t count = 0;
    for (const auto& [name, tensor] : network.parameters.list())
        count += tensor.numel();
    return count;
}

} // namespace

class DssmPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNetworksHaveTheSizesOfTheSpecification()
    {
        QCOMPARE(parameterCount(namedConfig("tiny", 1, 3).value()), 1229587);
        QCOMPARE(parameterCount(namedConfig("small", 1, 3).value()), 2693183);
    }

    void theConfigurationSurvivesItsJson()
    {
        for (const char* const name : {"tiny", "small", "base"}) {
            const NetworkConfig config = namedConfig(name, 3, 4).value();
            QVERIFY(configFromJson(toJson(config)).value() == config);
        }
        QCOMPARE(configFromJson("{}").error().code, ErrorCode::ModelDamaged);
        QCOMPARE(namedConfig("huge", 1, 2).error().code, ErrorCode::BadArgument);
    }

    void aConfigurationThatAsksForTooMuchIsRefused()
    {
        NetworkConfig config = tinyConfig(2);
        config.fusionWidth = 1 << 20;
        QCOMPARE(configFromJson(toJson(config)).error().code, ErrorCode::ModelDamaged);
    }

    void theScheduleKeepsTheVariance()
    {
        for (double t = 0; t <= 1; t += 0.05)
            QVERIFY(std::abs(std::pow(alphaAt(t), 2) + std::pow(sigmaAt(t), 2) - 1) < 1e-12);
        QVERIFY(alphaAt(0) > alphaAt(0.5) && alphaAt(0.5) > alphaAt(1));
        QCOMPARE(timeBin(0), 0);
        QCOMPARE(timeBin(0.35), 3);
        QCOMPARE(timeBin(1), 9);
    }

    // z_t = alpha_t b z0 + sigma_t n must become z_s of the same form with the same z0.
    void aMoveOfACleanStateLandsOnTheSchedule()
    {
        for (const auto& [t, s] : {std::pair{1.0, 0.5}, {0.6, 0.3}, {1.0 / 3, 0.0}}) {
            const Move move = markovMove(t, s);
            QVERIFY(std::abs(move.keep * alphaAt(t) + move.pull - alphaAt(s)) < 1e-9);
            const double variance = std::pow(move.keep * sigmaAt(t), 2) + std::pow(move.noise, 2);
            QVERIFY(std::abs(variance - std::pow(sigmaAt(s), 2)) < 1e-9);
        }
    }

    void theLabelCodeHasUnitVarianceInEveryCell()
    {
        const Network network(tinyConfig(3), 5, at::kCPU);
        network.encoder->conv3.weight.mul_(
            30); // as after some training: far above the norm's epsilon
        const at::Tensor maps = at::softmax(3 * random({2, 3, 32, 48}, 6), 1);
        const at::Tensor z = network.encoder(maps);
        QVERIFY(z.sizes() == at::IntArrayRef({2, 16, 8, 12}));
        QVERIFY(z.mean(1).abs().max().item<float>() < 1e-5);
        QVERIFY((z.square().mean(1) - 1).abs().max().item<float>() < 1e-3);
        QVERIFY(network.decoder(z).sizes() == maps.sizes());
    }

    void theMixturesDensityIsTheSumOverItsComponents()
    {
        const LatentMixture mixture = filledMixture(3, 2, 5);
        const at::Tensor z = random({2, 5, 3, 4}, 7);
        const at::Tensor errors = at::tensor({0.02, 0.3}, at::kFloat);
        const at::Tensor density = mixture.logDensity(z, errors);
        for (std::int64_t b = 0; b < 2; ++b)
            for (int c = 0; c < 3; ++c)
                for (std::int64_t y = 0; y < 3; ++y)
                    for (std::int64_t x = 0; x < 4; ++x) {
                        std::vector<float> cell;
                        for (std::int64_t j = 0; j < 5; ++j)
                            cell.push_back(value(z, {b, j, y, x}));
                        const double expected =
                            plainLogDensity(mixture, c, cell, value(errors, {b}));
                        QVERIFY(std::abs(value(density, {b, c, y, x}) - expected) < 1e-3);
                    }
    }

    void theMixtureFindsTwoClusters()
    {
        LatentMixture mixture(2, 2, 4, at::kCPU);
        at::Generator numbers = generator(8);
        for (int i = 0; i < 200; ++i) {
            at::Tensor z = 0.1 * at::randn({1, 4, 16, 16}, numbers, at::TensorOptions(at::kFloat));
            z.slice(2, 0, 8) += 2;
            z.slice(2, 8, 16) -= 2;
            at::Tensor fractions = at::zeros({1, 2, 16, 16}, at::kFloat);
            fractions.select(1, 1).fill_(1);
            mixture.update(z, fractions, numbers);
        }
        const at::Tensor centres = std::get<0>(mixture.mean[1].select(1, 0).sort());
        QVERIFY(std::abs(value(centres, {0}) + 2) < 0.1);
        QVERIFY(std::abs(value(centres, {1}) - 2) < 0.1);
        QVERIFY(std::abs(value(mixture.share, {1, 0}) - 0.5) < 0.05);
        QCOMPARE(value(mixture.initialised, {0}), 0.0F); // no cell of the background was seen
    }

    void identicalCodesGiveComponentsThatPart()
    {
        LatentMixture mixture(2, 3, 4, at::kCPU);
        at::Generator numbers = generator(9);
        mixture.update(at::ones({1, 4, 8, 8}, at::kFloat), at::full({1, 2, 8, 8}, 0.6F), numbers);
        QVERIFY((mixture.mean[0][0] - mixture.mean[0][1]).abs().max().item<float>() > 0);
    }

    void theFirstErrorOfABinDoesNotLinger()
    {
        StepStatistics statistics(at::kCPU);
        for (const float error : {8.0F, 2.0F, 2.0F})
            statistics.update({0.55}, at::tensor({error}), at::tensor({1.0F}));
        QVERIFY(std::abs(value(statistics.error, {5}) - 4.0F) < 1e-5); // still the plain mean
        QCOMPARE(value(statistics.hits, {5}), 3.0F);
        QCOMPARE(value(statistics.error, {4}), 1.0F);
    }

    // Every cell's likelihood by hand; a map that is constant in each cell makes the upsampling
    // exact.
    void thePosteriorIsTheBoundedProduct()
    {
        const int classes = 3;
        Model model(tinyConfig(classes), 11, at::kCPU);
        model.mixture = filledMixture(classes, 3, 16);
        model.statistics.error.copy_(0.1 + random({timeBins}, 12).square());
        model.network.trust.copy_(random({timeBins}, 13));
        model.network.contamination.copy_(random({timeBins}, 14));
        const at::Tensor oneCell = random({1, 16, 1, 1}, 15);
        const Decoded decoded{random({1, classes, 8, 8}, 16),
                              oneCell.expand({1, 16, 2, 2}).contiguous(), {}};
        const double t = 0.42;
        const Posterior maps = bayesPosterior(model, decoded, {t});

        const int bin = timeBin(t);
        const double trust = std::log1p(std::exp(value(model.network.trust, {bin})));
        const double flat = 1 / (1 + std::exp(-value(model.network.contamination, {bin})));
        std::vector<float> cell;
        for (std::int64_t j = 0; j < 16; ++j)
            cell.push_back(value(oneCell, {0, j, 0, 0}));
        std::vector<double> g;
        double total = 0;
        for (int c = 0; c < classes; ++c) {
            g.push_back(std::exp(
                trust
                * plainLogDensity(model.mixture, c, cell, value(model.statistics.error, {bin}))));
            total += g.back();
        }
        for (std::int64_t y = 0; y < 8; ++y)
            for (std::int64_t x = 0; x < 8; ++x) {
                std::vector<double> product;
                double sum = 0;
                for (int c = 0; c < classes; ++c) {
                    const double bounded =
                        (1 - flat) * g[static_cast<std::size_t>(c)] / total + flat / classes;
                    product.push_back(std::exp(value(decoded.semanticScores, {0, c, y, x}))
                                      * bounded);
                    sum += product.back();
                }
                for (int c = 0; c < classes; ++c)
                    QVERIFY(std::abs(std::exp(value(maps.logPosterior, {0, c, y, x}))
                                     - product[static_cast<std::size_t>(c)] / sum)
                            < 1e-4);
            }
    }

    void theStartNoiseDependsOnTheSeedAlone()
    {
        const Model model(tinyConfig(2), 0, at::kCPU);
        QVERIFY(at::equal(startNoise(model, {1, 2}, 8)[1], startNoise(model, {2}, 8)[0]));
        QVERIFY(!at::equal(startNoise(model, {1}, 8), startNoise(model, {2}, 8)));
    }
};

QTEST_GUILESS_MAIN(DssmPartsTest)
#include "dssm_parts_test.moc"
