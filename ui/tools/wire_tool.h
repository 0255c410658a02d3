// Live-wire: clicks around an object; between them the outline clings to its edge.
#pragma once

#include "ui/tools/live_wire.h"
#include "ui/tools/tool.h"

namespace limn {

class WireTool : public Tool {
public:
    // Closed as a polygon is. A click goes to the strongest edge near it, with Shift exactly where it
    // is; Ctrl at the first press erases what is enclosed.
    explicit WireTool(ToolContext& context);

    void press(const ToolPoint& point) override;
    void move(const ToolPoint& point) override;
    void release(const ToolPoint& point) override;
    void hover(const ToolPoint& point) override;
    void cancel() override;
    bool isBusy() const override { return !m_anchors.empty(); }
    bool takesKeys() const override { return isBusy(); }
    void finish() override;
    void stepBack() override;
    ToolDrawing drawing() const override;

private:
    Place anchorFor(const ToolPoint& point) const;
    void clear();

    ToolContext& m_context;
    std::optional<LiveWire> m_wire;
    std::vector<Place> m_anchors;
    std::vector<std::vector<Place>> m_lines; // between anchors: one less than there are of them
    std::vector<Place> m_loose; // to the pointer
    bool m_isErasing = false;
    bool m_isClosing = false; // the press was on the first or the last anchor
};

} // namespace limn
