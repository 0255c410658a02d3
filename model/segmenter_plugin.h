// Opens the diffusion module (limn_diffusion.so), which brings LibTorch in.
#pragma once

#include "model/segmenter.h"

namespace limn {

// The module exports one C function of this name and type; it returns a new module, owned by the caller.
using MakeSegmenterModule = SegmenterModule* (*)();
inline constexpr const char* makeSegmenterModuleSymbol = "limnMakeSegmenterModule";

// dlopen's `library`; it stays loaded for the life of the process. Call it on the thread that will run
// the model. Takes 0.3 s. Errors: ModuleMissing with the loader's words.
Result<std::unique_ptr<SegmenterModule>> openSegmenterPlugin(const std::filesystem::path& library);

} // namespace limn
