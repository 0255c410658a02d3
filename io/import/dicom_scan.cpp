#include "io/import/dicom_scan.h"

#include "io/import/bytes.h"
#include "io/import/dicom_walk.h"

namespace limn {

namespace {

constexpr std::uint64_t maximumFileBytes = std::uint64_t{4} << 30;
constexpr std::size_t preambleBytes = 128;

bool hasLongLength(Bytes bytes, std::size_t at)
{
    for (const char* vr :
         {"OB", "OW", "OF", "OD", "OL", "OV", "UN", "UC", "UR", "UT", "SQ", "SV", "UV"})
        if (startsWith(bytes, vr, at))
            return true;
    return false;
}

struct Meta {
    std::string transferSyntaxUid;
    std::size_t end = 0; // where the data set begins
};

std::string trimmed(std::string uid)
{
    while (!uid.empty() && (uid.back() == '\0' || uid.back() == ' '))
        uid.pop_back();
    return uid;
}

// The meta elements (group 2) are explicit little endian whatever follows them.
Result<Meta> readMeta(Bytes head, std::size_t at)
{
    Meta meta;
    while (at + 8 <= head.size() && numberAt(head, at, 2, Endian::Little) == 2) {
        const auto element = numberAt(head, at + 2, 2, Endian::Little);
        const bool isLong = hasLongLength(head, at + 4);
        if (isLong && at + 12 > head.size())
            break;
        const std::size_t length = isLong ? numberAt(head, at + 8, 4, Endian::Little)
                                          : numberAt(head, at + 6, 2, Endian::Little);
        at += isLong ? 12 : 8;
        if (length > head.size() - at)
            return fail(ErrorCode::Truncated, {}, "the file ends in the DICOM header");
        if (element == 0x10)
            meta.transferSyntaxUid =
                trimmed(std::string(reinterpret_cast<const char*>(head.data() + at), length));
        at += length;
    }
    meta.end = at;
    return meta;
}

std::size_t metaStart(Bytes head)
{
    return startsWith(head, "DICM", preambleBytes) ? preambleBytes + 4 : 0;
}

// The meta elements and the begin of the data set. They are small as a rule.
Result<std::vector<std::byte>> headOf(const std::filesystem::path& path, PlainFile& file)
{
    constexpr std::size_t most = std::size_t{64} << 10, firstElement = 16;
    const Bytes head = file.head();
    const auto meta = readMeta(head, metaStart(head));
    if (meta && meta->end + firstElement <= head.size())
        return std::vector(head.begin(), head.end());
    return readBytes(path, most);
}

// As the transfer syntax says; without one, as the first element looks.
DataSetStart startOf(const Meta& meta, Bytes head)
{
    DataSetStart start{.offset = meta.end};
    start.isDeflated = meta.transferSyntaxUid == "1.2.840.10008.1.2.1.99";
    start.isExplicit = meta.transferSyntaxUid != "1.2.840.10008.1.2";
    if (meta.transferSyntaxUid == "1.2.840.10008.1.2.2")
        start.endian = Endian::Big;
    if (meta.transferSyntaxUid.empty() && head.size() >= meta.end + 6) {
        const auto group = numberAt(head, meta.end, 2, Endian::Little);
        start.endian = group > 0xff ? Endian::Big : Endian::Little;
        const auto first = std::to_integer<int>(head[meta.end + 4]);
        start.isExplicit = first >= 'A' && first <= 'Z';
    }
    return start;
}

} // namespace

Result<DicomScan> scanDicom(const std::filesystem::path& path, CutPixels cut)
{
    const auto size = fileSize(path);
    if (!size)
        return std::unexpected(size.error());
    if (*size > maximumFileBytes)
        return fail(ErrorCode::TooLarge, {}, std::to_string(*size) + " bytes; at most 4 GiB");
    PlainFile file(path);
    if (!file.isOpen())
        return fail(ErrorCode::NotReadable, {}, "it can't be opened");
    const auto head = headOf(path, file);
    if (!head)
        return std::unexpected(head.error());
    auto meta = readMeta(*head, metaStart(*head));
    if (!meta)
        return std::unexpected(meta.error());
    DicomScan scan;
    scan.fileBytes = *size;
    std::uint64_t missing = 0;
    if (auto sound = walkDataSet(path, file, startOf(*meta, *head), &missing); !sound) {
        if (cut == CutPixels::Refused || missing == 0)
            return std::unexpected(sound.error());
        scan.missingBytes = missing;
    }
    scan.hasMeta = !meta->transferSyntaxUid.empty();
    scan.transferSyntaxUid = std::move(meta->transferSyntaxUid);
    return scan;
}

} // namespace limn
