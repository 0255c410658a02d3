// Runs the model on the shown slice: what the window asks for goes to the model's thread, each step
// comes back to the session.
#pragma once

#include "model/data/model_card.h"
#include "ui/session/segmenter_thread.h"
#include "ui/session/session.h"
#include "ui/view/run_choice.h"

#include <QObject>

#include <functional>
#include <vector>

namespace limn {

void setOptions(SegmentRequest& request, const RunOptions& options);

class Running : public QObject {
    Q_OBJECT

public:
    Running(Session& session, SegmenterThread& segmenter, QObject* parent = nullptr);

    void setModels(std::vector<ModelCard> models) { m_models = std::move(models); }
    const std::vector<ModelCard>& models() const { return m_models; }
    void run(const RunChoice& choice);
    void rerun(const QString& device); // goes on from the shown run with the person's strokes
    void stop();
    void dropWaiting() { m_waiting = {}; } // a slice that it waits for can't be read

Q_SIGNALS:
    void failed(const limn::Error& error);
    void movedToCpu(const QString& device);

private:
    bool waitsForInput(const ModelCard& model, std::function<void()> again);
    void goOn();
    void addStep(const StepPtr& step);
    void end();

    Session& m_session;
    SegmenterThread& m_segmenter;
    std::vector<ModelCard> m_models;
    int m_slice = 0; // of the run in progress
    std::function<void()> m_waiting; // what is done when all slices of the model's input are read
};

} // namespace limn
