#include "io/import/dicom_headers.h"

#include "io/import/bytes.h"
#include "io/import/dicom_geometry.h"
#include "io/import/dicom_groups.h"
#include "io/import/dicom_scan.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>

namespace limn {

namespace {

constexpr double millisecondsASecond = 1000;

// A number out of a text of digits, such as a time of day: it grows as the text does.
double numberOf(const std::string& digits)
{
    return std::strtod(digits.c_str(), nullptr);
}

// Where an attribute stands in a frame's groups, else at the top.
struct Where {
    DcmTagKey group, tag;
};

std::optional<double> frameNumber(DcmDataset& dataset, int frame, const Where& where)
{
    DcmItem* const macro = frameMacro(dataset, frame, where.group);
    return macro != nullptr ? decimal(*macro, where.tag) : std::nullopt;
}

double orZero(std::optional<double> number)
{
    return number.value_or(0);
}

// Of a file with one frame.
std::vector<double> momentOf(DcmDataset& dataset)
{
    std::vector<double> moment;
    for (const DcmTagKey& tag :
         {DCM_TemporalPositionIdentifier, DCM_TriggerTime, DCM_AcquisitionNumber, DCM_EchoTime,
          DCM_DiffusionBValue})
        moment.push_back(orZero(decimal(dataset, tag)));
    moment.push_back(numberOf(text(dataset, DCM_AcquisitionTime)));
    moment.push_back(orZero(decimal(dataset, DCM_InstanceNumber)));
    return moment;
}

std::vector<double> momentOf(DcmDataset& dataset, int frame)
{
    const std::array places{
        Where{DCM_FrameContentSequence, DCM_TemporalPositionIndex},
        Where{DCM_TemporalPositionSequence, DCM_TemporalPositionTimeOffset},
        Where{DCM_CardiacSynchronizationSequence, DCM_NominalCardiacTriggerDelayTime},
        Where{DCM_MREchoSequence, DCM_EffectiveEchoTime},
        Where{DCM_MRDiffusionSequence, DCM_DiffusionBValue}};
    std::vector<double> moment;
    for (const Where& where : places)
        moment.push_back(orZero(frameNumber(dataset, frame, where)));
    if (DcmItem* const content = frameMacro(dataset, frame, DCM_FrameContentSequence))
        moment.push_back(numberOf(text(*content, DCM_FrameAcquisitionDateTime)));
    moment.push_back(frame);
    return moment;
}

std::optional<double> timeOf(DcmDataset& dataset, int frame, bool isAlone)
{
    if (isAlone)
        return decimal(dataset, DCM_TriggerTime);
    if (const auto seconds = frameNumber(
            dataset, frame, {DCM_TemporalPositionSequence, DCM_TemporalPositionTimeOffset}))
        return *seconds * millisecondsASecond;
    return frameNumber(dataset, frame,
                       {DCM_CardiacSynchronizationSequence, DCM_NominalCardiacTriggerDelayTime});
}

bool hasOrientation(DcmDataset& dataset)
{
    return macroOrTop(dataset, 0, DCM_PlaneOrientationSequence)
        .tagExistsWithValue(DCM_ImageOrientationPatient);
}

nlohmann::json framesJson(DicomFile& dicom, const std::vector<Vector3>& origins,
                          const std::vector<double>& times)
{
    const bool isAlone = dicom.shape.frames == 1;
    auto frames = nlohmann::json::array();
    for (int frame = 0; frame < dicom.shape.frames; ++frame) {
        const auto index = static_cast<std::size_t>(frame);
        nlohmann::json entry;
        if (index < origins.size()) // else the rest says nothing that is used
            entry = {{"origin", origins[index]},
                     {"moment",
                      isAlone ? momentOf(dicom.dataset()) : momentOf(dicom.dataset(), frame)}};
        else
            entry = nlohmann::json::object();
        if (const auto time = timeOf(dicom.dataset(), frame, isAlone))
            entry["timeMs"] = *time;
        else if (index < times.size())
            entry["timeMs"] = times[index];
        frames.push_back(std::move(entry));
    }
    return frames;
}

} // namespace

Result<nlohmann::json> dicomHeader(const std::filesystem::path& path)
{
    auto dicom = openDicom(path);
    if (!dicom)
        return std::unexpected(dicom.error());
    const auto bytes = fileSize(path);
    const Geometry geometry = geometryOf(*dicom);
    DcmDataset& dataset = dicom->dataset();
    nlohmann::json json{{"bytes", bytes.value_or(0)},
                        {"seriesUid", text(dataset, DCM_SeriesInstanceUID)},
                        {"instanceUid", text(dataset, DCM_SOPInstanceUID)},
                        {"width", dicom->shape.size.width},
                        {"height", dicom->shape.size.height},
                        {"channels", dicom->shape.isColour() || dicom->shape.isPalette() ? 3 : 1},
                        {"columnSpacingMm", geometry.columnSpacingMm},
                        {"rowSpacingMm", geometry.rowSpacingMm}};
    if (hasOrientation(dataset) && !geometry.sliceOriginsMm.empty())
        json["directions"] = {geometry.rowDirection, geometry.columnDirection};
    json["frames"] = framesJson(*dicom, geometry.sliceOriginsMm, timesOf(*dicom));
    return json;
}

Result<nlohmann::json> directoryFiles(const std::filesystem::path& path)
{
    const std::string name = displayName(path);
    if (const auto scan = scanDicom(path); !scan)
        return fail(scan.error().code, name, scan.error().detail);
    DcmFileFormat file;
    if (const OFCondition loaded = file.loadFile(path.c_str()); loaded.bad())
        return fail(ErrorCode::Damaged, name, loaded.text());
    DcmSequenceOfItems* records = nullptr;
    if (file.getDataset()->findAndGetSequence(DCM_DirectoryRecordSequence, records).bad())
        return fail(ErrorCode::NotAnImage, name, "a DICOM file that is no directory");
    auto files = nlohmann::json::array();
    for (DcmObject* object = records->nextInContainer(nullptr); object != nullptr;
         object = records->nextInContainer(object)) {
        auto* const record = dynamic_cast<DcmItem*>(object);
        if (record == nullptr)
            continue;
        const std::string type = text(*record, DCM_DirectoryRecordType);
        if (type != "IMAGE" && type != "RT DOSE")
            continue;
        auto names = nlohmann::json::array();
        OFString part;
        for (unsigned long place = 0;
             record->findAndGetOFString(DCM_ReferencedFileID, part, place).good(); ++place)
            names.push_back(part.c_str());
        if (!names.empty())
            files.push_back(std::move(names));
    }
    return files;
}

} // namespace limn
