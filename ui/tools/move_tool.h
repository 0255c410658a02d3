// Move: a drag takes the connected area of a label to another place.
#pragma once

#include "ui/tools/region_clipboard.h"

namespace limn {

class MoveTool : public Tool {
public:
    // Ctrl at the press leaves a copy behind; Shift keeps to rows, columns and diagonals.
    explicit MoveTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return m_isBusy; }
    const StrokeMask* stroke() const override { return &m_stroke; }
    ToolDrawing drawing() const override;

private:
    void show();

    ToolContext& m_context;
    StrokeMask m_stroke; // what is moved, at its new place
    CopiedRegion m_moved;
    bool m_isBusy = false;
    bool m_isCopy = false;
    int m_slice = 0;
    Place m_from;
    int m_byX = 0, m_byY = 0;
};

} // namespace limn
