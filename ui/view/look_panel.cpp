#include "ui/view/look_panel.h"

#include "ui/view/action_table.h"
#include "ui/view/action_words.h"
#include "ui/view/key_button.h"
#include "ui/view/look_delegate.h"
#include "ui/view/look_model.h"
#include "ui/view/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>

namespace limn {
namespace {

constexpr int fewestRows = 3, rowPx = 38;

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text.toUpper(), parent);
    label->setProperty("kind", QStringLiteral("caption"));
    return label;
}

} // namespace

LookPanel::LookPanel(Session& session, LookList& list, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_list(list)
    , m_model(new LookModel(session, list, this))
    , m_count(caption({}, this))
    , m_view(new QListView(this))
    , m_empty(new QLabel(this))
    , m_next(add("next-place"))
    , m_previous(add("previous-place"))
    , m_resolved(add("place-resolved"))
{
    auto* title = caption(tr("Where to look next"), this);
    title->setToolTip(tr("Where the model is unsure (entropy), the largest first. It does not show "
                         "where the model is wrong and sure of it."));
    m_count->setAccessibleName(tr("Places that are not resolved"));
    m_count->setToolTip(tr("Places that are not resolved / all places"));
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new LookDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMinimumHeight(fewestRows * rowPx + 2);
    m_view->setAccessibleName(tr("Where to look next"));

    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_count);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QAction* const action : {m_next, m_resolved})
        buttons->addWidget(new KeyButton(action, QStringLiteral("button"), this));
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_empty, 1);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);

    connect(m_next, &QAction::triggered, &list, &LookList::goToNext);
    connect(m_previous, &QAction::triggered, &list, &LookList::goToPrevious);
    connect(m_resolved, &QAction::triggered, this,
            [this](bool isMarked) { m_list.setMarked(m_list.current(), isMarked); });
    const auto show = [this](const QModelIndex& index) { m_list.goTo(index.row()); };
    connect(m_view, &QListView::clicked, this, show);
    connect(m_view, &QListView::activated, this, show);
    connect(&list, &LookList::listChanged, this, &LookPanel::refresh);
    connect(&list, &LookList::itemsChanged, this, &LookPanel::refresh);
    connect(&list, &LookList::currentChanged, this, &LookPanel::refresh);
    connect(&session, &Session::opened, this, &LookPanel::refresh);
    connect(&session, &Session::baseStepChanged, this, &LookPanel::refresh);
    refresh();
}

QAction* LookPanel::add(const char* id)
{
    auto* action = makeAction(this, id);
    addAction(action);
    m_actions.append(action);
    return action;
}

void LookPanel::refresh()
{
    const int count = static_cast<int>(m_list.items().size());
    QString obstacle;
    if (!m_session.isOpen())
        obstacle = tr("Open an image first.");
    else if (!m_list.hasMap())
        obstacle = tr("Run the model (R) to list the doubtful places.");
    else if (count == 0)
        obstacle = tr("The model is sure everywhere. That does not mean that it is right.");
    m_empty->setText(obstacle);
    m_empty->setVisible(count == 0);
    m_view->setVisible(count > 0);
    m_count->setText(count > 0 ? QStringLiteral("%1 / %2").arg(m_list.openCount()).arg(count)
                               : QString());
    const QString noneLeft =
        count > 0 && m_list.openCount() == 0 ? tr("Every doubtful place is resolved.") : obstacle;
    describe(*m_next, m_next->whatsThis(), noneLeft);
    describe(*m_previous, m_previous->whatsThis(), noneLeft);
    const int current = m_list.current();
    const LookItem* const item =
        current < 0 ? nullptr : &m_list.items()[static_cast<std::size_t>(current)];
    describe(*m_resolved, m_resolved->whatsThis(),
             !item                ? tr("Go to a place first (%1).").arg(keyOf(*m_next))
                 : item->hasEdits ? tr("You drew there: it counts as resolved.")
                                  : QString());
    m_resolved->setChecked(item && item->isResolved());
    const QModelIndex index = m_model->index(current, 0);
    if (index != m_view->currentIndex()) {
        m_view->setCurrentIndex(index);
        if (index.isValid())
            m_view->scrollTo(index);
    }
}

} // namespace limn
