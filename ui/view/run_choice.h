// What a person asks the model for.
#pragma once

#include "ui/session/segmenter_thread.h"

#include <QString>

namespace limn {

struct RunChoice {
    QString modelName; // ModelCard::name
    QString device; // DeviceInfo::id
    int steps = 3;
    Kernel kernel = Kernel::PosteriorMean;
    quint64 seed = 0;
};

} // namespace limn
