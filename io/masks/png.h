// PNG files in memory, marked as Limn's.
#pragma once

#include "io/masks/output_file.h"

class QImage;

namespace limn {

// The text chunk that marks a file as ours.
inline constexpr const char* markKey = "Software";
inline constexpr const char* markValue = "Limn";
// The chunk with the labels' names (label_words.h); sorts behind the mark, which is to lie in front.
inline constexpr const char* labelsKey = "limn-labels";

// The picture as one piece; its format is kept (Indexed8, Grayscale8, Grayscale16). Error:
// OutOfMemory for a null picture, Internal.
Result<FilePieces> encodedPng(QImage picture, int dotsPerMetre = 2835);

} // namespace limn
