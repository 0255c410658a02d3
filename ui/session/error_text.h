// The sentence that a user reads for an error: what happened, to which file, what to do. One a
// code.
#pragma once

#include "model/data/error.h"

#include <QString>

namespace limn {

QString errorText(const Error& error);

} // namespace limn
