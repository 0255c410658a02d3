#include "ui/view/work_model.h"

#include <cmath>

namespace limn {

WorkModel::WorkModel(const WorkList& list, QObject* parent)
    : QAbstractListModel(parent)
    , m_list(list)
{
    connect(&list, &WorkList::itemsChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&list, &WorkList::itemChanged, this, [this](int row) {
        const QModelIndex changed = index(row);
        Q_EMIT dataChanged(changed, changed);
    });
}

int WorkModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.items().size());
}

QVariant WorkModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const WorkItem& item = m_list.items()[static_cast<std::size_t>(index.row())];
    QString state = item.error.isEmpty() ? statusText(item.status) : item.error;
    if (item.doubt >= 0 && item.error.isEmpty())
        state = tr("%1, %2").arg(state, doubtText(item.doubt));
    switch (role) {
    case Qt::DisplayRole: return item.name;
    case Qt::DecorationRole: return item.thumbnail;
    case Qt::ToolTipRole:
        return QStringLiteral("%1<br>%2").arg(item.name.toHtmlEscaped(), state.toHtmlEscaped());
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(item.name, state);
    case StatusRole: return static_cast<int>(item.status);
    case ErrorRole: return item.error;
    case DoubtRole: return item.doubt;
    default: return {};
    }
}

QString WorkModel::doubtText(double doubt)
{
    return tr("doubt %1 %").arg(static_cast<int>(std::lround(doubt * 100)));
}

QString WorkModel::statusText(ImageStatus status)
{
    switch (status) {
    case ImageStatus::Todo: return tr("to do");
    case ImageStatus::Edited: return tr("begun");
    case ImageStatus::Accepted: return tr("accepted");
    }
    return {};
}

} // namespace limn
