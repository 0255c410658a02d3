// Brushes: paint, erase, give back to the model, paint by value; with no gaps between the events of
// a fast stroke.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

enum class BrushKind {
    Paint, // the session's current label
    Erase, // background
    GiveBack, // what the model says: no person has decided these pixels any more
    Threshold, // as Paint, where the value is like the one under the pointer at the press
};

class BrushTool : public Tool {
public:
    // Ctrl at the press exchanges painting and erasing.
    BrushTool(ToolContext& context, BrushKind kind);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return m_isBusy; }
    const StrokeMask* stroke() const override { return &m_stroke; }

private:
    Label valueFor(const ToolPoint& point) const;
    void takeRange(const ToolPoint& point);
    void sweepTo(const ToolPoint& point);
    QString text() const;

    ToolContext& m_context;
    BrushKind m_kind;
    StrokeMask m_stroke;
    PaintRules m_rules; // of this stroke
    bool m_isBusy = false;
    int m_slice = 0;
    ToolPoint m_last;
};

// The pointer's place as a brush of this size takes it: a brush of one pixel, and a square one, lie
// on whole pixels.
Place brushPlace(Place place, double across, BrushTip tip);

} // namespace limn
