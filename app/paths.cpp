#include "app/paths.h"

#include <cstdlib>

namespace limn {

namespace fs = std::filesystem;

fs::path programFolder()
{
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path() : self.parent_path();
}

fs::path importProgram()
{
    return programFolder() / "limn-import";
}

fs::path diffusionModule()
{
    return programFolder() / "limn_diffusion.so";
}

fs::path sampleFolder()
{
    return programFolder() / "../share/limn/samples";
}

fs::path translationFolder()
{
    return programFolder() / "../share/limn/translations";
}

fs::path userFolder()
{
    if (const char* const data = std::getenv("XDG_DATA_HOME"); data && *data == '/')
        return fs::path(data) / "limn";
    const char* const home = std::getenv("HOME");
    return fs::path(home ? home : "/tmp") / ".local/share/limn";
}

std::vector<fs::path> modelFolders()
{
    return {programFolder() / "../share/limn/models", userFolder() / "models"};
}

} // namespace limn
