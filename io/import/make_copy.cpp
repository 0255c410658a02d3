#include "io/import/make_copy.h"

#include "io/import/clean_pictures.h"
#include "io/import/descriptor_io.h"
#include "io/import/dicom_clean.h"
#include "io/import/dicom_clean_values.h"
#include "io/import/dicom_out.h"
#include "io/import/dicom_put.h"
#include "io/import/dicom_reader.h"
#include "io/import/dicom_tags.h"
#include "io/import/hex.h"
#include "io/import/nifti_reader.h"
#include "io/import/raster_reader.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcobject.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <array>

namespace limn {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t maximumFileBytes = std::uint64_t{2} << 30;
constexpr std::size_t maximumPictureBytes = std::size_t{1} << 30;

fs::path pathOf(const nlohmann::json& request)
{
    return fromHex(request.at("pathHex"));
}

CopyOrder orderOf(const nlohmann::json& request)
{
    return {fromHex(request.at("secretHex")), request.at("pseudonym"),
            request.at("dates") == "shift" ? CopiedDates::Shifted : CopiedDates::Emptied,
            request.at("shiftDays"), request.at("programVersion")};
}

const char* nameOf(BurnedIn burnedIn)
{
    switch (burnedIn) {
    case BurnedIn::No: return "no";
    case BurnedIn::Unlikely: return "unlikely";
    case BurnedIn::Unknown: return "unknown";
    case BurnedIn::Yes: return "yes";
    }
    return "unknown";
}

bool isDicom(const fs::path& path)
{
    const auto head = readBytes(path, 4096);
    return head && (looksLikeDicom(*head) || looksLikeBareDicom(*head));
}

bool makeRoom(int descriptor)
{
    return ftruncate(descriptor, 0) == 0 && lseek(descriptor, 0, SEEK_SET) == 0;
}

std::unexpected<Error> noRoom(const fs::path& path)
{
    return fail(ErrorCode::OutOfMemory, displayName(path), "shared memory for the copy");
}

// The pixels keep their transfer syntax; deflated files, whose pixels are not coded, become plain.
E_TransferSyntax syntaxOf(DcmDataset& dataset)
{
    const E_TransferSyntax original = dataset.getOriginalXfer();
    return original == EXS_DeflatedLittleEndianExplicit ? EXS_LittleEndianExplicit : original;
}

// Files without these UIDs in their data set have them in their header at best; a copy needs them.
void completeUids(DcmFileFormat& file, const fs::path& path)
{
    DcmItem& meta = *static_cast<DcmItem*>(file.getMetaInfo());
    DcmItem& dataset = *static_cast<DcmItem*>(file.getDataset());
    const auto complete = [&](const DcmTagKey& to, const DcmTagKey& from, const std::string& other) {
        if (!textOf(dataset, to).empty())
            return;
        const std::string uid = textOf(meta, from);
        putText(dataset, to, uid.empty() ? other : uid);
    };
    complete(DCM_SOPClassUID, DCM_MediaStorageSOPClassUID, UID_SecondaryCaptureImageStorage);
    complete(DCM_SOPInstanceUID, DCM_MediaStorageSOPInstanceUID,
             contentHash(path).value_or(std::string("unknown")));
}

// Elements that were sent as unknown, though the dictionary has them, get their kind back.
Result<DicomFile> openAsKnown(const fs::path& path)
{
    dcmEnableUnknownVRConversion.set(OFTrue);
    auto dicom = openDicom(path);
    dcmEnableUnknownVRConversion.set(OFFalse);
    return dicom;
}

Result<std::uint64_t> copyDicom(const fs::path& path, const CopyOrder& order, int descriptor,
                                nlohmann::json& reply)
{
    const auto dicom = openAsKnown(path);
    if (!dicom)
        return std::unexpected(dicom.error());
    completeUids(*dicom->file, path);
    const auto findings = cleanDataSet(dicom->dataset(), order);
    const auto uid = [&dicom](const DcmTagKey& tag) { return textOf(dicom->dataset(), tag); };
    const E_TransferSyntax syntax = syntaxOf(dicom->dataset());
    reply = {{"ending", "dcm"},
             {"hasData", false},
             {"burnedIn", nameOf(findings.burnedIn)},
             {"overlayInPixels", findings.hasOverlayInPixels},
             {"studyUid", uid(DCM_StudyInstanceUID)},
             {"seriesUid", uid(DCM_SeriesInstanceUID)},
             {"instanceUid", uid(DCM_SOPInstanceUID)}};
    // A header of its own: the source's may name stations, and its preamble may hold anything.
    DcmFileFormat file(dicom->file->getAndRemoveDataset(), OFFalse);
    if (!makeRoom(descriptor) || !writeDicom(file, syntax, DataSetOrigin::Stranger, descriptor))
        return noRoom(path);
    return static_cast<std::uint64_t>(lseek(descriptor, 0, SEEK_CUR));
}

struct PictureKind {
    bool (*looksLike)(Bytes head);
    Result<CleanBytes> (*clean)(Bytes file);
    const char* ending;
};
constexpr std::array pictureKinds{
    PictureKind{looksLikePng, cleanPng, "png"}, PictureKind{looksLikeJpeg, cleanJpeg, "jpg"},
    PictureKind{looksLikeTiff, cleanTiff, "tif"}, PictureKind{looksLikeBmp, cleanBmp, "bmp"}};

// "nii", "hdr", "img", with ".gz" behind it.
std::string niftiEnding(const fs::path& path, Bytes head, bool isData)
{
    std::string ending = isData ? "img" : niftiDataOf(path).empty() ? "nii" : "hdr";
    return looksLikeGzip(head) ? ending + ".gz" : ending;
}

Result<CleanBytes> cleanedPicture(const fs::path& path, bool isData, nlohmann::json& reply)
{
    const auto head = readBytes(path, 4096);
    if (!head)
        return std::unexpected(head.error());
    reply = {{"hasData", false},     {"burnedIn", "unknown"}, {"overlayInPixels", false},
             {"studyUid", ""}, {"seriesUid", ""},      {"instanceUid", ""}};
    const bool isNifti = looksLikeNifti(*head) || looksLikeGzip(*head);
    if (isData || isNifti) {
        reply["ending"] = niftiEnding(path, *head, isData);
        reply["hasData"] = !isData && !niftiDataOf(path).empty();
        reply["burnedIn"] = "unlikely";
        return isData ? cleanNiftiData(path) : cleanNifti(path);
    }
    for (const PictureKind& kind : pictureKinds) {
        if (!kind.looksLike(*head))
            continue;
        reply["ending"] = kind.ending;
        const auto file = readBytes(path, maximumPictureBytes);
        return file ? kind.clean(*file) : std::unexpected(file.error());
    }
    return fail(ErrorCode::UnsupportedFormat, {}, "there is no way to take patient data out of it");
}

} // namespace

