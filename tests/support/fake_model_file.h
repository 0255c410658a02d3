// A model's file that the program lists and the fake segmenter stands for.
#pragma once

#include "model/files/safetensors.h"

#include <QDir>

namespace limn {

inline constexpr char discCard[] =
    R"({"title": "Discs", "channels": 1, "trainedSize": 32, "classes": ["disc"]})";

// In the models folder of a home (see useHome); false when it could not be written.
inline bool writeModel(const QString& home, const QString& name, const char* card)
{
    constexpr std::byte one[4]{};
    const QString folder = home + QStringLiteral("/limn/models/");
    return QDir().mkpath(folder)
        && writeSafetensors((folder + name + QStringLiteral(".safetensors")).toStdString(),
                            {{"weight", {TensorType::F32, {1}, one}}},
                            {{"limn.format", "1"}, {"limn.card", card}}, IfExists::Replace);
}

} // namespace limn
