// Limn: the window, or one of the commands that need none.
#include "app/command_line.h"
#include "app/window_mode.h"

#include <cstdlib>
#include <filesystem>
#include <sys/resource.h>
#include <system_error>
#include <unistd.h>

namespace {

// Waiting OpenMP threads must sleep, not spin: beside any other load a spinning step is ten times
// slower. libgomp reads this once, when it is loaded with Qt, so the program starts itself again
// with it set.
void restartWithPassiveWaiting(char** arguments)
{
    if (std::getenv("OMP_WAIT_POLICY"))
        return;
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    setenv("OMP_WAIT_POLICY", "passive", 1);
    if (!error) // by its own name, which process lists then show
        execv(self.c_str(), arguments);
}

} // namespace

int main(int argc, char** argv)
{
    // A core file would hold pictures, and what their headers say of patients.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    restartWithPassiveWaiting(argv);
    if (limn::namesCommand(argc, argv))
        return limn::runCommand(argc, argv);
    return limn::runWindow(argc, argv);
}
