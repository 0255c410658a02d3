#include "ui/view/work_filter.h"

namespace limn {

WorkFilter::WorkFilter(const WorkList& list, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_list(list)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(&list, &WorkList::passChanged, this, [this] { invalidateFilter(); });
}

void WorkFilter::setShown(WorkShown shown)
{
    m_shown = shown;
    invalidateFilter();
}

QString WorkFilter::nameOf(WorkShown shown)
{
    switch (shown) {
    case WorkShown::All: return tr("All images");
    case WorkShown::Remaining: return tr("Still to do");
    case WorkShown::Begun: return tr("Begun");
    case WorkShown::Accepted: return tr("Accepted");
    case WorkShown::Skipped: return tr("Skipped");
    case WorkShown::ToReview: return tr("To review");
    case WorkShown::SentBack: return tr("Sent back");
    case WorkShown::WithNote: return tr("With a note");
    }
    return {};
}

bool WorkFilter::isShown(const WorkItem& item) const
{
    switch (m_shown) {
    case WorkShown::All: return true;
    case WorkShown::Remaining: return m_list.isToDo(item);
    case WorkShown::Begun: return item.status == ImageStatus::Edited;
    case WorkShown::Accepted: return item.status == ImageStatus::Accepted;
    case WorkShown::Skipped: return item.status == ImageStatus::Skipped;
    case WorkShown::ToReview: return item.status == ImageStatus::ToReview;
    case WorkShown::SentBack: return item.isReturned();
    case WorkShown::WithNote: return !item.notes.note.empty();
    }
    return true;
}

bool WorkFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    return QSortFilterProxyModel::filterAcceptsRow(row, parent)
        && isShown(m_list.items()[static_cast<std::size_t>(row)]);
}

} // namespace limn