Result<std::uint64_t> makeCopy(const nlohmann::json& request, int descriptor, nlohmann::json& reply)
{
    fs::path path = pathOf(request);
    if (const auto bytes = fileSize(path); bytes && *bytes > maximumFileBytes)
        return fail(ErrorCode::TooLarge, displayName(path), "copies are made of up to 2 GiB");
    if (isDicom(path))
        return copyDicom(path, orderOf(request), descriptor, reply);
    const bool isData = request.value("part", 0) == 1;
    if (isData)
        path = niftiDataOf(path);
    const auto clean = cleanedPicture(path, isData, reply);
    if (!clean)
        return fail(clean.error().code, displayName(path), clean.error().detail);
    if (!makeRoom(descriptor) || !writeAll(descriptor, *clean))
        return noRoom(path);
    return clean->size();
}

Result<nlohmann::json> patientFacts(const nlohmann::json& request)
{
    const fs::path path = pathOf(request);
    if (const auto there = fileSize(path); !there)
        return std::unexpected(there.error());
    if (!isDicom(path))
        return nlohmann::json{{"format", ""}};
    const auto dicom = openDicom(path);
    if (!dicom)
        return std::unexpected(dicom.error());
    DcmDataset& dataset = dicom->dataset();
    dataset.convertToUTF8();
    return nlohmann::json{{"format", "DICOM"},
                          {"patientId", textOf(dataset, DCM_PatientID)},
                          {"issuer", textOf(dataset, DCM_IssuerOfPatientID)},
                          {"patientName", textOf(dataset, DCM_PatientName)},
                          {"birthDate", textOf(dataset, DCM_PatientBirthDate)},
                          {"studyUid", textOf(dataset, DCM_StudyInstanceUID)}};
}

Result<nlohmann::json> tagFacts(const nlohmann::json& request)
{
    const fs::path path = pathOf(request);
    if (const auto there = fileSize(path); !there)
        return std::unexpected(there.error());
    if (!isDicom(path))
        return fail(ErrorCode::NotDicom, displayName(path), "only DICOM files have tags");
    const auto dicom = openDicom(path);
    if (!dicom)
        return std::unexpected(dicom.error());
    return nlohmann::json{{"tags", tagList(dicom->dataset())}};
}

} // namespace limn
