#include "ui/view/label_row.h"

#include "ui/view/icons.h"
#include "ui/view/swatch_button.h"
#include "ui/view/text_field.h"
#include "ui/view/theme.h"

#include <QColorDialog>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace limn {
namespace {

QToolButton* switchButton(QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setProperty("kind", QStringLiteral("small"));
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

LabelRowWidget::LabelRowWidget(QWidget* parent)
    : QFrame(parent)
    , m_number(new QLabel(this))
    , m_swatch(new SwatchButton(this))
    , m_name(new TextField(this))
    , m_eye(switchButton(this))
    , m_lock(switchButton(this))
    , m_more(switchButton(this))
{
    setFocusPolicy(Qt::TabFocus);
    m_number->setProperty("kind", QStringLiteral("muted"));
    m_number->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("99")));
    m_name->setProperty("kind", QStringLiteral("label"));
    m_name->setFrame(false);
    m_name->setReadOnly(true);
    m_name->setFocusPolicy(Qt::NoFocus);
    m_name->installEventFilter(this);
    m_name->setMinimumWidth(40);

    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(8, 1, 4, 1);
    line->setSpacing(3);
    line->addWidget(m_number);
    line->addWidget(m_swatch);
    line->addWidget(m_name, 1);
    line->addWidget(m_eye);
    line->addWidget(m_lock);
    line->addWidget(m_more);
    m_more->setText(QStringLiteral("⋯"));
    m_more->setToolTip(tr("Opacity, meaning, order, merging, deleting."));
    connect(m_more, &QToolButton::clicked, this, [this] { Q_EMIT cardRequested(m_row.label); });

    connect(m_name, &TextField::typingEnded, this, &LabelRowWidget::endRename);
    connect(m_swatch, &QToolButton::clicked, this, &LabelRowWidget::askForColour);
    connect(m_eye, &QToolButton::clicked, this, [this] {
        LabelRow wanted = m_row;
        wanted.isVisible = !wanted.isVisible;
        Q_EMIT changed(wanted);
    });
    connect(m_lock, &QToolButton::clicked, this, [this] {
        LabelRow wanted = m_row;
        wanted.isLocked = !wanted.isLocked;
        Q_EMIT changed(wanted);
    });
}

void LabelRowWidget::setRow(const LabelRow& row)
{
    m_row = row;
    const QString name = QString::fromStdString(row.name);
    m_number->setText(QString::number(row.label));
    m_swatch->setColour(QColor(row.colour.red, row.colour.green, row.colour.blue));
    if (m_name->isReadOnly()) {
        m_name->setText(name);
        m_name->setCursorPosition(0);
    }
    setAccessibleName(tr("Label %1, %2").arg(row.label).arg(name));
    m_swatch->setAccessibleName(tr("Colour of %1").arg(name));
    m_swatch->setToolTip(tr("Changes the colour of this label."));
    m_name->setAccessibleName(tr("Name of label %1").arg(row.label));
    m_name->setToolTip(tr("%1<br>A double click or F2 renames it.").arg(name.toHtmlEscaped()));
    m_more->setAccessibleName(tr("More about %1").arg(name));
    showSwitches();
}

void LabelRowWidget::showSwitches()
{
    const QString name = QString::fromStdString(m_row.name);
    m_eye->setIcon(icon(m_row.isVisible ? QStringLiteral("eye") : QStringLiteral("eye-off")));
    m_eye->setAccessibleName(m_row.isVisible ? tr("Hide %1").arg(name) : tr("Show %1").arg(name));
    m_eye->setToolTip(m_row.isVisible ? tr("Shown. Click to hide this label.")
                                      : tr("Hidden. Click to show this label."));
    m_lock->setIcon(icon(m_row.isLocked ? QStringLiteral("lock") : QStringLiteral("lock-open")));
    m_lock->setAccessibleName(m_row.isLocked ? tr("Unlock %1").arg(name) : tr("Lock %1").arg(name));
    m_lock->setToolTip(m_row.isLocked
                           ? tr("Locked: never painted over. Click to unlock.")
                           : tr("Click to lock, so that nothing paints over this label."));
}

void LabelRowWidget::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    setAccessibleDescription(isCurrent ? tr("Chosen: tools draw this label.") : QString());
    update();
}

void LabelRowWidget::beginRename()
{
    m_name->setReadOnly(false);
    m_name->setFocusPolicy(Qt::ClickFocus);
    m_name->setFocus();
    m_name->selectAll();
}

void LabelRowWidget::endRename()
{
    if (m_name->isReadOnly())
        return;
    m_name->setReadOnly(true);
    m_name->setFocusPolicy(Qt::NoFocus);
    m_name->deselect();
    LabelRow wanted = m_row;
    wanted.name = m_name->text().trimmed().toStdString();
    if (wanted.name.empty() || wanted.name == m_row.name)
        setRow(m_row);
    else
        Q_EMIT changed(wanted);
}

void LabelRowWidget::askForColour()
{
    auto* dialog = new QColorDialog(m_swatch->colour(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Colour of %1").arg(QString::fromStdString(m_row.name)));
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor& colour) {
        LabelRow wanted = m_row;
        wanted.colour = {static_cast<std::uint8_t>(colour.red()),
                         static_cast<std::uint8_t>(colour.green()),
                         static_cast<std::uint8_t>(colour.blue())};
        Q_EMIT changed(wanted);
    });
    dialog->open();
}

void LabelRowWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(theme().accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(m_isCurrent ? theme().raised : QColor(Qt::transparent));
    painter.drawRoundedRect(box, measure::radius, measure::radius);
    if (!m_isCurrent)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().accent);
    painter.drawRoundedRect(QRectF(1, 6, 3, height() - 12), 1.5, 1.5);
}

void LabelRowWidget::mousePressEvent(QMouseEvent*)
{
    Q_EMIT chosen(m_row.label);
}

void LabelRowWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F2)
        beginRename();
    else if (event->key() == Qt::Key_Space)
        Q_EMIT chosen(m_row.label);
    else if (event->modifiers() == Qt::AltModifier
             && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        Q_EMIT moveRequested(m_row.label, event->key() == Qt::Key_Up ? -1 : 1);
    else
        QFrame::keyPressEvent(event);
}

void LabelRowWidget::enterEvent(QEnterEvent*)
{
    Q_EMIT pointedAt(m_row.label);
}

void LabelRowWidget::leaveEvent(QEvent*)
{
    Q_EMIT pointedAt(background);
}

void LabelRowWidget::hideEvent(QHideEvent*) // no leaveEvent comes
{
    Q_EMIT pointedAt(background);
}

void LabelRowWidget::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    Q_EMIT cardRequested(m_row.label);
}

bool LabelRowWidget::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_name || !m_name->isReadOnly())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonDblClick) {
        beginRename();
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress) {
        Q_EMIT chosen(m_row.label);
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        Q_EMIT cardRequested(m_row.label);
        return true;
    }
    return event->type() == QEvent::MouseMove;
}

} // namespace limn
