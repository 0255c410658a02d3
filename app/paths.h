// Where the program's own parts and the user's files lie.
#pragma once

#include <filesystem>
#include <vector>

namespace limn {

// The folder of the running binary; its parts lie beside it (limn-import, limn_diffusion.so) and in
// ../share/limn (models, samples): the same in a build folder as after an installation.
std::filesystem::path programFolder();
std::filesystem::path importProgram();
std::filesystem::path diffusionModule();
std::filesystem::path sampleFolder();
std::filesystem::path translationFolder();

// $XDG_DATA_HOME/limn or ~/.local/share/limn.
std::filesystem::path userFolder();

// The program's models folder, then the user's (userFolder()/models).
std::vector<std::filesystem::path> modelFolders();

} // namespace limn
