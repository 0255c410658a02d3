// Moves the maps of a step out of memory, to where they can still be read.
#pragma once

#include "model/data/error.h"
#include "model/data/step.h"

namespace limn {

// The maps' pages go into a temporary file without a name, which is put in their place: the same
// addresses hold the same values, and the system reads them from the disk when somebody looks. The
// file goes when the step goes. Blocks for the time of the writing; may run on any thread while
// others read the step. Returns the bytes moved. Error: WriteFailed, and all is as it was.
Result<std::size_t> spillToDisk(const Step& step);

} // namespace limn
