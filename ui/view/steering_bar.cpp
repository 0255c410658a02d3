#include "ui/view/steering_bar.h"

#include "ui/view/icons.h"
#include "ui/view/key_button.h"
#include "ui/view/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

namespace limn {

SteeringBar::SteeringBar(const QList<QAction*>& actions, QWidget* parent)
    : QFrame(parent)
    , m_mark(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    setProperty("kind", QStringLiteral("card"));
    setAccessibleName(tr("Re-run"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::panelMargin, 4, 6, 4);
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_sentence, 1);
    for (QAction* action : actions) {
        auto* button = new KeyButton(action, QStringLiteral("button"), this);
        const auto showIfUsable = [button, action] { button->setVisible(action->isEnabled()); };
        connect(action, &QAction::enabledChanged, button, showIfUsable);
        showIfUsable();
        row->addWidget(button);
    }
    setMinimumHeight(measure::control + 10);
}

void SteeringBar::say(const QString& sentence, const QString& hint)
{
    const QPixmap shape = icon(QStringLiteral("wand"))
                              .pixmap(QSize(measure::icon, measure::icon), devicePixelRatioF());
    m_mark->setPixmap(tinted(shape, theme().accent)); // the theme may be another one by now
    m_sentence->setText(sentence);
    m_sentence->setToolTip(hint);
}

} // namespace limn
