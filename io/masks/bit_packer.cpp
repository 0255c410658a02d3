#include "io/masks/bit_packer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace limn {

namespace {

// Bit k is 1 where value k of the eight is the label.
std::uint8_t eightBits(const Label* values, Label label)
{
    constexpr std::uint64_t low = 0x7F7F7F7F7F7F7F7FU;
    std::uint64_t eight = 0;
    std::memcpy(&eight, values, sizeof eight);
    const std::uint64_t differing = eight ^ label * 0x0101010101010101U; // 0 in the label's bytes
    const std::uint64_t high = ~(((differing & low) + low) | differing | low); // 0x80 in those
    return static_cast<std::uint8_t>((high >> 7) * 0x0102040810204080U >> 56);
}

// From a byte's first bit on; the last byte's spare bits are 0.
void packPlane(std::span<const Label> plane, Label label, std::byte* to)
{
    std::size_t pixel = 0;
#ifdef __SSE2__
    const __m128i wanted = _mm_set1_epi8(static_cast<char>(label));
    for (; pixel + 16 <= plane.size(); pixel += 16, to += 2) {
        const __m128i values =
            _mm_loadu_si128(reinterpret_cast<const __m128i*>(plane.data() + pixel));
        const auto bits =
            static_cast<std::uint16_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(values, wanted)));
        std::memcpy(to, &bits, sizeof bits);
    }
#endif
    for (; pixel + 8 <= plane.size(); pixel += 8)
        *to++ = static_cast<std::byte>(eightBits(plane.data() + pixel, label));
    if (pixel == plane.size())
        return;
    unsigned rest = 0;
    for (unsigned bit = 0; pixel < plane.size(); ++pixel, ++bit)
        rest |= (plane[pixel] == label ? 1U : 0U) << bit;
    *to = static_cast<std::byte>(rest);
}

} // namespace

BitPacker::BitPacker(const LabelMap& labels, std::vector<Label> segments,
                     std::span<const SegmentFrame> frames)
    : m_labels(labels)
    , m_segments(std::move(segments))
    , m_plane((labels.size.area() + 7) / 8)
    , m_bytes((frames.size() * labels.size.area() + 15) / 16 * 2)
{
    for (const SegmentFrame& frame : frames)
        m_tasks.push_back({frame, m_tasks.size() * labels.size.area()});
    std::ranges::stable_sort(m_tasks, {}, [](const Task& task) { return task.frame.slice; });
}

bool BitPacker::advance()
{
    if (m_next == m_tasks.size())
        return false;
    const int slice = m_tasks[m_next].frame.slice;
    for (; m_next < m_tasks.size() && m_tasks[m_next].frame.slice == slice; ++m_next) {
        const Task& task = m_tasks[m_next];
        pack(m_labels.slice(slice), m_segments[static_cast<std::size_t>(task.frame.segment)],
             task.firstBit);
    }
    return true;
}

std::vector<std::byte> BitPacker::finish()
{
    while (advance()) { }
    return std::move(m_bytes);
}

// A frame may begin inside a byte that the one before it ends in.
void BitPacker::pack(std::span<const Label> plane, Label label, std::size_t firstBit)
{
    packPlane(plane, label, m_plane.data());
    std::byte* const to = m_bytes.data() + firstBit / 8;
    const auto shift = static_cast<int>(firstBit % 8);
    const std::size_t after = m_bytes.size() - firstBit / 8;
    for (std::size_t k = 0; k < m_plane.size(); ++k)
        to[k] |= m_plane[k] << shift;
    if (shift == 0)
        return;
    for (std::size_t k = 0; k < m_plane.size() && k + 1 < after; ++k)
        to[k + 1] |= m_plane[k] >> (8 - shift);
}

} // namespace limn
