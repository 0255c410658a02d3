#include "ui/tools/toolbox.h"

#include "ui/tools/brush_tool.h"
#include "ui/tools/click_tool.h"
#include "ui/tools/fill_tool.h"
#include "ui/tools/lasso_tool.h"
#include "ui/tools/look_tools.h"
#include "ui/tools/measure_tool.h"
#include "ui/tools/move_tool.h"
#include "ui/tools/pan_tool.h"
#include "ui/tools/polygon_tool.h"
#include "ui/tools/shape_tool.h"
#include "ui/tools/tool_glyph.h"
#include "ui/tools/wand_tool.h"
#include "ui/tools/wire_tool.h"

#include <QCoreApplication>

#include <cstring>

namespace limn {
namespace {

constexpr unsigned operator|(ToolOption a, ToolOption b)
{
    return static_cast<unsigned>(a) | static_cast<unsigned>(b);
}
constexpr unsigned operator|(unsigned a, ToolOption b)
{
    return a | static_cast<unsigned>(b);
}
constexpr unsigned only(ToolOption option)
{
    return static_cast<unsigned>(option);
}

template <typename Kind, auto... arguments> std::unique_ptr<Tool> made(ToolContext& context)
{
    return std::make_unique<Kind>(context, arguments...);
}

using enum ToolOption;

// clang-format off
const ToolInfo table[] = {
    {QT_TRANSLATE_NOOP("Tools", "Brush"), QT_TRANSLATE_NOOP("Tools", "Paints the current label."),
     QT_TRANSLATE_NOOP("Tools", "B paint · Ctrl erase · {smaller-brush} {larger-brush} size · Shift+wheel size · Esc drop stroke"),
     "B", 0, Brush | Rules | Swatch, Qt::CrossCursor, brushGlyph, made<BrushTool, BrushKind::Paint>},
    {QT_TRANSLATE_NOOP("Tools", "Threshold brush"), QT_TRANSLATE_NOOP("Tools", "Paints the current label where the value is like the one under the pointer at the press."),
     QT_TRANSLATE_NOOP("Tools", "G paint like the first pixel · Ctrl erase · {smaller-brush} {larger-brush} size · Shift+wheel size · Esc drop stroke"),
     "G", 0, Brush | Rules | Tolerance | Swatch, Qt::CrossCursor, thresholdGlyph, made<BrushTool, BrushKind::Threshold>},
    {QT_TRANSLATE_NOOP("Tools", "Eraser"), QT_TRANSLATE_NOOP("Tools", "Takes labels away, whoever put them there."),
     QT_TRANSLATE_NOOP("Tools", "E erase · Ctrl paint · {smaller-brush} {larger-brush} size · Shift+wheel size · Esc drop stroke"),
     "E", 1, Brush | Rules, Qt::CrossCursor, eraserGlyph, made<BrushTool, BrushKind::Erase>},
    {QT_TRANSLATE_NOOP("Tools", "Give back to the model"), QT_TRANSLATE_NOOP("Tools", "Takes back what a person decided: the model's answer holds again."),
     QT_TRANSLATE_NOOP("Tools", "Shift+E give back · {smaller-brush} {larger-brush} size · Shift+wheel size · Esc drop stroke"),
     "Shift+E", 1, Brush | Rules, Qt::CrossCursor, giveBackGlyph, made<BrushTool, BrushKind::GiveBack>},
    {QT_TRANSLATE_NOOP("Tools", "Click"), QT_TRANSLATE_NOOP("Tools", "A click says: the current label is here. The right button says: it is not."),
     QT_TRANSLATE_NOOP("Tools", "T click: label · right, Ctrl or Shift: background · {rerun} re-run"),
     "T", 2, only(Swatch), Qt::CrossCursor, clickGlyph, made<ClickTool>},
    {QT_TRANSLATE_NOOP("Tools", "Polygon"), QT_TRANSLATE_NOOP("Tools", "Corner by corner around an object; corners can be moved until it is accepted."),
     QT_TRANSLATE_NOOP("Tools", "P click corners · drag moves one · Shift+click into a side · Backspace back · first corner closes · Enter accepts · Ctrl erase · Esc drop"),
     "P", 3, Rules | Swatch, Qt::CrossCursor, polygonGlyph, made<PolygonTool>},
    {QT_TRANSLATE_NOOP("Tools", "Lasso"), QT_TRANSLATE_NOOP("Tools", "Fills what one drag encloses."),
     QT_TRANSLATE_NOOP("Tools", "L drag around · Ctrl erase · Esc drop"),
     "L", 3, Rules | Swatch, Qt::CrossCursor, lassoGlyph, made<LassoTool>},
    {QT_TRANSLATE_NOOP("Tools", "Live-wire"), QT_TRANSLATE_NOOP("Tools", "Clicks around an object; the outline clings to its edge between them."),
     QT_TRANSLATE_NOOP("Tools", "Shift+L click along the edge · Shift exactly here · Backspace back · Enter or first point closes · Ctrl erase · Esc drop"),
     "Shift+L", 3, Rules | Swatch, Qt::CrossCursor, wireGlyph, made<WireTool>},
    {QT_TRANSLATE_NOOP("Tools", "Rectangle or ellipse"), QT_TRANSLATE_NOOP("Tools", "A drag from corner to corner fills the shape."),
     QT_TRANSLATE_NOOP("Tools", "Q drag · Shift square or circle · Ctrl erase · Esc drop"),
     "Q", 4, Shape | Rules | Swatch, Qt::CrossCursor, shapeGlyph, made<ShapeTool>},
    {QT_TRANSLATE_NOOP("Tools", "Fill"), QT_TRANSLATE_NOOP("Tools", "Gives the whole area under the pointer the current label: closes holes, recolours objects."),
     QT_TRANSLATE_NOOP("Tools", "F click: fill · Ctrl erase the area"),
     "F", 5, Reach | Rules | Swatch, Qt::CrossCursor, fillGlyph, made<FillTool>},
    {QT_TRANSLATE_NOOP("Tools", "Wand"), QT_TRANSLATE_NOOP("Tools", "Takes the connected area of similar values; a drag to the right takes more."),
     QT_TRANSLATE_NOOP("Tools", "W press · drag right or left: more or less · Ctrl erase · Esc drop"),
     "W", 5, Tolerance | Rules | Swatch, Qt::CrossCursor, wandGlyph, made<WandTool>},
    {QT_TRANSLATE_NOOP("Tools", "Move"), QT_TRANSLATE_NOOP("Tools", "Takes one area of a label to another place."),
     QT_TRANSLATE_NOOP("Tools", "V drag an area · Ctrl leaves a copy · Shift straight · {copy-region}, {paste-region} copy and paste"),
     "V", 6, 0U, Qt::SizeAllCursor, moveGlyph, made<MoveTool>},
    {QT_TRANSLATE_NOOP("Tools", "Eyedropper"), QT_TRANSLATE_NOOP("Tools", "Picks the label under the pointer, then the tool before is back."),
     QT_TRANSLATE_NOOP("Tools", "I click a label"),
     "I", 6, only(Swatch), Qt::CrossCursor, eyedropperGlyph, made<EyedropperTool>},
    {QT_TRANSLATE_NOOP("Tools", "Measure"), QT_TRANSLATE_NOOP("Tools", "Length, angle or area in pixels, and in millimetres where the spacing is known."),
     QT_TRANSLATE_NOOP("Tools", "Shift+M drag · ends can be moved · Shift straight · Esc removes"),
     "Shift+M", 7, only(Measure), Qt::CrossCursor, measureGlyph, made<MeasureTool>},
    {QT_TRANSLATE_NOOP("Tools", "Crosshair"), QT_TRANSLATE_NOOP("Tools", "Shows place and value; a click leaves it there, on every view."),
     QT_TRANSLATE_NOOP("Tools", "C follows the pointer · click leaves it · Esc removes"),
     "C", 7, 0U, Qt::CrossCursor, crosshairGlyph, made<CrosshairTool>},
    {QT_TRANSLATE_NOOP("Tools", "Hand"), QT_TRANSLATE_NOOP("Tools", "Moves the picture. The middle button, or Space held, does it with any tool."),
     QT_TRANSLATE_NOOP("Tools", "H move · Ctrl+wheel zoom · {fit} fit · right drag window and level"),
     "H", 8, 0U, Qt::OpenHandCursor, handGlyph, made<PanTool>},
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

int toolNamed(const char* name)
{
    for (std::size_t i = 0; i < std::size(table); ++i)
        if (std::strcmp(table[i].name, name) == 0)
            return static_cast<int>(i);
    return -1;
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
    tool().leave();
    m_previous = m_active;
    m_active = index;
}

} // namespace limn
