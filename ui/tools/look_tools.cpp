#include "ui/tools/look_tools.h"

#include <QCoreApplication>
#include <QLocale>

namespace limn {
namespace {

QString valueWords(const Slice& slice, int x, int y)
{
    const auto channels = static_cast<std::size_t>(slice.channels);
    const std::size_t pixel = static_cast<std::size_t>(y)
            * static_cast<std::size_t>(slice.size.width)
        + static_cast<std::size_t>(x);
    QStringList values;
    for (std::size_t c = 0; c < channels; ++c) {
        const auto value = static_cast<double>(slice.values[channels * pixel + c]);
        values << QLocale().toString(value, 'g', 6);
    }
    return values.join(QStringLiteral(" "));
}

} // namespace

EyedropperTool::EyedropperTool(ToolContext& context)
    : m_context(context)
{
}

void EyedropperTool::press(const ToolPoint& point)
{
    Session& session = m_context.session;
    const Size size = session.labels().size;
    const bool isInside = session.isOpen() && point.x >= 0 && point.y >= 0 && point.x < size.width
        && point.y < size.height;
    if (isInside)
        session.setCurrentLabel(session.labels().at(
            session.currentSlice(), static_cast<int>(point.x), static_cast<int>(point.y)));
}

void EyedropperTool::release(const ToolPoint& point)
{
    press(point);
    m_context.backToPrevious();
}

CrosshairTool::CrosshairTool(ToolContext& context)
    : m_context(context)
{
}

void CrosshairTool::press(const ToolPoint& point)
{
    m_isPinned = true;
    move(point);
}

void CrosshairTool::move(const ToolPoint& point)
{
    m_place = point.place();
    m_context.drawingChanged();
}

void CrosshairTool::hover(const ToolPoint& point)
{
    if (!m_isPinned)
        move(point);
}

void CrosshairTool::cancel()
{
    m_isPinned = false;
    m_place.reset();
    m_context.drawingChanged();
}

ToolDrawing CrosshairTool::drawing() const
{
    ToolDrawing drawing;
    const Session& session = m_context.session;
    if (!m_place || !session.isOpen())
        return drawing;
    const Size size = session.labels().size;
    const auto slice = session.volume()->slices[static_cast<std::size_t>(session.currentSlice())];
    const int x = static_cast<int>(std::floor(m_place->x));
    const int y = static_cast<int>(std::floor(m_place->y));
    if (!slice || x < 0 || y < 0 || x >= size.width || y >= size.height)
        return drawing;
    drawing.cross = m_place;
    drawing.notes.push_back(
        {*m_place, QCoreApplication::translate("Tools", "x %1  y %2  value %3")
                       .arg(x)
                       .arg(y)
                       .arg(valueWords(*slice, x, y))});
    return drawing;
}

} // namespace limn
