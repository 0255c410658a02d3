// Where a walk over element headers takes its bytes from: the file, or what it inflates to.
#pragma once

#include "io/import/descriptor_io.h"
#include "model/data/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace limn {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    // How many bytes there were, in front of the end or a fault.
    virtual std::size_t read(std::span<std::byte> to) = 0;
    virtual std::uint64_t skip(std::uint64_t count) = 0;
    virtual std::string fault() const = 0; // empty: none
};

// Through a small window: most headers are a few bytes apart, and pixels are stepped over.
class PlainFile : public ByteSource {
public:
    explicit PlainFile(const std::filesystem::path& path);

    bool isOpen() const { return m_file.number >= 0; }
    // Its first bytes, as many as the window holds; until the next read.
    std::span<const std::byte> head();
    void goTo(std::uint64_t offset) { m_at = offset; }
    std::size_t read(std::span<std::byte> to) override;
    std::uint64_t skip(std::uint64_t count) override;
    std::string fault() const override { return {}; }

private:
    bool fillWindow();

    Descriptor m_file;
    std::uint64_t m_size = 0;
    std::uint64_t m_at = 0;
    std::array<std::byte, 8192> m_window;
    std::uint64_t m_windowFrom = 0, m_windowEnd = 0; // of what it holds, in the file
};

} // namespace limn
