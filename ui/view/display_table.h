// Every way to show what the model says: the one table that the chooser, its keys and the settings
// are made of.
#pragma once

#include "ui/session/session.h"
#include "ui/view/overlay_settings.h"

#include <QString>

#include <optional>
#include <span>

namespace limn {

enum class DisplayScale {
    Labels, // the labels' own colours
    Share, // 0..1
    Doubt, // 0..1, fainter where there is little of it
    Nats, // from 0 up
    Steps, // one colour a step
    Difference, // -1..1
};

struct Display {
    OverlayMode mode;
    const char* id; // in the settings
    const char* name; // these two: see the functions below
    const char* sentence;
    const char* key; // empty: none
    DisplayScale scale = DisplayScale::Labels;
    bool hasClass = false; // shows one label, which can be chosen
    bool isFirstOfGroup = false;
};

std::span<const Display> displayTable();
const Display& displayOf(OverlayMode mode);
std::optional<OverlayMode> displayNamed(const QString& id);
QString nameOf(const Display& display); // translated
QString sentenceOf(const Display& display);

// Why it can't be shown of the session as it is now; empty when it can.
QString displayObstacle(OverlayMode mode, const Session& session);

} // namespace limn
