// A DICOM file's attributes, as its tag panel shows them.
#pragma once

#include <string>
#include <vector>

namespace limn {

// An attribute, or an item of a sequence (then without tag and kind). Texts are UTF-8.
struct TagNode {
    std::string tag; // "0010,0010"
    std::string kind; // value representation: "PN"
    std::string name; // "PatientName"; of an item "Item 1"
    std::string value; // long ones are cut; of bytes their number
    std::vector<TagNode> children; // items, or an item's attributes
};

} // namespace limn
