// Fill: a click gives the whole area under it the current label.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

class FillTool : public Tool {
public:
    // The connected area of the shown label, or every pixel of it (FillReach). Ctrl erases it.
    explicit FillTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint&) override { }
    void release(const ToolPoint& point) override;
    void cancel() override { m_isBusy = false; }
    bool isBusy() const override { return m_isBusy; }

private:
    ToolContext& m_context;
    bool m_isBusy = false;
    bool m_isErasing = false;
};

} // namespace limn
