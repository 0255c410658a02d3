// What is odd about a sorted stack.
#pragma once

#include "model/data/volume.h"

namespace limn {

inline double dot(const Vector3& a, const Vector3& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
inline Vector3 cross(const Vector3& a, const Vector3& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
inline Vector3 minus(const Vector3& a, const Vector3& b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

// Gaps, uneven distances, tilt and shifts of one volume's slices, which are sorted along `normal`.
std::vector<StackFinding> findingsOf(const std::vector<Vector3>& origins, const Vector3& normal);

} // namespace limn
