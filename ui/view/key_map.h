// Which keys the actions have: one of three presets, and what a person changed of it.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <map>
#include <optional>
#include <span>

namespace limn {

enum class KeyPreset { Limn, Radiology, Labeler };

struct KeyMap {
    KeyPreset preset = KeyPreset::Limn;
    std::map<QString, QList<QKeySequence>> own; // by an action's id; none: it has no key

    bool operator==(const KeyMap&) const = default;
};

std::span<const KeyPreset> keyPresets();
QString nameOf(KeyPreset preset); // these two are translated
QString sentenceOf(KeyPreset preset); // whose keys they are

// What the preset has for the action where it differs from the action table; else nothing.
std::optional<QList<QKeySequence>> keysOf(KeyPreset preset, const QString& id);

KeyMap keptKeys(); // of the settings
void keepKeys(const KeyMap& keys);

} // namespace limn
