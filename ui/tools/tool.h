// What a tool on the canvas is: it gets the pointer in pixels of the picture and makes one undo
// step.
#pragma once

#include "ui/session/session.h"
#include "ui/tools/stroke_mask.h"

#include <functional>

namespace limn {

// The pointer, of a mouse or a pen. Pixel (0, 0) covers 0 <= x < 1; may lie outside the picture.
struct ToolPoint {
    double x = 0, y = 0;
    bool isFlipped = false; // Ctrl is held (see Tool::hasOpposite): the tool does its opposite
    double pressure = 1; // 0..1; 1 for a mouse
};

inline constexpr int smallestBrush = 1, largestBrush = 4000; // pixels across

// A click that said a label; of effect while the person's layer still has it there.
struct ClickMark {
    int slice = 0;
    int x = 0, y = 0;
    Label label = background;
};

// What the tools of one canvas share, and what they ask of it.
struct ToolContext {
    Session& session;
    int brushSize = 18; // pixels of the picture across
    std::vector<ClickMark> clicks = {}; // of the open picture
    std::function<double()> scale = [] { return 1.0; }; // device-independent pixels a pixel
    std::function<void(Rect)> strokeChanged; // the stroke in progress differs in this box
    std::function<void(double, double)> panBy; // moves the picture under the pointer, in its pixels
};

// The canvas calls press, then move while the button is down, then release; cancel at any time
// (Escape, another slice) drops what was begun and leaves no trace.
class Tool {
public:
    virtual ~Tool() = default;
    virtual void press(const ToolPoint& point) = 0;
    virtual void move(const ToolPoint& point) = 0;
    virtual void release(const ToolPoint& point) = 0;
    virtual void cancel() = 0;
    virtual bool isBusy() const = 0; // between press and release

    // The right button (when it does not drag) and Shift do the tool's opposite too.
    virtual bool hasOpposite() const { return false; }

    // The stroke in progress; null for a tool that changes no label.
    virtual const StrokeMask* stroke() const { return nullptr; }
};

// The labels that no stroke changes.
StrokeMask::LockedLabels lockedLabels(const Session& session);

} // namespace limn
