// Wand: takes the connected area of values like the one that is pressed; a drag to the right takes
// more, to the left less.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

class WandTool : public Tool {
public:
    // Ctrl at the press erases. The tolerance that a drag ends with is that of the next press.
    explicit WandTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return m_isBusy; }
    const StrokeMask* stroke() const override { return &m_stroke; }
    ToolDrawing drawing() const override;

private:
    double tolerance() const; // in the picture's values
    void grow();

    ToolContext& m_context;
    StrokeMask m_stroke;
    SlicePtr m_slice;
    bool m_isBusy = false;
    bool m_isErasing = false;
    int m_index = 0; // of the slice
    Place m_seed, m_pointer;
    double m_share = 0, m_shareBefore = 0; // per cent of the window's width
};

} // namespace limn
