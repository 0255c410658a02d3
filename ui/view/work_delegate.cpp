#include "ui/view/work_delegate.h"

#include "ui/view/theme.h"
#include "ui/view/work_model.h"

#include <QImage>
#include <QPainter>

namespace limn {
namespace {

constexpr int thumbnailPx = 44, rowPx = 50, markPx = 10, insetPx = 6;

void paintMark(QPainter& painter, const QRectF& box, ImageStatus status, bool isBroken)
{
    painter.setBrush(Qt::NoBrush);
    if (isBroken) {
        painter.setPen(QPen(theme().bad, 2));
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
        return;
    }
    if (status == ImageStatus::Todo) {
        painter.setPen(QPen(theme().muted, 1.5));
        painter.drawEllipse(box);
        return;
    }
    const bool isAccepted = status == ImageStatus::Accepted;
    const QColor colour = isAccepted ? theme().good : theme().doubt;
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(isAccepted ? colour : QColor(Qt::transparent));
    painter.drawEllipse(box);
    if (isAccepted) {
        painter.setPen(QPen(theme().panel, 1.5));
        painter.drawPolyline(QPolygonF{QPointF(box.left() + 2.5, box.center().y()),
                                       QPointF(box.left() + 4.5, box.bottom() - 2.5),
                                       QPointF(box.right() - 2, box.top() + 3)});
        return;
    }
    painter.setBrush(colour);
    painter.drawPie(box, 90 * 16, 180 * 16);
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
    const bool isSelected = option.state & QStyle::State_Selected;
    const QRectF frame = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isSelected || (option.state & QStyle::State_MouseOver)) {
        QColor fill = isSelected ? theme().accentFill : theme().raised;
        fill.setAlphaF(isSelected ? 0.35F : 1.F);
        painter->setPen(isSelected
                            ? QPen(theme().accent, option.state & QStyle::State_HasFocus ? 2 : 1)
                            : QPen(Qt::NoPen));
        painter->setBrush(fill);
        painter->drawRoundedRect(frame, measure::radius, measure::radius);
    }
    const QRect thumbnail(option.rect.left() + insetPx,
                          option.rect.top() + (option.rect.height() - thumbnailPx) / 2, thumbnailPx,
                          thumbnailPx);
    paintThumbnail(*painter, thumbnail, index.data(Qt::DecorationRole).value<QImage>());

    const QRectF mark(option.rect.right() - insetPx - markPx,
                      option.rect.center().y() - markPx / 2.0, markPx, markPx);
    const bool isBroken = !index.data(WorkModel::ErrorRole).toString().isEmpty();
    const QRect words(thumbnail.right() + 9, option.rect.top(),
                      static_cast<int>(mark.left()) - thumbnail.right() - 17, option.rect.height());
    painter->setPen(isBroken ? theme().muted : theme().text);
    painter->setFont(option.font);
    painter->drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
    paintMark(*painter, mark, static_cast<ImageStatus>(index.data(WorkModel::StatusRole).toInt()),
              isBroken);
    painter->restore();
}

QSize WorkDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, rowPx};
}

} // namespace limn
