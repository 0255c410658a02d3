#include "io/import/clean_pictures.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <set>

namespace limn {

namespace {

constexpr int stripOffsets = 273, stripBytes = 279, tileOffsets = 324, tileBytes = 325,
              compression = 259, jpegTables = 347;
constexpr int oldJpeg = 6, newJpeg = 7;
constexpr int longType = 4;
constexpr std::size_t maximumPages = 20000;

// How the pixels are stored (TIFF 6.0 and its supplements); none of them is a text. In rising order.
constexpr std::array keptTags{254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279,
                              280, 281, 282, 283, 284, 290, 291, 292, 293, 296, 317, 318,
                              319, 320, 322, 323, 324, 325, 338, 339, 340, 341, 347, 529,
                              530, 531, 532};
constexpr std::array<std::size_t, 13> typeBytes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

struct Entry {
    int tag = 0, type = 0;
    std::size_t count = 0;
    std::vector<std::byte> values;
};

class Cleaner {
public:
    explicit Cleaner(Bytes file)
        : m_file(file)
        , m_endian(startsWith(file, "MM") ? Endian::Big : Endian::Little)
    {
    }
    Result<CleanBytes> run();

private:
    Result<std::vector<Entry>> readPage(std::size_t at) const;
    Result<void> copyPage(std::vector<Entry> entries);
    Result<void> moveBlocks(std::vector<Entry>& entries, int offsetTag, int lengthTag, bool isJpeg);
    void writePage(const std::vector<Entry>& entries);
    void put(CleanBytes& to, std::size_t value, int count) const;
    std::vector<std::size_t> numbersOf(const Entry& entry) const;
    void setNumbers(Entry& entry, const std::vector<std::size_t>& numbers) const;

