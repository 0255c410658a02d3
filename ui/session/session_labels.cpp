// What is done to a whole label, or to all of a slice.
#include "ui/session/label_change_command.h"
#include "ui/session/session.h"

#include <algorithm>

namespace limn {
namespace {

LabelTable without(LabelTable table, Label label)
{
    std::erase_if(table.rows, [label](const LabelRow& row) { return row.label == label; });
    return table;
}

// The edit of every slice that turns the human bytes into what `wanted(slice, human)` makes of them.
template <typename Wanted>
std::vector<LabelEdit> editsOf(const HumanLayer& human, const Wanted& wanted)
{
    std::vector<LabelEdit> edits;
    for (int slice = 0; slice < human.sliceCount; ++slice) {
        const auto before = human.slice(slice);
        std::vector<Label> after(before.begin(), before.end());
        wanted(slice, after);
        if (auto edit = LabelEdit::between(before, after, human.size, slice))
            edits.push_back(std::move(*edit));
    }
    return edits;
}

} // namespace

bool Session::isModelLabel(Label label) const
{
    if (label == background || label <= m_classNames.size())
        return true;
    for (int slice = 0; isOpen() && slice < m_volume->sliceCount(); ++slice)
        if (m_model.hasMap(slice) && label < m_model.classes(slice))
            return true;
    return false;
}

bool Session::canMerge(Label from, Label into) const
{
    return isOpen() && from != into && m_labelTable.find(from) && m_labelTable.find(into)
        && !isLocked(from) && !isLocked(into);
}

void Session::mergeLabel(Label from, Label into)
{
    if (!canMerge(from, into))
        return;
    noteInput();
    auto edits = editsOf(m_human, [&](int slice, std::vector<Label>& bytes) {
        const auto shown = m_labels.slice(slice);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            if (shown[i] == from)
                bytes[i] = into;
    });
    LabelTable after = isModelLabel(from) ? m_labelTable : without(m_labelTable, from);
    if (!edits.empty() || after != m_labelTable)
        m_undoStack.push(new LabelChangeCommand(*this, tr("Merge labels"), std::move(edits),
                                                std::move(after)));
}

bool Session::canRemove(Label label) const
{
    return isOpen() && m_labelTable.rows.size() > 1 && m_labelTable.find(label) && !isLocked(label)
        && !isModelLabel(label);
}

void Session::removeLabel(Label label)
{
    if (!canRemove(label))
        return;
    noteInput();
    auto edits = editsOf(m_human, [&](int slice, std::vector<Label>& bytes) {
        if (std::ranges::find(bytes, label) == bytes.end())
            return;
        const std::vector<Label> byModel = modelLabels(slice);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            if (bytes[i] == label) // a locked label gets no larger by it
                bytes[i] = isLocked(byModel[i]) ? background : untouched;
    });
    m_undoStack.push(new LabelChangeCommand(*this, tr("Delete label"), std::move(edits),
                                            without(m_labelTable, label)));
}

void Session::takeMask()
{
    if (!isOpen())
        return;
    const auto shown = m_labels.slice(m_currentSlice);
    const std::vector<Label> all(shown.begin(), shown.end());
    apply(tr("Take the mask as my own"), {LabelEdit(m_currentSlice, wholeOf(m_human.size), all)});
}

void Session::giveSliceBack()
{
    if (!isOpen())
        return;
    apply(tr("Give the slice back"),
          {LabelEdit(m_currentSlice, wholeOf(m_human.size),
                     std::vector<Label>(m_human.size.area(), untouched))});
}

void Session::copyLabelTo(int slice, Label label)
{
    if (!isOpen() || slice < 0 || slice >= m_volume->sliceCount() || slice == m_currentSlice)
        return;
    const auto from = m_labels.slice(m_currentSlice);
    const auto before = m_human.slice(slice);
    std::vector<Label> after(before.begin(), before.end());
    for (std::size_t i = 0; i < after.size(); ++i)
        if (from[i] == label)
            after[i] = label;
    if (auto edit = LabelEdit::between(before, after, m_human.size, slice))
        apply(tr("Copy to another slice"), {std::move(*edit)});
}

} // namespace limn
