#include "ui/view/work_delegate.h"

#include "ui/view/row_frame.h"
#include "ui/view/state_mark.h"
#include "ui/view/theme.h"
#include "ui/view/work_model.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace limn {
namespace {

constexpr int thumbnailPx = 44, rowPx = 50, markPx = 10, insetPx = 6, barPx = 48;

StateMark markOf(ImageStatus status, bool isReturned, bool isBroken)
{
    if (isBroken)
        return StateMark::Broken;
    if (isReturned)
        return StateMark::Returned;
    switch (status) {
    case ImageStatus::Todo: return StateMark::Open;
    case ImageStatus::Edited: return StateMark::Begun;
    case ImageStatus::Accepted: return StateMark::Done;
    case ImageStatus::Skipped: return StateMark::Skipped;
    case ImageStatus::ToReview: return StateMark::Review;
    }
    return StateMark::Open;
}

// A bar of how much is in doubt, and the figure beside it; the bar gives way to long words, in all
// rows alike.
void paintDoubt(QPainter& painter, const QRect& line, double doubt, const QFont& font)
{
    QFont small = font;
    small.setPixelSize(measure::captionPx);
    painter.setFont(small);
    const int words = painter.fontMetrics().horizontalAdvance(WorkModel::doubtText(1));
    const int bar = std::clamp(line.width() - words - 6, 12, barPx);
    const QRectF groove(line.left(), line.center().y() - 1, bar, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().border);
    painter.drawRoundedRect(groove, 2, 2);
    painter.setBrush(theme().doubt);
    painter.drawRoundedRect(QRectF(groove.topLeft(), QSizeF(bar * doubt, 4)), 2, 2);
    painter.setPen(theme().muted);
    painter.drawText(line.adjusted(bar + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     WorkModel::doubtText(doubt));
}

void paintThumbnail(QPainter& painter, const QRect& box, const QImage& image)
{
    painter.fillRect(box, theme().canvas);
    if (image.isNull())
        return;
    const QSize size = image.size().scaled(box.size(), Qt::KeepAspectRatio);
    const QRect place(box.left() + (box.width() - size.width()) / 2,
                      box.top() + (box.height() - size.height()) / 2, size.width(), size.height());
    painter.drawImage(place, image);
}

} // namespace

void WorkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    drawRowFrame(*painter, option);
    const QRect thumbnail(option.rect.left() + insetPx,
                          option.rect.top() + (option.rect.height() - thumbnailPx) / 2, thumbnailPx,
                          thumbnailPx);
    paintThumbnail(*painter, thumbnail, index.data(Qt::DecorationRole).value<QImage>());

    const QRectF mark(option.rect.right() - insetPx - markPx,
                      option.rect.center().y() - markPx / 2.0, markPx, markPx);
    const bool isBroken = !index.data(WorkModel::ErrorRole).toString().isEmpty();
    const QRect words(thumbnail.right() + 9, option.rect.top(),
                      static_cast<int>(mark.left()) - thumbnail.right() - 17, option.rect.height());
    const double doubt = index.data(WorkModel::DoubtRole).toDouble();
    const bool hasDoubt = doubt >= 0 && !isBroken;
    const int half = words.height() / 2;
    painter->setPen(isBroken ? theme().muted : theme().text);
    painter->setFont(option.font);
    painter->drawText(
        hasDoubt ? words.adjusted(0, 6, 0, -half + 3) : words, Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
    if (hasDoubt)
        paintDoubt(*painter, words.adjusted(0, half + 1, 0, -5), doubt, option.font);
    drawStateMark(
        *painter, mark,
        markOf(static_cast<ImageStatus>(index.data(WorkModel::StatusRole).toInt()),
               index.data(WorkModel::ReturnedRole).toBool(), isBroken));
    painter->restore();
}

QSize WorkDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, rowPx};
}

} // namespace limn
