// Clicks: the quickest evidence. One click is a small disc in the person's layer.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

class ClickTool : public Tool {
public:
    // A click says the session's current label; with Ctrl or Shift, or the right button, that there
    // is none (background).
    explicit ClickTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint&) override { } // a click stays where it was pressed
    void release(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return m_isBusy; }
    bool hasOpposite() const override { return true; }
    const StrokeMask* stroke() const override { return &m_stroke; }

private:
    ToolContext& m_context;
    StrokeMask m_stroke;
    bool m_isBusy = false;
    int m_slice = 0;
    ToolPoint m_place;
};

// In pixels of the picture: as large as a fingertip's dot on the screen, but never a large part of
// the picture. `scale`: device-independent pixels a pixel of the picture.
double clickRadius(Size picture, double scale);

} // namespace limn
