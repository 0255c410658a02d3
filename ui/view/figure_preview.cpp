#include "ui/view/figure_preview.h"

#include "ui/view/theme.h"

#include <QPainter>

namespace limn {

FigurePreview::FigurePreview(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Preview"));
    setMinimumSize(460, 320);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FigurePreview::next);
}

void FigurePreview::showFrames(std::vector<QImage> frames, int stepMs, int lastMs)
{
    m_frames = std::move(frames);
    m_words.clear();
    m_stepMs = stepMs;
    m_lastMs = lastMs;
    m_frame = m_frames.empty() ? 0 : m_frames.size() - 1;
    next();
}

void FigurePreview::showWords(const QString& words)
{
    m_timer.stop();
    m_frames.clear();
    m_words = words;
    setAccessibleDescription(words);
    update();
}

QSize FigurePreview::pixels() const
{
    return size() * devicePixelRatioF();
}

void FigurePreview::next()
{
    if (m_frames.empty())
        return;
    m_frame = (m_frame + 1) % m_frames.size();
    update();
    if (m_frames.size() > 1)
        m_timer.start(m_frame + 1 == m_frames.size() ? m_lastMs : m_stepMs);
}

void FigurePreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().canvas);
    if (m_frames.empty()) {
        painter.setPen(on_canvas::muted);
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap,
                         m_words);
        return;
    }
    const QImage& frame = m_frames[m_frame];
    QSizeF fitting = frame.size() / devicePixelRatioF();
    if (fitting.width() > width() || fitting.height() > height())
        fitting.scale(size(), Qt::KeepAspectRatio);
    const QRectF box(QPointF((width() - fitting.width()) / 2, (height() - fitting.height()) / 2),
                     fitting);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(box, frame);
}

} // namespace limn
