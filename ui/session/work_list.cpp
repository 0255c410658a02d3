#include "ui/session/work_list.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace limn {

WorkList::WorkList(QObject* parent)
    : QObject(parent)
{
}

void WorkList::setItems(std::vector<WorkItem> items)
{
    m_items = std::move(items);
    m_current = -1;
    Q_EMIT itemsChanged();
    Q_EMIT currentChanged(m_current);
}

void WorkList::setCurrent(int index)
{
    if (index == m_current || !has(index))
        return;
    m_current = index;
    Q_EMIT currentChanged(m_current);
}

void WorkList::setOrder(WorkOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    Q_EMIT orderChanged();
}

void WorkList::setPass(WorkPass pass)
{
    if (pass == m_pass)
        return;
    m_pass = pass;
    Q_EMIT passChanged();
}

std::vector<int> WorkList::shown() const
{
    std::vector<int> indices(m_items.size());
    std::iota(indices.begin(), indices.end(), 0);
    const auto sort = [&](auto figure) {
        std::ranges::stable_sort(indices, std::greater{}, [&](int index) {
            return std::invoke(figure, m_items[static_cast<std::size_t>(index)]);
        });
    };
    switch (m_order) {
    case WorkOrder::Name: break;
    case WorkOrder::Doubt: sort(&WorkItem::doubt); break;
    case WorkOrder::Date: sort(&WorkItem::updatedMs); break;
    }
    return indices;
}

bool WorkList::isToDo(const WorkItem& item) const
{
    if (!item.error.isEmpty())
        return false;
    if (m_pass == WorkPass::Annotation)
        return item.status == ImageStatus::Todo || item.status == ImageStatus::Edited;
    return item.status == ImageStatus::ToReview
        || (item.status == ImageStatus::Accepted && !item.isReviewed());
}

int WorkList::nextTodo() const
{
    const std::vector<int> next = nextTodos(1);
    return next.empty() ? -1 : next.front();
}

std::vector<int> WorkList::nextTodos(int count) const
{
    const std::vector<int> order = shown();
    const auto here = std::ranges::find(order, m_current);
    const std::size_t start =
        here == order.end() ? 0 : static_cast<std::size_t>(here - order.begin()) + 1;
    std::vector<int> next;
    for (std::size_t step = 0; step < order.size() && std::ssize(next) < count; ++step) {
        const int index = order[(start + step) % order.size()];
        if (index != m_current && isToDo(m_items[static_cast<std::size_t>(index)]))
            next.push_back(index);
    }
    return next;
}

int WorkList::acceptedCount() const
{
    return static_cast<int>(std::ranges::count(m_items, ImageStatus::Accepted, &WorkItem::status));
}

int WorkList::remainingCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_items, [this](const WorkItem& item) { return isToDo(item); }));
}

template <typename Value>
void WorkList::change(int index, Value WorkItem::*member, const Value& value)
{
    if (!has(index))
        return;
    Value& now = m_items[static_cast<std::size_t>(index)].*member;
    if (now == value)
        return;
    now = value;
    Q_EMIT itemChanged(index);
}

void WorkList::setNotes(int index, const ImageNotes& notes)
{
    change(index, &WorkItem::notes, notes);
}

void WorkList::setUpdated(int index, std::int64_t updatedMs)
{
    change(index, &WorkItem::updatedMs, updatedMs);
}

void WorkList::setStatus(int index, ImageStatus status)
{
    change(index, &WorkItem::status, status);
}

void WorkList::setDoubt(int index, double doubt)
{
    change(index, &WorkItem::doubt, doubt);
}

void WorkList::setThumbnail(int index, const QImage& image)
{
    change(index, &WorkItem::thumbnail, image);
}

void WorkList::setError(int index, const QString& text)
{
    change(index, &WorkItem::error, text);
}

bool WorkList::has(int index) const
{
    return index >= 0 && index < static_cast<int>(m_items.size());
}

} // namespace limn
