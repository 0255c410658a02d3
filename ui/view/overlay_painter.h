// The colours of the overlay, row by row; one painter for every display of the table.
#pragma once

#include "ui/figure/hue_mix.h"
#include "ui/figure/map_rows.h"
#include "ui/session/session.h"
#include "ui/view/live_labels.h"
#include "ui/view/overlay_settings.h"
#include "ui/view/shown_values.h"

#include <QRgb>

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace limn {

// The map that a display shows of the current slice; empty where there is none. `step` may be null.
const ProbabilityMap& shownMap(const Session& session, const Step* step, OverlayMode mode);

// For a box of one mip level; what it reads must not change while it lives.
class OverlayPainter {
public:
    OverlayPainter(const Session& session, const OverlaySettings& settings,
                   const StrokeMask* stroke, int level, Rect box);

    // One row of the level; `out` has the box's width and gets premultiplied colours.
    void paintRow(int y, std::span<QRgb> out);

    // The numbers of a display that has a scale; false, and nothing written, where there are none.
    bool readValues(int y, std::span<float> out);

private:
    const MapRows& samplerOf(Size map);
    int pictureRow(int y) const; // under the middle of a row of the level
    void readClasses(const ProbabilityMap& map, int y, std::vector<float>& rows);
    void readEntropyOf(const ProbabilityMap& map, int y, std::span<float> out);
    void readDecided(int y, std::span<float> out);
    void paintMask(int y, std::span<QRgb> out);
    void paintWho(int y, std::span<QRgb> out);
    void paintMix(const ProbabilityMap& map, int y, std::span<QRgb> out);
    void paintWinner(int y, std::span<QRgb> out);
    void paintHuman(int y, std::span<QRgb> out);
    void paintState(int y, std::span<QRgb> out);
    void paintStateAlone(int y, std::span<QRgb> out);
    void paintChanged(int y, std::span<QRgb> out);
    void paintValues(int y, std::span<QRgb> out);
    void makeColours();
    std::array<QRgb, 256> coloursOf(float opacity) const; // by label, premultiplied
    void decideRow(const ProbabilityMap& map, int y, std::vector<Label>& labels);

    const Session& m_session;
    OverlaySettings m_settings;
    LiveLabels m_live;
    StepPtr m_step, m_stepBefore;
    Size m_picture;
    int m_level;
    Rect m_box;
    Hues m_hues;
    std::vector<int> m_columns; // of the picture, under the middle of each pixel of the level
    std::vector<Label> m_labels, m_before;
    std::vector<float> m_rows, m_more; // class by class
    std::vector<std::pair<Size, MapRows>> m_samplers; // one for each grid of the maps
    ValuePlanes m_planes;
    ValueRange m_range;
    std::vector<QRgb> m_colours; // of m_range, premultiplied
    std::array<QRgb, 256> m_maskColours, m_humanColours; // by label, made when they are needed
    bool m_hasMaskColours = false, m_hasHumanColours = false;
};

} // namespace limn
