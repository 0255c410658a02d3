#include "io/import/dicom_kept.h"

#include "io/import/bytes.h"

#include <sys/stat.h>

namespace limn {

namespace {

// A compressed frame stays in memory once it was decoded.
constexpr std::uint64_t largestCompressed = std::uint64_t{256} << 20;

struct FileState {
    std::filesystem::path path;
    CutPixels cut = CutPixels::Refused;
    std::uint64_t bytes = 0;
    std::int64_t seconds = 0, nanoseconds = 0;
    bool operator==(const FileState&) const = default;
};

struct Kept {
    FileState state;
    DicomFile dicom;
    std::vector<std::string> notes; // of opening it
    bool isReusable = false;
};

Kept& kept()
{
    static Kept last;
    return last;
}

FileState stateOf(const std::filesystem::path& path, CutPixels cut)
{
    struct stat facts{};
    stat(path.c_str(), &facts);
    return {path, cut, static_cast<std::uint64_t>(facts.st_size), facts.st_mtim.tv_sec,
            facts.st_mtim.tv_nsec};
}

} // namespace

Result<DicomFile*> keptDicom(const std::filesystem::path& path, CutPixels cut)
{
    const FileState state = stateOf(path, cut);
    Kept& last = kept();
    if (last.isReusable && last.state == state) {
        last.dicom.notes = last.notes;
        return &last.dicom;
    }
    last = {};
    auto dicom = openDicom(path, cut);
    if (!dicom)
        return std::unexpected(dicom.error());
    last.state = state;
    last.notes = dicom->notes;
    last.isReusable = dicom->shape.frames > 1
        && (!dicom->isCompressed || state.bytes <= largestCompressed);
    last.dicom = std::move(*dicom);
    return &last.dicom;
}

void forgetKeptDicom()
{
    kept() = {};
}

} // namespace limn
