// Rectangle and ellipse: a drag from corner to corner fills the shape.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

class ShapeTool : public Tool {
public:
    // Shift makes a square or a circle, Ctrl at the press erases.
    explicit ShapeTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return m_isBusy; }
    ToolDrawing drawing() const override;

private:
    bool isEllipse() const { return m_context.settings.shape == ShapeKind::Ellipse; }

    ToolContext& m_context;
    bool m_isBusy = false;
    bool m_isErasing = false;
    Place m_from, m_to;
};

} // namespace limn
