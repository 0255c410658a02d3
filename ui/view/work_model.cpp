#include "ui/view/work_model.h"

#include <QDateTime>
#include <QLocale>

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
    switch (role) {
    case Qt::DisplayRole: return item.name;
    case Qt::DecorationRole: return item.thumbnail;
    case Qt::ToolTipRole: return toolTipOf(item);
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(item.name, stateText(item));
    case StatusRole: return static_cast<int>(item.status);
    case ErrorRole: return item.error;
    case DoubtRole: return item.doubt;
    case UpdatedRole: return static_cast<qlonglong>(item.updatedMs);
    case ReturnedRole: return item.isReturned();
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
    case ImageStatus::Skipped: return tr("skipped");
    case ImageStatus::ToReview: return tr("to review");
    }
    return {};
}

QString WorkModel::stateText(const WorkItem& item)
{
    if (!item.error.isEmpty())
        return item.error;
    QString state = item.isReturned() ? tr("sent back") : statusText(item.status);
    if (item.isReviewed())
        state = tr("accepted and reviewed");
    if (item.doubt >= 0)
        state = tr("%1, %2").arg(state, doubtText(item.doubt));
    return item.notes.note.empty() ? state : tr("%1, with a note").arg(state);
}

QString WorkModel::toolTipOf(const WorkItem& item)
{
    QStringList lines{item.name, stateText(item)};
    if (item.updatedMs > 0)
        lines << tr("Last changed %1")
                     .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(item.updatedMs),
                                             QLocale::ShortFormat));
    const auto add = [&lines](const QString& words, const std::string& text) {
        if (!text.empty())
            lines << words.arg(QString::fromStdString(text));
    };
    add(tr("By %1"), item.notes.annotator);
    add(tr("Reviewed by %1"), item.notes.reviewer);
    add(tr("Comment: %1"), item.notes.comment);
    add(tr("Note: %1"), item.notes.note);
    for (QString& line : lines)
        line = line.toHtmlEscaped();
    return lines.join(QStringLiteral("<br>"));
}

} // namespace limn
