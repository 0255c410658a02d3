// The hand: holds the point of the picture that was pressed under the pointer.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

class PanTool : public Tool {
public:
    explicit PanTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void cancel() override { m_isBusy = false; }
    bool isBusy() const override { return m_isBusy; }

private:
    ToolContext& m_context;
    bool m_isBusy = false;
    ToolPoint m_held;
};

} // namespace limn
