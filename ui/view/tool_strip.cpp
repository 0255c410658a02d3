#include "ui/view/tool_strip.h"

#include "ui/tools/toolbox.h"
#include "ui/view/action_button.h"
#include "ui/view/action_words.h"
#include "ui/view/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace limn {
namespace {

// Shows the tool of its place that was used last; the others are in its menu.
class ToolButton : public ActionButton {
public:
    explicit ToolButton(QWidget* parent)
        : ActionButton(parent)
    {
        setFixedSize(measure::toolButton, measure::toolButton);
        // A click leaves the keys with the canvas.
        setFocusPolicy(Qt::TabFocus);
        setContextMenuPolicy(Qt::PreventContextMenu);
    }

    void add(QAction* action, const ToolInfo& info)
    {
        m_tools.emplace_back(action, &info);
        connect(action, &QAction::toggled, this, [this, action, at = m_tools.size() - 1](bool isOn) {
            if (isOn)
                show(at);
            else if (defaultAction() == action)
                update();
        });
        if (m_tools.size() == 1 || action->isChecked())
            show(m_tools.size() - 1);
        if (m_tools.size() < 2)
            return;
        if (menu() == nullptr) {
            setMenu(new QMenu(this));
            setPopupMode(QToolButton::DelayedPopup);
            menu()->addAction(m_tools.front().first);
        }
        menu()->addAction(action);
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
        painter.translate(6, 5);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(info().glyph());
        painter.restore();
        QFont font = painter.font();
        font.setPixelSize(9);
        painter.setFont(font);
        const QColor quiet = isChecked() ? on_canvas::line : tokens.muted;
        painter.setPen(quiet);
        QString key = keyOf(*defaultAction());
        key.replace(QKeySequence(Qt::SHIFT).toString(QKeySequence::NativeText),
                    QStringLiteral("⇧"));
        painter.drawText(rect().adjusted(0, 0, -4, -1), Qt::AlignRight | Qt::AlignBottom, key);
        if (menu() != nullptr) { // a corner: there is more here
            const QPointF corner(4, height() - 4);
            painter.setPen(Qt::NoPen);
            painter.setBrush(quiet);
            painter.drawPolygon(QPolygonF{corner, corner - QPointF(0, 5), corner + QPointF(5, 0)});
        }
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(isChecked() ? tokens.text : tokens.accent, 2));
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), measure::radius, measure::radius);
        }
    }

    // The right button, a second click on the active tool, and Down open the menu.
    void mousePressEvent(QMouseEvent* event) override
    {
        if (menu() != nullptr && (event->button() == Qt::RightButton || isChecked()))
            return showMenu();
        QToolButton::mousePressEvent(event);
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (menu() != nullptr && event->key() == Qt::Key_Down)
            return showMenu();
        QToolButton::keyPressEvent(event);
    }

private:
    const ToolInfo& info() const { return *m_tools[m_shown].second; }

    void show(std::size_t at)
    {
        m_shown = at;
        setDefaultAction(m_tools[at].first);
        setAccessibleName(info().translatedName());
        setAccessibleDescription(info().translatedSentence());
        update();
    }

    std::vector<std::pair<QAction*, const ToolInfo*>> m_tools;
    std::size_t m_shown = 0;
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
    ToolButton* button = nullptr;
    int place = -1;
    for (int i = 0; i < actions.size(); ++i) {
        const ToolInfo& info = toolTable()[static_cast<std::size_t>(i)];
        if (info.place != place) {
            button = new ToolButton(this);
            column->addWidget(button);
            place = info.place;
        }
        button->add(actions[i], info);
    }
    column->addStretch(1);
}

void ToolStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme().border);
}

} // namespace limn
