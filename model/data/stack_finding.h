// What is odd about how the slices of a stack lie; told to a person, never mended in silence.
#pragma once

namespace limn {

enum class FindingKind {
    Gap, // between `slice` and the next one lie `found` mm instead of `expected`
    Uneven, // the distances differ: from `found` to `expected` mm
    Tilted, // the slices are sheared by `found` degrees (gantry tilt)
    Copies, // `count` files are copies of others (the same instance) and were left out
    Doubled, // `count` slices lie where others do; they are in a stack of their own
    SeveralSizes, // `count` groups of the series differ in size or spacing: an image each
    SeveralOrientations, // `count` groups differ in orientation: an image each
    Shifted, // a slice is moved by `found` mm in its plane against the one before
};

struct StackFinding {
    FindingKind kind = FindingKind::Gap;
    int slice = 0; // from 0
    double found = 0;
    double expected = 0;
    int count = 0;

    bool operator==(const StackFinding&) const = default;
};

} // namespace limn
