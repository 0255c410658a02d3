// What the active tool can be told, at the canvas's top: the brush's size, and the label that it
// paints.
#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QSpinBox;

namespace limn {

class Canvas;
class Session;

class ToolOptions : public QWidget {
    Q_OBJECT

public:
    ToolOptions(Session& session, Canvas& canvas);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showTool();
    void showSize();
    void showLabel();

    Session& m_session;
    Canvas& m_canvas;
    QSlider* m_slider = nullptr; // a hundredth of an octave a step
    QSpinBox* m_size = nullptr; // pixels
    QWidget* m_swatch = nullptr;
    QLabel* m_label = nullptr;
};

} // namespace limn
