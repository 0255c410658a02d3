#include "model/data/stack_findings.h"

#include "model/data/vector3.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limn {
namespace {

constexpr double toleranceMm = 0.01, toleranceShare = 0.01;
constexpr double leastTiltDegrees = 0.05;
constexpr std::size_t mostGaps = 4; // more of them are an uneven stack

double tolerance(double distance)
{
    return std::max(toleranceMm, toleranceShare * distance);
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

void addDistances(const std::vector<double>& distances, std::vector<StackFinding>& findings)
{
    const double usual = median(distances);
    std::vector<StackFinding> gaps;
    bool isUneven = false;
    for (std::size_t k = 0; k < distances.size(); ++k) {
        const double found = distances[k];
        if (std::abs(found - usual) <= tolerance(usual))
            continue;
        const double times = std::round(found / usual);
        isUneven = isUneven || times < 2 || std::abs(found - times * usual) > tolerance(found);
        gaps.push_back({FindingKind::Gap, static_cast<int>(k), found, usual, 0});
    }
    if (isUneven || gaps.size() > mostGaps) {
        const auto [least, most] = std::ranges::minmax(distances);
        gaps = {{FindingKind::Uneven, 0, least, most, 0}};
    }
    findings.insert(findings.end(), gaps.begin(), gaps.end());
}

// How the slices move in their plane: in proportion to the distance (a tilt), or anyhow.
void addShifts(const std::vector<Vector3>& origins, const Vector3& normal,
               std::vector<StackFinding>& findings)
{
    const Vector3 whole = minus(origins.back(), origins.front());
    const double depth = dot(whole, normal);
    for (std::size_t k = 1; k + 1 < origins.size(); ++k) {
        const Vector3 step = minus(origins[k], origins.front());
        const double share = dot(step, normal) / depth;
        const Vector3 off = minus(step, {share * whole[0], share * whole[1], share * whole[2]});
        if (const double shift = std::sqrt(dot(off, off)); shift > 10 * toleranceMm) {
            findings.push_back({FindingKind::Shifted, static_cast<int>(k), shift, 0, 0});
            return;
        }
    }
    const double across = std::sqrt(std::max(0.0, dot(whole, whole) - depth * depth));
    const double degrees = std::atan2(across, depth) * 180 / std::numbers::pi;
    if (degrees > leastTiltDegrees && across > toleranceMm)
        findings.push_back({FindingKind::Tilted, 0, degrees, 0, 0});
}

} // namespace

std::vector<StackFinding> findingsOf(const std::vector<Vector3>& origins, const Vector3& normal)
{
    std::vector<StackFinding> findings;
    if (origins.size() < 2)
        return findings;
    std::vector<double> distances;
    for (std::size_t k = 1; k < origins.size(); ++k)
        distances.push_back(dot(minus(origins[k], origins[k - 1]), normal));
    addDistances(distances, findings);
    addShifts(origins, normal, findings);
    return findings;
}

} // namespace limn
