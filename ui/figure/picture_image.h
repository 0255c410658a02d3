// The picture as the screen shows it: modality values through the display window.
#pragma once

#include "model/data/volume.h"
#include "ui/figure/cached_region.h"

#include <span>
#include <vector>

namespace limn {

// How a modality value becomes a grey level.
enum class GreyFormula {
    Linear, // PS3.3 C.11.2.1.2.1, for DICOM with a width of at least 1
    LinearExact, // PS3.3 C.11.2.1.3.2: level - width/2 is black, level + width/2 is white
    Sigmoid, // PS3.3 C.11.2.1.3.1
    Table, // the window's
};
GreyFormula greyFormulaOf(const Volume& volume, const DisplayWindow& window);

// 0..255, rounded down after an inversion. Values that are not finite are black.
int greyOf(double value, const DisplayWindow& window, GreyFormula formula, bool isInverted = false);

class PictureImage {
public:
    // Null: nothing is drawn. What was made of another slice is dropped.
    void setSlice(SlicePtr slice, bool isInverted);
    void setWindow(const DisplayWindow& window, GreyFormula formula);

    // The image of what is visible (pixels of the level), with the region that it covers.
    CachedRegion& at(int level, Rect visible);

private:
    struct Level {
        Size size;
        std::vector<float> values;
    };
    std::span<const float> valuesOf(int level);
    void paint(Rect box, int level);

    SlicePtr m_slice;
    bool m_isInverted = false;
    DisplayWindow m_window;
    GreyFormula m_formula = GreyFormula::LinearExact;
    std::vector<Level> m_levels; // from level 1 on, as they are asked for
    CachedRegion m_cache;
};

} // namespace limn
