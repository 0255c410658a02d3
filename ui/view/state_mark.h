// The mark of how far a thing is, by shape as well as by colour.
#pragma once

class QPainter;
class QRectF;

namespace limn {

enum class StateMark {
    Open, // a ring
    Begun, // half a disc
    Done, // a disc with a tick
    Skipped, // a ring with a bar across
    Review, // a ring with a dot
    Returned, // a ring with an arrow back
    Broken, // a cross
};

void drawStateMark(QPainter& painter, const QRectF& box, StateMark mark);

} // namespace limn
