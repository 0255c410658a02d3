// The answer to a request for a copy of an image without what could name a person.
#pragma once

#include "model/data/error.h"

#include <cstdint>

#include <nlohmann/json.hpp>

namespace limn {

// Leaves the copy in the shared memory `descriptor` and gives its size. `request`: pathHex; part: 1 for
// the data file of a NIfTI pair, else 0; for DICOM secretHex, pseudonym, dates ("shift", "empty"),
// shiftDays, programVersion. Into `reply`: ending ("dcm", "nii.gz"), hasData (a data file belongs to
// it), burnedIn ("no", "unlikely", "unknown", "yes"), overlayInPixels and the copy's studyUid,
// seriesUid, instanceUid. Errors: those of the readers,
// UnsupportedFormat for a kind that nobody knows how to clean.
Result<std::uint64_t> makeCopy(const nlohmann::json& request, int descriptor, nlohmann::json& reply);

// Who the file says that it is of, for keeping a patient's images together: format, and of DICOM
// patientId, issuer, patientName, birthDate, studyUid as UTF-8, all of them perhaps empty.
Result<nlohmann::json> patientFacts(const nlohmann::json& request);

// The list of a DICOM file's tags, as dicom_tags.h has it; NotDicom for others.
Result<nlohmann::json> tagFacts(const nlohmann::json& request);

} // namespace limn
