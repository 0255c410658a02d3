#include "ui/view/preferences.h"

#include <QSettings>

#include <algorithm>

namespace limn {
namespace {

constexpr QLatin1String language("ui/language"), look("window/theme"), scale("ui/scale"),
    rightDrag("mouse/rightDrag"), level("mouse/levelReversed"), width("mouse/widthReversed"),
    annotator("annotator/name"), visits("work/visitFirst"), models("folders/models"),
    exports("folders/export"), steps("memory/stepsMb"), ahead("memory/aheadMb");

constexpr int leastMb = 64, mostMb = 1 << 18;

int between(int value, int least, int most)
{
    return std::clamp(value, least, most);
}

} // namespace

Preferences keptPreferences()
{
    const QSettings settings;
    Preferences kept;
    kept.language = settings.value(language).toString();
    kept.theme = static_cast<ThemeChoice>(between(settings.value(look, 0).toInt(), 0, 2));
    kept.scalePercent = between(settings.value(scale, 0).toInt(), 0, 400);
    kept.keys = keptKeys();
    kept.mouse.rightDrag =
        settings.value(rightDrag, 0).toInt() == 1 ? RightDrag::Zoom : RightDrag::Window;
    kept.mouse.isLevelReversed = settings.value(level, false).toBool();
    kept.mouse.isWidthReversed = settings.value(width, false).toBool();
    kept.annotator = settings.value(annotator).toString();
    kept.visitsFirst = settings.value(visits, true).toBool();
    kept.modelFolder = settings.value(models).toString();
    kept.exportFolder = settings.value(exports).toString();
    kept.stepMemoryMb = between(settings.value(steps, kept.stepMemoryMb).toInt(), leastMb, mostMb);
    kept.aheadMemoryMb = between(settings.value(ahead, kept.aheadMemoryMb).toInt(), 0, mostMb);
    return kept;
}

void keepPreferences(const Preferences& preferences)
{
    QSettings settings;
    settings.setValue(language, preferences.language);
    settings.setValue(look, static_cast<int>(preferences.theme));
    settings.setValue(scale, preferences.scalePercent);
    keepKeys(preferences.keys);
    settings.setValue(rightDrag, static_cast<int>(preferences.mouse.rightDrag));
    settings.setValue(level, preferences.mouse.isLevelReversed);
    settings.setValue(width, preferences.mouse.isWidthReversed);
    settings.setValue(annotator, preferences.annotator);
    settings.setValue(visits, preferences.visitsFirst);
    settings.setValue(models, preferences.modelFolder);
    settings.setValue(exports, preferences.exportFolder);
    settings.setValue(steps, preferences.stepMemoryMb);
    settings.setValue(ahead, preferences.aheadMemoryMb);
}

} // namespace limn
