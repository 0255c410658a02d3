// Brush and eraser: round, with no gaps between the events of a fast stroke.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

enum class BrushKind { Paint, Erase };

class BrushTool : public Tool {
public:
    // Paint puts the session's current label, Erase puts background; Ctrl at the press exchanges
    // the two.
    BrushTool(ToolContext& context, BrushKind kind);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return m_isBusy; }
    const StrokeMask* stroke() const override { return &m_stroke; }

private:
    void sweepTo(const ToolPoint& point);

    ToolContext& m_context;
    BrushKind m_kind;
    StrokeMask m_stroke;
    bool m_isBusy = false;
    bool m_isErasing = false;
    int m_slice = 0;
    ToolPoint m_last;
};

} // namespace limn
