// Which patient an image is of.
#pragma once

#include "app/image_folder.h"
#include "app/release/release_order.h"

#include <map>

namespace limn {

struct KnownPatient {
    std::string patient; // tells patients apart; may name one
    std::string how; // "the DICOM PatientID": for the reader of the release
};

class ReleasePatients {
public:
    // Errors: those of PatientRule.
    static Result<ReleasePatients> of(const ReleaseOrder& order);

    bool readsFiles() const { return m_by != PatientsBy::Folder && m_by != PatientsBy::Image; }

    // `facts` are empty where readsFiles() is not. Errors: those of PatientRule.
    Result<KnownPatient> patientOf(const std::filesystem::path& image,
                                   const PatientFacts& facts) const;

private:
    PatientsBy m_by = PatientsBy::Auto;
    PatientRule m_rule; // Pattern, Table
};

} // namespace limn
