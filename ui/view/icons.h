// The program's own glyphs, coloured by the theme when they are painted.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace limn {

enum class CheckedGlyph { White, Text }; // white is for buttons that the accent fills when checked

// `name` is a file of resources/icons without its ending. The icon follows the theme without being
// made again: text colour, muted when disabled.
QIcon icon(const QString& name, CheckedGlyph checked = CheckedGlyph::White);

// The same shape in one colour.
QPixmap tinted(QPixmap shape, const QColor& colour);

} // namespace limn
