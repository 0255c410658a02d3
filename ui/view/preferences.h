// What a person has set: kept in QSettings, shown by the preferences window.
#pragma once

#include "ui/view/key_map.h"
#include "ui/view/theme.h"

#include <QString>

namespace limn {

enum class RightDrag { Window, Zoom };

struct MouseSettings {
    RightDrag rightDrag = RightDrag::Window;
    bool isLevelReversed = false; // dragging down makes brighter
    bool isWidthReversed = false; // dragging to the right makes narrower

    bool operator==(const MouseSettings&) const = default;
};

struct Preferences {
    QString language; // "de"; empty: the system's
    ThemeChoice theme = ThemeChoice::System;
    int scalePercent = 0; // of everything, from the next start on; 0: the system's
    KeyMap keys;
    MouseSettings mouse;
    QString annotator; // whose work it is; empty: nobody's name is kept
    bool visitsFirst = true; // accepting goes to doubtful places that nobody has seen
    QString modelFolder; // besides the program's and the user's; from the next start on
    QString exportFolder; // for masks; empty: a folder beside the images
    int stepMemoryMb = 1024; // for the steps of runs; more goes to the disk
    int aheadMemoryMb = 512; // for images that are decoded ahead

    bool operator==(const Preferences&) const = default;
};

Preferences keptPreferences();
void keepPreferences(const Preferences& preferences);

} // namespace limn
