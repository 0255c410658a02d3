// The file's windows, to choose one from.
#pragma once

#include "ui/session/session.h"

class QMenu;

namespace limn {

// "SOFT TISSUE · W 400 L 40".
QString windowText(const DisplayWindow& window);

// A submenu with each of the file's windows, the one in use checked; where there is none it is grey
// and says so.
void addWindowMenu(QMenu& menu, Session& session);

} // namespace limn
