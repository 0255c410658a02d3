// What the Basic Application Level Confidentiality Profile says of a tag (PS3.15, Table E.1-1).
#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctagkey.h>

namespace limn {

enum class ProfileAction {
    Remove, // X, and what the profile has no row for but is no business of an image
    Empty, // Z and X/Z
    Pseudonym, // Z in the profile: the patient's name and ID become the release's own
    Clean, // everything else: D, U, C and K, by the kind of value (dicom_clean.h)
};

ProfileAction profileAction(const DcmTagKey& tag);

} // namespace limn
