// The table of file formats; recognised by content, never by name.
#pragma once

#include "io/import/picture.h"

namespace limn {

// Reads one frame. Errors: NotFound, NotReadable, NotAnImage, UnsupportedFormat, Damaged,
// Truncated, TooLarge, OutOfMemory, BadArgument (no such frame); the subject is the file's name
// without folder.
Result<Picture> readPicture(const ReadRequest& request);

} // namespace limn
