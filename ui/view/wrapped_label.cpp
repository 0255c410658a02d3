#include "ui/view/wrapped_label.h"

#include <QResizeEvent>

#include <algorithm>

namespace limn {

WrappedLabel::WrappedLabel(const QString& text, QWidget* parent)
    : QLabel(text, parent)
{
    setWordWrap(true);
}

QSize WrappedLabel::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    if (!m_hasWidth || text().isEmpty())
        return least;
    return {least.width(), std::max(least.height(), heightForWidth(width()))};
}

void WrappedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    m_hasWidth = true;
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

} // namespace limn
