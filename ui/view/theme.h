// Every colour and measure of the window; no colour is written anywhere else (colour maps apart).
#pragma once

#include <QColor>

class QApplication;

namespace limn {

struct Theme {
    bool isDark = true;
    QColor canvas, window, panel, raised, border, text, muted, accent, accentFill, onAccent, good, doubt, bad;
};

const Theme& theme(); // the one in force; follows the system until applyTheme() was told otherwise

enum class ThemeChoice { System, Dark, Light };

// Fusion style, palette and the short style sheet made from the tokens.
void applyTheme(QApplication& application, ThemeChoice choice);

// The canvas is dark in both themes, so what lies on it is the same in both.
namespace on_canvas {
inline constexpr QColor text{230, 232, 234}, muted{154, 160, 168}, backing{13, 14, 16, 178};
inline constexpr QColor line{255, 255, 255}, hatch{255, 255, 255, 150}, halo{0, 0, 0, 140}; // seen on black and on white
inline constexpr QColor doubt{240, 180, 60}, good{110, 200, 115}; // of a marked place
inline constexpr QColor changed{255, 196, 0}; // what a re-run would change
inline constexpr QColor ours{58, 134, 255}, theirs{245, 140, 30}; // of two masks, where one alone has a label
inline constexpr QColor graphics{120, 220, 232}; // of the file
} // namespace on_canvas

namespace measure { // device-independent pixels
inline constexpr int grid = 4, panelMargin = 12, control = 28, radius = 6, icon = 18, toolButton = 34;
inline constexpr int leftDock = 236, rightDock = 268, timeline = 128, fontPx = 13, captionPx = 11;
} // namespace measure

} // namespace limn
