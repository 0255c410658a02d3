// The program's own glyphs, coloured by the theme when they are painted.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace limn {

// `name` is a file of resources/icons without its ending. The icon follows the theme without being
// made again: text colour, muted when disabled, white when checked (on the accent).
QIcon icon(const QString& name);

// The same shape in one colour.
QPixmap tinted(QPixmap shape, const QColor& colour);

} // namespace limn
