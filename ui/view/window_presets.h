// Display windows with names: the usual ones of CT, which a person may change.
#pragma once

#include "model/data/volume.h"

#include <QString>

#include <vector>

namespace limn {

struct WindowPreset {
    QString name;
    double width = 1, level = 0;

    bool operator==(const WindowPreset&) const = default;
};

inline constexpr int presetCount = 6; // Ctrl+4 to Ctrl+9

// Soft tissue, lung, bone, brain, liver (as OHIF has them), abdomen (as 3D Slicer): no standard names
// them, so they can be changed.
std::vector<WindowPreset> usualPresets();
std::vector<WindowPreset> keptPresets(); // what a person made of them
void keepPresets(const std::vector<WindowPreset>& presets);

DisplayWindow windowOf(const WindowPreset& preset);

} // namespace limn
