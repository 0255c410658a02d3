// Tools that change nothing: the eyedropper picks the label under it, the crosshair shows the value.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

// Then the tool before it is active again.
class EyedropperTool : public Tool {
public:
    explicit EyedropperTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override { press(point); }
    void release(const ToolPoint& point) override;
    void cancel() override { }
    bool isBusy() const override { return false; }

private:
    ToolContext& m_context;
};

// Follows the pointer; a click leaves it where it is until the next one or Escape.
class CrosshairTool : public Tool {
public:
    explicit CrosshairTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override { move(point); }
    void hover(const ToolPoint& point) override;
    void cancel() override;
    void leaveSlice() override { m_context.drawingChanged(); } // stays where it is
    bool isBusy() const override { return m_isPinned; }
    ToolDrawing drawing() const override;

private:
    ToolContext& m_context;
    std::optional<Place> m_place;
    bool m_isPinned = false;
};

} // namespace limn
