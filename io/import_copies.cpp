#include "io/import_copies.h"

#include "io/import_pixels.h"

#include <array>

namespace limn {
namespace {

using Json = nlohmann::json;

BurnedIn burnedInOf(const std::string& name)
{
    constexpr std::array<std::pair<const char*, BurnedIn>, 3> names{
        {{"no", BurnedIn::No}, {"unlikely", BurnedIn::Unlikely}, {"yes", BurnedIn::Yes}}};
    for (const auto& [known, value] : names)
        if (name == known)
            return value;
    return BurnedIn::Unknown;
}

std::vector<TagNode> nodesOf(const Json& list);

TagNode nodeOf(const Json& json)
{
    TagNode node{json.at("tag"), json.at("vr"), json.at("name"), json.value("value", ""), {}};
    if (!json.contains("items"))
        return node;
    int number = 0;
    for (const Json& item : json.at("items"))
        node.children.push_back(
            {"", "", "Item " + std::to_string(++number), "", nodesOf(item)});
    return node;
}

std::vector<TagNode> nodesOf(const Json& list)
{
    std::vector<TagNode> nodes;
    for (const Json& json : list)
        nodes.push_back(nodeOf(json));
    return nodes;
}

} // namespace

Result<PatientFacts> patientOf(ImportClient& client, const std::filesystem::path& path,
                               std::stop_token stop)
{
    return guarded(path, [&]() -> Result<PatientFacts> {
        const auto reply = askFor(client.child(), path,
                                  {{"tell", "patient"}, {"pathHex", absoluteHex(path)}}, stop);
        if (!reply)
            return std::unexpected(reply.error());
        const Json& json = reply->json;
        if (json.at("format") != "DICOM")
            return PatientFacts{};
        return PatientFacts{true,
                            json.at("patientId"),
                            json.at("issuer"),
                            json.at("patientName"),
                            json.at("birthDate"),
                            json.at("studyUid")};
    });
}

Result<CleanCopy> cleanCopyOf(ImportClient& client, const std::filesystem::path& path, CopyPart part,
                              const CopyOrder& order, std::stop_token stop)
{
    return guarded(path, [&]() -> Result<CleanCopy> {
        const Json request{{"make", "copy"},
                           {"pathHex", absoluteHex(path)},
                           {"part", part == CopyPart::DataFile ? 1 : 0},
                           {"secretHex", hexOf(order.secret)},
                           {"pseudonym", order.pseudonym},
                           {"dates", order.dates == CopiedDates::Shifted ? "shift" : "empty"},
                           {"shiftDays", order.shiftDays},
                           {"programVersion", order.programVersion}};
        const auto reply = askFor(client.child(), path, request, stop);
        if (!reply)
            return std::unexpected(reply.error());
        auto bytes = pixelsOf<std::byte>(client.child(), reply->header, SampleType::File, path);
        if (!bytes)
            return std::unexpected(bytes.error());
        CleanCopy copy;
        copy.bytes = std::move(*bytes);
        copy.ending = reply->json.at("ending");
        copy.hasDataFile = reply->json.at("hasData");
        copy.burnedIn = burnedInOf(reply->json.at("burnedIn"));
        copy.hasOverlayInPixels = reply->json.at("overlayInPixels");
        copy.studyUid = reply->json.at("studyUid");
        copy.seriesUid = reply->json.at("seriesUid");
        copy.instanceUid = reply->json.at("instanceUid");
        return copy;
    });
}

Result<std::vector<TagNode>> tagsOf(ImportClient& client, const std::filesystem::path& path,
                                    std::stop_token stop)
{
    return guarded(path, [&]() -> Result<std::vector<TagNode>> {
        const auto reply = askFor(client.child(), path,
                                  {{"tell", "tags"}, {"pathHex", absoluteHex(path)}}, stop);
        if (!reply)
            return std::unexpected(reply.error());
        return nodesOf(reply->json.at("tags"));
    });
}

} // namespace limn
