// Files compressed by gzip (RFC 1952).
#pragma once

#include "io/masks/output_file.h"

namespace limn {

// One member, so that every reader finds all of it; the comment in its header says "Limn", by which
// our own files are recognised. Errors: OutOfMemory, TooLarge (4 GB and more).
Result<FilePieces> gzipped(const FilePieces& pieces);

// Whether a file that begins so was made by gzipped().
bool isOurGzip(std::string_view head);

} // namespace limn
