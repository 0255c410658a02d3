#include "io/import/dicom_walk.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrmf.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace limn {

namespace {

constexpr std::uint32_t undefinedLength = 0xffffffff;
constexpr std::uint64_t noEnd = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t maximumInflated = std::uint64_t{1} << 30;
constexpr int maximumNesting = 64;
constexpr std::uint32_t itemTag = 0xfffee000;
constexpr std::uint32_t itemEnd = 0xfffee00d;
constexpr std::uint32_t sequenceEnd = 0xfffee0dd;
constexpr std::uint32_t pixelDataTag = 0x7fe00010;

enum class Inside { DataSet, Sequence, Item, Fragments };

struct Level {
    Inside inside;
    std::uint64_t end; // noEnd: a delimiter ends it
    bool isExplicit;
    Endian endian;
};

struct Element {
    std::uint32_t tag = 0;
    std::uint32_t length = 0;
    bool isSequence = false; // by its VR
    bool isUnknown = false; // UN
};

class Walk {
public:
    Walk(ByteSource& source, const DataSetStart& start)
        : m_source(source)
        , m_isDeflated(start.isDeflated)
    {
        m_levels.push_back({Inside::DataSet, noEnd, start.isExplicit, start.endian});
    }

    Result<void> run();
    std::uint64_t missing() const { return m_missing; } // bytes of pixels

private:
    enum class Next { Element, End, Unknown };

    Next readElement(Element& element);
    Result<bool> enter(const Element& element);
    Result<bool> skip(std::uint64_t count);
    Result<void> push(Inside inside, std::uint64_t length, bool isExplicit, Endian endian);
    void leaveEnded();
    bool read(std::span<std::byte> to);
    std::unexpected<Error> endsEarly() const;

    ByteSource& m_source;
    bool m_isDeflated;
    std::uint64_t m_at = 0;
    int m_nesting = 0;
    bool m_hasPixels = false;
    std::uint64_t m_missing = 0;
    std::vector<Level> m_levels;
};

Result<void> Walk::run()
{
    while (true) {
        leaveEnded();
        Element element;
        const std::uint64_t before = m_at;
        const Next next = readElement(element);
        // A few bytes after the pixels are junk; before them they are the rest of a file that was
        // cut.
        const bool isCut = m_levels.size() > 1 || (m_at != before && !m_hasPixels);
        if (next == Next::End && isCut)
            return endsEarly();
        if (next != Next::Element)
            return {};
        const auto goesOn = enter(element);
        if (!goesOn)
            return std::unexpected(goesOn.error());
        if (!*goesOn)
            return {};
        if (m_isDeflated && m_at > maximumInflated)
            return fail(ErrorCode::TooLarge, {}, "the deflated data set is over 1 GiB");
    }
}

void Walk::leaveEnded()
{
    while (m_levels.size() > 1 && m_levels.back().end <= m_at) {
        m_nesting -= m_levels.back().inside == Inside::Sequence ? 1 : 0;
        m_levels.pop_back();
    }
}

Walk::Next Walk::readElement(Element& element)
{
    std::array<std::byte, 8> head;
    if (!read(head))
        return Next::End;
    const Level& level = m_levels.back();
    const Bytes bytes(head);
    element.tag = numberAt(bytes, 0, 2, level.endian) << 16 | numberAt(bytes, 2, 2, level.endian);
    const bool isDelimiter = element.tag >> 16 == 0xfffe;
    if (isDelimiter || !level.isExplicit) {
        element.length = numberAt(bytes, 4, 4, level.endian);
        return Next::Element;
    }
    const auto isVr = [&](const char* name) { return startsWith(bytes, name, 4); };
    const auto isCapital = [&](std::size_t at) {
        return bytes[at] >= std::byte{'A'} && bytes[at] <= std::byte{'Z'};
    };
    if (!isCapital(4) || !isCapital(5))
        return Next::Unknown;
    element.isSequence = isVr("SQ");
    element.isUnknown = isVr("UN");
    constexpr std::array longNames{"OB", "OW", "OF", "OD", "OL", "OV", "UN",
                                   "UC", "UR", "UT", "SQ", "SV", "UV"};
    if (!std::ranges::any_of(longNames, isVr)) {
        element.length = numberAt(bytes, 6, 2, level.endian);
        return Next::Element;
    }
    std::array<std::byte, 4> length;
    if (!read(length))
        return Next::End;
    element.length = numberAt(length, 0, 4, level.endian);
    return Next::Element;
}

// Steps into or over the element; false where the walk ends without a verdict.
Result<bool> Walk::enter(const Element& element)
{
    const Level level = m_levels.back();
    const std::uint64_t length = element.length == undefinedLength ? noEnd : element.length;
    m_hasPixels = m_hasPixels || element.tag >> 16 == pixelDataTag >> 16;
    const auto pushed = [&](Inside inside, bool isExplicit, Endian endian) -> Result<bool> {
        auto done = push(inside, length, isExplicit, endian);
        return done ? Result<bool>(true) : std::unexpected(done.error());
    };
    if (element.tag == itemEnd || element.tag == sequenceEnd) {
        if (m_levels.size() > 1 && level.end == noEnd) {
            m_nesting -= level.inside == Inside::Sequence ? 1 : 0;
            m_levels.pop_back();
        }
        return true;
    }
    if (element.tag == itemTag) {
        if (level.inside == Inside::Fragments)
            return length == noEnd ? Result<bool>(false) : skip(length);
        if (level.inside != Inside::Sequence)
            return false;
        return pushed(Inside::Item, level.isExplicit, level.endian);
    }
    if (level.inside == Inside::Sequence || level.inside == Inside::Fragments)
        return false;
    if (element.tag == pixelDataTag && length == noEnd)
        return pushed(Inside::Fragments, level.isExplicit, level.endian);
    if (element.isUnknown && length == noEnd) // PS3.5 6.2.2: implicit little endian inside
        return pushed(Inside::Sequence, false, Endian::Little);
    if (element.isSequence || length == noEnd)
        return pushed(Inside::Sequence, level.isExplicit, level.endian);
    const std::uint64_t from = m_at;
    auto skipped = skip(length);
    if (!skipped && m_levels.size() == 1 && element.tag >> 16 == pixelDataTag >> 16)
        m_missing = length - (m_at - from);
    return skipped;
}

Result<void> Walk::push(Inside inside, std::uint64_t length, bool isExplicit, Endian endian)
{
    if (inside == Inside::Sequence && ++m_nesting > maximumNesting)
        return fail(ErrorCode::Damaged, {}, "sequences are nested more than 64 deep");
    const std::uint64_t end = length == noEnd ? noEnd : m_at + length;
    m_levels.push_back({inside, end, isExplicit, endian});
    return {};
}

Result<bool> Walk::skip(std::uint64_t count)
{
    const std::uint64_t skipped = m_source.skip(count);
    m_at += skipped;
    return skipped == count ? Result<bool>(true) : endsEarly();
}

bool Walk::read(std::span<std::byte> to)
{
    const std::size_t got = m_source.read(to);
    m_at += got;
    return got == to.size();
}

std::unexpected<Error> Walk::endsEarly() const
{
    if (const std::string fault = m_source.fault(); !fault.empty())
        return fail(ErrorCode::Damaged, {}, fault);
    return fail(ErrorCode::Truncated, {}, "the file ends inside an element");
}

class InflatedFile : public ByteSource {
public:
    InflatedFile(const std::filesystem::path& path, std::uint64_t offset)
        : m_stream(path.c_str(), static_cast<offile_off_t>(offset))
        , m_canInflate(m_stream.installCompressionFilter(ESC_zlib).good())
    {
    }

