#include "app/running.h"

#include "app/mask_export.h"
#include "ui/session/rerun.h"

#include <algorithm>
#include <utility>

namespace limn {

void setOptions(SegmentRequest& request, const RunOptions& options)
{
    request.steps = options.steps;
    request.seed = options.seed;
    request.kernel = options.kernel;
    request.chains = options.chains;
    request.labelSampling = options.labelSampling;
    request.hasEarlyStop = options.hasEarlyStop;
    request.priorRatio = options.priorRatio;
}

Running::Running(Session& session, SegmenterThread& segmenter, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_segmenter(segmenter)
{
    connect(&segmenter, &SegmenterThread::stepReady, this, &Running::addStep);
    connect(&segmenter, &SegmenterThread::runEnded, this, &Running::end);
    connect(&segmenter, &SegmenterThread::runStopped, this, &Running::end);
    connect(&segmenter, &SegmenterThread::movedToCpu, this, &Running::movedToCpu);
    connect(&segmenter, &SegmenterThread::runFailed, this, [this](Error error) {
        end();
        if (error.subject.empty() && m_session.isOpen())
            error.subject = m_session.volume()->source.files.front().filename().string();
        Q_EMIT failed(error);
    });
    // Another picture, or another slice: the run in progress belongs to neither.
    connect(&session, &Session::opened, this, &Running::stop);
    connect(&session, &Session::sliceRead, this, &Running::goOn);
    connect(&session, &Session::sliceChanged, this, [this] {
        if (m_session.currentSlice() != m_slice)
            dropWaiting();
        if (m_segmenter.isRunning() && m_session.currentSlice() != m_slice)
            stop();
    });
}

void Running::run(const RunChoice& choice)
{
    const auto model =
        std::ranges::find(m_models, choice.modelName.toStdString(), &ModelCard::name);
    if (model == m_models.end()) {
        Q_EMIT failed({ErrorCode::ModelNotFound, choice.modelName.toStdString(), {}});
        return;
    }
    const SlicePtr slice = m_session.isOpen()
        ? m_session.volume()->slices[static_cast<std::size_t>(m_session.currentSlice())]
        : nullptr;
    if (!slice)
        return; // not read yet; the window's button says so
    m_segmenter.stop();
    m_slice = m_session.currentSlice();
    if (waitsForInput(*model, [this, choice] { run(choice); }))
        return;
    SegmentRequest request;
    setSlices(request, *m_session.volume(), m_slice, *model);
    setOptions(request, choice);
    m_session.beginRun(m_slice, factsOf(*model, request, choice.device.toStdString()),
                       model->classes);
    m_segmenter.run(*model, choice.device, request);
}

// By the model of the run that is shown; what is chosen for the next run may be another one. A
// re-run that is in progress is overtaken.
void Running::rerun(const QString& device)
{
    const RunFacts facts = m_session.isOpen() ? m_session.runFacts() : RunFacts{};
    const auto model = std::ranges::find(m_models, facts.modelName, &ModelCard::name);
    if (model == m_models.end() || !rerunObstacle(m_session, &*model).isEmpty())
        return; // the window says why
    m_slice = m_session.currentSlice();
    if (waitsForInput(*model, [this, device] { rerun(device); }))
        return;
    const SegmentRequest request = rerunRequest(m_session, *model);
    m_session.beginRerun(factsOf(*model, request, device.toStdString(), &facts));
    m_segmenter.run(*model, device, request);
}

// Asks for the slices of the model's input that were not read yet; the run then begins with the
// last of them.
bool Running::waitsForInput(const ModelCard& model, std::function<void()> again)
{
    m_waiting = {};
    const Volume& volume = *m_session.volume();
    std::vector<int> missing;
    for (const int index : inputSlices(volume, m_slice, model))
        if (!volume.slices[static_cast<std::size_t>(index)])
            missing.push_back(index);
    if (missing.empty())
        return false;
    m_waiting = std::move(again);
    for (const int index : missing)
        m_session.needSlice(index);
    return true;
}

void Running::goOn()
{
    if (const auto again = std::exchange(m_waiting, {}))
        again(); // asks again for what is still missing
}

void Running::stop()
{
    m_waiting = {};
    m_segmenter.stop();
}

void Running::addStep(const StepPtr& step)
{
    m_session.addStep(m_slice, step);
}

void Running::end()
{
    if (m_session.isOpen())
        m_session.endRun(m_slice);
}

} // namespace limn