    Bytes m_file;
    Endian m_endian;
    CleanBytes m_clean;
    std::size_t m_link = 4; // where the place of the next page is to be written
};

Entry* find(std::vector<Entry>& entries, int tag)
{
    const auto entry = std::ranges::find(entries, tag, &Entry::tag);
    return entry == entries.end() ? nullptr : &*entry;
}

void Cleaner::put(CleanBytes& to, std::size_t value, int count) const
{
    for (int i = 0; i < count; ++i) {
        const int shift = 8 * (m_endian == Endian::Little ? i : count - 1 - i);
        to.push_back(static_cast<std::byte>(value >> shift & 0xff));
    }
}

std::vector<std::size_t> Cleaner::numbersOf(const Entry& entry) const
{
    const int width = static_cast<int>(typeBytes[static_cast<std::size_t>(entry.type)]);
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < entry.count && width <= 4; ++i)
        numbers.push_back(
            numberAt(entry.values, i * static_cast<std::size_t>(width), width, m_endian));
    return numbers;
}

void Cleaner::setNumbers(Entry& entry, const std::vector<std::size_t>& numbers) const
{
    entry.type = longType;
    entry.count = numbers.size();
    entry.values.clear();
    for (const std::size_t number : numbers)
        put(entry.values, number, 4);
}

Result<std::vector<Entry>> Cleaner::readPage(std::size_t at) const
{
    if (at < 8 || at + 2 > m_file.size())
        return fail(ErrorCode::Damaged, {}, "a page outside the file");
    const std::size_t count = numberAt(m_file, at, 2, m_endian);
    if (at + 2 + 12 * count + 4 > m_file.size())
        return fail(ErrorCode::Truncated, {}, "a page ends outside the file");
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = at + 2 + 12 * i;
        Entry entry{static_cast<int>(numberAt(m_file, place, 2, m_endian)),
                    static_cast<int>(numberAt(m_file, place + 2, 2, m_endian)),
                    numberAt(m_file, place + 4, 4, m_endian),
                    {}};
        const bool isText = entry.type == 2 || (entry.type == 7 && entry.tag != jpegTables);
        if (!std::ranges::binary_search(keptTags, entry.tag) || isText || entry.type < 1
            || entry.type > 12)
            continue;
        const std::size_t bytes = entry.count * typeBytes[static_cast<std::size_t>(entry.type)];
        const std::size_t from = bytes <= 4 ? place + 8 : numberAt(m_file, place + 8, 4, m_endian);
        if (from > m_file.size() || bytes > m_file.size() - from)
            return fail(ErrorCode::Truncated, {}, "a value ends outside the file");
        const Bytes values = m_file.subspan(from, bytes);
        entry.values.assign(values.begin(), values.end());
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<void> Cleaner::moveBlocks(std::vector<Entry>& entries, int offsetTag, int lengthTag,
                                 bool isJpeg)
{
    Entry* const offsetEntry = find(entries, offsetTag);
    Entry* const lengthEntry = find(entries, lengthTag);
    if (offsetEntry == nullptr)
        return {};
    if (lengthEntry == nullptr)
        return fail(ErrorCode::Damaged, {}, "no lengths of the pixels");
    std::vector<std::size_t> offsets = numbersOf(*offsetEntry), lengths = numbersOf(*lengthEntry);
    if (offsets.size() != lengths.size())
        return fail(ErrorCode::Damaged, {}, "offsets and lengths differ");
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        if (offsets[i] > m_file.size() || lengths[i] > m_file.size() - offsets[i])
            return fail(ErrorCode::Truncated, {}, "pixels outside the file");
        const Bytes block = m_file.subspan(offsets[i], lengths[i]);
        offsets[i] = m_clean.size();
        if (isJpeg) {
            const auto cleaned = cleanJpeg(block);
            if (!cleaned)
                return std::unexpected(cleaned.error());
            m_clean.insert(m_clean.end(), cleaned->begin(), cleaned->end());
        } else {
            m_clean.insert(m_clean.end(), block.begin(), block.end());
        }
        lengths[i] = m_clean.size() - offsets[i];
        if (m_clean.size() % 2 != 0)
            m_clean.push_back(std::byte{0});
    }
    setNumbers(*offsetEntry, offsets);
    setNumbers(*lengthEntry, lengths);
    return {};
}

Result<void> Cleaner::copyPage(std::vector<Entry> entries)
{
    std::size_t coding = 1;
    if (const Entry* const entry = find(entries, compression); entry != nullptr && entry->count > 0) {
        const auto numbers = numbersOf(*entry);
        if (numbers.empty())
            return fail(ErrorCode::Damaged, {}, "the kind of compression is no number");
        coding = numbers.front();
    }
    if (coding == oldJpeg)
        return fail(ErrorCode::UnsupportedFormat, {}, "TIFF with JPEG of the old kind");
    for (const auto& [offsets, lengths] :
         {std::pair{stripOffsets, stripBytes}, std::pair{tileOffsets, tileBytes}})
        if (const auto moved = moveBlocks(entries, offsets, lengths, coding == newJpeg); !moved)
            return moved;
    if (Entry* const tables = find(entries, jpegTables); tables != nullptr) {
        const auto cleaned = cleanJpeg(tables->values);
        if (!cleaned)
            return std::unexpected(cleaned.error());
        tables->values = *cleaned;
        tables->count = cleaned->size();
    }
    writePage(entries);
    return {};
}

void Cleaner::writePage(const std::vector<Entry>& entries)
{
    CleanBytes directory;
    put(directory, entries.size(), 2);
    for (const Entry& entry : entries) {
        put(directory, static_cast<std::size_t>(entry.tag), 2);
        put(directory, static_cast<std::size_t>(entry.type), 2);
        put(directory, entry.count, 4);
        if (entry.values.size() <= 4) {
            CleanBytes padded = entry.values;
            padded.resize(4);
            directory.insert(directory.end(), padded.begin(), padded.end());
            continue;
        }
        put(directory, m_clean.size(), 4);
        m_clean.insert(m_clean.end(), entry.values.begin(), entry.values.end());
        if (m_clean.size() % 2 != 0)
            m_clean.push_back(std::byte{0});
    }
    CleanBytes place;
    put(place, m_clean.size(), 4);
    std::ranges::copy(place, m_clean.begin() + static_cast<std::ptrdiff_t>(m_link));
    put(directory, 0, 4);
    m_clean.insert(m_clean.end(), directory.begin(), directory.end());
    m_link = m_clean.size() - 4;
}

Result<CleanBytes> Cleaner::run()
{
    if (m_file.size() < 8)
        return fail(ErrorCode::Truncated, {}, "the header");
    m_clean.assign(m_file.begin(), m_file.begin() + 4);
    m_clean.resize(8);
    std::set<std::size_t> seen;
    for (std::size_t at = numberAt(m_file, 4, 4, m_endian); at != 0;) {
        if (!seen.insert(at).second || seen.size() > maximumPages)
            return fail(ErrorCode::Damaged, {}, "pages that point at each other");
        auto entries = readPage(at);
        if (!entries)
            return std::unexpected(entries.error());
        if (const auto copied = copyPage(std::move(*entries)); !copied)
            return std::unexpected(copied.error());
        at = numberAt(m_file, at + 2 + 12 * numberAt(m_file, at, 2, m_endian), 4, m_endian);
    }
    return std::move(m_clean);
}

} // namespace

Result<CleanBytes> cleanTiff(Bytes file)
{
    return Cleaner(file).run();
}

} // namespace limn
