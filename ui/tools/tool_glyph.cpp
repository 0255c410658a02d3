#include "ui/tools/tool_glyph.h"

namespace limn {

QPainterPath brushGlyph()
{
    QPainterPath path; // the handle, then the tuft with its drop
    path.moveTo(15.5, 2.5);
    path.lineTo(8.6, 9.2);
    path.moveTo(13.2, 2.4);
    path.lineTo(15.6, 4.8);
    path.moveTo(8.2, 8.6);
    path.cubicTo(5.6, 8.6, 5.2, 10.6, 5.1, 12.2);
    path.cubicTo(5.0, 13.8, 3.8, 14.6, 2.6, 15.0);
    path.cubicTo(5.4, 16.4, 9.6, 15.4, 9.7, 11.4);
    path.cubicTo(9.7, 10.0, 9.4, 9.2, 8.2, 8.6);
    return path;
}

QPainterPath eraserGlyph()
{
    QPainterPath path; // a tilted block, its sleeve, and the ground it stands on
    path.moveTo(10.6, 2.8);
    path.lineTo(15.6, 7.8);
    path.lineTo(8.4, 15.0);
    path.lineTo(5.4, 15.0);
    path.lineTo(2.4, 12.0);
    path.lineTo(2.4, 11.0);
    path.closeSubpath();
    path.moveTo(6.4, 7.0);
    path.lineTo(11.4, 12.0);
    path.moveTo(11.0, 15.4);
    path.lineTo(15.8, 15.4);
    return path;
}

QPainterPath clickGlyph()
{
    QPainterPath path; // a ring with a plus in it, and a minus beside it
    path.addEllipse(QPointF(7, 7), 4.8, 4.8);
    path.moveTo(7, 4.8);
    path.lineTo(7, 9.2);
    path.moveTo(4.8, 7);
    path.lineTo(9.2, 7);
    path.moveTo(11.4, 14.4);
    path.lineTo(15.8, 14.4);
    return path;
}

QPainterPath handGlyph()
{
    QPainterPath path; // arrows to the four sides: the picture is moved
    path.moveTo(9, 2);
    path.lineTo(9, 16);
    path.moveTo(2, 9);
    path.lineTo(16, 9);
    const auto head = [&path](QPointF tip, QPointF along, QPointF across) {
        path.moveTo(tip - along + across);
        path.lineTo(tip);
        path.lineTo(tip - along - across);
    };
    head({9, 2}, {0, -2.2}, {2.2, 0});
    head({9, 16}, {0, 2.2}, {2.2, 0});
    head({2, 9}, {-2.2, 0}, {0, 2.2});
    head({16, 9}, {2.2, 0}, {0, 2.2});
    return path;
}

} // namespace limn
