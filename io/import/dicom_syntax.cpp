#include "io/import/dicom_syntax.h"

#include <algorithm>
#include <array>

namespace limn {

namespace {

constexpr std::array syntaxes{
    TransferSyntax{"1.2.840.10008.1.2", "Implicit VR Little Endian", true, false},
    TransferSyntax{"1.2.840.10008.1.2.1", "Explicit VR Little Endian", true, false},
    TransferSyntax{"1.2.840.10008.1.2.2", "Explicit VR Big Endian", true, false},
    TransferSyntax{"1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", true, false},
    TransferSyntax{"1.2.840.10008.1.2.5", "RLE Lossless", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.50", "JPEG Baseline", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.51", "JPEG Extended", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.53", "JPEG Spectral Selection", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.55", "JPEG Full Progression", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.57", "JPEG Lossless, Process 14", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.70", "JPEG Lossless, Process 14, Selection Value 1", true,
                   true},
    TransferSyntax{"1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.91", "JPEG 2000", true, true},
    TransferSyntax{"1.2.840.10008.1.2.4.92", "JPEG 2000 Multi-component Lossless", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.93", "JPEG 2000 Multi-component", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.94", "JPIP Referenced", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 for 2D Video", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 for 3D Video", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.110", "JPEG XL Lossless", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.112", "JPEG XL", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.201", "HTJ2K Lossless", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.202", "HTJ2K Lossless RPCL", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.203", "HTJ2K", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.204", "JPIP HTJ2K Referenced", false, true},
    TransferSyntax{"1.2.840.10008.1.2.4.205", "JPIP HTJ2K Referenced Deflate", false, true},
    TransferSyntax{"1.2.840.10008.1.2.8.1", "Deflated Image Frame", false, true},
    TransferSyntax{"1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian",
                   false, true},
};

} // namespace

const TransferSyntax* transferSyntax(std::string_view uid)
{
    const auto found = std::ranges::find(syntaxes, uid, &TransferSyntax::uid);
    return found == syntaxes.end() ? nullptr : &*found;
}

} // namespace limn
