// What the window says after masks were imported.
#pragma once

#include "app/importing.h"
#include "ui/view/message_bar.h"

namespace limn {

// Without its action, which replaces work where some was left out.
Message importMessage(const ImportOutcome& outcome);

} // namespace limn
