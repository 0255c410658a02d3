// The colours of the overlay, row by row: labels, probabilities, doubt, state or change.
#pragma once

#include "ui/session/session.h"
#include "ui/view/live_labels.h"
#include "ui/view/map_rows.h"
#include "ui/view/overlay_settings.h"

#include <QRgb>

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace limn {

// The map that the overlay shows of the current slice; empty where there is none. `step` may be
// null.
const ProbabilityMap& shownMap(const Session& session, const Step* step, OverlayMap map);

// How visible each label is, 0..1: its own opacity, 0 where hidden or not in the table.
std::array<float, 256> labelOpacities(const LabelTable& table);

// For a box of one mip level; what it reads must not change while it lives.
class OverlayPainter {
public:
    OverlayPainter(const Session& session, const OverlaySettings& settings,
                   const StrokeMask* stroke, int level, Rect box);

    // One row of the level; `out` has the box's width and gets premultiplied colours.
    void paintRow(int y, std::span<QRgb> out);

private:
    struct Hue {
        float red = 0, green = 0, blue = 0, opacity = 0; // colours 0..255, not yet multiplied
    };
    const MapRows& samplerOf(Size map);
    int pictureRow(int y) const; // under the middle of a row of the level
    void readClasses(const ProbabilityMap& map, int y, std::vector<float>& rows);
    void paintMask(int y, std::span<QRgb> out);
    void paintProbability(int y, std::span<QRgb> out);
    void paintEntropy(int y, std::span<QRgb> out);
    void paintState(int y, std::span<QRgb> out);
    void paintChanged(int y, std::span<QRgb> out);
    void readEntropy(int y);
    void mixHues(const std::vector<float>& rows, int classes, float veil,
                 std::span<QRgb> out) const;
    void decideRow(const ProbabilityMap& map, int y, std::vector<Label>& labels);

    const Session& m_session;
    OverlaySettings m_settings;
    LiveLabels m_live;
    StepPtr m_step, m_stepBefore;
    Size m_picture;
    int m_level;
    Rect m_box;
    std::vector<int> m_columns; // of the picture, under the middle of each pixel of the level
    std::array<Hue, 256> m_hues{};
    std::vector<Label> m_labels, m_before;
    std::vector<float> m_rows, m_more; // class by class
    std::vector<std::pair<Size, MapRows>> m_samplers; // one for each grid of the maps
};

} // namespace limn
