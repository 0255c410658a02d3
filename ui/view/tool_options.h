// What the active tool can be told, at the canvas's top: size and tip of the brush, shape, reach,
// tolerance, the label that it puts in, and where it may paint.
#pragma once

#include "ui/tools/tool_settings.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;
class QSpinBox;
class QToolButton;

namespace limn {

class Canvas;
class PaintRulesPopup;
class Segmented;
class Session;
struct ToolInfo;

class ToolOptions : public QWidget {
    Q_OBJECT

public:
    ToolOptions(Session& session, Canvas& canvas);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void makeRow();
    void connectControls();
    const ToolInfo& info() const;
    void showTool();
    void showSettings();
    void showLabel();
    void showRules();
    template <typename Change> void change(const Change& change);

    Session& m_session;
    Canvas& m_canvas;
    QLabel* m_caption;
    QSlider* m_slider; // a hundredth of an octave a step
    QSpinBox* m_size; // pixels
    Segmented* m_tip;
    Segmented* m_shape;
    Segmented* m_reach;
    QLabel* m_toleranceCaption;
    QDoubleSpinBox* m_tolerance; // per cent of the display window
    Segmented* m_measure;
    QWidget* m_swatch;
    QLabel* m_label;
    QToolButton* m_where;
    PaintRulesPopup* m_rules;
};

} // namespace limn
