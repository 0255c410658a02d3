// Draws a row of "Where to look next": mark, rank, where, why, and how much is in doubt.
#pragma once

#include <QStyledItemDelegate>

namespace limn {

// The mark (state_mark.h): ring = not visited, half disc = visited, disc with a tick = resolved.
class LookDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace limn
