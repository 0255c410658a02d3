#include "io/import_pixels.h"

#include <algorithm>

namespace limn {
namespace {

// Runs of drawn pixels, as io/import/facts_json.h has them.
std::vector<std::uint8_t> graphicsOf(const std::vector<std::size_t>& runs, std::size_t area)
{
    std::vector<std::uint8_t> graphics(area);
    for (std::size_t k = 0; k + 1 < runs.size(); k += 2) {
        const std::size_t begin = std::min(runs[k], area);
        std::fill_n(graphics.begin() + static_cast<std::ptrdiff_t>(begin),
                    std::min(runs[k + 1], area - begin), 1);
    }
    return graphics;
}

} // namespace

nlohmann::json requestFor(const std::filesystem::path& path, const char* wanted, int frame)
{
    return {{"pathHex", absoluteHex(path)}, {"wanted", wanted}, {"frame", frame}};
}

Result<SlicePtr> sliceOf(const ImportChild& child, const ImportReply& reply,
                         const std::filesystem::path& path)
{
    auto values = pixelsOf<float>(child, reply.header, SampleType::Float32, path);
    if (!values)
        return std::unexpected(values.error());
    Slice slice{.size = {reply.header.width, reply.header.height},
                .channels = reply.header.channels,
                .values = std::move(*values)};
    if (const auto padding = reply.json.find("padding"); padding != reply.json.end())
        slice.padding = static_cast<float>(padding->get<double>());
    if (const auto runs = reply.json.find("graphics"); runs != reply.json.end())
        slice.graphics = graphicsOf(runs->get<std::vector<std::size_t>>(), slice.size.area());
    return std::make_shared<const Slice>(std::move(slice));
}

} // namespace limn
