#include "app/run_ahead.h"

#include "app/mask_export.h"
#include "app/model_input.h"
#include "app/opening.h"
#include "app/running.h"
#include "model/data/compose.h"
#include "model/data/look_next.h"
#include "ui/session/class_labels.h"

#include <algorithm>

namespace limn {

namespace fs = std::filesystem;

namespace {

constexpr int imagesAhead = 5;
constexpr double tau = 0.5;

// The slices that the request needs, read where they were not yet.
Result<SegmentRequest> requestOf(Volume& volume, int slice, const ModelCard& model,
                                 ImportClient& client, const std::stop_token& stop)
{
    for (const int index : inputSlices(volume, slice, model))
        if (const auto read = readInto(volume, index, client, stop); !read)
            return std::unexpected(read.error());
    SegmentRequest request;
    setSlices(request, volume, slice, model);
    return request;
}

} // namespace

RunAhead::RunAhead(WorkList& workList, SegmenterThread& runs, ModuleOpener opener,
                   FileThread& files, ImportClient& client, Keeping& keeping, QObject* parent)
    : QObject(parent)
    , m_workList(workList)
    , m_runs(runs)
    , m_opener(std::move(opener))
    , m_files(files)
    , m_client(client)
    , m_keeping(keeping)
{
    connect(&runs, &SegmenterThread::runningChanged, this, [this](bool isRunning) {
        if (isRunning)
            stop();
        else
            goOn();
    });
    connect(&workList, &WorkList::itemsChanged, this, [this] {
        m_tried.clear();
        stop();
    });
    // What a person opens is a person's from now on.
    connect(&workList, &WorkList::currentChanged, this, [this](int index) {
        if (index >= 0 && m_workList.items()[static_cast<std::size_t>(index)].path == m_image.path)
            stop();
    });
}

void RunAhead::setOn(bool isOn, const RunChoice& choice)
{
    stop();
    m_isOn = isOn;
    m_choice = choice;
    m_tried.clear();
    goOn();
}

const ModelCard* RunAhead::model() const
{
    const auto model =
        std::ranges::find(m_models, m_choice.modelName.toStdString(), &ModelCard::name);
    return model == m_models.end() ? nullptr : &*model;
}

void RunAhead::stop()
{
    ++m_number;
    m_stop.request_stop();
    m_stop = {};
    if (m_isBusy && m_segmenter)
        m_segmenter->stop();
    if (m_isBusy)
        m_tried.erase(m_image.path); // it was not finished
    m_isBusy = false;
    m_image = {};
    m_step.reset();
}

void RunAhead::goOn()
{
    if (!m_isOn || m_isBusy || m_runs.isRunning() || !model())
        return;
    for (const int index : m_workList.nextTodos(imagesAhead)) {
        const WorkItem& item = m_workList.items()[static_cast<std::size_t>(index)];
        if (item.status == ImageStatus::Todo && item.doubt < 0 && !m_tried.contains(item.path)) {
            open(item.files());
            return;
        }
    }
}

void RunAhead::open(const ImageFiles& files)
{
    m_isBusy = true;
    m_tried.insert(files.path);
    m_image = {files.path, 0, {}, {}};
    m_files.post(FileThread::Turn::Later,
                 [this, files, card = *model(), number = ++m_number,
                  own = m_stop](std::stop_token stop) mutable {
                     if (own.stop_requested())
                         return;
                     const std::stop_callback both(stop, [&own] { own.request_stop(); });
                     Image image{files.path, 0, {}, {}};
                     VolumePtr ready; // null: it can't be run
                     if (auto volume = openForShowing(m_client, files, own.get_token())) {
                         image.slice = firstShownSlice(**volume);
                         auto request =
                             requestOf(**volume, image.slice, card, m_client, own.get_token());
                         if (request) {
                             image.request = std::move(*request);
                             ready = *volume;
                         }
                     }
                     QMetaObject::invokeMethod(
                         this, [this, number, ready, image = std::move(image)]() mutable {
                             if (number != m_number)
                                 return;
                             if (ready) {
                                 image.key = m_keeping.keyOf(image.path, *ready);
                                 begin(std::move(image));
                             } else { // told when a person opens it
                                 m_isBusy = false;
                                 goOn();
                             }
                         });
                 });
}

void RunAhead::begin(Image image)
{
    m_image = std::move(image);
    m_keeping.journal().readImage(
        m_image.key, [this, number = m_number](const Result<KeptImage>& kept) {
            if (number != m_number)
                return;
            if (!kept || kept->state || !model()) { // somebody has worked on it
                m_isBusy = false;
                goOn();
                return;
            }
            if (!m_segmenter) {
                m_segmenter = std::make_unique<SegmenterThread>(m_opener);
                connect(m_segmenter.get(), &SegmenterThread::stepReady, this,
                        [this](const StepPtr& step) { m_step = step; });
                connect(m_segmenter.get(), &SegmenterThread::runEnded, this, &RunAhead::keep);
                connect(m_segmenter.get(), &SegmenterThread::runFailed, this, [this] {
                    m_isBusy = false; // told when a person runs it
                    goOn();
                });
                m_segmenter->start();
            }
            SegmentRequest& request = m_image.request;
            setOptions(request, m_choice);
            m_segmenter->run(*model(), m_choice.device, request);
        });
}

// As if a person had run it and gone on: the map, and how much of it is in doubt.
void RunAhead::keep()
{
    m_isBusy = false;
    const StepPtr step = std::exchange(m_step, nullptr);
    if (step && model() && step->posterior.size == m_image.key.size) {
        const std::string placeholder = Session::tr("Label 1").toStdString();
        const HumanLayer nobody = untouchedLayer(m_image.key.size, 1);
        std::vector<Label> labels(m_image.key.size.area());
        composeInto(labels, nobody.slice(0), step->posterior, tau, m_image.key.size,
                    wholeOf(m_image.key.size));
        StateUpdate update;
        update.labels =
            withClasses(tableOf({placeholder}), model()->classes, {}, placeholder, nobody);
        update.baseStep = step->index;
        update.maps[m_image.slice] = {
            std::shared_ptr<const ProbabilityMap>(step, &step->posterior),
            factsOf(*model(), m_image.request, m_choice.device.toStdString())};
        update.looks.resize(static_cast<std::size_t>(m_image.key.sliceCount));
        const double doubt = lookNext(step->posterior, step.get(), labels, nobody.slice(0)).doubt;
        update.looks[static_cast<std::size_t>(m_image.slice)].doubt = doubt;
        m_keeping.journal().state(m_image.key, std::move(update));
        const auto item = std::ranges::find(m_workList.items(), m_image.path, &WorkItem::path);
        if (item != m_workList.items().end()) {
            m_workList.setDoubt(static_cast<int>(item - m_workList.items().begin()), doubt);
            Q_EMIT done(item->name);
        }
    }
    m_image = {};
    goOn();
}

} // namespace limn
