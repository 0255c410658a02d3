// What a figure or a film shall show.
#pragma once

#include "model/data/error.h"
#include "ui/figure/colour_map.h"
#include "ui/figure/figure_input.h"

#include <optional>
#include <string_view>
#include <vector>

namespace limn {

enum class FigureMap {
    Film, // the state, fading into the posterior as the noise goes
    State,
    Posterior,
    Semantic,
    Generative,
    Entropy, // in a colour map, without the picture
};
std::string_view nameOf(FigureMap map); // "film", "state", as --rows takes them
std::optional<FigureMap> figureMapNamed(std::string_view name);
std::vector<FigureMap> allFigureMaps();

// Whether a step has what the map is made of.
bool hasMap(const Step& step, FigureMap map);

enum class FigureColours {
    Labels, // each label's colour over the picture, as opaque as it is probable
    Values, // one class's probability in a colour map, without the picture
};

struct FigureStyle {
    FigureColours colours = FigureColours::Labels;
    int classIndex = 1; // whose values
    ColourMap valueColours = ColourMap::Cividis;
    ColourMap doubtColours = ColourMap::Magma; // of entropy
    double opacity = 0.6; // 0..1
    bool hasContour = true; // of the mask, and of the posterior at the threshold
    bool hasCaptions = true;
    bool hasScaleBar = true;
    bool hasColourBar = true;
};

struct FigureColumn {
    enum class Kind { Picture, Step, Mask };
    Kind kind = Kind::Step;
    int step = 0; // 1.., of Kind::Step

    bool operator==(const FigureColumn&) const = default;
};

struct FigurePlan {
    std::vector<FigureColumn> columns; // from left to right
    std::vector<FigureMap> rows{FigureMap::State, FigureMap::Posterior}; // of the steps' columns
    FigureStyle style;
    double widthMm = 180;
    int dpi = 300; // of PNG, and of the pictures inside an SVG
    double fontPt = 7;
};

struct FilmPlan {
    std::vector<FigureMap> panels{FigureMap::Film}; // side by side
    bool hasPicture = false; // the picture alone, at the left
    FigureStyle style;
    int heightPx = 512; // of a panel
    int stepMs = 500; // how long a step stays
    int lastMs = 2000; // the mask, which comes after the last step
};

// The picture, up to four steps spread over the run, the mask.
std::vector<FigureColumn> usualColumns(int steps);

// State and posterior, or what there is of them.
std::vector<FigureMap> usualRows(const std::vector<StepPtr>& steps);

// Errors: BadArgument with what can't be drawn of this input.
Result<void> checked(const FigurePlan& plan, const FigureInput& input);
Result<void> checked(const FilmPlan& plan, const FigureInput& input);

} // namespace limn
