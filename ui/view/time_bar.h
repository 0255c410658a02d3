// Time, the second axis of a stack: a slider, play and pause, at the canvas's bottom.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace limn {

class Canvas;
class Session;

// Shown while the picture has several volumes.
class TimeBar : public QWidget {
    Q_OBJECT

public:
    TimeBar(Session& session, Canvas& canvas);

    bool isPlaying() const { return m_timer.isActive(); }
    void togglePlaying();
    void nameKeys(); // again, after they have changed

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showVolume(); // the new picture
    void showTime();
    void showNext();

    Session& m_session;
    Canvas& m_canvas;
    QToolButton* m_play;
    QSlider* m_slider;
    QLabel* m_words;
    QTimer m_timer;
};

} // namespace limn
