// What a tool on the canvas is: it gets the pointer in pixels of the picture and makes one undo
// step.
#pragma once

#include "ui/session/session.h"
#include "ui/tools/stroke_mask.h"
#include "ui/tools/tool_drawing.h"
#include "ui/tools/tool_settings.h"

#include <functional>

namespace limn {

// The pointer, of a mouse or a pen. Pixel (0, 0) covers 0 <= x < 1; may lie outside the picture.
struct ToolPoint {
    double x = 0, y = 0;
    bool isFlipped = false; // Ctrl is held (see Tool::hasOpposite): the tool does its opposite
    double pressure = 1; // 0..1; 1 for a mouse
    bool isStraight = false; // Shift is held: squares, circles, straight lines

    Place place() const { return {x, y}; }
};

inline constexpr int smallestBrush = 1, largestBrush = 4000; // across

// A click that said a label; of effect while the person's layer still has it there.
struct ClickMark {
    int slice = 0;
    int x = 0, y = 0;
    Label label = background;
};

// What was copied, to be pasted on any slice or picture.
struct CopiedRegion {
    PixelRegion region;
    Label label = background;
};

// What the tools of one canvas share, and what they ask of it.
struct ToolContext {
    Session& session;
    ToolSettings settings = {};
    std::vector<ClickMark> clicks = {}; // of the open picture
    CopiedRegion copied = {};
    std::function<double()> scale = [] { return 1.0; }; // device-independent pixels a pixel
    std::function<void(Rect)> strokeChanged = [](Rect) {}; // the stroke in progress differs here
    std::function<void()> drawingChanged = [] {}; // what drawing() says is another
    std::function<void(double, double)> panBy = [](double, double) {}; // moves the picture, in its pixels
    std::function<void(const QString&)> told = [](const QString&) {}; // why nothing was done
    std::function<void()> backToPrevious = [] {}; // the tool was for once: the one before is next
    std::function<void()> settingsChanged = [] {}; // a tool has changed them by itself
};

// How wide the brush is, in pixels of the picture.
double brushAcross(const ToolContext& context);

// The canvas calls press, then move while the button is down, then release; hover while none is;
// cancel at any time (Escape, another slice) drops what was begun and leaves no trace.
class Tool {
public:
    virtual ~Tool() = default;
    virtual void press(const ToolPoint& point) = 0;
    virtual void move(const ToolPoint& point) = 0;
    virtual void release(const ToolPoint& point) = 0;
    virtual void hover(const ToolPoint&) { }
    virtual void cancel() = 0;
    virtual void leave() { cancel(); } // another tool is chosen
    virtual void leaveSlice() { cancel(); } // another slice is shown
    virtual bool isBusy() const = 0; // something is begun that Escape drops

    // Of a tool that is built up by several clicks: while it takes keys, these two are its own.
    virtual bool takesKeys() const { return false; }
    virtual void finish() { } // Enter
    virtual void stepBack() { } // Backspace: takes the last click back

    // The right button (when it does not drag) and Shift do the tool's opposite too.
    virtual bool hasOpposite() const { return false; }

    // The stroke in progress; null for a tool that changes no label.
    virtual const StrokeMask* stroke() const { return nullptr; }
    // What is drawn on the picture beside it.
    virtual ToolDrawing drawing() const { return {}; }
};

// What a tool puts in: the current label, or background; where a rule forbids it, nothing.
PaintLimits limitsOf(const ToolContext& context, Label value);

// Tells a person why nothing at all could be painted; nothing where something could.
void tellObstacle(const ToolContext& context, const PaintLimits& limits);

// Puts the current label, or background, into a region of the current slice: one undo step.
void paintRegion(ToolContext& context, const PixelRegion& region, bool isErasing,
                 const QString& text);

} // namespace limn
