#include "ui/view/difference_picture.h"

#include "ui/view/theme.h"

#include <QPainter>

namespace limn {
namespace {

constexpr double strength = 0.6; // of a colour over the picture
constexpr int stripePx = 4;

int greyAt(const Slice& slice, std::size_t pixel, const DisplayWindow& window, GreyFormula formula,
           bool isInverted)
{
    const auto channels = static_cast<std::size_t>(slice.channels);
    double sum = 0;
    for (std::size_t c = 0; c < channels; ++c)
        sum += static_cast<double>(slice.values[pixel * channels + c]);
    return greyOf(sum / static_cast<double>(channels), window, formula, isInverted);
}

QRgb mixed(int grey, const QColor& colour)
{
    const auto part = [grey](int value) {
        return static_cast<int>((1 - strength) * grey + strength * value);
    };
    return qRgb(part(colour.red()), part(colour.green()), part(colour.blue()));
}

} // namespace

QImage differenceImage(const Slice* slice, const DisplayWindow& window, GreyFormula formula,
                       bool isInverted,
                       std::span<const Label> ours, std::span<const Label> theirs, Size size)
{
    QImage image(size.width, size.height, QImage::Format_RGB32);
    std::size_t pixel = 0;
    for (int y = 0; y < size.height; ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width; ++x, ++pixel) {
            const int grey = slice ? greyAt(*slice, pixel, window, formula, isInverted) : 0;
            const Label a = ours[pixel];
            const Label b = theirs[pixel];
            if (a == b)
                row[x] = a == background ? qRgb(grey, grey, grey) : mixed(grey, on_canvas::muted);
            else if (b == background || (a != background && (x + y) / stripePx % 2 == 0))
                row[x] = mixed(grey, on_canvas::ours);
            else
                row[x] = mixed(grey, on_canvas::theirs);
        }
    }
    return image;
}

DifferencePicture::DifferencePicture(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Map of the differences"));
    setMinimumSize(200, 160);
}

void DifferencePicture::setImage(const QImage& image, double pixelAspect)
{
    m_image = image;
    m_aspect = pixelAspect > 0 ? pixelAspect : 1;
    update();
}

void DifferencePicture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().canvas);
    if (m_image.isNull())
        return;
    const QSizeF shape(m_image.width(), m_image.height() * m_aspect);
    const QSizeF size = shape.scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, size.width() < m_image.width());
    painter.drawImage(
        QRectF(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size),
        m_image);
}

} // namespace limn