    bool canInflate() const { return m_canInflate; }

    std::size_t read(std::span<std::byte> to) override
    {
        return static_cast<std::size_t>(taken(to.size(), [&](std::size_t filled) {
            return m_stream.read(to.data() + filled, static_cast<offile_off_t>(to.size() - filled));
        }));
    }
    std::uint64_t skip(std::uint64_t count) override
    {
        constexpr std::uint64_t most = 1U << 20;
        return taken(count, [&](std::uint64_t skipped) {
            return m_stream.skip(static_cast<offile_off_t>(std::min(count - skipped, most)));
        });
    }
    std::string fault() const override
    {
        return m_stream.status().bad() ? m_stream.status().text() : std::string();
    }

private:
    template <typename Take> static std::uint64_t taken(std::uint64_t count, const Take& take)
    {
        std::uint64_t done = 0;
        while (done < count) {
            const offile_off_t got = take(done);
            if (got <= 0)
                break;
            done += static_cast<std::uint64_t>(got);
        }
        return done;
    }

    DcmInputFileStream m_stream;
    bool m_canInflate;
};

Result<void> walked(ByteSource& source, const DataSetStart& start, std::uint64_t* missing)
{
    Walk walk(source, start);
    auto sound = walk.run();
    if (missing != nullptr && !start.isDeflated)
        *missing = walk.missing();
    return sound;
}

} // namespace

Result<void> walkDataSet(const std::filesystem::path& path, PlainFile& file,
                         const DataSetStart& start, std::uint64_t* missing)
{
    if (start.isDeflated) {
        InflatedFile inflated(path, start.offset);
        if (const std::string fault = inflated.fault(); !fault.empty())
            return fail(ErrorCode::NotReadable, {}, fault);
        if (!inflated.canInflate())
            return fail(ErrorCode::UnsupportedFormat, {}, "deflated data set");
        return walked(inflated, start, missing);
    }
    file.goTo(start.offset);
    return walked(file, start, missing);
}

} // namespace limn
