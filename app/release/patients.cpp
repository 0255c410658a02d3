#include "app/release/patients.h"

#include <QCoreApplication>

namespace limn {

Result<ReleasePatients> ReleasePatients::of(const ReleaseOrder& order)
{
    ReleasePatients patients;
    patients.m_by = order.patients;
    Result<PatientRule> rule;
    if (order.patients == PatientsBy::Pattern)
        rule = PatientRule::byPattern(order.patientPattern);
    else if (order.patients == PatientsBy::Table)
        rule = PatientRule::byTable(order.patientTable);
    if (!rule)
        return std::unexpected(rule.error());
    patients.m_rule = std::move(*rule);
    return patients;
}

Result<KnownPatient> ReleasePatients::patientOf(const std::filesystem::path& image,
                                                const PatientFacts& facts) const
{
    if (m_by == PatientsBy::Folder)
        return KnownPatient{
            "folder:" + image.parent_path().filename().string(),
            QT_TRANSLATE_NOOP("limn::Releasing", "the folder that the image lies in")};
    if (readsFiles() && facts.isDicom && !facts.patientId.empty())
        return KnownPatient{"dicom:" + facts.issuer + "/" + facts.patientId,
                            QT_TRANSLATE_NOOP("limn::Releasing", "the DICOM PatientID")};
    if (readsFiles() && facts.isDicom && !facts.patientName.empty())
        return KnownPatient{
            "name:" + facts.patientName + "/" + facts.birthDate,
            QT_TRANSLATE_NOOP("limn::Releasing",
                              "the DICOM patient's name and birth date, for want of an ID")};
    if (readsFiles() && facts.isDicom && !facts.studyUid.empty())
        return KnownPatient{
            "study:" + facts.studyUid,
            QT_TRANSLATE_NOOP("limn::Releasing", "the DICOM study, for want of a patient")};
    const std::string stem = stemOf(image);
    if (m_by == PatientsBy::Pattern || m_by == PatientsBy::Table) {
        const auto patient = m_rule.patientOf(stem);
        if (!patient)
            return std::unexpected(patient.error());
        return KnownPatient{
            "rule:" + *patient,
            m_by == PatientsBy::Pattern
                ? QT_TRANSLATE_NOOP("limn::Releasing", "a pattern in the file's name")
                : QT_TRANSLATE_NOOP("limn::Releasing", "a table of file names")};
    }
    return KnownPatient{
        "image:" + image.filename().string(),
        QT_TRANSLATE_NOOP("limn::Releasing", "nothing: the image counts as a patient of its own")};
}

} // namespace limn
