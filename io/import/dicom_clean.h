// Takes what could name a person out of a DICOM data set; the pixels stay as they are.
#pragma once

#include "io/import/dicom_file.h"

namespace limn {

enum class DateRule { Shift, Empty };

struct CleanOrder {
    std::string secret; // new UIDs are made of it and the old ones, so that they stay consistent
    std::string pseudonym; // the patient's new name and ID
    DateRule dates = DateRule::Shift;
    int shiftDays = 0;
    std::string programVersion;
};

enum class BurnedIn { No, Unlikely, Unknown, Yes }; // words in the picture itself

struct CleanFindings {
    BurnedIn burnedIn = BurnedIn::Unlikely;
    bool hasOverlayInPixels = false; // in bits above those of the picture; they stay
};

// By the profile's table first (dicom_profile.h); what it leaves, by the kind of value, and so deep as
// sequences go: words only where the standard defines them (dicom_words.h), numbers that are numbers,
// dates shifted or emptied, every UID that is not the standard's made new. At last says what was done
// (PS3.15 E.1.1).
CleanFindings cleanDataSet(DcmDataset& dataset, const CleanOrder& order);

// "2.25." and a number made of both.
std::string mappedUid(const std::string& secret, const std::string& uid);

} // namespace limn
