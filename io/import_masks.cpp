// Masks, as the import child reads them.
#include "io/import_client.h"
#include "io/import_json.h"
#include "io/import_pixels.h"

#include <utility>

namespace limn {
namespace {

ImportedMask maskOf(const nlohmann::json& json, std::vector<Label> values)
{
    ImportedMask mask;
    mask.format = json.at("format");
    mask.size = {json.at("width"), json.at("height")};
    mask.sliceCount = json.at("slices");
    mask.volumes = json.at("volumes");
    mask.values = std::move(values);
    for (const auto& row : json.at("labels")) {
        MaskLabel label{row.at("label").get<Label>(), row.at("name"), {}};
        if (const auto colour = row.find("colour"); colour != row.end())
            label.colour = Colour{colour->at(0), colour->at(1), colour->at(2)};
        mask.labels.push_back(std::move(label));
    }
    mask.isVolumeFile = json.at("volumeFile");
    mask.geometry = geometryOf(json.at("geometry"));
    mask.frames = json.at("frames").get<std::vector<int>>();
    mask.imageName = json.at("imageName");
    mask.notes = json.at("notes").get<std::vector<std::string>>();
    if (const auto place = json.find("place"); place != json.end())
        mask.place = place->get<VoxelPlace>();
    return mask;
}

} // namespace

Result<std::vector<MaskEntry>> ImportClient::listMasks(const std::filesystem::path& path,
                                                       std::stop_token stop)
{
    return guarded(path, [&]() -> Result<std::vector<MaskEntry>> {
        const auto reply =
            askFor(m_child, path, {{"pathHex", absoluteHex(path)}, {"mask", "list"}}, stop);
        if (!reply)
            return std::unexpected(reply.error());
        std::vector<MaskEntry> entries;
        for (const auto& entry : reply->json.at("entries"))
            entries.push_back({entry.at("imageName"), entry.at("slice")});
        return entries;
    });
}

Result<ImportedMask> ImportClient::readMask(const std::filesystem::path& path, int entry,
                                            std::stop_token stop)
{
    return guarded(path, [&]() -> Result<ImportedMask> {
        const auto reply =
            askFor(m_child, path,
                   {{"pathHex", absoluteHex(path)}, {"mask", "read"}, {"entry", entry}}, stop);
        if (!reply)
            return std::unexpected(reply.error());
        auto values = pixelsOf<Label>(m_child, reply->header, SampleType::File, path);
        if (!values)
            return std::unexpected(values.error());
        ImportedMask mask = maskOf(reply->json, std::move(*values));
        if (mask.size.width < 1 || mask.size.height < 1 || mask.sliceCount < 1 || mask.volumes < 1
            || mask.sliceCount % mask.volumes != 0
            || mask.values.size() != mask.size.area() * static_cast<std::size_t>(mask.sliceCount))
            return noSense(path, "the size of the mask");
        return mask;
    });
}

} // namespace limn
