// The places to look at as rows of a list view.
#pragma once

#include "ui/session/look_list.h"

#include <QAbstractListModel>

namespace limn {

class LookModel : public QAbstractListModel {
    Q_OBJECT

public:
    // WeightRole: area x doubt against the first place's, 0..1; MarkRole: a StateMark
    enum Role { RankRole = Qt::UserRole, ReasonRole, WeightRole, MarkRole };

    LookModel(const Session& session, const LookList& list, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString whereText(const LookPlace& place) const;
    QString reasonText(const LookPlace& place) const; // "lung, unsure, 1 240 px"

    const Session& m_session;
    const LookList& m_list;
};

} // namespace limn
