#include "ui/view/command_palette.h"

#include "ui/view/action_words.h"
#include "ui/view/row_frame.h"
#include "ui/view/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace limn {
namespace {

enum Role { IdRole = Qt::UserRole, GroupRole, KeyRole, ObstacleRole };

constexpr int rowPx = 40, sidePx = 10, widthPx = 560, heightPx = 440;

class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, rowPx};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawRowFrame(*painter, option);
        const QRect row = option.rect.adjusted(sidePx, 3, -sidePx, -3);
        const QString obstacle = index.data(ObstacleRole).toString();
        const QString key = index.data(KeyRole).toString();
        painter->setFont(option.font);
        painter->setPen(theme().muted);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, key);
        const int keyPx = key.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(key) + sidePx;
        const QRect words = row.adjusted(0, 0, -keyPx, 0);
        painter->setPen(obstacle.isEmpty() ? theme().text : theme().muted);
        painter->drawText(words.adjusted(0, 0, 0, -words.height() / 2),
                          Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        QFont small = option.font;
        small.setPixelSize(measure::captionPx);
        painter->setFont(small);
        painter->setPen(theme().muted);
        const QString below = obstacle.isEmpty()
            ? index.data(GroupRole).toString()
            : CommandPalette::tr("%1 · not now: %2")
                  .arg(index.data(GroupRole).toString(), obstacle);
        painter->drawText(words.adjusted(0, words.height() / 2, 0, 0),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(small).elidedText(below, Qt::ElideRight, words.width()));
        painter->restore();
    }
};

QStandardItem* itemOf(const QAction& action, ActionGroup group)
{
    auto* item = new QStandardItem(action.text().remove(QLatin1Char('&')));
    const QString obstacle = action.property("obstacle").toString();
    item->setData(action.objectName(), IdRole);
    item->setData(nameOf(group), GroupRole);
    item->setData(keyOf(action), KeyRole);
    item->setData(obstacle, ObstacleRole);
    item->setToolTip(action.toolTip());
    item->setData(obstacle.isEmpty()
                      ? CommandPalette::tr("%1, %2").arg(item->text(), keyOf(action))
                      : CommandPalette::tr("%1, not now: %2").arg(item->text(), obstacle),
                  Qt::AccessibleTextRole);
    item->setEditable(false);
    return item;
}

} // namespace

CommandPalette::CommandPalette(const ActionList& actions, QWidget* parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_field(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setWindowTitle(tr("Commands"));
    setAccessibleName(tr("Command palette"));
    m_field->setPlaceholderText(tr("Type a few letters of a command"));
    m_field->setAccessibleName(tr("Command"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CommandDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Commands that fit"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_view, 1);
    resize(widthPx, heightPx);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_view, &QListView::clicked, this, &CommandPalette::trigger);
    search({});
    m_field->setFocus();
}

int CommandPalette::fit(const QString& typed, const QString& name)
{
    const QString letters = typed.toCaseFolded().simplified();
    const QString words = name.toCaseFolded();
    if (letters.isEmpty())
        return 0;
    if (const qsizetype place = words.indexOf(letters); place >= 0) {
        const bool beginsWord = place == 0 || !words[place - 1].isLetterOrNumber();
        return static_cast<int>(place) + (beginsWord ? 0 : 100);
    }
    qsizetype from = 0;
    int cost = 200;
    for (const QChar letter : letters) {
        if (letter.isSpace())
            continue;
        const qsizetype place = words.indexOf(letter, from);
        if (place < 0)
            return -1;
        const bool beginsWord = place == 0 || !words[place - 1].isLetterOrNumber();
        cost += beginsWord ? 0 : static_cast<int>(place - from) + 1;
        from = place + 1;
    }
    return cost;
}

void CommandPalette::search(const QString& typed)
{
    std::vector<std::pair<int, QStandardItem*>> found;
    for (const ActionGroup group : actionGroups())
        for (const QAction* action : m_actions.of(group)) {
            if (action->objectName() == QLatin1String("palette"))
                continue;
            const int cost = fit(typed, action->text());
            if (cost >= 0)
                found.emplace_back(cost, itemOf(*action, group));
        }
    std::ranges::stable_sort(found, {}, &std::pair<int, QStandardItem*>::first);
    m_model->clear();
    for (const auto& [cost, item] : found)
        m_model->appendRow(item);
    m_view->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::move(int by)
{
    const int row =
        std::clamp(m_view->currentIndex().row() + by, 0, std::max(0, m_model->rowCount() - 1));
    m_view->setCurrentIndex(m_model->index(row, 0));
}

// What can't be done now stays listed, with the reason.
void CommandPalette::trigger(const QModelIndex& index)
{
    if (!index.isValid() || !index.data(ObstacleRole).toString().isEmpty())
        return;
    const QPointer<QAction> action = m_actions.find(index.data(IdRole).toString());
    accept();
    // Once the palette is gone, so that the command finds the window as it was before.
    if (action)
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    constexpr int page = 8;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_PageUp: move(-page); return true;
    case Qt::Key_PageDown: move(page); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: trigger(m_view->currentIndex()); return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

} // namespace limn
