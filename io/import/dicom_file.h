// A DICOM file that has passed the checks: its data set and the shape of its pixels.
#pragma once

#include "io/import/dicom_scan.h"
#include "io/import/picture.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>

#include <memory>
#include <string>

namespace limn {

enum class PixelKind { Integer, Float, Double };

struct PixelShape {
    Size size;
    int frames = 1;
    int samples = 1;
    int bitsAllocated = 8;
    int bitsStored = 8;
    int highBit = 7;
    bool isSigned = false;
    PixelKind kind = PixelKind::Integer;
    std::string photometric;

    bool isColour() const { return samples == 3; }
    bool isPalette() const { return photometric == "PALETTE COLOR"; }
    // Bytes of one uncompressed frame. YBR_FULL_422 holds two samples a pixel.
    std::size_t frameBits() const;
};

struct DicomFile {
    std::unique_ptr<DcmFileFormat> file;
    PixelShape shape;
    std::string transferSyntax; // its name
    bool isCompressed = false;
    std::vector<std::string> notes;

    DcmDataset& dataset() const { return *file->getDataset(); }
};

// Errors as readDicom. Allowed: of uncompressed pixels that are cut, what is missing is 0, with a note.
Result<DicomFile> openDicom(const std::filesystem::path& path, CutPixels cut = CutPixels::Refused);

} // namespace limn
