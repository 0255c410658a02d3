// Below the canvas: the steps of the run, with the keys to walk through them.
#pragma once

#include "ui/session/session.h"

#include <QFrame>
#include <QList>
#include <QTimer>

class QAction;
class QHBoxLayout;
class QLabel;

namespace limn {

class ChangeCurve;
class FilmStrip;
class StepPlayer;

class Timeline : public QFrame {
    Q_OBJECT

public:
    explicit Timeline(Session& session, QWidget* parent = nullptr);

    // A run of so many steps began, or (0) ended.
    void setExpectedSteps(int count);
    void setRunObstacle(const QString& reason); // said where steps would be; empty: R runs
    void setPlayIntervalMs(int intervalMs);
    void stopPlaying();
    QList<QAction*> stepActions() const { return m_actions; }
    void addControl(QAction* action); // beside the step keys
    void addControls(const QList<QAction*>& actions); // buttons below those of the steps

private:
    QAction* addStepAction(const char* id);
    QWidget* makeControls();
    void step(int index);
    void refresh();

    Session& m_session;
    QString m_runObstacle;
    int m_expectedSteps = 0;
    StepPlayer* m_player;
    FilmStrip* m_film;
    ChangeCurve* m_curve;
    QHBoxLayout* m_buttons = nullptr;
    QLabel* m_elapsed;
    QLabel* m_empty;
    QList<QAction*> m_actions;
    QAction* m_play = nullptr;
    QHBoxLayout* m_more = nullptr; // see addControls()
    QTimer m_soon;
};

} // namespace limn
