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

std::vector<int> WorkList::shown() const
{
    std::vector<int> indices(m_items.size());
    std::iota(indices.begin(), indices.end(), 0);
    if (m_order == WorkOrder::Doubt)
        std::ranges::stable_sort(indices, std::greater{}, [this](int index) {
            return m_items[static_cast<std::size_t>(index)].doubt;
        });
    return indices;
}

int WorkList::nextTodo() const
{
    const std::vector<int> order = shown();
    const auto here = std::ranges::find(order, m_current);
    const std::size_t start =
        here == order.end() ? 0 : static_cast<std::size_t>(here - order.begin()) + 1;
    for (std::size_t step = 0; step < order.size(); ++step) {
        const int index = order[(start + step) % order.size()];
        const WorkItem& item = m_items[static_cast<std::size_t>(index)];
        if (item.status != ImageStatus::Accepted && item.error.isEmpty() && index != m_current)
            return index;
    }
    return -1;
}

int WorkList::acceptedCount() const
{
    return static_cast<int>(std::ranges::count(m_items, ImageStatus::Accepted, &WorkItem::status));
}

void WorkList::setStatus(int index, ImageStatus status)
{
    if (!has(index) || m_items[static_cast<std::size_t>(index)].status == status)
        return;
    m_items[static_cast<std::size_t>(index)].status = status;
    Q_EMIT itemChanged(index);
}

void WorkList::setDoubt(int index, double doubt)
{
    if (!has(index) || m_items[static_cast<std::size_t>(index)].doubt == doubt)
        return;
    m_items[static_cast<std::size_t>(index)].doubt = doubt;
    Q_EMIT itemChanged(index);
}

void WorkList::setThumbnail(int index, const QImage& image)
{
    if (!has(index))
        return;
    m_items[static_cast<std::size_t>(index)].thumbnail = image;
    Q_EMIT itemChanged(index);
}

void WorkList::setError(int index, const QString& text)
{
    if (!has(index) || m_items[static_cast<std::size_t>(index)].error == text)
        return;
    m_items[static_cast<std::size_t>(index)].error = text;
    Q_EMIT itemChanged(index);
}

bool WorkList::has(int index) const
{
    return index >= 0 && index < static_cast<int>(m_items.size());
}

} // namespace limn
