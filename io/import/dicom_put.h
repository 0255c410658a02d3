// Puts attributes into a data set that is being made.
#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcitem.h>

#include <QByteArray>

#include <initializer_list>
#include <string>
#include <vector>

namespace limn {

struct Code {
    std::string value, scheme, meaning;
};

void putText(DcmItem& item, const DcmTagKey& tag, const std::string& text); // any VR of characters
void putShorts(DcmItem& item, const DcmTagKey& tag, std::initializer_list<int> values); // US
void putLongs(DcmItem& item, const DcmTagKey& tag, std::initializer_list<int> values); // UL
void putTag(DcmItem& item, const DcmTagKey& tag, const DcmTagKey& value); // AT
void putDecimals(DcmItem& item, const DcmTagKey& tag, const std::vector<double>& values); // DS
DcmItem& addItem(DcmItem& item, const DcmTagKey& sequence);
DcmItem& addCode(DcmItem& item, const DcmTagKey& sequence, const Code& code);

// Copies the elements that are there.
void copyElements(DcmItem& from, DcmItem& to, std::initializer_list<DcmTagKey> tags);

// At most 16 characters, the shortest that read back as the same number where that is possible.
std::string decimalText(double value);

// 2.25 and a random UUID as a decimal number (PS3.5, B.2): it says nothing of the machine.
std::string newUid();
// The same of 16 bytes.
std::string uidOf(QByteArray bytes);

// What fits the VR LO: no control characters, no backslash, 64 characters of UTF-8.
std::string longString(const std::string& text);

} // namespace limn
