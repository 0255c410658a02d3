// What a person asks of a release.
#pragma once

#include "io/import_copies.h"
#include "io/masks/write_masks.h"
#include "io/release/split.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limn {

enum class ReleaseImages { Accepted, EditedAndAccepted };

// What makes several images one patient's.
enum class PatientsBy {
    Auto, // DICOM: PatientID, else the study; others: each image its own
    Folder, // the folder that the image lies in
    Image, // each image its own
    Pattern, // as Auto; of others a pattern in the file's name
    Table, // as Auto; of others a table of names
};

struct ReleaseOrder {
    std::filesystem::path work; // the folder of the images, or annotations.limn in it
    std::filesystem::path folder; // the release's; new, empty, or of an earlier release
    std::vector<MaskFormat> formats{MaskFormat::Mask};
    DatasetOptions datasets;
    ReleaseImages images = ReleaseImages::Accepted;
    bool hasCopies = false; // of the images; a de-identified release always has them
    bool isDeidentified = false;
    CopiedDates dates = CopiedDates::Shifted;
    bool leavesOutBurnedIn = false; // images that say that words are burned into them
    std::filesystem::path key; // empty: beside the work file
    PatientsBy patients = PatientsBy::Auto;
    std::string patientPattern;
    std::filesystem::path patientTable;
    std::vector<SplitShare> split; // empty: none
    std::uint64_t seed = 1;
    std::string licence; // of the data set, in the maker's words
};

} // namespace limn
