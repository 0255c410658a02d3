#include "model/segmenter_plugin.h"

#include <dlfcn.h>

namespace limn {

Result<std::unique_ptr<SegmenterModule>> openSegmenterPlugin(const std::filesystem::path& library)
{
    void* const handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!handle)
        return fail(ErrorCode::ModuleMissing, library.filename().string(), dlerror());
    const auto make = reinterpret_cast<MakeSegmenterModule>(dlsym(handle, makeSegmenterModuleSymbol));
    if (!make)
        return fail(ErrorCode::ModuleMissing, library.filename().string(), "no entry point in it");
    return std::unique_ptr<SegmenterModule>(make());
}

} // namespace limn
