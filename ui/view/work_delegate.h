// Draws a row of the work list: picture, name, doubt, mark.
#pragma once

#include <QStyledItemDelegate>

namespace limn {

// The mark (state_mark.h): ring = to do, half disc = begun, disc with a tick = accepted, cross =
// does not open. The doubt is shown once it is known.
class WorkDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace limn
