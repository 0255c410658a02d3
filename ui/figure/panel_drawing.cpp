#include "ui/figure/panel_drawing.h"

#include "ui/figure/figure_theme.h"
#include "ui/figure/scale_bar.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

namespace limn {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("limn", text);
}

QString number(double value)
{
    return QLocale().toString(value, 'f', 2);
}

} // namespace

PanelContent stepContent(const PanelPictures& pictures, FigureMap map, const Step& step,
                         const FigureStyle& style)
{
    PanelContent content{pictures.map(map, step), {}};
    if (style.hasContour && map == FigureMap::Posterior)
        content.contour = pictures.posteriorContour(step);
    return content;
}

PanelContent maskContent(const PanelPictures& pictures, const FigureStyle& style)
{
    PanelContent content{pictures.mask(), {}};
    if (style.hasContour)
        content.contour = pictures.maskContour();
    return content;
}

void drawContent(QPainter& painter, const QRectF& box, const PanelContent& content, Size slice,
                 double lineWidth, double dots)
{
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          box.width() * dots < 2 * content.picture.width());
    painter.drawImage(box, content.picture);
    if (content.contour.isEmpty())
        return;
    QTransform place;
    place.translate(box.left(), box.top());
    place.scale(box.width() / slice.width, box.height() / slice.height);
    const QPainterPath path = place.map(content.contour);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] :
         {std::pair(on_picture::halo, 2.2), std::pair(on_picture::line, 1.0)}) {
        painter.setPen(QPen(colour, width * lineWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawPath(path);
    }
}

void drawScaleBar(QPainter& painter, const QRectF& box, const FigureInput& input, int fontUnits)
{
    const double inset = 0.9 * fontUnits;
    const ScaleBar bar =
        scaleBarOf(input.geometry, box.width() / input.slice->size.width, 0.4 * box.width());
    const QFontMetricsF metrics(painter.font());
    const double words = metrics.horizontalAdvance(bar.words);
    const double width = std::max(bar.length, words) + inset;
    const QRectF back(box.left() + inset / 2, box.bottom() - inset / 2 - 1.75 * fontUnits, width,
                      1.75 * fontUnits);
    painter.fillRect(back, on_picture::backing);
    const QRectF line(back.center().x() - bar.length / 2, back.bottom() - 0.4 * fontUnits,
                      bar.length, 0.16 * fontUnits);
    painter.fillRect(line, on_picture::line);
    painter.setPen(on_picture::text);
    painter.drawText(QPointF(back.center().x() - words / 2, line.top() - 0.35 * fontUnits),
                     bar.words);
}

QFont figureFont(int height)
{
    QFont font;
    font.setFamilies(
        {QStringLiteral("Arial"), QStringLiteral("Helvetica"), QStringLiteral("DejaVu Sans")});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(height);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void drawFittingWords(QPainter& painter, const QRectF& box, const QStringList& texts)
{
    const QFontMetricsF metrics(painter.font());
    QString words;
    for (const QString& text : texts) {
        words = text;
        if (metrics.horizontalAdvance(words) <= box.width())
            break;
    }
    words = metrics.elidedText(words, Qt::ElideRight, box.width());
    const double x = box.center().x() - metrics.horizontalAdvance(words) / 2;
    painter.drawText(QPointF(x, box.center().y() + 0.28 * painter.font().pixelSize()), words);
}

QStringList captionsOf(const FigureColumn& column, const FigureInput& input)
{
    if (column.kind == FigureColumn::Kind::Picture)
        return {tr("image")};
    if (column.kind == FigureColumn::Kind::Mask)
        return {tr("mask, threshold %1").arg(number(input.threshold)), tr("mask")};
    const Step& step = *input.steps[static_cast<std::size_t>(column.step - 1)];
    const QString name = tr("step %1").arg(column.step);
    return {
        tr("step %1 of %2, t = %3").arg(column.step).arg(input.steps.size()).arg(number(step.t)),
        tr("%1, t = %2").arg(name, number(step.t)), name, QString::number(column.step)};
}

QString captionOf(FigureMap map)
{
    switch (map) {
    case FigureMap::Film: return tr("state to posterior");
    case FigureMap::State: return tr("state");
    case FigureMap::Posterior: return tr("posterior");
    case FigureMap::Semantic: return tr("semantic");
    case FigureMap::Generative: return tr("generative");
    case FigureMap::Entropy: return tr("entropy");
    }
    return {};
}

} // namespace limn
