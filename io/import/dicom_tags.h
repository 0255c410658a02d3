// The data set as a list for a reader's eyes.
#pragma once

#include "io/import/dicom_file.h"

namespace limn {

// [{tag "0010,0010", vr, name, value}, ...]; a sequence has "items": a list of such lists. Text as
// UTF-8 where its character set is known to DCMTK, cut after 256 bytes; binary values are only
// counted. At most 4000 entries in all. Changes the data set's texts to UTF-8.
nlohmann::json tagList(DcmDataset& dataset);

} // namespace limn
