#include "ui/view/canvas_captions.h"

#include "ui/figure/scale_bar.h"
#include "ui/view/on_canvas_marks.h"
#include "ui/view/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr int captionHeight = 20, margin = 12, rightMargin = 88;
constexpr double longestBarDip = 120;

QString tr(const char* text)
{
    return QCoreApplication::translate("limn", text);
}

QFont captionFont(QFont font)
{
    font.setPixelSize(measure::captionPx);
    return font;
}

QString shortNumber(double value, double width)
{
    const int digits = std::abs(width) >= 20 ? 0 : std::abs(width) >= 2 ? 1 : 3;
    return QLocale().toString(value, 'f', digits);
}

void drawBacked(QPainter& painter, QPointF place, Qt::Alignment side, const QString& words)
{
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(words) + 10;
    const double left = side.testFlag(Qt::AlignRight) ? place.x() - width
        : side.testFlag(Qt::AlignHCenter)             ? place.x() - width / 2
                                                      : place.x();
    drawBackedWords(painter, {left, place.y(), width, 17}, words);
}

void drawScaleBar(QPainter& painter, const QRect& canvas, const ScaleBar& bar)
{
    const double right = canvas.right() - rightMargin;
    const double y = canvas.bottom() - margin - 4;
    const QPointF from(right - bar.length, y), to(right, y);
    painter.setPen(Qt::NoPen);
    painter.setBrush(on_canvas::backing);
    painter.drawRoundedRect(QRectF(from - QPointF(8, 9), to + QPointF(8, 8)), 4, 4);
    const auto stroke = [&](const QColor& colour, double width) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(from, to);
        painter.drawLine(from - QPointF(0, 4), from + QPointF(0, 0.75));
        painter.drawLine(to - QPointF(0, 4), to + QPointF(0, 0.75));
    };
    stroke(on_canvas::halo, 4);
    stroke(on_canvas::text, 1.5);
    drawBacked(painter, from - QPointF(10, 9), Qt::AlignRight, bar.words);
}

} // namespace

QString orientationLetters(const Vector3& direction)
{
    static constexpr const char* letters[3][2] = {{"R", "L"}, {"A", "P"}, {"F", "H"}};
    std::array<int, 3> axes{0, 1, 2};
    std::ranges::sort(axes, [&](int a, int b) {
        return std::abs(direction[static_cast<std::size_t>(a)])
            > std::abs(direction[static_cast<std::size_t>(b)]);
    });
    QString words;
    for (const int axis : axes) {
        const double part = direction[static_cast<std::size_t>(axis)];
        if (std::abs(part) > 0.3)
            words += QLatin1String(letters[axis][part > 0 ? 1 : 0]);
    }
    return words.left(2);
}

QString captionOf(const Volume& volume, const DisplayWindow& window, int slice,
                  const ViewTransform& view)
{
    QString words =
        tr("W %1  L %2")
            .arg(shortNumber(window.width, window.width), shortNumber(window.level, window.width));
    if (!window.explanation.empty())
        words += QStringLiteral("  ·  ") + QString::fromStdString(window.explanation).left(24);
    words += QStringLiteral("  ·  ")
        + tr("zoom %1 %").arg(std::lround(view.zoom() * view.devicePixelRatio() * 100));
    const int depth = volume.depth();
    if (depth > 1)
        words += QStringLiteral("  ·  ") + tr("slice %1 / %2").arg(slice % depth + 1).arg(depth);
    if (volume.volumeCount() > 1)
        words += QStringLiteral("  ·  ")
            + tr("time %1 / %2").arg(slice / depth + 1).arg(volume.volumeCount());
    return words;
}

QRect captionsBox(const QRect& canvas)
{
    return {canvas.left(), canvas.bottom() + 1 - captionHeight - margin, canvas.width(),
            captionHeight + margin};
}

void drawCaptions(QPainter& painter, const QRect& canvas, const Volume& volume,
                  const DisplayWindow& window, int slice, const ViewTransform& view)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(captionFont(painter.font()));
    const QString caption = captionOf(volume, window, slice, view);
    drawBacked(painter, QPointF(margin, canvas.bottom() - margin - 13), Qt::AlignLeft, caption);
    const ScaleBar bar = scaleBarOf(volume.geometry, view.scaleX(), longestBarDip);
    const QFontMetricsF metrics(painter.font());
    const double room = canvas.width() - margin - rightMargin - metrics.horizontalAdvance(caption)
        - metrics.horizontalAdvance(bar.words) - 48;
    if (room >= bar.length) // on a narrow canvas the numbers go before the bar
        drawScaleBar(painter, canvas, bar);
    painter.restore();
}

void drawOrientation(QPainter& painter, const QRect& canvas, const Volume& volume)
{
    if (volume.geometry.sliceOriginsMm.empty())
        return;
    const auto opposite = [](const Vector3& v) { return Vector3{-v[0], -v[1], -v[2]}; };
    const Vector3& row = volume.geometry.rowDirection;
    const Vector3& column = volume.geometry.columnDirection;
    const double middleX = (canvas.width() - rightMargin) / 2.0;
    const double middleY = canvas.height() / 2.0 - 8;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(captionFont(painter.font()));
    drawBacked(painter, QPointF(margin, middleY), Qt::AlignLeft, orientationLetters(opposite(row)));
    drawBacked(painter, QPointF(canvas.width() - rightMargin, middleY), Qt::AlignRight,
               orientationLetters(row));
    drawBacked(painter, QPointF(middleX, 56), Qt::AlignHCenter,
               orientationLetters(opposite(column)));
    const int timeBar = volume.volumeCount() > 1 ? 44 : 0; // which lies below it
    drawBacked(painter, QPointF(middleX, canvas.height() - 52 - timeBar), Qt::AlignHCenter,
               orientationLetters(column));
    painter.restore();
}

} // namespace limn
