// The overlay as an image of the part of the picture that is in view; made while painting, kept
// until what it shows changes.
#pragma once

#include "ui/figure/cached_region.h"
#include "ui/session/session.h"
#include "ui/tools/stroke_mask.h"
#include "ui/view/overlay_settings.h"

#include <optional>

namespace limn {

class OverlayImage {
public:
    explicit OverlayImage(const Session& session);

    const OverlaySettings& settings() const { return m_settings; }
    void setSettings(const OverlaySettings& settings);

    void invalidate() { m_cache.invalidate(); }
    void invalidate(Rect box) { m_cache.invalidate(box); } // pixels of the picture

    // The number under a pixel of the picture, of a display that has a scale.
    std::optional<double> valueAt(int x, int y) const;

    // The image of what is visible (pixels of the level); `stroke` (may be null) lies on top.
    CachedRegion& at(int level, Rect visible, const StrokeMask* stroke);

private:
    const Session& m_session;
    OverlaySettings m_settings;
    CachedRegion m_cache;
};

} // namespace limn
