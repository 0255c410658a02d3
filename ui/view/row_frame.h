// The frame of a list's row that is chosen or pointed at.
#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace limn {

void drawRowFrame(QPainter& painter, const QStyleOptionViewItem& option);

} // namespace limn
