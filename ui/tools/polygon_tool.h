// Polygon: a click puts a corner, a drag moves one; closed, it fills what it encloses.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

class PolygonTool : public Tool {
public:
    // Closed by a click on the first or the last corner (so by a double click) or by finish(). Shift
    // at the press puts a corner into the side under the pointer, or a side at a multiple of 45°;
    // Ctrl at the first press erases what is enclosed.
    explicit PolygonTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void hover(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return !m_corners.empty(); }
    bool takesKeys() const override { return isBusy(); }
    void finish() override;
    void stepBack() override;
    ToolDrawing drawing() const override;

private:
    double reach() const;
    void clear();

    ToolContext& m_context;
    std::vector<Place> m_corners;
    Place m_pointer;
    int m_held = -1; // corner under the pressed button
    bool m_isNew = false; // the held corner was put by this press
    bool m_hasMoved = false;
    bool m_isErasing = false;
};

} // namespace limn
