// What a release and the tag panel ask of the import child.
#pragma once

#include "io/import_client.h"
#include "model/data/copy_order.h"
#include "model/data/tag_node.h"

namespace limn {

// Who a file says that it is of. All of it may be empty.
struct PatientFacts {
    bool isDicom = false;
    std::string patientId, issuer, patientName, birthDate, studyUid;
};

enum class CopyPart { Whole, DataFile }; // of NIfTI in two files the second is the data file

struct CleanCopy {
    std::vector<std::byte> bytes;
    std::string ending; // "dcm", "nii.gz"
    bool hasDataFile = false;
    BurnedIn burnedIn = BurnedIn::Unknown;
    bool hasOverlayInPixels = false;
    std::string studyUid, seriesUid, instanceUid; // of the copy; empty when not DICOM
};

// Errors of all: those of ImportClient.
Result<PatientFacts> patientOf(ImportClient& client, const std::filesystem::path& path,
                               std::stop_token stop);

// A copy without what could name a person (io/import/make_copy.h); the pixels' bytes are the same.
// Also UnsupportedFormat where nobody knows how to clean that kind.
Result<CleanCopy> cleanCopyOf(ImportClient& client, const std::filesystem::path& path, CopyPart part,
                              const CopyOrder& order, std::stop_token stop);

// At most 4000 attributes. Also NotDicom.
Result<std::vector<TagNode>> tagsOf(ImportClient& client, const std::filesystem::path& path,
                                    std::stop_token stop);

} // namespace limn
