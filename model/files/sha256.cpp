#include "model/files/sha256.h"

#include "model/files/file_descriptor.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <unistd.h>
#include <vector>

namespace limn {
namespace {

// FIPS 180-4, 4.2.2.
constexpr std::array<std::uint32_t, 64> roundConstants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

class Sha256 {
public:
    void add(std::span<const std::byte> bytes)
    {
        m_byteCount += bytes.size();
        while (!bytes.empty()) {
            if (m_filled == 0 && bytes.size() >= m_block.size()) {
                compress(bytes.data());
                bytes = bytes.subspan(m_block.size());
                continue;
            }
            const std::size_t taken = std::min(bytes.size(), m_block.size() - m_filled);
            std::memcpy(m_block.data() + m_filled, bytes.data(), taken);
            m_filled += taken;
            bytes = bytes.subspan(taken);
            if (m_filled == m_block.size()) {
                compress(m_block.data());
                m_filled = 0;
            }
        }
    }

    std::string digits()
    {
        const std::uint64_t bitCount = m_byteCount * 8;
        std::array<std::byte, 72> end{std::byte{0x80}};
        const std::size_t padding = (m_filled < 56 ? 56 : 120) - m_filled;
        for (std::size_t i = 0; i < 8; ++i)
            end[padding + i] = static_cast<std::byte>(bitCount >> (56 - 8 * i));
        add(std::span(end).first(padding + 8));
        std::string text;
        for (const std::uint32_t word : m_state)
            for (int shift = 28; shift >= 0; shift -= 4)
                text += "0123456789abcdef"[(word >> shift) & 15];
        return text;
    }

private:
    void compress(const std::byte* block)
    {
        std::array<std::uint32_t, 64> w;
        for (std::size_t i = 0; i < 16; ++i) {
            std::uint32_t word;
            std::memcpy(&word, block + 4 * i, 4);
            w[i] = __builtin_bswap32(word);
        }
        for (std::size_t i = 16; i < 64; ++i) {
            const std::uint32_t low =
                std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
            const std::uint32_t high =
                std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16] + low + w[i - 7] + high;
        }
        auto [a, b, c, d, e, f, g, h] = m_state;
        for (std::size_t i = 0; i < 64; ++i) {
            const std::uint32_t sum1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
            const std::uint32_t t1 = h + sum1 + ((e & f) ^ (~e & g)) + roundConstants[i] + w[i];
            const std::uint32_t sum0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
            const std::uint32_t t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
        }
        const std::array<std::uint32_t, 8> mixed{a, b, c, d, e, f, g, h};
        for (std::size_t i = 0; i < 8; ++i)
            m_state[i] += mixed[i];
    }

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::byte, 64> m_block{};
    std::size_t m_filled = 0;
    std::uint64_t m_byteCount = 0;
};

} // namespace

std::string sha256(std::span<const std::byte> bytes)
{
    Sha256 sum;
    sum.add(bytes);
    return sum.digits();
}

Result<std::string> sha256OfFile(const std::filesystem::path& path)
{
    const auto file = openForReading(path);
    if (!file)
        return std::unexpected(file.error());
    Sha256 sum;
    std::vector<std::byte> buffer(std::size_t{1} << 18);
    while (true) {
        const ssize_t got = read(file->number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return readFailure(path, errno);
        if (got == 0)
            return sum.digits();
        sum.add(std::span(buffer).first(static_cast<std::size_t>(got)));
    }
}

} // namespace limn
