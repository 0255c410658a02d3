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

QPainterPath thresholdGlyph()
{
    QPainterPath path; // a histogram with its two limits
    path.moveTo(2, 14);
    path.cubicTo(5, 14, 5.5, 5, 9, 5);
    path.cubicTo(12.5, 5, 13, 14, 16, 14);
    path.moveTo(6, 2.5);
    path.lineTo(6, 15.5);
    path.moveTo(12, 2.5);
    path.lineTo(12, 15.5);
    return path;
}

QPainterPath giveBackGlyph()
{
    QPainterPath path; // an arrow that turns back to where it came from
    path.moveTo(6.5, 3);
    path.lineTo(3, 6.5);
    path.lineTo(6.5, 10);
    path.moveTo(3, 6.5);
    path.lineTo(10.5, 6.5);
    path.cubicTo(17, 6.5, 17, 15, 10.5, 15);
    path.lineTo(6, 15);
    return path;
}

QPainterPath polygonGlyph()
{
    QPainterPath path; // five sides
    path.addPolygon(QPolygonF{{9, 2.5}, {15.5, 7.2}, {13, 15}, {5, 15}, {2.5, 7.2}});
    path.closeSubpath();
    return path;
}

QPainterPath lassoGlyph()
{
    QPainterPath path; // a loop and its end
    path.addEllipse(QPointF(9.5, 7), 6.5, 4.4);
    path.moveTo(4.6, 10);
    path.cubicTo(2.6, 11.4, 3.4, 13, 5.4, 12.6);
    path.cubicTo(7.2, 12.2, 7.2, 14.6, 5.2, 15.8);
    return path;
}

QPainterPath wireGlyph()
{
    QPainterPath path; // a winding line between two points
    path.addEllipse(QPointF(3.8, 13.8), 1.7, 1.7);
    path.addEllipse(QPointF(14.2, 4.2), 1.7, 1.7);
    path.moveTo(4.6, 12.2);
    path.cubicTo(6, 7.5, 9, 10.5, 9.5, 8);
    path.cubicTo(10, 5.5, 11, 4.6, 12.5, 4.3);
    return path;
}

QPainterPath shapeGlyph()
{
    QPainterPath path; // a rectangle, and an ellipse over it
    path.addRect(QRectF(2.5, 3, 9.5, 8));
    path.addEllipse(QPointF(11, 11), 4.8, 4);
    return path;
}

QPainterPath fillGlyph()
{
    QPainterPath path; // a bucket that leans over, and a drop
    path.addPolygon(QPolygonF{{8, 2.8}, {13.8, 8.6}, {8.2, 14.2}, {2.4, 8.4}});
    path.closeSubpath();
    path.moveTo(4.4, 8.6);
    path.lineTo(11.8, 8.6);
    path.moveTo(15.6, 10.8);
    path.cubicTo(14.2, 12.8, 14.2, 14.6, 15.6, 14.6);
    path.cubicTo(17, 14.6, 17, 12.8, 15.6, 10.8);
    return path;
}

QPainterPath wandGlyph()
{
    QPainterPath path; // a stick and three sparks
    path.moveTo(2.8, 15.2);
    path.lineTo(10.4, 7.6);
    const auto spark = [&path](QPointF at, double arm) {
        path.moveTo(at - QPointF(arm, 0));
        path.lineTo(at + QPointF(arm, 0));
        path.moveTo(at - QPointF(0, arm));
        path.lineTo(at + QPointF(0, arm));
    };
    spark({13, 4.8}, 2.4);
    spark({6.4, 4}, 1.5);
    spark({14.4, 11.8}, 1.5);
    return path;
}

QPainterPath moveGlyph()
{
    QPainterPath path; // an outline, and an arrow to where it goes
    path.addEllipse(QPointF(6, 11.8), 3.6, 3.6);
    path.moveTo(8.8, 9.2);
    path.lineTo(15, 3);
    path.moveTo(10.6, 3);
    path.lineTo(15, 3);
    path.lineTo(15, 7.4);
    return path;
}

QPainterPath eyedropperGlyph()
{
    QPainterPath path; // the tube, its bulb, and the line between
    path.moveTo(10.2, 5.2);
    path.lineTo(3.6, 11.8);
    path.lineTo(2.8, 15.2);
    path.lineTo(6.2, 14.4);
    path.lineTo(12.8, 7.8);
    path.moveTo(8.9, 3.9);
    path.lineTo(14.1, 9.1);
    path.moveTo(11.5, 6.5);
    path.lineTo(13.8, 3.2);
    path.cubicTo(14.6, 2.2, 16.2, 3.6, 15.2, 4.6);
    path.lineTo(12.4, 7.2);
    return path;
}

QPainterPath measureGlyph()
{
    QPainterPath path; // a ruler with its marks
    path.addPolygon(QPolygonF{{12.2, 2}, {16, 5.8}, {5.8, 16}, {2, 12.2}});
    path.closeSubpath();
    for (const double at : {0.0, 2.6, 5.2}) {
        path.moveTo(9.9 - at, 4.3 + at);
        path.lineTo(11.6 - at, 6 + at);
    }
    return path;
}

QPainterPath crosshairGlyph()
{
    QPainterPath path; // two lines that leave their crossing free
    for (const auto& [from, to] : {std::pair(QPointF(9, 2), QPointF(9, 7)),
                                   std::pair(QPointF(9, 11), QPointF(9, 16)),
                                   std::pair(QPointF(2, 9), QPointF(7, 9)),
                                   std::pair(QPointF(11, 9), QPointF(16, 9))}) {
        path.moveTo(from);
        path.lineTo(to);
    }
    return path;
}

} // namespace limn
