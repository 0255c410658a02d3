#include "ui/session/refinements.h"

#include "model/metrics/distance_transform.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

template <typename Rule> BinaryMask made(Size size, Rule rule)
{
    BinaryMask result{size, std::vector<std::uint8_t>(size.area())};
    for (std::size_t i = 0; i < result.values.size(); ++i)
        result.values[i] = rule(i) ? 1 : 0;
    return result;
}

BinaryMask complement(const BinaryMask& mask)
{
    return made(mask.size, [&](std::size_t i) { return mask.values[i] == 0; });
}

BinaryMask unitedWith(const BinaryMask& a, const BinaryMask& b)
{
    return made(a.size, [&](std::size_t i) { return a.values[i] || b.values[i]; });
}

// Pixels that touch by a corner are one piece; of the outside only those that share an edge.
BinaryMask largestComponent(const RefineInput& input)
{
    const MaskRegions pieces = regionsOf(input.mask, Neighbours::EdgesAndCorners);
    const auto largest = std::ranges::max_element(pieces.regions, {}, &MaskRegion::area);
    const auto number = static_cast<int>(largest - pieces.regions.begin());
    return made(input.mask.size, [&](std::size_t i) { return pieces.numbers[i] == number; });
}

BinaryMask withoutIslands(const RefineInput& input)
{
    const double pixelArea = input.columnSpacing * input.rowSpacing;
    const MaskRegions pieces = regionsOf(input.mask, Neighbours::EdgesAndCorners);
    return made(input.mask.size, [&](std::size_t i) {
        const int number = pieces.numbers[i];
        return number >= 0
            && static_cast<double>(pieces.regions[static_cast<std::size_t>(number)].area)
                * pixelArea
            >= input.amount;
    });
}

BinaryMask filled(const BinaryMask& mask)
{
    const MaskRegions outside = regionsOf(complement(mask), Neighbours::Edges);
    return made(mask.size, [&](std::size_t i) {
        const int number = outside.numbers[i];
        return number < 0 || !outside.regions[static_cast<std::size_t>(number)].touchesEdge;
    });
}

BinaryMask withoutHoles(const RefineInput& input)
{
    return filled(input.mask);
}

Grid gridOf(const RefineInput& input, Size size)
{
    return {size, 1, input.columnSpacing, input.rowSpacing, 1};
}

// A disc of the radius `amount` about each pixel's centre, exact.
BinaryMask grown(const BinaryMask& mask, const RefineInput& input)
{
    const auto distances = squaredDistances(mask.values, gridOf(input, mask.size));
    const double limit = input.amount * input.amount;
    return made(mask.size, [&](std::size_t i) { return distances[i] <= limit; });
}

// The picture's edge takes nothing away: what it shows may go on outside.
BinaryMask shrunk(const BinaryMask& mask, const RefineInput& input)
{
    return complement(grown(complement(mask), input));
}

BinaryMask dilated(const RefineInput& input)
{
    return grown(input.mask, input);
}

BinaryMask eroded(const RefineInput& input)
{
    return shrunk(input.mask, input);
}

BinaryMask opened(const RefineInput& input)
{
    return grown(shrunk(input.mask, input), input);
}

// In a wider frame, so that nothing is closed against the picture's edge.
BinaryMask closed(const RefineInput& input)
{
    const int right = static_cast<int>(std::ceil(input.amount / input.columnSpacing)) + 1;
    const int below = static_cast<int>(std::ceil(input.amount / input.rowSpacing)) + 1;
    const Size size = input.mask.size;
    const auto width = static_cast<std::size_t>(size.width);
    BinaryMask framed{{size.width + 2 * right, size.height + 2 * below}, {}};
    framed.values.resize(framed.size.area());
    const auto placeIn = [&](std::size_t i) {
        return (i / width + static_cast<std::size_t>(below))
            * static_cast<std::size_t>(framed.size.width)
            + i % width + static_cast<std::size_t>(right);
    };
    for (std::size_t i = 0; i < input.mask.values.size(); ++i)
        framed.values[placeIn(i)] = input.mask.values[i];
    const BinaryMask done = shrunk(grown(framed, input), input);
    return made(size, [&](std::size_t i) { return done.values[placeIn(i)] != 0; });
}

BinaryMask medianSmoothed(const RefineInput& input)
{
    const double pixel = std::sqrt(input.columnSpacing * input.rowSpacing);
    return medianOf(input.mask, std::max(1, static_cast<int>(std::lround(input.amount / pixel))));
}

BinaryMask gaussianSmoothed(const RefineInput& input)
{
    return gaussianOf(input.mask, std::max(0.1, input.amount / input.columnSpacing),
                      std::max(0.1, input.amount / input.rowSpacing));
}

BinaryMask hull(const RefineInput& input)
{
    return hullOf(input.mask);
}

