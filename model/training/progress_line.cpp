#include "model/training/progress_line.h"

#include <cstdio>
#include <unistd.h>

namespace limn {
namespace {

constexpr double memory = 0.96;
constexpr int linesEvery = 25;

double blended(double mean, double value, bool isFirst)
{
    return isFirst ? value : memory * mean + (1 - memory) * value;
}

} // namespace

ProgressLine::ProgressLine(int firstIteration, int iterations)
    : m_first(firstIteration)
    , m_iterations(iterations)
    , m_isTerminal(isatty(STDOUT_FILENO) == 1)
    , m_began(std::chrono::steady_clock::now())
{
}

void ProgressLine::show(int iteration, const IterationReport& report)
{
    const bool isFirst = iteration == m_first;
    m_mean.loss = blended(m_mean.loss, report.loss, isFirst);
    m_mean.dice = blended(m_mean.dice, report.dice, isFirst);
    m_mean.labelsGivenBack = blended(m_mean.labelsGivenBack, report.labelsGivenBack, isFirst);
    m_mean.gradientNorm = blended(m_mean.gradientNorm, report.gradientNorm, isFirst);
    const int done = iteration + 1;
    if (!m_isTerminal && done % linesEvery != 0 && done != m_iterations)
        return;
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count();
    const double each = seconds / (done - m_first);
    const int left = static_cast<int>(each * (m_iterations - done));
    std::printf("%siteration %d/%d  loss %.3f  Dice %.4f  labels %.4f  gradient %.1f  %.2f s each  "
                "%d:%02d:%02d left%s",
                m_isTerminal ? "\r" : "", done, m_iterations, m_mean.loss, m_mean.dice,
                m_mean.labelsGivenBack, m_mean.gradientNorm, each, left / 3600, left / 60 % 60,
                left % 60, m_isTerminal ? " \033[K" : "\n");
    std::fflush(stdout);
}

} // namespace limn
