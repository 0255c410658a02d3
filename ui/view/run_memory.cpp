#include "ui/view/run_memory.h"

#include <QSettings>

#include <algorithm>

namespace limn {
namespace {

QString groupOf(const QString& model)
{
    return QStringLiteral("run/models/") + model;
}

} // namespace

RunOptions rememberedOptions(const QString& model)
{
    RunOptions options;
    if (model.isEmpty())
        return options;
    QSettings settings;
    settings.beginGroup(groupOf(model));
    const auto number = [&settings](const char* key, int fallback, int least, int most) {
        return std::clamp(settings.value(QLatin1String(key), fallback).toInt(), least, most);
    };
    options.steps = number("steps", options.steps, 1, mostSteps);
    options.chains = number("chains", options.chains, 1, mostChains);
    const QString kernel = settings.value(QStringLiteral("kernel")).toString();
    options.kernel = kernelNamed(kernel.toStdString()).value_or(options.kernel);
    options.seed = settings.value(QStringLiteral("seed"), 0).toULongLong();
    options.labelSampling =
        std::clamp(settings.value(QStringLiteral("labelSampling"), 0).toDouble(), 0.0, 1.0);
    options.hasEarlyStop = settings.value(QStringLiteral("earlyStop"), false).toBool();
    for (const QVariant& ratio : settings.value(QStringLiteral("priorRatio")).toList())
        options.priorRatio.push_back(std::clamp(ratio.toDouble(), 0.1, 10.0));
    return options;
}

void rememberOptions(const QString& model, const RunOptions& options)
{
    QSettings settings;
    settings.beginGroup(groupOf(model));
    settings.setValue(QStringLiteral("steps"), options.steps);
    settings.setValue(QStringLiteral("chains"), options.chains);
    settings.setValue(QStringLiteral("kernel"),
                      QString::fromLatin1(nameOf(options.kernel).data(),
                                          static_cast<qsizetype>(nameOf(options.kernel).size())));
    settings.setValue(QStringLiteral("seed"), options.seed);
    settings.setValue(QStringLiteral("labelSampling"), options.labelSampling);
    settings.setValue(QStringLiteral("earlyStop"), options.hasEarlyStop);
    QVariantList ratios;
    for (const double ratio : options.priorRatio)
        ratios << ratio;
    settings.setValue(QStringLiteral("priorRatio"), ratios);
}

} // namespace limn
