#include "ui/view/look_delegate.h"

#include "ui/view/look_model.h"
#include "ui/view/row_frame.h"
#include "ui/view/state_mark.h"
#include "ui/view/theme.h"

#include <QPainter>

namespace limn {
namespace {

constexpr int rowPx = 38, markPx = 10, insetPx = 6, rankPx = 20, barPx = 44;

} // namespace

void LookDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawRowFrame(*painter, option);
    const QRect row = option.rect.adjusted(insetPx, 0, -insetPx, 0);
    drawStateMark(*painter,
                  QRectF(row.left(), row.center().y() - markPx / 2.0 + 0.5, markPx, markPx),
                  static_cast<StateMark>(index.data(LookModel::MarkRole).toInt()));
    QFont small = option.font;
    small.setPixelSize(measure::captionPx);
    const QRect rank(row.left() + markPx + 4, row.top(), rankPx, row.height());
    painter->setPen(theme().muted);
    painter->setFont(small);
    painter->drawText(rank, Qt::AlignVCenter | Qt::AlignRight,
                      index.data(LookModel::RankRole).toString());

    const int left = rank.right() + 8;
    const int half = row.height() / 2;
    const QRect upper(left, row.top() + 3, row.right() - barPx - 6 - left, half - 2);
    const QRect lower(left, row.top() + half, row.right() - left, half - 3);
    painter->setPen(theme().text);
    painter->setFont(option.font);
    painter->drawText(
        upper, Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, upper.width()));
    painter->setPen(theme().muted);
    painter->setFont(small);
    painter->drawText(lower, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(small).elidedText(index.data(LookModel::ReasonRole).toString(),
                                                     Qt::ElideRight, lower.width()));
    const QRectF groove(row.right() - barPx, upper.center().y() - 1, barPx, 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().border);
    painter->drawRoundedRect(groove, 2, 2);
    painter->setBrush(theme().doubt);
    const double weight = index.data(LookModel::WeightRole).toDouble();
    painter->drawRoundedRect(QRectF(groove.topLeft(), QSizeF(barPx * weight, 4)), 2, 2);
    painter->restore();
}

QSize LookDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, rowPx};
}

} // namespace limn
