#include "ui/view/tool_strip.h"

#include "ui/tools/toolbox.h"
#include "ui/view/action_words.h"
#include "ui/view/theme.h"

#include <QAction>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace limn {
namespace {

class ToolButton : public QToolButton {
public:
    ToolButton(QAction* action, const ToolInfo& info, QWidget* parent)
        : QToolButton(parent)
        , m_info(info)
    {
        setDefaultAction(action);
        setFixedSize(measure::toolButton, measure::toolButton);
        setAccessibleName(info.translatedName());
        setAccessibleDescription(info.translatedSentence());
        // A click leaves the keys with the canvas.
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme& tokens = theme();
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (isChecked() || underMouse() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? tokens.accentFill : tokens.raised);
            painter.drawRoundedRect(box, measure::radius, measure::radius);
        }
        const QColor ink = isChecked() ? on_canvas::line : tokens.text;
        painter.save();
        painter.translate(6, 6);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(m_info.glyph());
        painter.restore();
        QFont font = painter.font();
        font.setPixelSize(9);
        painter.setFont(font);
        painter.setPen(isChecked() ? on_canvas::line : tokens.muted);
        painter.drawText(rect().adjusted(0, 0, -4, -2), Qt::AlignRight | Qt::AlignBottom,
                         keyOf(*defaultAction()));
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(isChecked() ? tokens.text : tokens.accent, 2));
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), measure::radius, measure::radius);
        }
    }

private:
    const ToolInfo& m_info;
};

} // namespace

ToolStrip::ToolStrip(const QList<QAction*>& actions, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Tools"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(measure::grid, 2 * measure::grid, measure::grid + 1,
                               2 * measure::grid);
    column->setSpacing(measure::grid);
    for (int i = 0; i < actions.size(); ++i)
        column->addWidget(
            new ToolButton(actions[i], toolTable()[static_cast<std::size_t>(i)], this));
    column->addStretch(1);
}

void ToolStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme().border);
}

} // namespace limn
