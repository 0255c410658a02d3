// Copying a region of the mask and putting it elsewhere.
#pragma once

#include "ui/tools/tool.h"

namespace limn {

// The connected area of the label under a place; where there is none, all of the current label on
// this slice. False, and what was copied before stays, when there is nothing to copy.
bool copyRegion(ToolContext& context, std::optional<Place> place);

// Puts what was copied where it was, on the slice that is shown: one undo step. False when nothing
// was copied, or when its label is not in the table.
bool pasteRegion(ToolContext& context);

// The edit that takes the region's label from where it is, unless it is copied, and puts it `by`
// pixels away.
std::optional<LabelEdit> movedRegion(const Session& session, const CopiedRegion& what, int byX,
                                     int byY, bool isCopy);

} // namespace limn
