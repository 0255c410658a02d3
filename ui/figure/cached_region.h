// The part of a picture that is in view, with a margin, at one mip level: what drawing keeps, so
// that its memory depends on the window and not on the picture.
#pragma once

#include "model/data/size.h"

#include <QImage>

namespace limn {

// Size of a mip level: each halves the one before, rounded up.
Size sizeOfLevel(Size picture, int level);

// A box of the picture in pixels of a level, all that it touches.
Rect boxAtLevel(Rect box, int level);

class CachedRegion {
public:
    // Makes the image hold `visible` (pixels of `level`, within `levelSize`) and returns the box
    // that the caller has to paint anew; empty when there is nothing to do.
    Rect update(Rect visible, int level, Size levelSize);

    void invalidate() { m_level = -1; }
    void invalidate(Rect box); // pixels of the picture

    QImage& image() { return m_image; }
    Rect region() const { return m_region; } // what the image holds, in pixels of the level
    int level() const { return m_level; }

private:
    int m_level = -1;
    Rect m_region;
    Rect m_dirty; // within m_region
    QImage m_image; // 32 bit, premultiplied
};

} // namespace limn
