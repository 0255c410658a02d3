// A DICOM file into a descriptor, piece by piece.
#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>

namespace limn {

// Of a data set of our own, which has no group lengths, sequences end with delimiters: DCMTK adds up
// the lengths of nested ones anew at each level.
enum class DataSetOrigin { Own, Stranger };

// False where writing fails (no room).
bool writeDicom(DcmFileFormat& file, E_TransferSyntax syntax, DataSetOrigin origin, int descriptor);

} // namespace limn
