// What a person can tell the tools; remembered from one start to the next.
#pragma once

#include "model/data/label_table.h"

namespace limn {

enum class BrushTip { Round, Square };
enum class SizeUnit { Picture, Screen }; // pixels of the picture, or of the screen (follows the zoom)
enum class ShapeKind { Rectangle, Ellipse };
enum class FillReach { Connected, Everywhere };
enum class MeasureKind { Length, Angle, Area };

// Which pixels a tool may change, beside what locks forbid.
struct PaintRules {
    bool hasProbability = false; // only where the current label's probability is above this
    double leastProbability = 0.5;
    bool hasRange = false; // only where the picture's value is in this range
    double lowest = 0, highest = 255;
    bool hasLabel = false; // only where this label is shown now
    Label insideLabel = background;

    bool isAny() const { return hasProbability || hasRange || hasLabel; }
    bool operator==(const PaintRules&) const = default;
};

struct ToolSettings {
    int brushSize = 18; // across, in sizeUnit
    SizeUnit sizeUnit = SizeUnit::Picture;
    BrushTip tip = BrushTip::Round;
    bool hasPressure = true; // a pen's pressure makes the brush smaller
    PaintRules rules;
    ShapeKind shape = ShapeKind::Rectangle;
    FillReach reach = FillReach::Connected;
    double tolerance = 8; // of wand and threshold brush: per cent of the display window's width
    MeasureKind measure = MeasureKind::Length;

    bool operator==(const ToolSettings&) const = default;
};

} // namespace limn
