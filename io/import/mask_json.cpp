#include "io/import/mask_json.h"

#include "io/import/facts_json.h"

namespace limn {

nlohmann::json maskJson(const ImportedMask& mask)
{
    auto labels = nlohmann::json::array();
    for (const MaskLabel& label : mask.labels) {
        labels.push_back({{"label", label.label}, {"name", label.name}});
        if (label.colour)
            labels.back()["colour"] = {label.colour->red, label.colour->green, label.colour->blue};
    }
    nlohmann::json json{{"format", mask.format},
                        {"width", mask.size.width},
                        {"height", mask.size.height},
                        {"slices", mask.sliceCount},
                        {"volumes", mask.volumes},
                        {"labels", std::move(labels)},
                        {"volumeFile", mask.isVolumeFile},
                        {"geometry", geometryJson(mask.geometry)},
                        {"frames", mask.frames},
                        {"imageName", mask.imageName},
                        {"notes", mask.notes}};
    if (mask.place)
        json["place"] = *mask.place;
    return json;
}

nlohmann::json entriesJson(const std::vector<MaskEntry>& entries)
{
    auto list = nlohmann::json::array();
    for (const MaskEntry& entry : entries)
        list.push_back({{"imageName", entry.imageName}, {"slice", entry.slice}});
    return list;
}

} // namespace limn
