#include "ui/tools/region_clipboard.h"

#include <QCoreApplication>

namespace limn {
namespace {

void put(std::vector<Label>& bytes, Rect box, const PixelRegion& region, int byX, int byY,
         Label value)
{
    for (int y = 0; y < region.box.height; ++y)
        for (int x = 0; x < region.box.width; ++x) {
            const int column = region.box.x + x + byX - box.x, row = region.box.y + y + byY - box.y;
            const bool isThere = column >= 0 && row >= 0 && column < box.width && row < box.height;
            const std::size_t from =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(region.box.width)
                + static_cast<std::size_t>(x);
            if (isThere && region.inside[from] != 0)
                bytes[static_cast<std::size_t>(row) * static_cast<std::size_t>(box.width)
                      + static_cast<std::size_t>(column)] = value;
        }
}

} // namespace

bool copyRegion(ToolContext& context, std::optional<Place> place)
{
    const Session& session = context.session;
    if (!session.isOpen())
        return false;
    const auto labels = session.labels().slice(session.currentSlice());
    const Size size = session.labels().size;
    const int x = place ? static_cast<int>(std::floor(place->x)) : -1;
    const int y = place ? static_cast<int>(std::floor(place->y)) : -1;
    CopiedRegion found{labelRegion(labels, size, x, y), background};
    if (!found.region.isEmpty())
        found.label = session.labels().at(session.currentSlice(), x, y);
    if (found.label == background) {
        const auto first = std::ranges::find(labels, session.currentLabel());
        if (first == labels.end())
            return false;
        const int pixel = static_cast<int>(first - labels.begin());
        found = {labelRegion(labels, size, pixel % size.width, pixel / size.width, false),
                 session.currentLabel()};
    }
    context.copied = std::move(found);
    return true;
}

bool pasteRegion(ToolContext& context)
{
    Session& session = context.session;
    if (!session.isOpen() || context.copied.region.isEmpty()
        || !session.labelTable().find(context.copied.label))
        return false;
    if (auto edit = movedRegion(session, context.copied, 0, 0, true))
        session.apply(QCoreApplication::translate("Tools", "Paste"), {*std::move(edit)});
    return true;
}

std::optional<LabelEdit> movedRegion(const Session& session, const CopiedRegion& what, int byX,
                                     int byY, bool isCopy)
{
    const Size size = session.labels().size;
    const Rect from = what.region.box;
    const Rect to{from.x + byX, from.y + byY, from.width, from.height};
    const Rect box = intersected(isCopy ? to : united(from, to), wholeOf(size));
    if (box.isEmpty())
        return std::nullopt;
    const auto human = session.human().slice(session.currentSlice());
    std::vector<Label> bytes;
    bytes.reserve(box.area());
    for (int y = box.y; y < box.y + box.height; ++y) {
        const auto row = human.subspan(static_cast<std::size_t>(y)
                                               * static_cast<std::size_t>(size.width)
                                           + static_cast<std::size_t>(box.x),
                                       static_cast<std::size_t>(box.width));
        bytes.insert(bytes.end(), row.begin(), row.end());
    }
    if (!isCopy)
        put(bytes, box, what.region, 0, 0, background);
    put(bytes, box, what.region, byX, byY, what.label);
    return LabelEdit(session.currentSlice(), box, std::move(bytes));
}

} // namespace limn
