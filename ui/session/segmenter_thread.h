// The model's thread: opens the module, loads a model, runs it, and hands each step over.
#pragma once

#include "model/segmenter.h"

#include <QObject>

#include <functional>
#include <memory>

namespace limn {

using ModuleOpener = std::function<Result<std::unique_ptr<SegmenterModule>>()>;

// The door lives on the UI thread; its work on one thread of its own. All signals come on the UI
// thread. Nothing of a stopped or overtaken run is ever signalled after stop() or the next run()
// returned; an overtaken run says nothing at all, and isRunning() stays true. The last model stays
// loaded.
class SegmenterThread : public QObject {
    Q_OBJECT

public:
    explicit SegmenterThread(ModuleOpener opener, QObject* parent = nullptr);
    ~SegmenterThread() override; // stops the run and waits for at most the step in progress

    void start(); // opens the module in the background, then devicesReady or moduleFailed
    // The request's slices become the model's input there (inputOf in model/segmenter.h).
    void run(const ModelCard& model, const QString& device, const SegmentRequest& request);
    void stop();
    bool isRunning() const;

Q_SIGNALS:
    void devicesReady(std::vector<limn::DeviceInfo> devices);
    void moduleFailed(limn::Error error);
    void runningChanged(bool running);
    void stepReady(limn::StepPtr step);
    void movedToCpu(QString device); // that card was full: the run goes on on the CPU; once a run
    void runEnded(); // complete
    void runStopped(); // by stop()
    void runFailed(limn::Error error);

private:
    struct Worker;
    void end(); // no run is going on any more

    quint64 m_run = 0; // results of another number are dropped
    bool m_isRunning = false;
    std::unique_ptr<Worker> m_worker;
};

} // namespace limn
