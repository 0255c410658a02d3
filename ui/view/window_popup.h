// Grey levels: histogram, width and level, presets, and how pixels are drawn.
#pragma once

#include "ui/view/window_presets.h"

#include <QFrame>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QHBoxLayout;
class QPushButton;

namespace limn {

class Canvas;
class ChoiceBox;
class Session;

class WindowPopup : public QFrame {
    Q_OBJECT

public:
    WindowPopup(Session& session, Canvas& canvas);

    void openAt(QPoint globalPlace); // its lower left corner

private:
    void makePresets(QGridLayout& grid);
    void makeButtons(QHBoxLayout& row);
    void showFileWindows();
    void connectControls();
    void showWindow();
    void changePreset(int index); // takes the window that is shown
    void showPresets();

    Session& m_session;
    Canvas& m_canvas;
    bool m_isShowing = false; // told, not by a person
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_level;
    ChoiceBox* m_fileWindows; // to choose one
    std::vector<std::pair<QPushButton*, QString>> m_buttons; // with what they say, keys to be named
    QCheckBox* m_inverted;
    QCheckBox* m_smooth;
    std::vector<QPushButton*> m_presetButtons;
};

} // namespace limn
