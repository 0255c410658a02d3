#include "ui/view/window_presets.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

} // namespace

std::vector<WindowPreset> usualPresets()
{
    return {{tr("Soft tissue"), 400, 40}, {tr("Lung"), 1500, -600}, {tr("Bone"), 2500, 480},
            {tr("Brain"), 80, 40},        {tr("Liver"), 150, 90},   {tr("Abdomen"), 350, 40}};
}

std::vector<WindowPreset> keptPresets()
{
    std::vector<WindowPreset> presets = usualPresets();
    QSettings kept;
    const int count = kept.beginReadArray(QStringLiteral("window/presets"));
    for (int i = 0; i < std::min(count, presetCount); ++i) {
        kept.setArrayIndex(i);
        WindowPreset& preset = presets[static_cast<std::size_t>(i)];
        const double width = kept.value(QStringLiteral("width"), preset.width).toDouble();
        const double level = kept.value(QStringLiteral("level"), preset.level).toDouble();
        preset.name = kept.value(QStringLiteral("name"), preset.name).toString();
        if (std::isfinite(width) && width > 0 && std::isfinite(level)) {
            preset.width = width;
            preset.level = level;
        }
    }
    return presets;
}

void keepPresets(const std::vector<WindowPreset>& presets)
{
    QSettings kept;
    kept.beginWriteArray(QStringLiteral("window/presets"), static_cast<int>(presets.size()));
    for (std::size_t i = 0; i < presets.size(); ++i) {
        kept.setArrayIndex(static_cast<int>(i));
        kept.setValue(QStringLiteral("name"), presets[i].name);
        kept.setValue(QStringLiteral("width"), presets[i].width);
        kept.setValue(QStringLiteral("level"), presets[i].level);
    }
    kept.endArray();
}

DisplayWindow windowOf(const WindowPreset& preset)
{
    return {preset.level, preset.width, preset.name.toStdString()};
}

} // namespace limn
