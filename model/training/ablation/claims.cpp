#include "model/training/ablation/claims.h"

#include "model/data/kernel.h"

namespace limn {
namespace {

constexpr int manySteps = 10;
constexpr int leastGainSteps = 3;
constexpr int usualChains = 5;
constexpr const char* changedPictures[] = {"noise-0.3", "noise-0.6", "gamma-0.7", "gamma-1.5",
                                           "contrast-0.5"};

Term arm(const char* name, int steps = 0)
{
    return {Source::Scores, name, "posterior", steps};
}

Term semantic(const char* name)
{
    return {Source::Scores, name, "semantic", 0};
}

Term clicked(const char* name, const char* mode, int clicks)
{
    return {Source::Clicks, name, mode, clicks};
}

Claim simple(const char* row, const char* words, const Quantity& larger, const Quantity& smaller,
             Demand demand, const char* metric = "Dice")
{
    return {row, words, {{"", larger, smaller, metric, demand}}};
}

// full is at least as good as what is left without a part, with few steps and with the usual
// number.
Claim removal(const char* name, const char* words)
{
    return {"A3",
            words,
            {{"K = 1", {arm("full", 1)}, {arm(name, 1)}, "Dice", Demand::NotBelow},
             {"K = 3", {arm("full", 3)}, {arm(name, 3)}, "Dice", Demand::NotBelow}}};
}

Quantity gainOf(const char* name, int steps)
{
    return {arm(name, steps), arm(name, 1)};
}

Term moved(const std::string& name, Kernel kernel, bool isProjected, int steps)
{
    return {Source::Kernels, name, std::string(nameOf(kernel)) + (isProjected ? "/yes" : "/no"),
            steps};
}

Claim projection(const std::string& name)
{
    Claim claim{"A4", "projection is no worse than none, K = 10 (" + name + ")", {}};
    for (const Kernel kernel : kernels)
        claim.conditions.push_back({std::string(nameOf(kernel)),
                                    {moved(name, kernel, true, manySteps)},
                                    {moved(name, kernel, false, manySteps)},
                                    "Dice",
                                    Demand::NotBelow});
    return claim;
}

Claim steadyChain(const std::string& name, const std::vector<int>& counts)
{
    Claim claim{"A4", "Dice(K) of the stable Markov inference does not fall (" + name + ")", {}};
    for (std::size_t i = 0; i + 1 < counts.size(); ++i)
        claim.conditions.push_back(
            {"K = " + std::to_string(counts[i]) + " to " + std::to_string(counts[i + 1]),
             {moved(name, Kernel::PosteriorMean, true, counts[i + 1])},
             {moved(name, Kernel::PosteriorMean, true, counts[i])},
             "Dice",
             Demand::NoFall});
    return claim;
}

Claim worstChain(const std::string& name)
{
    const auto change = [&name](Kernel kernel, bool isProjected) {
        return Quantity{moved(name, kernel, isProjected, manySteps),
                        moved(name, kernel, isProjected, 1)};
    };
    Claim claim{"A4", "DDIM without projection falls most from K = 1 to 10 (" + name + ")", {}};
    for (const Kernel kernel : kernels)
        for (const bool isProjected : {true, false})
            if (kernel != Kernel::Ddim || isProjected)
                claim.conditions.push_back({std::string(nameOf(kernel))
                                                + (isProjected ? ", projected" : ", not projected"),
                                            change(kernel, isProjected),
                                            change(Kernel::Ddim, false), "Dice", Demand::NotBelow});
    return claim;
}

// Of full and its control, each against itself on clean pictures.
Claim sturdiness()
{
    const auto change = [](const char* name, const char* corruption) {
        return Quantity{{Source::Corruptions, name, corruption, 0},
                        Term{Source::Corruptions, name, "clean", 0}};
    };
    Claim claim{"A9", "on corrupted pictures full loses no more Dice than its control", {}};
    for (const char* const corruption : changedPictures)
        claim.conditions.push_back({corruption, change("full", corruption),
                                    change("control-equal-compute", corruption), "Dice",
                                    Demand::NotBelow});
    return claim;
}

// The mean directions of full's pixel features turn no further than its control's.
Claim steadyFeatures()
{
    Claim claim{
        "A9", "the pixel features turn no further than the control's (class-mean cosine)", {}};
    for (const char* const corruption : changedPictures)
        claim.conditions.push_back({corruption,
                                    {{Source::Corruptions, "full", corruption, 0}},
                                    {{Source::Corruptions, "control-equal-compute", corruption, 0}},
                                    "cosine",
                                    Demand::NotBelow});
    return claim;
}

// Of five chains. What is compared with: nothing, so the smaller side has no weight.
Claim tellsErrors(const char* words, const char* metric)
{
    const Term chains{Source::Uncertainty, "full", "ancestral", usualChains};
    return {"A11", words, {{"", {chains}, {chains, {}, 0}, metric, Demand::Above, 0.8}}};
}

// A way of training by which full might be above its control.
Claim recipe(const char* name, const char* words)
{
    return simple("A0", words, {arm(name)}, {arm("control-equal-compute")}, Demand::Above);
}

Claim clicks(const char* words, const char* otherArm, const char* otherMode, bool ofGains)
{
    Claim claim{"A12", words, {}};
    for (int n = 1; n <= 5; ++n) {
        Condition condition{std::to_string(n) + (n == 1 ? " click" : " clicks"),
                            {clicked("full", "re-run", n)},
                            {clicked(otherArm, otherMode, n)},
                            "Dice",
                            Demand::Above};
        if (ofGains) {
            condition.larger.minus = clicked("full", "re-run", 0);
            condition.smaller.minus = clicked(otherArm, otherMode, 0);
        }
        claim.conditions.push_back(std::move(condition));
    }
    return claim;
}

// What a re-run is above painting, of one arm against full's.
Claim strokesWorth(const char* name, const char* words)
{
    Claim claim{"A12", words, {}};
    for (int n = 1; n <= 5; ++n)
        claim.conditions.push_back({std::to_string(n) + (n == 1 ? " click" : " clicks"),
                                    {clicked(name, "re-run", n), clicked(name, "paint", n)},
                                    {clicked("full", "re-run", n), clicked("full", "paint", n)},
                                    "Dice",
                                    Demand::NotBelow});
    return claim;
}

} // namespace

std::vector<Claim> claims(const std::vector<int>& kernelCounts,
                          const std::vector<std::string>& kernelArms)
{
    std::vector<Claim> all{
        simple("A0", "full is above its control of equal compute", {arm("full")},
               {arm("control-equal-compute")}, Demand::Above),
        simple("A0", "full is above its control of as many iterations", {arm("full")},
               {arm("control")}, Demand::Above),
        simple("A0", "HD95 of full is below its control's of equal compute",
               {arm("control-equal-compute")}, {arm("full")}, Demand::Above, "HD95"),
        recipe("warm-start", "warm start: above the control of equal compute"),
        recipe("half-second-pass", "half second pass: above the control of equal compute"),
        recipe("no-bayes", "no product: above the control of equal compute"),
        recipe("after-generative",
               "semantic after generative module: above the control of equal compute"),
        {"A1",
         "the posterior is no worse than the same model's semantic map: Dice, and NLL at T = 1",
         {{"Dice", {arm("full")}, {semantic("full")}, "Dice", Demand::NotBelow},
          {"NLL", {semantic("full")}, {arm("full")}, "NLL", Demand::NotBelow}}},
        simple("A1", "the same for NLL, each map at its own temperature", {semantic("full")},
               {arm("full")}, Demand::NotBelow, "NLL-T"),
        simple("A1", "training with the product is no worse than without", {arm("full")},
               {arm("no-bayes")}, Demand::NotBelow),
        simple("A1", "the unbounded product is worse: Dice", {arm("full")}, {arm("unbounded")},
               Demand::Above),
        simple("A1", "the unbounded product is worse: NLL at T = 1", {arm("unbounded")},
               {arm("full")}, Demand::Above, "NLL"),
        simple("A2", "three components are no worse than one", {arm("full")}, {arm("components-1")},
               Demand::NotBelow),
        simple("A2", "three components are no worse than five", {arm("full")},
               {arm("components-5")}, Demand::NotBelow),
        simple("A2", "the mixture is no worse than the label decoder as likelihood", {arm("full")},
               {arm("decoder-density")}, Demand::NotBelow),
        removal("concatenation", "the fusion is no worse than concatenation"),
        removal("untimed", "time in the gate does no harm"),
        removal("no-label-features", "label features for the semantic module do no harm"),
        removal("no-guidance", "guidance of the generative module does no harm"),
        removal("after-generative",
                "the product is no worse than the semantic module after the generative one")};
    for (const std::string& name : kernelArms) {
        all.push_back(projection(name));
        all.push_back(steadyChain(name, kernelCounts));
        all.push_back(worstChain(name));
    }
    const Quantity nothing{arm("full", 1), arm("full", 1)};
    const std::vector<Claim> rest{
        simple("A5", "own maps, share 0.8: Dice does not fall from K = 1 to 10",
               {arm("full", manySteps)}, {arm("full", 1)}, Demand::NotBelow),
        simple("A5", "own maps, share 0.5: Dice does not fall from K = 1 to 10",
               {arm("own-maps-0.5", manySteps)}, {arm("own-maps-0.5", 1)}, Demand::NotBelow),
        simple("A5", "own maps alone: Dice does not fall from K = 1 to 10",
               {arm("own-maps-1", manySteps)}, {arm("own-maps-1", 1)}, Demand::NotBelow),
        simple("A5", "labels alone: Dice falls from K = 1 to 10", {arm("own-maps-0", 1)},
               {arm("own-maps-0", manySteps)}, Demand::Above),
        simple("A6", "input scale 0.3 is no worse than 0.1", {arm("full")}, {arm("scale-0.1")},
               Demand::NotBelow),
        simple("A6", "input scale 0.3 is no worse than 1", {arm("full")}, {arm("scale-1")},
               Demand::NotBelow),
        simple("A6", "the cosine schedule is no worse than the linear one", {arm("full")},
               {arm("linear")}, Demand::NotBelow),
        {"A7",
         "95 % of the gain of ten steps is there after three",
         {{"there is a gain", gainOf("full", manySteps), nothing, "Dice", Demand::Above},
          {"K = 3",
           gainOf("full", leastGainSteps),
           {arm("full", manySteps), arm("full", 1), 0.95},
           "Dice",
           Demand::NotBelow}},
         true},
        simple("A8", "weight 0.5 of the latent's error is no worse than 0", {arm("full")},
               {arm("mse-0")}, Demand::NotBelow),
        simple("A8", "weight 0.5 of the latent's error is no worse than 1", {arm("full")},
               {arm("mse-1")}, Demand::NotBelow),
        simple("A8", "the alignment term does not lower Dice", {arm("alignment")}, {arm("full")},
               Demand::NotBelow),
        simple("A8", "the alignment term brings denoised latents nearer to the labels' codes",
               {{Source::Latents, "full", "", 0}}, {{Source::Latents, "alignment", "", 0}},
               Demand::Above, "divergence"),
        simple("A10", "discriminative training is better than generative", {arm("full")},
               {arm("generative-only")}, Demand::Above),
        sturdiness(),
        steadyFeatures(),
        tellsErrors("mutual information tells errors: AUROC above 0.8", "AUROC MI"),
        tellsErrors("mutual information tells errors near the object: AUROC above 0.8",
                    "AUROC MI near"),
        tellsErrors("entropy tells errors: AUROC above 0.8", "AUROC entropy"),
        tellsErrors("entropy tells errors near the object: AUROC above 0.8", "AUROC entropy near"),
        clicks("a re-run with evidence is above painting alone", "full", "paint", false),
        clicks("it gains more than a re-run of a model without the input for strokes",
               "no-evidence", "re-run", true),
        strokesWorth("warm-start", "warm start: a re-run is as much above painting as full's")};
    all.insert(all.end(), rest.begin(), rest.end());
    return all;
}

} // namespace limn
