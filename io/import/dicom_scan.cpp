#include "io/import/dicom_scan.h"

#include "io/import/bytes.h"

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

// The meta elements (group 2) are explicit little endian whatever follows them.
Result<std::string> transferSyntaxOf(Bytes head, std::size_t at)
{
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
        if (element == 0x10) {
            std::string uid(reinterpret_cast<const char*>(head.data() + at), length);
            uid.erase(std::min(uid.find_last_not_of(std::string("\0 ", 2)) + 1, uid.size()));
            return uid;
        }
        at += length;
    }
    return std::string{};
}

} // namespace

Result<DicomScan> scanDicom(const std::filesystem::path& path)
{
    const auto size = fileSize(path);
    if (!size)
        return std::unexpected(size.error());
    if (*size > maximumFileBytes)
        return fail(ErrorCode::TooLarge, {}, std::to_string(*size) + " bytes; at most 4 GiB");
    const auto head = readBytes(path, std::size_t{64} << 10);
    if (!head)
        return std::unexpected(head.error());
    const std::size_t at = startsWith(*head, "DICM", preambleBytes) ? preambleBytes + 4 : 0;
    auto uid = transferSyntaxOf(*head, at);
    if (!uid)
        return std::unexpected(uid.error());
    DicomScan scan;
    scan.hasMeta = !uid->empty();
    scan.transferSyntaxUid = std::move(*uid);
    return scan;
}

} // namespace limn
