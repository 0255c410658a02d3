// What a person has said of a picture, brought to the network's grid.
#pragma once

#include "model/diffusion/picture_grid.h"
#include "model/segmenter.h"

namespace limn {

// 1 x classes x `grid.padded`, 1 in a mark's class; undefined where nothing was said. Each marked
// pixel marks the cell that it lies in (on a finer grid: the cells that lie in it), so that a thin
// stroke never vanishes; of several classes in a cell the one with most pixels wins.
at::Tensor strokesOn(const Evidence& evidence, const PictureGrid& grid, int classes);

// Writes the marks into a map of the picture's size, nearly certain, where the person made them.
void writeMarks(ProbabilityMap& map, const Evidence& evidence);

} // namespace limn
