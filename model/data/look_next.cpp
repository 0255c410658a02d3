#include "model/data/look_next.h"

#include "model/data/doubt_map.h"

#include <algorithm>

namespace limn {
namespace {

// Larger pictures are looked at in blocks: the model's own grid is coarser still, and the window
// makes the list on its own thread.
constexpr int largestGrid = 640;

int blockSideOf(Size picture)
{
    return (std::max(picture.width, picture.height) + largestGrid - 1) / largestGrid;
}

// The pixels of a block.
Rect pixelsOf(std::uint32_t cell, const LookNext& look, Size picture)
{
    const auto width = static_cast<std::uint32_t>(look.grid.width);
    const int side = look.blockSide;
    return intersected(
        {static_cast<int>(cell % width) * side, static_cast<int>(cell / width) * side, side, side},
        wholeOf(picture));
}

template <typename Predicate>
bool anyPixel(Rect box, std::span<const Label> labels, Size picture, const Predicate& predicate)
{
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            if (predicate(labels[Size{picture.width, y}.area() + static_cast<std::size_t>(x)]))
                return true;
    return false;
}

bool isDecided(Label label)
{
    return label != untouched;
}

void leaveOutDecided(ScalarMap& doubt, const LookNext& look, std::span<const Label> human,
                     Size picture)
{
    if (std::ranges::none_of(human, isDecided))
        return;
    for (std::uint32_t cell = 0; cell < doubt.values.size(); ++cell)
        if (doubt.values[cell] >= doubtFloor
            && anyPixel(pixelsOf(cell, look, picture), human, picture, isDecided))
            doubt.values[cell] = 0;
}

// The pixel of another grid over the same rectangle that a block's middle lies in.
std::size_t samePlace(std::uint32_t cell, const LookNext& look, Size picture, Size grid)
{
    const Rect pixels = pixelsOf(cell, look, picture);
    const int x = (2 * pixels.x + pixels.width) * grid.width / (2 * picture.width);
    const int y = (2 * pixels.y + pixels.height) * grid.height / (2 * picture.height);
    return Size{grid.width, std::min(y, grid.height - 1)}.area()
        + static_cast<std::size_t>(std::min(x, grid.width - 1));
}

int likeliestClass(const ProbabilityMap& map, std::size_t pixel)
{
    int best = 0;
    for (int k = 1; k < map.classes; ++k)
        if (map.of(k)[pixel] > map.of(best)[pixel])
            best = k;
    return best;
}

bool isUnanimous(const ProbabilityMap& votes, std::size_t pixel)
{
    return votes.of(likeliestClass(votes, pixel))[pixel] > 0.999F;
}

LookReason reasonOf(const LookPlace& place, const LookNext& look, const Step* step, Size picture)
{
    if (!step)
        return LookReason::Unsure;
    std::size_t parts = 0, chains = 0;
    const bool hasParts = !step->semantic.isEmpty() && step->generative.size == step->semantic.size;
    for (const std::uint32_t cell : place.cells) {
        if (hasParts) {
            const auto pixel = samePlace(cell, look, picture, step->semantic.size);
            parts +=
                likeliestClass(step->semantic, pixel) != likeliestClass(step->generative, pixel)
                ? 1
                : 0;
        }
        if (step->spread)
            chains += isUnanimous(step->spread->votes,
                                  samePlace(cell, look, picture, step->spread->votes.size))
                ? 0
                : 1;
    }
    const std::size_t most = std::max(parts, chains);
    if (2 * most < place.cells.size())
        return LookReason::Unsure;
    return chains == most ? LookReason::ChainsDisagree : LookReason::PartsDisagree;
}

Label labelOf(const std::vector<std::uint32_t>& cells, const LookNext& look,
              const ProbabilityMap& posterior)
{
    Label best = 1;
    double largest = -1;
    for (int k = 1; k < posterior.classes; ++k) {
        double sum = 0;
        for (const std::uint32_t cell : cells)
            sum += posterior.of(k)[samePlace(cell, look, posterior.size, posterior.size)];
        if (sum > largest) {
            largest = sum;
            best = static_cast<Label>(k);
        }
    }
    return best;
}

LookPlace placeFrom(DoubtPlace found, const LookNext& look, const ProbabilityMap& posterior,
                    const Step* step)
{
    const Size picture = posterior.size;
    LookPlace place;
    const int side = look.blockSide;
    const auto pixels = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    place.box = intersected(
        {found.box.x * side, found.box.y * side, found.box.width * side, found.box.height * side},
        wholeOf(picture));
    place.area = found.cells.size() * pixels;
    place.doubt = found.sum / static_cast<double>(found.cells.size());
    place.cells = std::move(found.cells);
    place.label = labelOf(place.cells, look, posterior);
    place.reason = reasonOf(place, look, step, picture);
    return place;
}

} // namespace

LookNext lookNext(const ProbabilityMap& posterior, const Step* step, std::span<const Label> labels,
                  std::span<const Label> human)
{
    LookNext look;
    if (posterior.isEmpty())
        return look;
    const Size picture = posterior.size;
    look.blockSide = blockSideOf(picture);
    ScalarMap doubt = entropyOf(posterior, look.blockSide);
    look.grid = doubt.size;
    leaveOutDecided(doubt, look, human, picture);
    double sum = 0;
    for (DoubtPlace& found : placesOf(doubt, doubtFloor)) {
        look.places.push_back(placeFrom(std::move(found), look, posterior, step));
        sum += static_cast<double>(look.places.back().area) * look.places.back().doubt;
    }
    // Doubt against what the mask holds: the same band of doubt matters more to a small object.
    const auto foreground = static_cast<double>(
        std::ranges::count_if(labels, [](Label label) { return label != background; }));
    look.doubt = sum > 0 ? sum / (sum + foreground) : 0;
    return look;
}

bool isTouched(const LookPlace& place, const LookNext& look, std::span<const Label> human,
               Size picture)
{
    return std::ranges::any_of(place.cells, [&](std::uint32_t cell) {
        return anyPixel(pixelsOf(cell, look, picture), human, picture, isDecided);
    });
}

} // namespace limn
