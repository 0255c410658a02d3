// The work list as rows of a list view.
#pragma once

#include "ui/session/work_list.h"

#include <QAbstractListModel>

namespace limn {

class WorkModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { StatusRole = Qt::UserRole, ErrorRole, DoubtRole, UpdatedRole, ReturnedRole };

    explicit WorkModel(const WorkList& list, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    static QString statusText(ImageStatus status);
    static QString stateText(const WorkItem& item); // "accepted, doubt 12 %"
    static QString toolTipOf(const WorkItem& item);
    static QString doubtText(double doubt); // "doubt 12 %"

private:
    const WorkList& m_list;
};

} // namespace limn
