// Takes what could name a person out of a DICOM data set; the pixels stay as they are.
#pragma once

#include "io/import/dicom_file.h"
#include "model/data/copy_order.h"

namespace limn {

struct CleanFindings {
    BurnedIn burnedIn = BurnedIn::Unlikely;
    bool hasOverlayInPixels = false; // in bits above those of the picture; they stay
};

// By the profile's table first (dicom_profile.h); what it leaves, by the kind of value, and so deep as
// sequences go: words only where the standard defines them (dicom_words.h), numbers that are numbers,
// dates shifted or emptied, every UID that is not the standard's made new. At last says what was done
// (PS3.15 E.1.1).
CleanFindings cleanDataSet(DcmDataset& dataset, const CopyOrder& order);

// "2.25." and a number made of both.
std::string mappedUid(const std::string& secret, const std::string& uid);

} // namespace limn
