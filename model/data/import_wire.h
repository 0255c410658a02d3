// What the program and its import child say to each other: JSON lines there, checked headers back.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace limn {

// The child's file descriptors. 0 and 1 are one socket: a request is a line of JSON, at most
// `maximumRequestBytes`; the answer is a ReplyHeader and `jsonBytes` of JSON. Pixels lie in the
// shared memory `pixelDescriptor` from its start, `width` x `height` x `channels` samples, row by
// row. For a request to make a file ("make") the file lies there.
inline constexpr int pixelDescriptor = 3;
inline constexpr std::size_t maximumRequestBytes = std::size_t{64} << 20; // of a long series
inline constexpr std::size_t maximumReplyBytes = std::size_t{64} << 20;
inline constexpr std::size_t maximumMadeBytes = (std::size_t{2} << 30) + (std::size_t{64} << 20);
inline constexpr int maximumSide = 16384; // px
inline constexpr std::size_t maximumArea = std::size_t{256} << 20; // px
inline constexpr int maximumFrames = 20000;

// Begins the note of a file that was cut and is shown as far as it goes, because that was asked for.
inline constexpr const char* salvageNote = "salvaged: the file is cut; ";

enum class SampleType : std::uint32_t { None, Float32, Int32, UInt8, File };

inline std::size_t bytesOf(SampleType type)
{
    switch (type) {
    case SampleType::None: return 0;
    case SampleType::Float32:
    case SampleType::Int32: return 4;
    case SampleType::UInt8:
    case SampleType::File: return 1;
    }
    return 0;
}

struct ReplyHeader {
    std::array<char, 8> magic{'L', 'I', 'M', 'N', 'I', 'M', 'P', '1'};
    std::uint64_t request = 0; // the number in the request that this answers
    std::uint32_t jsonBytes = 0;
    SampleType sample = SampleType::None;
    std::int32_t width = 0;
    std::int32_t height = 0;
    std::int32_t channels = 0;
    std::uint32_t reserved = 0;
    std::uint64_t pixelBytes = 0;
};
static_assert(sizeof(ReplyHeader) == 48);

} // namespace limn
