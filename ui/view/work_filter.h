// Which rows of the work list are shown: by name, and by how far the image is.
#pragma once

#include "ui/session/work_list.h"

#include <QSortFilterProxyModel>

namespace limn {

enum class WorkShown { All, Remaining, Begun, Accepted, Skipped, ToReview, SentBack, WithNote };
inline constexpr int workShownCount = 8;

class WorkFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    WorkFilter(const WorkList& list, QObject* parent);

    void setShown(WorkShown shown);
    WorkShown shown() const { return m_shown; }

    static QString nameOf(WorkShown shown); // translated

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool isShown(const WorkItem& item) const;

    const WorkList& m_list;
    WorkShown m_shown = WorkShown::All;
};

} // namespace limn
