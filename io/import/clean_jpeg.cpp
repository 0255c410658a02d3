#include "io/import/clean_pictures.h"

#include <algorithm>
#include <array>

namespace limn {

namespace {

constexpr int startOfImage = 0xd8, endOfImage = 0xd9, startOfScan = 0xda, adobe = 0xee,
              jfif = 0xe0, exif = 0xe1;
constexpr std::size_t jfifBytes = 16, adobeBytes = 14; // with their lengths

class Cleaner {
public:
    explicit Cleaner(Bytes file)
        : m_file(file)
    {
    }
    Result<CleanBytes> run();

private:
    bool isAt(std::size_t at, int marker) const
    {
        return at + 1 < m_file.size() && byteAt(at) == 0xff && byteAt(at + 1) == marker;
    }
    int byteAt(std::size_t at) const { return std::to_integer<int>(m_file[at]); }
    void copy(std::size_t from, std::size_t to)
    {
        m_clean.insert(m_clean.end(), m_file.begin() + static_cast<std::ptrdiff_t>(from),
                       m_file.begin() + static_cast<std::ptrdiff_t>(to));
    }
    void put(std::initializer_list<int> bytes)
    {
        for (const int byte : bytes)
            m_clean.push_back(static_cast<std::byte>(byte));
    }
    void copySegment(int marker, std::size_t length);
    void copyScan();
    void copyJfif(std::size_t length);
    void copyTurn(std::size_t length);

    Bytes m_file;
    std::size_t m_at = 2; // of the next marker
    CleanBytes m_clean;
};

// Tables, frames, scans and restarts make the picture; comments and applications' own do not.
void Cleaner::copySegment(int marker, std::size_t length)
{
    const bool isPicture = (marker >= 0xc0 && marker <= 0xcf && marker != 0xc8)
        || (marker >= 0xda && marker <= 0xdf);
    if (isPicture || (marker == adobe && length == adobeBytes))
        copy(m_at, m_at + 2 + length);
    else if (marker == jfif)
        copyJfif(length);
    else if (marker == exif)
        copyTurn(length);
}

// Without the small picture in it.
void Cleaner::copyJfif(std::size_t length)
{
    if (length < jfifBytes || !startsWith(m_file, std::string_view("JFIF\0", 5), m_at + 4))
        return;
    put({0xff, jfif, 0, static_cast<int>(jfifBytes)});
    copy(m_at + 4, m_at + 4 + 12);
    put({0, 0});
}

void Cleaner::copyTurn(std::size_t length)
{
    constexpr std::size_t head = 10; // marker, length, "Exif" and two zeros
    if (length < head + 8 || !startsWith(m_file, std::string_view("Exif\0\0", 6), m_at + 4))
        return;
    const Bytes tiff = m_file.subspan(m_at + head, length + 2 - head);
    const Endian endian = startsWith(tiff, "MM") ? Endian::Big : Endian::Little;
    const std::size_t directory = numberAt(tiff, 4, 4, endian);
    if (directory > tiff.size() - 2)
        return;
    const std::size_t count = numberAt(tiff, directory, 2, endian);
    for (std::size_t i = 0; i < count && directory + 2 + 12 * (i + 1) <= tiff.size(); ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        const auto turn = static_cast<int>(numberAt(tiff, entry + 8, 2, endian));
        if (numberAt(tiff, entry, 2, endian) != 0x0112 || turn < 2 || turn > 8)
            continue;
        put({0xff, exif, 0,    34,   'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
             0,    1,    0x01, 0x12, 0,   3,   0,   0,   0, 1, 0,   turn, 0, 0, 0, 0, 0, 0});
        return;
    }
}

// The coded pixels, to the next marker that is none of theirs.
void Cleaner::copyScan()
{
    const std::size_t begin = m_at;
    while (m_at + 1 < m_file.size()) {
        const int next = byteAt(m_at + 1);
        if (byteAt(m_at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7))
            break;
        ++m_at;
    }
    copy(begin, m_at);
}

Result<CleanBytes> Cleaner::run()
{
    if (!isAt(0, startOfImage))
        return fail(ErrorCode::Damaged, {}, "no JPEG");
    put({0xff, startOfImage});
    while (m_at + 4 <= m_file.size() || isAt(m_at, endOfImage)) {
        const int marker = byteAt(m_at + 1);
        if (byteAt(m_at) != 0xff)
            return fail(ErrorCode::Damaged, {}, "no marker where one should be");
        if (marker == 0xff) { // padding
            ++m_at;
            continue;
        }
        if (marker == endOfImage) {
            put({0xff, endOfImage});
            return std::move(m_clean);
        }
        const std::size_t length = numberAt(m_file, m_at + 2, 2, Endian::Big);
        if (length < 2 || length + 2 > m_file.size() - m_at)
            return fail(ErrorCode::Truncated, {}, "a segment ends outside the file");
        copySegment(marker, length);
        m_at += length + 2;
        if (marker == startOfScan)
            copyScan();
    }
    return fail(ErrorCode::Truncated, {}, "no end of the picture");
}

} // namespace

Result<CleanBytes> cleanJpeg(Bytes file)
{
    return Cleaner(file).run();
}

} // namespace limn
