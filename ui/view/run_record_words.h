// A run's record as names and values: what has to be known to make the same mask again.
#pragma once

#include "ui/session/session.h"
#include "ui/view/fact_table.h"

namespace limn {

// Of the current slice; empty when no run made its map.
Facts recordOf(const Session& session);

QString textOf(const Facts& facts); // "name: value" a line

} // namespace limn
