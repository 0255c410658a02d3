#include "io/import_ask.h"

#include <algorithm>

namespace limn {
namespace {

std::string hexOf(const std::string& bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        hex += digits[value >> 4];
        hex += digits[value & 15];
    }
    return hex;
}

ErrorCode codeNamed(const std::string& name)
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i)
        if (codeName(static_cast<ErrorCode>(i)) == name)
            return static_cast<ErrorCode>(i);
    return ErrorCode::Internal;
}

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

std::string nameOf(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    const auto text =
        nlohmann::json(name).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return nlohmann::json::parse(text).get<std::string>();
}

std::string absoluteHex(const std::filesystem::path& path)
{
    std::error_code ignored;
    return hexOf(std::filesystem::absolute(path, ignored).string());
}

nlohmann::json requestFor(const std::filesystem::path& path, const char* wanted, int frame)
{
    return {{"pathHex", absoluteHex(path)}, {"wanted", wanted}, {"frame", frame}};
}

Result<ImportReply> askFor(ImportChild& child, const std::filesystem::path& path,
                           nlohmann::json request, const std::stop_token& stop,
                           std::span<const std::byte> mask)
{
    auto reply = child.ask(std::move(request), stop, mask);
    if (!reply)
        return fail(reply.error().code, nameOf(path), reply.error().detail);
    if (const auto code = reply->json.find("error"); code != reply->json.end())
        return fail(codeNamed(code->is_string() ? code->get<std::string>() : ""), nameOf(path),
                    reply->json.value("detail", ""));
    return reply;
}

std::unexpected<Error> noSense(const std::filesystem::path& path, const std::string& detail)
{
    return fail(ErrorCode::DecoderDied, nameOf(path),
                "the decoder's answer makes no sense: " + detail);
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
