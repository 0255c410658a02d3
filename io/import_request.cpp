#include "io/import_request.h"

namespace limn {

namespace {

ErrorCode codeNamed(const std::string& name)
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i)
        if (codeName(static_cast<ErrorCode>(i)) == name)
            return static_cast<ErrorCode>(i);
    return ErrorCode::Internal;
}

} // namespace

std::string shownName(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    const auto text =
        nlohmann::json(name).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return nlohmann::json::parse(text).get<std::string>();
}

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

std::string absoluteHex(const std::filesystem::path& path)
{
    std::error_code ignored;
    return hexOf(std::filesystem::absolute(path, ignored).string());
}

Result<ImportReply> askFor(ImportChild& child, const std::filesystem::path& path,
                           nlohmann::json request, const std::stop_token& stop,
                           const Meanwhile& meanwhile)
{
    auto reply = child.ask(std::move(request), stop, meanwhile);
    if (!reply)
        return fail(reply.error().code, shownName(path), reply.error().detail);
    if (const auto code = reply->json.find("error"); code != reply->json.end())
        return fail(codeNamed(code->is_string() ? code->get<std::string>() : ""), shownName(path),
                    reply->json.value("detail", ""));
    return reply;
}

std::unexpected<Error> noSense(const std::filesystem::path& path, const std::string& detail)
{
    return fail(ErrorCode::DecoderDied, shownName(path),
                "the decoder's answer makes no sense: " + detail);
}

} // namespace limn
