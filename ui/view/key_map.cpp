#include "ui/view/key_map.h"

#include "ui/view/action_table.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <array>

namespace limn {
namespace {

struct PresetRow {
    const char* id;
    const char* keys;
};

// As in OHIF and its like: digits are grey windows, C plays, letters fade the mask.
const PresetRow radiology[] = {
    {"file-window", "1"},
    {"automatic-window", "2"},
    {"full-window", "3"},
    {"label-1", "Ctrl+1"},
    {"label-2", "Ctrl+2"},
    {"label-3", "Ctrl+3"},
    {"label-4", "Ctrl+4"},
    {"label-5", "Ctrl+5"},
    {"label-6", "Ctrl+6"},
    {"label-7", "Ctrl+7"},
    {"label-8", "Ctrl+8"},
    {"label-9", "Ctrl+9"},

    {"window-preset-1", "4"},
    {"window-preset-2", "5"},
    {"window-preset-3", "6"},
    {"window-preset-4", "7"},
    {"window-preset-5", "8"},
    {"window-preset-6", "9"},
    {"previous-image", "PgUp"},
    {"next-image", "PgDown"},
    {"slice-before", "Up"},
    {"slice-after", "Down"},
    {"fainter-overlay", "A"},
    {"stronger-overlay", "D"},
    {"play", "C"},
    {"tool-crosshair", "Shift+C"},
    {"zoom-in", "+ ="},
    {"zoom-out", "-"},
};

// As in X-AnyLabeling, labelme and CVAT: letters move through the images and label them.
const PresetRow labeler[] = {
    {"run", "I"},
    {"rerun", "Shift+I"},
    {"live", "Ctrl+I"},
    {"record", "Ctrl+Alt+I"},
    {"next-to-do", "Ctrl+Shift+D"},
    {"accept", "F Return Enter"},
    {"tool-fill", "Shift+F"},
    {"tool-rectangle-or-ellipse", "R Q"},
    {"tool-eyedropper", "Alt+I"},
    {"tool-crosshair", "Shift+C"},
    {"tool-polygon", "P C"},
    {"overlay", "S Ctrl+H"},
};

constexpr std::array presets{KeyPreset::Limn, KeyPreset::Radiology, KeyPreset::Labeler};
constexpr const char* presetNames[] = {"limn", "radiology", "labeler"};

std::span<const PresetRow> rowsOf(KeyPreset preset)
{
    switch (preset) {
    case KeyPreset::Limn: return {};
    case KeyPreset::Radiology: return radiology;
    case KeyPreset::Labeler: return labeler;
    }
    return {};
}

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

} // namespace

std::span<const KeyPreset> keyPresets()
{
    return presets;
}

QString nameOf(KeyPreset preset)
{
    switch (preset) {
    case KeyPreset::Limn: return tr("Limn");
    case KeyPreset::Radiology: return tr("Radiology viewer");
    case KeyPreset::Labeler: return tr("Labeler");
    }
    return {};
}

QString sentenceOf(KeyPreset preset)
{
    switch (preset) {
    case KeyPreset::Limn: return tr("Digits are labels, A and D go through the images.");
    case KeyPreset::Radiology:
        return tr("For those who come from OHIF, ITK-SNAP or 3D Slicer: digits are grey windows, "
                  "Page Up and Page Down go through the images, A and D fade the mask.");
    case KeyPreset::Labeler:
        return tr("For those who come from X-AnyLabeling, labelme or CVAT: F accepts, I runs the "
                  "model, A and D go through the images.");
    }
    return {};
}

std::optional<QList<QKeySequence>> keysOf(KeyPreset preset, const QString& id)
{
    const auto rows = rowsOf(preset);
    const auto row = std::ranges::find_if(
        rows, [&id](const PresetRow& each) { return id == QLatin1String(each.id); });
    return row == rows.end() ? std::nullopt : std::optional(keysFrom(row->keys));
}

KeyMap keptKeys()
{
    QSettings settings;
    KeyMap keys;
    const QString preset = settings.value(QStringLiteral("keys/preset")).toString();
    for (const KeyPreset each : presets)
        if (preset == QLatin1String(presetNames[static_cast<int>(each)]))
            keys.preset = each;
    settings.beginGroup(QStringLiteral("keys/own"));
    for (const QString& id : settings.childKeys())
        keys.own[id] = keysFrom(settings.value(id).toString().toStdString());
    return keys;
}

void keepKeys(const KeyMap& keys)
{
    QSettings settings;
    settings.setValue(QStringLiteral("keys/preset"),
                      QLatin1String(presetNames[static_cast<int>(keys.preset)]));
    settings.remove(QStringLiteral("keys/own"));
    settings.beginGroup(QStringLiteral("keys/own"));
    for (const auto& [id, sequences] : keys.own) {
        QStringList words;
        for (const QKeySequence& sequence : sequences)
            words << sequence.toString(QKeySequence::PortableText);
        settings.setValue(id, words.join(QLatin1Char(' ')));
    }
}

} // namespace limn
