// What is odd about a sorted stack.
#pragma once

#include "model/data/volume.h"

namespace limn {

// Gaps, uneven distances, tilt and shifts of one volume's slices, which are sorted along `normal`.
std::vector<StackFinding> findingsOf(const std::vector<Vector3>& origins, const Vector3& normal);

} // namespace limn
