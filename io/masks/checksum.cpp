#include "io/masks/checksum.h"

#include <array>

namespace limn {

std::uint32_t crcOf(const FilePieces& pieces)
{
    static constexpr auto table = [] {
        std::array<std::uint32_t, 256> rows{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1) ^ (value & 1 ? 0xedb88320 : 0);
            rows[i] = value;
        }
        return rows;
    }();
    std::uint32_t crc = 0xffffffff;
    for (const auto& piece : pieces)
        for (const std::byte byte : piece)
            crc = table[(crc ^ std::to_integer<std::uint32_t>(byte)) & 255] ^ (crc >> 8);
    return ~crc;
}

} // namespace limn