// A pixel has one label: "inside" is inside the other's outline, its holes among it.
BinaryMask insideOther(const RefineInput& input)
{
    const BinaryMask region = filled(input.other);
    return made(input.mask.size,
                [&](std::size_t i) { return input.mask.values[i] && region.values[i]; });
}

BinaryMask outsideOther(const RefineInput& input)
{
    const BinaryMask region = filled(input.other);
    return made(input.mask.size,
                [&](std::size_t i) { return input.mask.values[i] && !region.values[i]; });
}

BinaryMask withOther(const RefineInput& input)
{
    return unitedWith(input.mask, input.other);
}

BinaryMask inverted(const RefineInput& input)
{
    return complement(input.mask);
}

// Within `amount` of the label's border the model decides.
BinaryMask snapped(const RefineInput& input)
{
    const BinaryMask wide = grown(input.mask, input);
    const BinaryMask narrow = shrunk(input.mask, input);
    return made(input.mask.size, [&](std::size_t i) {
        const bool isNearBorder = wide.values[i] && !narrow.values[i];
        return isNearBorder ? input.model.values[i] != 0 : input.mask.values[i] != 0;
    });
}

using enum RefineAmount;

#define WORDS(text) QT_TRANSLATE_NOOP("limn", text)
const Refinement table[] = {
    {.name = "largest",
     .title = WORDS("Keep the largest piece"),
     .sentence = WORDS("Erases every piece but the largest."),
     .apply = largestComponent},
    {.name = "islands",
     .title = WORDS("Remove small pieces"),
     .sentence = WORDS("Erases pieces smaller than this area."),
     .amount = Area,
     .usual = 50,
     .highest = 1e6,
     .apply = withoutIslands},
    {.name = "fill-holes",
     .title = WORDS("Fill holes"),
     .sentence = WORDS("Fills what the label encloses."),
     .apply = withoutHoles},
    {.name = "open",
     .title = WORDS("Open"),
     .sentence = WORDS("Takes away what is narrower than twice this radius."),
     .amount = Length,
     .usual = 2,
     .highest = 100,
     .apply = opened},
    {.name = "close",
     .title = WORDS("Close"),
     .sentence = WORDS("Bridges gaps narrower than twice this radius."),
     .amount = Length,
     .usual = 2,
     .highest = 100,
     .apply = closed},
    {.name = "dilate",
     .title = WORDS("Grow"),
     .sentence = WORDS("Moves the border outwards (dilation)."),
     .amount = Length,
     .usual = 1,
     .highest = 100,
     .apply = dilated},
    {.name = "erode",
     .title = WORDS("Shrink"),
     .sentence = WORDS("Moves the border inwards (erosion)."),
     .amount = Length,
     .usual = 1,
     .highest = 100,
     .apply = eroded},
    {.name = "median",
     .title = WORDS("Smooth, median"),
     .sentence = WORDS("Each pixel takes what most pixels of the square about it are."),
     .amount = Length,
     .usual = 2,
     .highest = 50,
     .apply = medianSmoothed},
    {.name = "gaussian",
     .title = WORDS("Smooth, Gaussian"),
     .sentence = WORDS("Blurs the label by this standard deviation and cuts it at one half."),
     .amount = Length,
     .usual = 2,
     .highest = 50,
     .apply = gaussianSmoothed},
    {.name = "hull",
     .title = WORDS("Convex hull"),
     .sentence = WORDS("Fills the smallest convex outline around the label."),
     .apply = hull},
    {.name = "inside",
     .title = WORDS("Keep inside …"),
     .sentence = WORDS("Erases what lies outside the other outline."),
     .needsOther = true,
     .apply = insideOther},
    {.name = "outside",
     .title = WORDS("Keep outside …"),
     .sentence = WORDS("Erases what lies inside the other outline."),
     .needsOther = true,
     .apply = outsideOther},
    {.name = "unite",
     .title = WORDS("Take in …"),
     .sentence = WORDS("Gives the label the other's pixels too."),
     .needsOther = true,
     .takesOver = true,
     .apply = withOther},
    {.name = "invert",
     .title = WORDS("Invert"),
     .sentence = WORDS("The label and the background change places."),
     .apply = inverted},
    {.name = "snap",
     .title = WORDS("Snap to the model's contour"),
     .sentence = WORDS("Within this distance of the border the model decides again."),
     .amount = Length,
     .usual = 3,
     .highest = 100,
     .needsModel = true,
     .apply = snapped},
};
#undef WORDS

} // namespace

std::span<const Refinement> refinements()
{
    return table;
}

QString titleOf(const Refinement& refinement)
{
    return QCoreApplication::translate("limn", refinement.title);
}

QString sentenceOf(const Refinement& refinement)
{
    return QCoreApplication::translate("limn", refinement.sentence);
}

} // namespace limn
