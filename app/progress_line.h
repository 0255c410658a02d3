// Progress of a command: a bar that rewrites itself on a terminal, plain lines elsewhere.
#pragma once

#include <chrono>
#include <string>

namespace limn {

class ProgressLine {
public:
    explicit ProgressLine(int total); // writes to the error output, so that results stay clean
    ~ProgressLine();

    // `done` of `total` are finished; `what` is the thing that was finished last.
    void show(int done, const std::string& what);

private:
    int m_total;
    bool m_isTerminal;
    bool m_hasBar = false;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

} // namespace limn
