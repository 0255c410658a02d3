// Polygon: a click puts a corner, a drag moves one; closed, it shows what it will fill, and its
// corners move on until it is accepted.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

class PolygonTool : public Tool {
public:
    // Closed by a click on the first or the last corner (so by a double click); accepted by finish(),
    // by a press away from its corners, which begins the next one, by another tool and by another
    // slice. Shift at the press puts a corner into the side under the pointer, or a side at a multiple
    // of 45°; Ctrl at the first press erases what is enclosed.
    explicit PolygonTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void hover(const ToolPoint& point) override;
    void cancel() override;
    void leave() override;
    void leaveSlice() override { leave(); }
    bool isBusy() const override { return !m_corners.empty(); }
    bool takesKeys() const override { return isBusy(); }
    void finish() override;
    void stepBack() override;
    const StrokeMask* stroke() const override { return &m_filled; }
    ToolDrawing drawing() const override;

private:
    double reach() const;
    int sideUnder(Place place) const; // -1: none
    void fill(); // what the closed polygon encloses, to be seen
    void open(); // its last corners are not joined any more
    void accept();
    void clear();

    ToolContext& m_context;
    std::vector<Place> m_corners;
    StrokeMask m_filled; // of a closed one
    int m_slice = 0; // that it was closed on
    Place m_pointer;
    int m_held = -1; // corner under the pressed button
    bool m_isNew = false; // the held corner was put by this press
    bool m_hasMoved = false;
    bool m_isErasing = false;
    bool m_isClosed = false;
};

} // namespace limn
