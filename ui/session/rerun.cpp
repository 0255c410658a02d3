#include "ui/session/rerun.h"

#include <QCoreApplication>

#include <algorithm>

namespace limn {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

bool isSaid(Label label, int foregroundClasses)
{
    return label != untouched && label <= foregroundClasses;
}

} // namespace

Evidence evidenceOf(const HumanLayer& human, int slice, int foregroundClasses)
{
    const auto bytes = human.slice(slice);
    Evidence evidence{human.size, {bytes.begin(), bytes.end()}};
    for (Label& label : evidence.classes)
        if (!isSaid(label, foregroundClasses))
            label = untouched;
    return evidence;
}

QString rerunObstacle(const Session& session, const ModelCard* card)
{
    if (!session.isOpen())
        return tr("Open an image first.");
    if (!session.restartStep())
        return session.baseMap().isEmpty()
            ? tr("Run the model first (R).")
            : tr("The steps of this mask are not kept; R runs the model again.");
    if (!card)
        return tr("The model of this run is not in the models folder any more.");
    if (!card->hasEvidence)
        return tr("The model %1 takes no strokes: it was trained without them.")
            .arg(QString::fromStdString(card->title));
    const auto bytes = session.human().slice(session.currentSlice());
    if (std::ranges::all_of(bytes, [](Label label) { return label == untouched; }))
        return tr("Paint, erase or click first (B, E, T).");
    const int classes = static_cast<int>(card->classes.size());
    if (std::ranges::none_of(bytes, [classes](Label label) { return isSaid(label, classes); }))
        return tr("None of your strokes has a label that the model knows.");
    return {};
}

SegmentRequest rerunRequest(const Session& session, const ModelCard& card)
{
    const RunFacts& run = session.runFacts();
    const int slice = session.currentSlice();
    SegmentRequest request;
    setSlices(request, *session.volume(), slice, card);
    request.steps = restartSteps;
    request.seed = run.seed;
    // Alone, the mean: noise would hide what the strokes have changed.
    if (run.chains > 1)
        request.kernel = kernelNamed(run.kernel).value_or(Kernel::PosteriorMean);
    request.chains = run.chains;
    request.labelSampling = run.labelSampling;
    request.hasEarlyStop = run.hasEarlyStop;
    request.priorRatio = run.priorRatio;
    request.evidence = std::make_shared<Evidence>(
        evidenceOf(session.human(), slice, static_cast<int>(card.classes.size())));
    request.restart = Restart{session.restartStep()};
    return request;
}

} // namespace limn
