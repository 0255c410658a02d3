// The other side of a comparison: the picture alone, another step, or the other run.
#pragma once

#include "ui/figure/cached_region.h"
#include "ui/figure/picture_image.h"
#include "ui/session/session.h"
#include "ui/view/overlay_settings.h"
#include "ui/view/scaled_region.h"

#include <QString>

#include <vector>

class QPainter;

namespace limn {

enum class CompareWith { Picture, Step, OtherRun };
enum class CompareView { None, SideBySide, Swipe };

struct CompareSettings {
    CompareView view = CompareView::None;
    CompareWith with = CompareWith::Picture;
    int step = 1; // of CompareWith::Step
    double divider = 0.5; // of a swipe: share of the canvas's width that shows the other side

    bool operator==(const CompareSettings&) const = default;
};

// What it is called, and why it can't be shown now (empty: it can).
QString compareTitle(const CompareSettings& settings);
QString compareObstacle(const CompareSettings& settings, const Session& session);

// Draws as the canvas does: labels' hues with what a person decided on top, and the contour.
class CompareLayer {
public:
    explicit CompareLayer(const Session& session);

    void setSettings(const CompareSettings& settings);
    const CompareSettings& settings() const { return m_settings; }
    void setOverlay(const OverlaySettings& overlay);
    void invalidate(); // what it shows is another

    void draw(QPainter& painter, const ViewTransform& view, PictureImage& picture, const QRect& canvas,
              const QRect& exposed, Pixels pixels);

private:
    const ProbabilityMap* map() const; // null: nothing to show
    void compose(); // m_labels, where they are out of date
    void paint(int level, Rect box);

    const Session& m_session;
    CompareSettings m_settings;
    OverlaySettings m_overlay;
    std::vector<Label> m_labels; // of the other side, the whole slice; empty: out of date
    CachedRegion m_cache;
};

} // namespace limn
