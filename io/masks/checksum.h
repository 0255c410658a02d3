// CRC-32 of ISO 3309, as zip and gzip want it.
#pragma once

#include "io/masks/output_file.h"

namespace limn {

std::uint32_t crcOf(const FilePieces& pieces);

} // namespace limn
