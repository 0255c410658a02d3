#include "ui/session/refinements.h"

#include "model/metrics/distance_transform.h"

#include <opencv2/imgproc.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace limn {
namespace {

// OpenCV's view of the mask, without a copy.
cv::Mat viewOf(const BinaryMask& mask)
{
    return {mask.size.height, mask.size.width, CV_8U,
            const_cast<std::uint8_t*>(mask.values.data())};
}

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

struct Components {
    cv::Mat numbers; // int a pixel, 0 outside
    cv::Mat facts; // a row each: OpenCV's box and area
    int count = 0; // with number 0
};

// Pixels that touch by a corner are one component; of the outside only those that share an edge.
Components componentsOf(const BinaryMask& mask, int connectivity)
{
    Components found;
    cv::Mat centres;
    found.count = cv::connectedComponentsWithStats(viewOf(mask), found.numbers, found.facts,
                                                   centres, connectivity, CV_32S);
    return found;
}

template <typename Rule> BinaryMask componentsWhere(const BinaryMask& mask, Rule isKept)
{
    const Components found = componentsOf(mask, 8);
    const int* numbers = found.numbers.ptr<int>();
    std::vector<std::uint8_t> kept(static_cast<std::size_t>(found.count));
    for (int k = 1; k < found.count; ++k)
        kept[static_cast<std::size_t>(k)] = isKept(found, k);
    return made(mask.size,
                [&](std::size_t i) { return kept[static_cast<std::size_t>(numbers[i])] != 0; });
}

int areaOf(const Components& found, int k)
{
    return found.facts.at<int>(k, cv::CC_STAT_AREA);
}

BinaryMask largestComponent(const RefineInput& input)
{
    int largest = 0;
    return componentsWhere(input.mask, [&largest](const Components& found, int k) {
        if (largest == 0)
            for (int other = 1; other < found.count; ++other)
                if (largest == 0 || areaOf(found, other) > areaOf(found, largest))
                    largest = other;
        return k == largest;
    });
}

BinaryMask withoutIslands(const RefineInput& input)
{
    const double pixelArea = input.columnSpacing * input.rowSpacing;
    return componentsWhere(input.mask, [&](const Components& found, int k) {
        return areaOf(found, k) * pixelArea >= input.amount;
    });
}

BinaryMask filled(const BinaryMask& mask)
{
    const Components outside = componentsOf(complement(mask), 4);
    const int* numbers = outside.numbers.ptr<int>();
    const auto touchesEdge = [&](int k) {
        const int* box = outside.facts.ptr<int>(k);
        return box[cv::CC_STAT_LEFT] == 0 || box[cv::CC_STAT_TOP] == 0
            || box[cv::CC_STAT_LEFT] + box[cv::CC_STAT_WIDTH] == mask.size.width
            || box[cv::CC_STAT_TOP] + box[cv::CC_STAT_HEIGHT] == mask.size.height;
    };
    std::vector<std::uint8_t> isHole(static_cast<std::size_t>(outside.count), 1); // 0: the mask
    for (int k = 1; k < outside.count; ++k)
        isHole[static_cast<std::size_t>(k)] = !touchesEdge(k);
    return made(mask.size,
                [&](std::size_t i) { return isHole[static_cast<std::size_t>(numbers[i])] != 0; });
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
    const Size wide{input.mask.size.width + 2 * right, input.mask.size.height + 2 * below};
    BinaryMask framed{wide, std::vector<std::uint8_t>(wide.area())};
    const cv::Rect inner(right, below, input.mask.size.width, input.mask.size.height);
    cv::Mat frame = viewOf(framed);
    viewOf(input.mask).copyTo(frame(inner));
    const BinaryMask done = shrunk(grown(framed, input), input);
    BinaryMask result{input.mask.size, std::vector<std::uint8_t>(input.mask.size.area())};
    cv::Mat to = viewOf(result);
    viewOf(done)(inner).copyTo(to);
    return result;
}

BinaryMask medianSmoothed(const RefineInput& input)
{
    const double pixel = std::sqrt(input.columnSpacing * input.rowSpacing);
    const int radius = std::max(1, static_cast<int>(std::lround(input.amount / pixel)));
    BinaryMask result{input.mask.size, std::vector<std::uint8_t>(input.mask.size.area())};
    cv::Mat to = viewOf(result);
    cv::medianBlur(viewOf(input.mask), to, 2 * radius + 1);
    return result;
}

BinaryMask gaussianSmoothed(const RefineInput& input)
{
    cv::Mat values;
    viewOf(input.mask).convertTo(values, CV_32F);
    cv::GaussianBlur(values, values, {}, std::max(0.1, input.amount / input.columnSpacing),
                     std::max(0.1, input.amount / input.rowSpacing), cv::BORDER_REPLICATE);
    const auto* blurred = values.ptr<float>();
    return made(input.mask.size, [&](std::size_t i) { return blurred[i] >= 0.5f; });
}

// The pixels of a row whose centres lie in a convex outline: first and last, exact.
std::pair<int, int> spanOf(const std::vector<cv::Point>& corners, int y)
{
    int first = std::numeric_limits<int>::max();
    int last = std::numeric_limits<int>::min();
    for (std::size_t i = 0; i < corners.size(); ++i) {
        cv::Point a = corners[i];
        cv::Point b = corners[(i + 1) % corners.size()];
        if (a.y > b.y)
            std::swap(a, b);
        if (y < a.y || y > b.y)
            continue;
        if (a.y == b.y) {
            first = std::min({first, a.x, b.x});
            last = std::max({last, a.x, b.x});
            continue;
        }
        const std::int64_t rise = b.y - a.y;
        const std::int64_t across = a.x * rise + std::int64_t{y - a.y} * (b.x - a.x); // x * rise
        first = std::min(first, static_cast<int>((across + rise - 1) / rise));
        last = std::max(last, static_cast<int>(across / rise));
    }
    return {first, last};
}

BinaryMask hull(const RefineInput& input)
{
    const BinaryMask& mask = input.mask;
    std::vector<cv::Point> places;
    cv::findNonZero(viewOf(mask), places);
    BinaryMask result = mask;
    if (places.empty())
        return result;
    std::vector<cv::Point> corners;
    cv::convexHull(places, corners);
    const cv::Rect box = cv::boundingRect(corners);
    for (int y = box.y; y < box.y + box.height; ++y) {
        const auto [first, last] = spanOf(corners, y);
        const auto row = result.values.begin()
            + static_cast<std::ptrdiff_t>(y) * static_cast<std::ptrdiff_t>(mask.size.width);
        std::fill(row + first, row + last + 1, std::uint8_t{1});
    }
    return result;
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

#define WORDS(text) QT_TRANSLATE_NOOP("Refinement", text)
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
    return QCoreApplication::translate("Refinement", refinement.title);
}

QString sentenceOf(const Refinement& refinement)
{
    return QCoreApplication::translate("Refinement", refinement.sentence);
}

} // namespace limn
