#include "io/import/dicom_out.h"

#include "io/import/descriptor_io.h"

#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dcwcache.h>

#include <vector>

namespace limn {

namespace {

constexpr std::size_t pieceBytes = std::size_t{1} << 20;

} // namespace

bool writeDicom(DcmFileFormat& file, E_TransferSyntax syntax, DataSetOrigin origin, int descriptor)
{
    std::vector<std::byte> buffer(pieceBytes);
    DcmOutputBufferStream stream(buffer.data(), static_cast<offile_off_t>(buffer.size()));
    DcmWriteCache cache;
    const bool isOwn = origin == DataSetOrigin::Own;
    OFCondition state = EC_StreamNotifyClient;
    file.transferInit();
    while (state == EC_StreamNotifyClient) {
        state = file.write(stream, syntax, isOwn ? EET_UndefinedLength : EET_ExplicitLength, &cache,
                           isOwn ? EGL_noChange : EGL_recalcGL, EPD_noChange);
        void* filled = nullptr;
        offile_off_t length = 0;
        stream.flushBuffer(filled, length);
        if (!writeAll(descriptor,
                      {static_cast<const std::byte*>(filled), static_cast<std::size_t>(length)}))
            return false;
    }
    file.transferEnd();
    return state.good();
}

} // namespace limn
