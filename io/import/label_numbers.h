// From whatever numbers a mask file uses to labels of a byte.
#pragma once

#include "model/data/error.h"
#include "model/data/imported_mask.h"

#include <map>

namespace limn {

class LabelNumbers {
public:
    // The label of a value; 0 stays background, 1..254 keep their numbers where these are free, all
    // else gets the next free one. 0 for a value that is refused: see fault().
    Label of(std::int32_t value);
    // More than 254 values, or a negative one. Errors, without a subject: UnsupportedFormat.
    Result<void> fault() const;
    // The values that have come, with their labels.
    const std::map<std::int32_t, Label>& taken() const { return m_labels; }

private:
    std::map<std::int32_t, Label> m_labels;
    std::array<bool, 256> m_isTaken{};
    std::int32_t m_last = 0; // runs of one value are common
    Label m_lastLabel = 0;
    bool m_isFull = false, m_hasNegative = false;
};

} // namespace limn
