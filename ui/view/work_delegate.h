// Draws a row of the work list: picture, name, mark.
#pragma once

#include <QStyledItemDelegate>

namespace limn {

// The mark tells by shape as well as by colour: ring = to do, half disc = begun, disc with a tick =
// accepted, cross = does not open.
class WorkDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace limn
