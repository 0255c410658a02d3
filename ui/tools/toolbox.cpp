#include "ui/tools/toolbox.h"

#include "ui/tools/brush_tool.h"
#include "ui/tools/click_tool.h"
#include "ui/tools/pan_tool.h"
#include "ui/tools/tool_glyph.h"

#include <QCoreApplication>

namespace limn {
namespace {

// clang-format off
const ToolInfo table[] = {
    {QT_TRANSLATE_NOOP("Tools", "Brush"), QT_TRANSLATE_NOOP("Tools", "Paints the current label."),
     QT_TRANSLATE_NOOP("Tools", "B paint · Ctrl erase · [ ] size · Shift+wheel size · Esc drop stroke"),
     Qt::Key_B, true, Qt::CrossCursor, brushGlyph,
     [](ToolContext& context) -> std::unique_ptr<Tool> { return std::make_unique<BrushTool>(context, BrushKind::Paint); }},
    {QT_TRANSLATE_NOOP("Tools", "Eraser"), QT_TRANSLATE_NOOP("Tools", "Takes labels away, whoever put them there."),
     QT_TRANSLATE_NOOP("Tools", "E erase · Ctrl paint · [ ] size · Shift+wheel size · Esc drop stroke"),
     Qt::Key_E, true, Qt::CrossCursor, eraserGlyph,
     [](ToolContext& context) -> std::unique_ptr<Tool> { return std::make_unique<BrushTool>(context, BrushKind::Erase); }},
    {QT_TRANSLATE_NOOP("Tools", "Click"), QT_TRANSLATE_NOOP("Tools", "A click says: the current label is here. The right button says: it is not."),
     QT_TRANSLATE_NOOP("Tools", "T click: label · right, Ctrl or Shift: background · Shift+R re-run"),
     Qt::Key_T, false, Qt::CrossCursor, clickGlyph,
     [](ToolContext& context) -> std::unique_ptr<Tool> { return std::make_unique<ClickTool>(context); }},
    {QT_TRANSLATE_NOOP("Tools", "Hand"), QT_TRANSLATE_NOOP("Tools", "Moves the picture. The middle button, or Space held, does it with any tool."),
     QT_TRANSLATE_NOOP("Tools", "H move · Ctrl+wheel zoom · Ctrl+0 fit · right drag window and level"),
     Qt::Key_H, false, Qt::OpenHandCursor, handGlyph,
     [](ToolContext& context) -> std::unique_ptr<Tool> { return std::make_unique<PanTool>(context); }},
};
// clang-format on

QString translated(const char* text)
{
    return QCoreApplication::translate("Tools", text);
}

} // namespace

QString ToolInfo::translatedName() const
{
    return translated(name);
}
QString ToolInfo::translatedSentence() const
{
    return translated(sentence);
}
QString ToolInfo::translatedHint() const
{
    return translated(hint);
}

std::span<const ToolInfo> toolTable()
{
    return table;
}

Toolbox::Toolbox(ToolContext& context)
{
    for (const ToolInfo& info : toolTable())
        m_tools.push_back(info.make(context));
}

void Toolbox::activate(int index)
{
    if (index == m_active)
        return;
    tool().cancel();
    m_previous = m_active;
    m_active = index;
}

} // namespace limn
