#include "app/progress_line.h"

#include <cstdio>
#include <unistd.h>

namespace limn {
namespace {

std::string timeLeft(std::chrono::duration<double> elapsed, int done, int total)
{
    const int seconds = static_cast<int>(elapsed.count() / done * (total - done) + 0.5);
    char text[32];
    std::snprintf(text, sizeof text, "%d:%02d left", seconds / 60, seconds % 60);
    return text;
}

} // namespace

ProgressLine::ProgressLine(int total)
    : m_total(total)
    , m_isTerminal(isatty(STDERR_FILENO) == 1)
{
}

ProgressLine::~ProgressLine()
{
    if (m_hasBar)
        std::fputc('\n', stderr);
}

void ProgressLine::show(int done, const std::string& what)
{
    if (!m_isTerminal) {
        std::fprintf(stderr, "%d/%d %s\n", done, m_total, what.c_str());
        return;
    }
    constexpr int width = 30;
    const int filled = m_total > 0 ? done * width / m_total : width;
    const std::string left =
        done > 0 ? timeLeft(std::chrono::steady_clock::now() - m_begin, done, m_total) : "";
    std::fprintf(stderr, "\r\033[K[%s%s] %d/%d %s %.40s",
                 std::string(static_cast<std::size_t>(filled), '#').c_str(),
                 std::string(static_cast<std::size_t>(width - filled), ' ').c_str(), done, m_total,
                 left.c_str(), what.c_str());
    std::fflush(stderr);
    m_hasBar = true;
}

} // namespace limn
