// Opens pictures through the import child: what the program sees of every file format.
#pragma once

#include "io/import_child.h"
#include "model/data/error.h"
#include "model/data/imported_mask.h"
#include "model/data/series.h"
#include "model/data/volume.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace limn {

// For lists; windowed, 8 bits a sample, channels interleaved.
struct Thumbnail {
    Size size;
    int channels = 1;
    std::vector<std::uint8_t> pixels;
};

// What a file holds before rescale, window and palette.
struct StoredFrame {
    Size size;
    int channels = 1;
    std::vector<std::int32_t> values;
    int frames = 1; // of the file
    Geometry geometry = {};
};

// Of columns and rows: as they are shown, or as the file has them (they differ for NIfTI alone).
enum class PixelOrder { Shown, File };

inline constexpr std::chrono::milliseconds importLimit{12000};

// Each function blocks until the child has answered, `limit` is over or a stop is asked for; call
// it on a worker thread, one at a time. Frames count from 0. Errors: NotFound, NotReadable,
// NotAnImage, UnsupportedFormat, Damaged, Truncated, TooLarge, OutOfMemory, TimedOut, DecoderDied,
// Cancelled, BadArgument (no such frame), Internal (limn-import can't be started); the subject is
// the file's name.
class ImportClient {
public:
    explicit ImportClient(std::filesystem::path program,
                          std::chrono::milliseconds limit = importLimit);

    // From now on cut files are shown as far as they go, where that is possible; off at first.
    void setSalvaging(bool isSalvaging) { m_isSalvaging = isSalvaging; }

    // Facts and the first frame; the other slices are null.
    Result<VolumePtr> open(const std::filesystem::path& path, std::stop_token stop);
    // Facts of a frame, and that frame; without a content hash.
    Result<VolumePtr> openFrame(const SliceSource& source, std::stop_token stop)
    {
        return openFrame(source, false, stop);
    }
    // Of a stack the slice in the middle, which shows more than its ends, is the one that is read.
    Result<VolumePtr> open(const ImageFiles& image, std::stop_token stop);
    Result<SlicePtr> readSlice(const std::filesystem::path& path, int frame, std::stop_token stop,
                               PixelOrder order = PixelOrder::Shown);
    Result<SlicePtr> readSlice(const SliceSource& source, std::stop_token stop)
    {
        return readSlice(source.file, source.frame, std::move(stop));
    }
    // What imagesOf() sorts DICOM files by. One that is refused, or over which the reader breaks
    // down, has a header without frames. Errors: Cancelled, Internal.
    Result<std::vector<FileHeader>> readHeaders(std::span<const std::filesystem::path> files,
                                                std::stop_token stop);
    // What a DICOMDIR lists, as far as it is there, in its folder and those in it.
    Result<std::vector<std::filesystem::path>> readDirectory(const std::filesystem::path& directory,
                                                             std::stop_token stop);
    // In the file's order.
    Result<StoredFrame> readStored(const std::filesystem::path& path, int frame,
                                   std::stop_token stop);
    // A mask: palette indices, grey levels as stored, or whole numbers; one channel, else
    // ChannelsMismatch.
    Result<StoredFrame> readLabels(const std::filesystem::path& path, int frame,
                                   std::stop_token stop);
    Result<Thumbnail> thumbnail(const ImageFiles& image, std::stop_token stop, int side = 96);
    // Of a large PNG, JPEG, TIFF or BMP a small copy, to be looked at until open() has read it, which
    // costs little more after it. BadArgument: a picture that has none.
    Result<Thumbnail> preview(const std::filesystem::path& path, std::stop_token stop);
    // Reads the headers of the images that the next segmentation is of. Also: ImageChanged, BadData
    // (the source has no UIDs).
    Result<void> openSegmentationSource(const SourceRef& source, Size size, int slices,
                                        std::stop_token stop, const Meanwhile& meanwhile = {});
    // A DICOM segmentation of those images: the bytes of the file up to its pixels, which come last.
    // `request` as io/import/seg_request.h reads it.
    Result<std::vector<std::byte>> makeSegmentation(const SourceRef& source, nlohmann::json request,
                                                    std::stop_token stop,
                                                    const Meanwhile& meanwhile = {});
    // The masks in a file, and one of them (io/import/mask_reader.h). Also: ChannelsMismatch.
    Result<std::vector<MaskEntry>> listMasks(const std::filesystem::path& path,
                                             std::stop_token stop);
    Result<ImportedMask> readMask(const std::filesystem::path& path, int entry,
                                  std::stop_token stop);
    // JSON with the keys of io/import/facts_json.h and contentHash; the first frame has been
    // decoded.
    Result<std::string> info(const std::filesystem::path& path, std::stop_token stop);

    // For the requests of io/import_copies.h.
    ImportChild& child() { return m_child; }

    // -1 while none runs; for tests.
    pid_t processId() const { return m_child.processId(); }

private:
    Result<VolumePtr> openFrame(const SliceSource& source, bool wantsHash,
                                const std::stop_token& stop);
    Result<Thumbnail> readSmall(const SliceSource& source, const char* wanted, int side,
                                const std::stop_token& stop);
    Result<std::vector<FileHeader>> readSomeHeaders(std::span<const std::filesystem::path> files,
                                                    const std::stop_token& stop);

    ImportChild m_child;
    bool m_isSalvaging = false;
};

} // namespace limn
