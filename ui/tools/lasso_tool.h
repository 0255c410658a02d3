// Lasso: a drag along the outline fills what it encloses.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

class LassoTool : public Tool {
public:
    // Ctrl at the press erases.
    explicit LassoTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return !m_outline.empty(); }
    ToolDrawing drawing() const override;

private:
    ToolContext& m_context;
    std::vector<Place> m_outline;
    bool m_isErasing = false;
};

} // namespace limn
