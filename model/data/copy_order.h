// How a copy of an image is freed of what could name a person, and what was found in it.
#pragma once

#include <string>

namespace limn {

enum class CopiedDates { Shifted, Emptied };

struct CopyOrder {
    std::string secret; // new UIDs are made of it and the old ones, so that they stay consistent
    std::string pseudonym; // the patient's new name and ID
    CopiedDates dates = CopiedDates::Shifted;
    int shiftDays = 0;
    std::string programVersion;
};

enum class BurnedIn { No, Unlikely, Unknown, Yes }; // words in the picture itself

} // namespace limn
