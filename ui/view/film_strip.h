// The thumbnails of a run's steps, done and to come; a click or a drag picks the base step.
#pragma once

#include "ui/session/session.h"
#include "ui/view/step_thumbnail.h"

#include <QScrollArea>

#include <vector>

class QHBoxLayout;

namespace limn {

class FilmStrip : public QScrollArea {
    Q_OBJECT

public:
    explicit FilmStrip(Session& session, QWidget* parent = nullptr);

    // How many steps the run in progress will have; they are outlined until they arrive.
    void setExpectedSteps(int count);
    void refresh(); // steps or picture changed
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; // along the steps

private:
    void refreshBase();
    void refreshEdits();
    void showBase();
    void arrange(int count);
    StepThumbnail* makeThumbnail(int step);
    void fitWidths();
    void fill(StepThumbnail& thumbnail, const Step& step, const QImage& under);
    void pickAt(QPoint globalPosition);
    QImage underlay() const; // the picture, darkened, in device pixels

    Session& m_session;
    int m_expectedSteps = 0;
    QWidget* m_row;
    QHBoxLayout* m_layout;
    std::vector<StepThumbnail*> m_thumbnails; // steps 1..
    StepThumbnail* m_end; // the state at t = 0
    std::vector<StepPtr> m_shown; // whose pictures the thumbnails hold
};

} // namespace limn
