// YOLO's text files for segmentation: a line an instance, its class and its outline as parts of the
// picture's width and height.
#pragma once

#include "io/masks/output_file.h"

namespace limn {

// labels/STEM.txt; of a stack a file a slice. An empty mask has an empty file: an image of
// background. The classes are the lines of classes.txt in the folder, to which names that are new
// are added; those that are there keep their numbers. Holes and separate pieces are kept by cuts of
// no width.
std::vector<OutputFile> yoloLabels(const MaskExport& masks);

} // namespace limn
