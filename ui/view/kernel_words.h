// The kernels of a run in words that a person understands.
#pragma once

#include "model/data/kernel.h"

#include <QString>

namespace limn {

QString kernelTitle(Kernel kernel); // in a list: "No new noise (posterior mean)"
QString kernelSentence(Kernel kernel); // what it does and what it is for

} // namespace limn
