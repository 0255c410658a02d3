// A DICOM file into a descriptor, piece by piece.
#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>

namespace limn {

// False where writing fails (no room).
bool writeDicom(DcmFileFormat& file, E_TransferSyntax syntax, E_EncodingType lengths, int descriptor);

} // namespace limn
