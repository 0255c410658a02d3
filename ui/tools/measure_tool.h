// Measure: length, angle or area; changes nothing. The figures stay on the picture until the next
// measurement, Escape, or another slice.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

class MeasureTool : public Tool {
public:
    explicit MeasureTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void hover(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return !m_places.empty(); }
    ToolDrawing drawing() const override;

private:
    std::size_t needed() const; // places of a whole measurement; of an area any number

    ToolContext& m_context;
    MeasureKind m_kind = MeasureKind::Length; // of m_places
    std::vector<Place> m_places;
    Place m_pointer;
    bool m_isPressed = false;
    int m_held = -1; // a place of a finished measurement that is moved
    bool m_isDone = false;
};

} // namespace limn
