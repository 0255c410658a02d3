#include "ui/view/run_record_words.h"

#include "ui/view/kernel_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace limn {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

QString number(double value)
{
    return QLocale().toString(value, 'g', 4);
}

QString kernelText(const std::string& name)
{
    const auto kernel = kernelNamed(name);
    return kernel ? kernelTitle(*kernel) : QString::fromStdString(name);
}

QString priorText(const std::vector<double>& ratios)
{
    QStringList parts;
    for (const double ratio : ratios)
        parts << number(ratio);
    return parts.isEmpty() ? tr("as in training") : parts.join(QStringLiteral(" : "));
}

QString stepsText(const Session& session, const RunFacts& run)
{
    const auto& steps = session.steps();
    const QString asked = QLocale().toString(run.steps);
    if (steps.empty() || static_cast<int>(steps.size()) >= run.steps)
        return asked;
    const QString done = tr("%1 of %2").arg(steps.size()).arg(run.steps);
    return steps.back()->hasConverged ? done + tr(", nothing changed any more") : done;
}

QString restartText(const RestartFacts& restart)
{
    return tr("step %1 of a run of %2, at t = %3")
        .arg(restart.fromStep)
        .arg(restart.of.steps)
        .arg(number(restart.t));
}

} // namespace

Facts recordOf(const Session& session)
{
    if (!session.isOpen() || session.baseMap().isEmpty())
        return {};
    const RunFacts& run = session.runFacts();
    const auto text = [](const std::string& words) {
        return words.empty() ? tr("not known") : QString::fromStdString(words);
    };
    Facts facts{
        {tr("Model"), text(run.modelTitle.empty() ? run.modelName : run.modelTitle)},
        {tr("Model file"), text(run.modelName)},
        {tr("SHA-256"), text(run.modelSha256)},
        {tr("Steps (K)"), stepsText(session, run)},
        {tr("Between steps"), kernelText(run.kernel)},
        {tr("Chains (R)"), QLocale().toString(run.chains)},
        {tr("Seed"), QString::number(run.seed)},
        {tr("Label sampling"), number(run.labelSampling)},
        {tr("Early stop"), run.hasEarlyStop ? tr("on") : tr("off")},
        {tr("Priors"), priorText(run.priorRatio)},
        {tr("Strokes as evidence"), run.evidence.empty() ? tr("none") : tr("yes")},
        {tr("Threshold (τ)"), number(session.threshold())},
        {tr("Base step"), QLocale().toString(session.baseStepIndex())},
        {tr("Device"), text(run.device)},
        {tr("Threads"), run.threads > 0 ? QLocale().toString(run.threads) : tr("not known")},
        {tr("Limn"), text(run.programVersion)}};
    if (run.restart)
        facts.insert(facts.begin() + 10, {tr("Restarted from"), restartText(*run.restart)});
    if (!session.steps().empty())
        facts.emplace_back(
            tr("It took"),
            tr("%1 s").arg(QLocale().toString(session.steps().back()->elapsedMs / 1000, 'f', 2)));
    return facts;
}

QString textOf(const Facts& facts)
{
    QStringList lines;
    for (const auto& [name, value] : facts)
        lines << QStringLiteral("%1: %2").arg(name, value);
    return lines.join(QLatin1Char('\n'));
}

} // namespace limn
