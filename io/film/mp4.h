// MP4 (H.264) by the program ffmpeg, where it is installed.
#pragma once

#include "io/film/film.h"
#include "model/data/error.h"

#include <QString>

#include <stop_token>

namespace limn {

// Its path; empty where it is not there.
QString ffmpegProgram();

// Sides must be even. Errors: BadArgument, ToolMissing (`program` is empty or cannot be started),
// WriteFailed (no room for its temporary file, or ffmpeg's own words), Cancelled.
Result<std::vector<std::byte>> encodedMp4(const Film& film, std::stop_token stop,
                                          const QString& program = ffmpegProgram());

} // namespace limn
