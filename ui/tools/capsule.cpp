#include "ui/tools/capsule.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace limn {
namespace {

struct Interval {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(double a, double b)
    {
        low = std::min({low, a, b});
        high = std::max({high, a, b});
    }
};

void includeDisc(Interval& interval, double x, double y, double radius, double rowY)
{
    const double rest = radius * radius - (rowY - y) * (rowY - y);
    if (rest >= 0)
        interval.include(x - std::sqrt(rest), x + std::sqrt(rest));
}

// The part of the row between the two discs: within the length and the width of the segment's band.
void includeBand(Interval& interval, const Capsule& c, double rowY)
{
    const double dx = c.x2 - c.x1;
    const double dy = c.y2 - c.y1;
    const double length = std::sqrt(dx * dx + dy * dy);
    if (length == 0)
        return;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    // a * (x - x1) must lie in [from, to]
    const auto cut = [&](double a, double from, double to) {
        if (a == 0) {
            if (from > 0 || to < 0)
                high = low - 1;
            return;
        }
        const double p = c.x1 + from / a;
        const double q = c.x1 + to / a;
        low = std::max(low, std::min(p, q));
        high = std::min(high, std::max(p, q));
    };
    const double along = dy * (rowY - c.y1);
    const double across = dx * (rowY - c.y1);
    cut(dx, -along, length * length - along);
    cut(-dy, -c.radius * length - across, c.radius * length - across);
    if (low <= high)
        interval.include(low, high);
}

// The part of the segment, in shares of it, whose distance from `value` along one axis is at most the
// radius; empty when low > high.
Interval nearPart(double from, double to, double value, double radius)
{
    const double length = to - from;
    if (length == 0)
        return std::abs(value - from) <= radius ? Interval{0, 1} : Interval{1, 0};
    const double p = (value - radius - from) / length, q = (value + radius - from) / length;
    return {std::max(0.0, std::min(p, q)), std::min(1.0, std::max(p, q))};
}

bool coversSquare(const Capsule& c, double x, double y)
{
    const Interval across = nearPart(c.x1, c.x2, x, c.radius);
    const Interval along = nearPart(c.y1, c.y2, y, c.radius);
    return std::max(across.low, along.low) <= std::min(across.high, along.high);
}

void includeSquare(Interval& interval, const Capsule& c, double rowY)
{
    const Interval part = nearPart(c.y1, c.y2, rowY, c.radius);
    if (part.low > part.high)
        return;
    for (const double t : {part.low, part.high}) {
        const double x = c.x1 + t * (c.x2 - c.x1);
        interval.include(x - c.radius, x + c.radius);
    }
}

} // namespace

bool covers(const Capsule& c, double x, double y)
{
    if (c.isSquare)
        return coversSquare(c, x, y);
    const double dx = c.x2 - c.x1;
    const double dy = c.y2 - c.y1;
    const double squared = dx * dx + dy * dy;
    const double t =
        squared > 0 ? std::clamp(((x - c.x1) * dx + (y - c.y1) * dy) / squared, 0.0, 1.0) : 0.0;
    const double offX = x - (c.x1 + t * dx);
    const double offY = y - (c.y1 + t * dy);
    return offX * offX + offY * offY <= c.radius * c.radius;
}

Span coveredSpan(const Capsule& capsule, int row)
{
    const double rowY = row + 0.5;
    Interval interval;
    if (capsule.isSquare) {
        includeSquare(interval, capsule, rowY);
    } else {
        includeDisc(interval, capsule.x1, capsule.y1, capsule.radius, rowY);
        includeDisc(interval, capsule.x2, capsule.y2, capsule.radius, rowY);
        includeBand(interval, capsule, rowY);
    }
    if (interval.low > interval.high)
        return {};
    // A pixel more at each end, then the exact test: rounding must not decide.
    Span span{static_cast<int>(std::floor(interval.low - 0.5)),
              static_cast<int>(std::ceil(interval.high - 0.5))};
    while (span.first <= span.last && !covers(capsule, span.first + 0.5, rowY))
        ++span.first;
    while (span.last >= span.first && !covers(capsule, span.last + 0.5, rowY))
        --span.last;
    return span;
}

Rect boxOf(const Capsule& c)
{
    const int left = static_cast<int>(std::floor(std::min(c.x1, c.x2) - c.radius));
    const int top = static_cast<int>(std::floor(std::min(c.y1, c.y2) - c.radius));
    const int right = static_cast<int>(std::ceil(std::max(c.x1, c.x2) + c.radius));
    const int bottom = static_cast<int>(std::ceil(std::max(c.y1, c.y2) + c.radius));
    return {left, top, right - left, bottom - top};
}

} // namespace limn
