#include "io/import/seg_request.h"

#include "io/import/dicom_clean.h"
#include "io/import/hex.h"

namespace limn {

namespace {

Code codeOf(const nlohmann::json& json)
{
    return {json.at("value"), json.at("scheme"), json.at("meaning")};
}

SegSegment segmentOf(const nlohmann::json& json)
{
    SegSegment segment;
    segment.name = json.at("name");
    segment.description = json.at("description");
    segment.category = codeOf(json.at("category"));
    segment.type = codeOf(json.at("type"));
    if (json.contains("modifier"))
        segment.modifier = codeOf(json.at("modifier"));
    segment.algorithmType = json.at("algorithmType");
    segment.algorithmName = json.at("algorithmName");
    segment.algorithmVersion = json.at("algorithmVersion");
    segment.parameters = json.at("parameters");
    segment.lab = json.at("lab");
    return segment;
}

} // namespace

std::string uidFor(const SegRequest& request, const std::string& purpose)
{
    if (request.uidSeed.empty())
        return newUid();
    return mappedUid(request.uidSeed, purpose + (request.isFractional ? " fractional" : " binary"));
}

SegImages segImagesOf(const nlohmann::json& json)
{
    SegImages images;
    for (const auto& hex : json.at("filesHex"))
        images.files.push_back(fromHex(hex));
    images.frames = json.at("frames").get<std::vector<int>>();
    images.instanceUid = json.at("instanceUid");
    images.size = {json.at("width"), json.at("height")};
    images.slices = json.at("slices");
    return images;
}

SegRequest segRequestOf(const nlohmann::json& json)
{
    SegRequest request;
    request.programVersion = json.at("programVersion");
    request.uidSeed = json.value("uidSeed", "");
    request.contentTime = json.value("contentTime", "");
    request.isFractional = json.at("fractional");
    for (const auto& segment : json.at("segments"))
        request.segments.push_back(segmentOf(segment));
    for (const auto& frame : json.at("frames"))
        request.frames.push_back({frame.at(0), frame.at(1)});
    request.pixelBytes = json.at("pixelBytes");
    return request;
}

} // namespace limn
