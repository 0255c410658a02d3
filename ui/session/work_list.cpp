#include "ui/session/work_list.h"

#include <algorithm>

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

int WorkList::nextTodo() const
{
    const int count = static_cast<int>(m_items.size());
    for (int step = 1; step <= count; ++step) {
        const int index = (m_current + step) % count;
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
