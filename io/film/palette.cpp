#include "io/film/palette.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace limn {
namespace {

constexpr int bits = 6, drop = 8 - bits;
constexpr std::size_t binCount = std::size_t{1} << (3 * bits);
constexpr int rounds = 4;

using Triple = std::array<double, 3>;

struct Bin {
    std::uint32_t key = 0;
    double count = 0;
    Triple mean{};
};

std::uint32_t keyOf(QRgb colour)
{
    const auto part = [](int value) { return static_cast<std::uint32_t>(value) >> drop; };
    return part(qRed(colour)) << (2 * bits) | part(qGreen(colour)) << bits | part(qBlue(colour));
}

std::vector<Bin> binsOf(const std::vector<QImage>& frames)
{
    struct Sum {
        std::uint64_t count = 0, red = 0, green = 0, blue = 0;
    };
    std::vector<Sum> sums(binCount);
    for (const QImage& frame : frames)
        for (int y = 0; y < frame.height(); ++y) {
            const auto* const line = reinterpret_cast<const QRgb*>(frame.constScanLine(y));
            for (int x = 0; x < frame.width(); ++x) {
                Sum& sum = sums[keyOf(line[x])];
                ++sum.count;
                sum.red += static_cast<std::uint64_t>(qRed(line[x]));
                sum.green += static_cast<std::uint64_t>(qGreen(line[x]));
                sum.blue += static_cast<std::uint64_t>(qBlue(line[x]));
            }
        }
    std::vector<Bin> bins;
    for (std::size_t key = 0; key < binCount; ++key)
        if (const Sum& sum = sums[key]; sum.count > 0) {
            const auto count = static_cast<double>(sum.count);
            bins.push_back(
                {static_cast<std::uint32_t>(key),
                 count,
                 {static_cast<double>(sum.red) / count, static_cast<double>(sum.green) / count,
                  static_cast<double>(sum.blue) / count}});
        }
    return bins;
}

// Bins [begin, end), and how far they lie from their mean.
struct Box {
    std::size_t begin = 0, end = 0;
    Triple mean{};
    double error = 0; // sum of squares along all axes
    std::size_t axis = 0; // of the largest
};

Box boxOf(const std::vector<Bin>& bins, std::size_t begin, std::size_t end)
{
    Box box{begin, end};
    double count = 0;
    Triple sum{}, squares{};
    for (std::size_t i = begin; i < end; ++i) {
        count += bins[i].count;
        for (std::size_t c = 0; c < 3; ++c) {
            sum[c] += bins[i].count * bins[i].mean[c];
            squares[c] += bins[i].count * bins[i].mean[c] * bins[i].mean[c];
        }
    }
    double largest = -1;
    for (std::size_t c = 0; c < 3; ++c) {
        box.mean[c] = sum[c] / count;
        const double error = squares[c] - sum[c] * box.mean[c];
        box.error += error;
        if (error > largest) {
            largest = error;
            box.axis = c;
        }
    }
    if (end - begin < 2)
        box.error = 0;
    return box;
}

std::vector<Triple> halvedBoxes(std::vector<Bin>& bins, std::size_t colours)
{
    std::vector<Box> boxes{boxOf(bins, 0, bins.size())};
    while (boxes.size() < colours) {
        const auto worst = std::ranges::max_element(boxes, {}, &Box::error);
        if (!(worst->error > 0))
            break;
        const Box box = *worst;
        const auto first = bins.begin() + static_cast<std::ptrdiff_t>(box.begin);
        const auto last = bins.begin() + static_cast<std::ptrdiff_t>(box.end);
        auto middle = std::partition(first, last, [&box](const Bin& bin) {
            return bin.mean[box.axis] < box.mean[box.axis];
        });
        if (middle == first || middle == last) // all alike but for rounding
            middle = first + (last - first) / 2;
        const auto split = static_cast<std::size_t>(middle - bins.begin());
        *worst = boxOf(bins, box.begin, split);
        boxes.push_back(boxOf(bins, split, box.end));
    }
    std::vector<Triple> means;
    for (const Box& box : boxes)
        means.push_back(box.mean);
    return means;
}

std::size_t nearest(const std::vector<Triple>& colours, const Triple& to)
{
    std::size_t best = 0;
    double least = 1e30;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const double red = colours[i][0] - to[0], green = colours[i][1] - to[1],
                     blue = colours[i][2] - to[2];
        const double distance = red * red + green * green + blue * blue;
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return best;
}

void moveToMeans(std::vector<Triple>& colours, const std::vector<Bin>& bins)
{
    std::vector<Triple> sums(colours.size(), Triple{});
    std::vector<double> counts(colours.size(), 0);
    for (const Bin& bin : bins) {
        const std::size_t colour = nearest(colours, bin.mean);
        counts[colour] += bin.count;
        for (std::size_t c = 0; c < 3; ++c)
            sums[colour][c] += bin.count * bin.mean[c];
    }
    for (std::size_t i = 0; i < colours.size(); ++i)
        if (counts[i] > 0)
            for (std::size_t c = 0; c < 3; ++c)
                colours[i][c] = sums[i][c] / counts[i];
}

} // namespace

Palette::Palette(const std::vector<QImage>& frames, int colours)
    : m_index(binCount, 0)
{
    assert(!frames.empty() && colours >= 2 && colours <= 256);
    std::vector<Bin> bins = binsOf(frames);
    std::vector<Triple> means = halvedBoxes(bins, static_cast<std::size_t>(colours));
    for (int i = 0; i < rounds; ++i)
        moveToMeans(means, bins);
    for (const Bin& bin : bins)
        m_index[bin.key] = static_cast<std::uint8_t>(nearest(means, bin.mean));
    for (const Triple& mean : means)
        m_colours.push_back(qRgb(static_cast<int>(mean[0] + 0.5), static_cast<int>(mean[1] + 0.5),
                                 static_cast<int>(mean[2] + 0.5)));
}

std::uint8_t Palette::indexOf(QRgb colour) const
{
    return m_index[keyOf(colour)];
}

} // namespace limn
