// Strokes as evidence: the re-run with them, the two runs A and B, and the live mode.
#pragma once

#include "model/data/model_card.h"
#include "ui/session/segmenter_thread.h"
#include "ui/session/session.h"

#include <QObject>

#include <vector>

class QAction;

namespace limn {

class SteeringBar;

// Lives beside the window. It asks for re-runs by a signal; their steps reach the session by
// whoever runs them.
class Steering : public QObject {
    Q_OBJECT

public:
    // The actions and the bar belong to `window`.
    Steering(Session& session, SegmenterThread& segmenter, QWidget* window);

    void setModels(std::vector<ModelCard> models);
    SteeringBar* bar() { return m_bar; }
    QAction* rerunAction() const { return m_rerun; }
    QAction* liveAction() const { return m_live; } // checkable
    QList<QAction*> actions() const { return {m_rerun, m_live, m_swap, m_take, m_keep}; }
    bool isRerunning() const { return m_isRerunning; } // the run in progress is a re-run
    void refresh();

Q_SIGNALS:
    void rerunRequested();
    void stopRequested();

private:
    const ModelCard* modelOfRun() const;
    QString obstacle() const;
    void rerun();
    void noteStroke(int slice);
    void setLive(bool isLive);
    void runEnded();
    void showActions();
    void showBar();
    QString sentence() const;

    Session& m_session;
    SegmenterThread& m_segmenter;
    std::vector<ModelCard> m_models;
    QAction* m_rerun;
    QAction* m_live;
    QAction* m_swap;
    QAction* m_take;
    QAction* m_keep;
    SteeringBar* m_bar;
    bool m_isRerunning = false;
    bool m_hasNewStroke = false; // live: made while another run was in progress
};

} // namespace limn
