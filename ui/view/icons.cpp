#include "ui/view/icons.h"

#include "ui/view/theme.h"

#include <QIconEngine>
#include <QPainter>

static void initResources()
{
    Q_INIT_RESOURCE(limn);
}

namespace limn {
namespace {

// The files are drawn in black; only their opacity counts.
class GlyphEngine : public QIconEngine {
public:
    GlyphEngine(const QString& name, CheckedGlyph checked)
        : m_name(name)
        , m_checked(checked)
        , m_glyph(QStringLiteral(":/icons/%1.svg").arg(name))
    {
    }

    QIconEngine* clone() const override { return new GlyphEngine(m_name, m_checked); }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return coloured(size, 1, mode, state);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        return coloured(size, scale, mode, state); // `size` is in device pixels
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QSize pixels = (QSizeF(rect.size()) * ratio).toSize();
        painter->drawPixmap(rect, coloured(pixels, ratio, mode, state));
    }

private:
    QPixmap coloured(const QSize& pixels, qreal ratio, QIcon::Mode mode, QIcon::State state) const
    {
        QPixmap shape(pixels);
        shape.fill(Qt::transparent);
        QPainter painter(&shape);
        m_glyph.paint(&painter, QRect(QPoint(), pixels));
        painter.end();
        shape = tinted(shape, colour(mode, state));
        shape.setDevicePixelRatio(ratio);
        return shape;
    }

    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return theme().muted;
        const bool isWhite = state == QIcon::On && m_checked == CheckedGlyph::White;
        return isWhite ? theme().onAccent : theme().text;
    }

    QString m_name;
    CheckedGlyph m_checked;
    QIcon m_glyph;
};

} // namespace

QIcon icon(const QString& name, CheckedGlyph checked)
{
    initResources();
    return QIcon(new GlyphEngine(name, checked));
}

QPixmap tinted(QPixmap shape, const QColor& colour)
{
    QPainter painter(&shape);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF(QPointF(), shape.deviceIndependentSize()), colour);
    return shape;
}

} // namespace limn
