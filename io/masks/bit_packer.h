// The pixels of a binary DICOM segmentation.
#pragma once

#include "model/data/label_layers.h"
#include "model/data/segment_frame.h"

#include <cstddef>
#include <span>
#include <vector>

namespace limn {

// One bit a pixel, the lowest first, frame after frame without a gap between them (PS3.5, 8.1.1:
// DCMTK 3.6.7 pads and shifts wrongly here). Even length. A slice at a time, so that it can be done
// while something else is waited for.
class BitPacker {
public:
    // Looks at `labels`; `segments` are the labels of the segments.
    BitPacker(const LabelMap& labels, std::vector<Label> segments, std::span<const SegmentFrame> frames);

    std::size_t byteCount() const { return m_bytes.size(); }
    // Packs the frames of the next slice; false when none is left.
    bool advance();
    // Packs all that is left.
    std::vector<std::byte> finish();

private:
    void pack(std::span<const Label> plane, Label label, std::size_t firstBit);

    struct Task {
        SegmentFrame frame;
        std::size_t firstBit;
    };

    const LabelMap& m_labels;
    std::vector<Label> m_segments;
    std::vector<Task> m_tasks; // slice by slice: a slice stays in the processor's cache
    std::size_t m_next = 0;
    std::vector<std::byte> m_plane; // a packed frame
    std::vector<std::byte> m_bytes;
};

} // namespace limn
