// Animated GIF.
#pragma once

#include "io/film/film.h"
#include "model/data/error.h"

#include <stop_token>

namespace limn {

// Plays over and over. One palette for all frames; a frame holds only what differs from the one
// before. Errors: BadArgument (no frames, or sides over 65535), OutOfMemory, Cancelled, Internal.
Result<std::vector<std::byte>> encodedGif(const Film& film, std::stop_token stop);

} // namespace limn
