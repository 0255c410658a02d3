#include "io/import/label_words.h"

#include <nlohmann/json.hpp>

namespace limn {

std::vector<MaskLabel> labelsFrom(const std::string& words)
{
    std::vector<MaskLabel> labels;
    const auto json = nlohmann::json::parse(words, nullptr, false);
    if (!json.is_object() || !json.contains("labels") || !json["labels"].is_array())
        return labels;
    for (const auto& row : json["labels"]) {
        const int number = row.is_object() ? row.value("label", 0) : 0;
        if (number < 1 || number > 254)
            return {};
        MaskLabel label{static_cast<Label>(number), row.value("name", ""), {}};
        const auto colour = row.find("colour");
        if (colour != row.end() && colour->is_array() && colour->size() == 3)
            label.colour = Colour{(*colour)[0].get<std::uint8_t>(), (*colour)[1].get<std::uint8_t>(),
                                  (*colour)[2].get<std::uint8_t>()};
        labels.push_back(std::move(label));
    }
    return labels;
}

} // namespace limn
