// What a model is given of a slice, its neighbours read where it wants them.
#pragma once

#include "io/import_client.h"
#include "model/segmenter.h"

namespace limn {

// A slice of the volume, read into it where it was not there yet. Errors: those of ImportClient.
Result<SlicePtr> readInto(Volume& volume, int slice, ImportClient& client,
                          const std::stop_token& stop);

// Reads what the slice's input needs and is not in the volume yet, and keeps it there. Errors: those
// of ImportClient and inputOf; the subject is the file's name.
Result<SlicePtr> modelInput(Volume& volume, int slice, ImportClient& client, const ModelCard& card,
                            const std::stop_token& stop);

} // namespace limn
