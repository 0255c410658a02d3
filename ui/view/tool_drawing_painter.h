// Draws what a tool shows beside the mask: lines and corners that are seen on black and on white.
#pragma once

#include "ui/tools/tool_drawing.h"
#include "ui/view/view_transform.h"

#include <QFont>
#include <QRegion>

class QPainter;

namespace limn {

void paintDrawing(QPainter& painter, const ToolDrawing& drawing, const ViewTransform& view,
                  const QRect& canvas);

// Where paintDrawing() draws.
QRegion drawingRegion(const ToolDrawing& drawing, const ViewTransform& view, const QRect& canvas,
                      const QFont& font);

} // namespace limn
