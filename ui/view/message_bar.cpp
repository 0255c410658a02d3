#include "ui/view/message_bar.h"

#include "ui/view/icons.h"
#include "ui/view/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace limn {
namespace {

constexpr std::size_t mostMessages = 20;

QPixmap markOf(Severity severity, qreal ratio)
{
    const char* names[] = {"info", "warning", "error"};
    const QColor colours[] = {theme().accent, theme().doubt, theme().bad};
    const auto index = static_cast<std::size_t>(severity);
    QPixmap mark =
        icon(QLatin1String(names[index])).pixmap(QSize(measure::icon, measure::icon), ratio);
    return tinted(mark, colours[index]);
}

QString wordOf(Severity severity)
{
    if (severity == Severity::Problem)
        return MessageBar::tr("Problem");
    return severity == Severity::Warning ? MessageBar::tr("Warning") : MessageBar::tr("Note");
}

QLabel* plainLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_mark(new QLabel(this))
    , m_sentence(plainLabel(this))
    , m_more(new QLabel(this))
    , m_details(plainLabel(this))
    , m_action(new QPushButton(this))
    , m_detailsButton(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setProperty("kind", QStringLiteral("card"));
    m_more->setProperty("kind", QStringLiteral("small"));
    m_details->setProperty("kind", QStringLiteral("muted"));
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setAccessibleName(tr("Details"));
    m_detailsButton->setToolTip(tr("Shows what the program knows of the cause."));
    m_detailsButton->setCheckable(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Closes the message."));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(measure::panelMargin, 5, 6, 5);
    grid->setHorizontalSpacing(10);
    grid->addWidget(m_mark, 0, 0);
    grid->addWidget(m_sentence, 0, 1);
    grid->addWidget(m_more, 0, 2);
    grid->addWidget(m_detailsButton, 0, 3);
    grid->addWidget(m_action, 0, 4);
    grid->addWidget(m_close, 0, 5);
    grid->addWidget(m_details, 1, 1, 1, 4);
    grid->setColumnStretch(1, 1);

    connect(m_action, &QPushButton::clicked, this, &MessageBar::act);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::closeCurrent);
    connect(m_detailsButton, &QToolButton::toggled, m_details, &QWidget::setVisible);
    update();
}

void MessageBar::show(const Message& message)
{
    std::erase_if(m_messages, [&](const Message& old) { return old.sentence == message.sentence; });
    const auto place = std::upper_bound(
        m_messages.begin(), m_messages.end(), message,
        [](const Message& a, const Message& b) { return a.severity < b.severity; });
    m_messages.insert(place, message);
    if (m_messages.size() > mostMessages)
        m_messages.erase(m_messages.begin());
    update();
}

void MessageBar::closeCurrent()
{
    if (!m_messages.empty())
        m_messages.pop_back();
    update();
}

void MessageBar::closeAll()
{
    m_messages.clear();
    update();
}

const Message* MessageBar::current() const
{
    return m_messages.empty() ? nullptr : &m_messages.back();
}

void MessageBar::update()
{
    setVisible(!m_messages.empty());
    if (m_messages.empty())
        return;
    const Message& message = m_messages.back();
    m_mark->setPixmap(markOf(message.severity, devicePixelRatioF()));
    m_mark->setAccessibleName(wordOf(message.severity));
    m_mark->setToolTip(wordOf(message.severity));
    m_sentence->setText(message.sentence);
    m_more->setText(tr("and %n more", nullptr, static_cast<int>(m_messages.size()) - 1));
    m_more->setVisible(m_messages.size() > 1);
    m_action->setText(message.actionText);
    m_action->setAccessibleName(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    m_details->setText(message.details);
    m_detailsButton->setVisible(!message.details.isEmpty());
    m_detailsButton->setChecked(false);
    m_details->hide();
}

void MessageBar::act()
{
    if (m_messages.empty())
        return;
    const auto action = m_messages.back().action; // the message may be gone when it returns
    closeCurrent();
    if (action)
        action();
}

} // namespace limn
