#include "io/import/label_numbers.h"

namespace limn {

Label LabelNumbers::of(std::int32_t value)
{
    if (value == m_last)
        return m_lastLabel;
    if (value == 0)
        return 0;
    if (value < 0) {
        m_hasNegative = true;
        return 0;
    }
    auto known = m_labels.find(value);
    if (known == m_labels.end()) {
        int label = value <= 254 && !m_isTaken[static_cast<std::size_t>(value)] ? value : 1;
        while (label <= 254 && m_isTaken[static_cast<std::size_t>(label)])
            ++label;
        if (label > 254) {
            m_isFull = true;
            return 0;
        }
        m_isTaken[static_cast<std::size_t>(label)] = true;
        known = m_labels.emplace(value, static_cast<Label>(label)).first;
    }
    m_last = value;
    m_lastLabel = known->second;
    return m_lastLabel;
}

Result<void> LabelNumbers::fault() const
{
    if (m_hasNegative)
        return fail(ErrorCode::UnsupportedFormat, {}, "a mask with negative values");
    if (m_isFull)
        return fail(ErrorCode::UnsupportedFormat, {}, "a mask with more than 254 labels");
    return {};
}

} // namespace limn
