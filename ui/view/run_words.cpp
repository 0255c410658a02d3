#include "ui/view/run_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace limn {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

QString leftWords(double seconds)
{
    if (seconds < 1)
        return tr("less than a second left");
    if (seconds < 90)
        return tr("about %1 s left").arg(static_cast<int>(seconds + 0.5));
    return tr("about %1 min left").arg(static_cast<int>(seconds / 60 + 0.5));
}

} // namespace

// The first step also makes the picture's features, so that it says little of the others.
double secondsLeft(const std::vector<StepPtr>& steps, int count)
{
    const int done = static_cast<int>(steps.size());
    if (done == 0 || count <= done)
        return 0;
    const double first = steps.front()->elapsedMs;
    const double each = done == 1 ? first : (steps.back()->elapsedMs - first) / (done - 1);
    return std::max(each, 0.0) * (count - done) / 1000;
}

QString runWords(const std::vector<StepPtr>& steps, int expected)
{
    if (steps.empty())
        return expected > 0 ? tr("0 / %1 · starting").arg(expected) : QString();
    const Step& last = *steps.back();
    const int count = std::max(last.count, expected);
    const QString seconds = QLocale().toString(last.elapsedMs / 1000, 'f', 2);
    if (last.hasConverged && last.index < last.count)
        return tr("Stopped after step %1 of %2: nothing changed any more. %3 s")
            .arg(last.index)
            .arg(last.count)
            .arg(seconds);
    const QString done = tr("%1 / %2 · %3 s").arg(steps.size()).arg(count).arg(seconds);
    if (last.index >= last.count)
        return done;
    return done + QLatin1Char('\n')
        + (expected > 0 ? leftWords(secondsLeft(steps, count)) : tr("stopped before the end"));
}

} // namespace limn
