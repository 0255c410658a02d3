// One value at a time: what of it may stay.
#pragma once

#include "io/import/dicom_clean.h"

namespace limn {

// Changes the value to what may stay of it; false where nothing may. Not for sequences and pixels.
bool cleanValue(DcmElement& element, const CopyOrder& order);

// The tag's text, without blanks at its end; empty where there is none.
std::string textOf(DcmItem& item, const DcmTagKey& tag);

// A code of digits, letters and "-._", with a digit in it or at most four letters long.
bool isPlainCode(const std::string& value);

} // namespace limn
