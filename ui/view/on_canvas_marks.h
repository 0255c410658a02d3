// What several views draw on a picture or around themselves in the same way.
#pragma once

#include <QPainter>
#include <QString>

namespace limn {

// Where the pointer of another view is: a light cross with a dark halo.
QRect pointerMarkBox(QPointF place);
void drawPointerMark(QPainter& painter, QPointF place);

// Light words on a dark backing: read on black and on white. The box holds them with a margin.
void drawBackedWords(QPainter& painter, const QRectF& box, const QString& words,
                     int flags = Qt::AlignCenter);

// The ground of what lies on the canvas as a card.
void drawCard(QPainter& painter, const QRect& rect);

} // namespace limn
