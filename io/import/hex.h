// Bytes that a request has as hex: file names may be no valid UTF-8.
#pragma once

#include <QByteArray>
#include <nlohmann/json.hpp>

#include <string>

namespace limn {

inline std::string fromHex(const nlohmann::json& hex)
{
    return QByteArray::fromHex(QByteArray::fromStdString(hex.get<std::string>())).toStdString();
}

} // namespace limn
