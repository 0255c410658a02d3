// DICOM through DCMTK, behind checks of our own.
#pragma once

#include "io/import/bytes.h"
#include "io/import/picture.h"

namespace limn {

bool looksLikeDicom(Bytes head); // "DICM" after a preamble
bool looksLikeBareDicom(Bytes head); // begins with an element of group 2 or 8, as old files do

// Once, before the first file: quiet log, codecs.
void prepareDicom();

// Refused before DCMTK decodes: what reliability asks of sizes, bits and lengths; a transfer syntax
// that is not read is named. Values: modality values (Modality LUT or rescale, in double). Palette
// and YBR become red, green, blue 0..255. Overlays are left out. Stored: of a palette, its indices;
// of colour, 0..255.
Result<Picture> readDicom(const ReadRequest& request);

} // namespace limn
