// The tools of the canvas, in one table: name, key, glyph, what can be told to it, and how one is
// made.
#pragma once

#include "ui/tools/tool.h"

#include <QPainterPath>
#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace limn {

// What the options bar offers for a tool.
enum class ToolOption : unsigned {
    Brush = 1, // size, tip, pressure: the pointer is the outline of a brush
    Rules = 2, // where it may paint
    Shape = 4,
    Reach = 8,
    Tolerance = 16,
    Measure = 32,
    Swatch = 64, // it puts the current label in
};

struct ToolInfo {
    const char* name; // these three are translated by the members below
    const char* sentence; // what it does, for the tooltip
    const char* hint; // its keys, for the status bar; {id}: the key of that action
    const char* key;
    int place; // in the strip: tools of one place share a button
    unsigned options; // of ToolOption
    Qt::CursorShape cursor; // where there is no brush
    QPainterPath (*glyph)();
    std::unique_ptr<Tool> (*make)(ToolContext&);

    bool has(ToolOption option) const { return (options & static_cast<unsigned>(option)) != 0; }
    bool hasBrush() const { return has(ToolOption::Brush); }
    QString translatedName() const;
    QString translatedSentence() const;
    QString translatedHint() const;
};

std::span<const ToolInfo> toolTable();
int toolNamed(const char* name); // its row, by the untranslated name; -1: none

// One tool of each kind; one of them is active, and the one before is remembered.
class Toolbox {
public:
    explicit Toolbox(ToolContext& context);

    int activeIndex() const { return m_active; }
    int previousIndex() const { return m_previous; }
    const ToolInfo& info() const { return toolTable()[static_cast<std::size_t>(m_active)]; }
    Tool& tool() { return *m_tools[static_cast<std::size_t>(m_active)]; }
    const Tool& tool() const { return *m_tools[static_cast<std::size_t>(m_active)]; }
    void activate(int index); // the active tool ends what it has begun, or drops it

private:
    std::vector<std::unique_ptr<Tool>> m_tools;
    int m_active = 0;
    int m_previous = 1;
};

} // namespace limn
