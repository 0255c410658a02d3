#include "ui/session/segmenter_thread.h"

#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>

namespace limn {
namespace {

struct Job {
    quint64 run = 0;
    std::filesystem::path weights;
    std::string sha256;
    std::string device;
    SegmentRequest request;
    std::stop_source stop;
};

} // namespace

// The two threads meet in the queue alone: `m_shallOpen`, `m_next` and `m_stop` under `m_mutex`.
struct SegmenterThread::Worker {
public:
    Worker(SegmenterThread& door, ModuleOpener opener)
        : m_door(door)
        , m_opener(std::move(opener))
        , m_thread([this](std::stop_token stop) { work(stop); })
    {
    }

    ~Worker() { stopRun(); } // the thread's own destructor asks it to end and waits

    void open()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_shallOpen = true;
        }
        m_wake.notify_one();
    }

    void run(Job job)
    {
        stopRun();
        {
            const std::scoped_lock lock(m_mutex);
            m_stop = job.stop;
            m_next = std::move(job);
        }
        m_wake.notify_one();
    }

    void stopRun()
    {
        const std::scoped_lock lock(m_mutex);
        m_stop.request_stop();
        m_next.reset();
    }

private:
    // What is loaded, and the input that was last made for it, with what it was made of.
    struct Loaded {
        std::filesystem::path weights;
        std::string sha256;
        std::unique_ptr<Segmenter> segmenter;
        std::vector<SlicePtr> slices;
        SlicePtr input;
    };

    void work(std::stop_token stop)
    {
        while (waitForWork(stop)) {
            std::optional<Job> job;
            bool shallOpen = false;
            {
                const std::scoped_lock lock(m_mutex);
                shallOpen = std::exchange(m_shallOpen, false);
                job = std::exchange(m_next, std::nullopt);
            }
            if (shallOpen)
                announceDevices();
            if (job)
                finish(*job, guarded([&] { return segment(*job); }));
        }
        m_loaded = {};
        m_module.reset();
    }

    bool waitForWork(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait(lock, stop, [this] { return m_shallOpen || m_next; })
            && !stop.stop_requested();
    }

    // A library that throws past its room must not end the program: a person's work is in it.
    template <typename Function> static auto guarded(Function function) -> decltype(function())
    {
        try {
            return function();
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::OutOfMemory, "", "std::bad_alloc");
        } catch (const std::exception& exception) {
            return fail(ErrorCode::Internal, "", exception.what());
        }
    }

    void announceDevices()
    {
        auto devices = guarded([this]() -> Result<std::vector<DeviceInfo>> {
            if (const auto opened = openModule(); !opened)
                return std::unexpected(opened.error());
            return m_module->devices();
        });
        post([door = &m_door, devices = std::move(devices)] {
            if (devices)
                Q_EMIT door->devicesReady(*devices);
            else
                Q_EMIT door->moduleFailed(devices.error());
        });
    }

    Result<void> openModule()
    {
        if (m_module)
            return {};
        auto module = m_opener();
        if (!module)
            return std::unexpected(module.error());
        m_module = std::move(*module);
        return {};
    }

    Result<void> load(const Job& job)
    {
        // A model that a full card sent to the CPU is loaded anew: the card may have room by now.
        if (m_loaded.segmenter && m_loaded.weights == job.weights && m_loaded.sha256 == job.sha256
            && m_loaded.segmenter->device() == job.device)
            return {};
        m_loaded = {}; // before the next takes its memory
        auto segmenter = m_module->load(job.weights, job.device);
        if (!segmenter)
            return std::unexpected(segmenter.error());
        m_loaded = {job.weights, job.sha256, std::move(*segmenter), {}, nullptr};
        return {};
    }

    // The same input for the same slices, so that the model finds its features again.
    Result<SlicePtr> inputFor(const SegmentRequest& request)
    {
        if (!request.slice)
            return fail(ErrorCode::BadArgument, "", "no picture");
        const auto slices = request.inputs.empty() ? std::vector{request.slice} : request.inputs;
        if (slices == m_loaded.slices)
            return m_loaded.input;
        auto made = inputOf(slices, m_loaded.segmenter->card());
        if (made) {
            m_loaded.slices = slices;
            m_loaded.input = *made;
        }
        return made;
    }

    Result<StepPtr> segment(Job& job)
    {
        if (const auto opened = openModule(); !opened)
            return std::unexpected(opened.error());
        if (job.stop.stop_requested())
            return fail(ErrorCode::Cancelled, "");
        if (const auto loaded = load(job); !loaded)
            return std::unexpected(loaded.error());
        auto slice = inputFor(job.request);
        if (!slice)
            return std::unexpected(slice.error());
        job.request.slice = *slice;
        bool hasMoved = false;
        const auto tellMove = [&] {
            if (hasMoved || m_loaded.segmenter->device() == job.device)
                return;
            hasMoved = true;
            postOf(job.run, [door = &m_door, device = QString::fromStdString(job.device)] {
                Q_EMIT door->movedToCpu(device);
            });
        };
        tellMove();
        return m_loaded.segmenter->run(job.request, job.stop.get_token(), [&](StepPtr step) {
            tellMove();
            postOf(job.run,
                   [door = &m_door, step = std::move(step)] { Q_EMIT door->stepReady(step); });
        });
    }

    void finish(const Job& job, const Result<StepPtr>& result)
    {
        postOf(job.run, [door = &m_door, result] {
            door->end();
            if (result)
                Q_EMIT door->runEnded();
            else if (result.error().code == ErrorCode::Cancelled)
                Q_EMIT door->runStopped();
            else
                Q_EMIT door->runFailed(result.error());
        });
    }

    // The one place that changes threads.
    template <typename Function> void post(Function function)
    {
        QMetaObject::invokeMethod(&m_door, std::move(function), Qt::QueuedConnection);
    }

    template <typename Function> void postOf(quint64 run, Function function)
    {
        post([door = &m_door, run, function = std::move(function)] {
            if (run == door->m_run)
                function();
        });
    }

    SegmenterThread& m_door;
    ModuleOpener m_opener;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_shallOpen = false;
    std::optional<Job> m_next; // at most one waits
    std::stop_source m_stop; // of the last run

    // The thread's own.
    std::unique_ptr<SegmenterModule> m_module;
    Loaded m_loaded;

    std::jthread m_thread; // last: it ends before what it uses
};

SegmenterThread::SegmenterThread(ModuleOpener opener, QObject* parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(*this, std::move(opener)))
{
}

SegmenterThread::~SegmenterThread() = default;

void SegmenterThread::start()
{
    m_worker->open();
}

void SegmenterThread::run(const ModelCard& model, const QString& device,
                          const SegmentRequest& request)
{
    m_worker->run({++m_run, model.file, model.sha256, device.toStdString(), request, {}});
    if (!std::exchange(m_isRunning, true))
        Q_EMIT runningChanged(true);
}

void SegmenterThread::stop()
{
    if (!m_isRunning)
        return;
    m_worker->stopRun();
    end();
    Q_EMIT runStopped();
}

bool SegmenterThread::isRunning() const
{
    return m_isRunning;
}

void SegmenterThread::end()
{
    ++m_run;
    m_isRunning = false;
    Q_EMIT runningChanged(false);
}

} // namespace limn
