// What a person should know of the work file though nothing failed.
#pragma once

#include <string>

namespace limn {

struct WorkNotice {
    enum class Kind {
        Changed, // another program wrote into it while it was open; `detail` is the file that keeps that
        SpaceLow, // there is little space left where it lies; `detail` says how much
    };
    Kind kind = Kind::Changed;
    std::string file; // the work file's name
    std::string detail;
};

} // namespace limn
