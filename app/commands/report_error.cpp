#include "app/commands/report_error.h"

#include <cstdio>

#include <nlohmann/json.hpp>

namespace limn {

int reportError(const Error& error, bool asJson)
{
    const std::string code(codeName(error.code));
    if (asJson) {
        const nlohmann::json json{
            {"error", code}, {"subject", error.subject}, {"detail", error.detail}};
        std::puts(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    } else {
        std::fprintf(stderr, "%s: %s: %s\n", code.c_str(), error.subject.c_str(),
                     error.detail.c_str());
    }
    return error.code == ErrorCode::Internal ? 3 : 2;
}

} // namespace limn
