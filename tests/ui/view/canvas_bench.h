// A shown canvas with an open picture, worked by events as a user's.
#pragma once

#include "tests/support/fake_segmenter.h"
#include "ui/view/canvas.h"
#include "ui/view/canvas_area.h"
#include "ui/view/colour_bar.h"

#include <QAction>
#include <QApplication>
#include <QTest>
#include <QWheelEvent>

namespace limn {
// A shown area with an open picture.
struct Bench {
    explicit Bench(Size size, int slices = 1)
    {
        session.open(fakeVolume(size, slices), std::nullopt);
        area.resize(900, 700);
        area.show();
        canvas = area.findChild<Canvas*>();
        bar = area.findChild<ColourBar*>();
        canvas->grab(); // fits the picture
    }

    QPoint placeOf(double x, double y) const
    {
        return canvas->view().toWidget(QPointF(x, y)).toPoint();
    }
    QPointF imageAt(QPoint place) const { return canvas->view().toImage(QPointF(place)); }

    void stroke(const std::vector<QPoint>& places, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(canvas, Qt::LeftButton, modifiers, places.front());
        for (const QPoint& place : places)
            move(place, modifiers);
        QTest::mouseRelease(canvas, Qt::LeftButton, modifiers, places.back());
    }

    void move(QPoint place, Qt::KeyboardModifiers modifiers = {},
              Qt::MouseButton button = Qt::LeftButton)
    {
        QMouseEvent event(QEvent::MouseMove, QPointF(place), canvas->mapToGlobal(QPointF(place)),
                          Qt::NoButton, button, modifiers);
        QApplication::sendEvent(canvas, &event);
    }

    void turnWheel(QPoint place, int notches, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(QPointF(place), canvas->mapToGlobal(QPointF(place)), QPoint(),
                          QPoint(0, 120 * notches), Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(canvas, &event);
    }

    QAction* action(const QKeySequence& key) const
    {
        for (QAction* each : area.toolActions())
            if (each->shortcuts().contains(key))
                return each;
        return nullptr;
    }

    Session session;
    CanvasArea area{session};
    Canvas* canvas = nullptr;
    ColourBar* bar = nullptr;
};

} // namespace limn
