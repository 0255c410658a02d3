#include "ui/view/work_panel.h"

#include "ui/view/action_table.h"
#include "ui/view/action_words.h"
#include "ui/view/choice_box.h"
#include "ui/view/icons.h"
#include "ui/view/segmented.h"
#include "ui/view/text_field.h"
#include "ui/view/theme.h"
#include "ui/view/work_delegate.h"
#include "ui/view/work_filter.h"
#include "ui/view/work_model.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

namespace limn {
namespace {

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text.toUpper(), parent);
    label->setProperty("kind", QStringLiteral("caption"));
    return label;
}

std::vector<Segmented::Segment> orders()
{
    return {{WorkPanel::tr("Name"), WorkPanel::tr("Sort by name"),
             WorkPanel::tr("In the order of names.")},
            {WorkPanel::tr("Doubt"), WorkPanel::tr("Sort by doubt"),
             WorkPanel::tr("The images that need a person most come first; images without a run "
                           "are last.")},
            {WorkPanel::tr("Date"), WorkPanel::tr("Sort by date of the last change"),
             WorkPanel::tr("What was changed last comes first; untouched images are last.")}};
}

} // namespace

WorkPanel::WorkPanel(WorkList& list, QWidget* parent)
    : QFrame(parent)
    , m_list(list)
    , m_filtered(new WorkFilter(list, this))
    , m_count(caption({}, this))
    , m_filter(new TextField(this))
    , m_shown(new ChoiceBox(400, this))
    , m_order(new Segmented(tr("Order of the work list"), orders(), this))
    , m_view(new QListView(this))
    , m_empty(makeEmptyPage())
    , m_information(new QWidget(this))
    , m_facts(new FactTable(this))
{
    setProperty("kind", QStringLiteral("panel"));
    m_filtered->setSourceModel(new WorkModel(list, this));
    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new WorkDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Work list"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter the work list by name"));
    m_filter->setToolTip(tr("Shows the images whose name contains this."));
    m_filter->setClearButtonEnabled(true);
    for (int shown = 0; shown < workShownCount; ++shown)
        m_shown->addItem(WorkFilter::nameOf(static_cast<WorkShown>(shown)));
    m_shown->setAccessibleName(tr("Show which images"));
    m_shown->setHint(tr("Shows the images that are so far."));
    m_shown->setFocusPolicy(Qt::TabFocus);
    m_count->setAccessibleName(tr("Images left to do, accepted and all"));

    auto* head = new QHBoxLayout;
    head->addWidget(caption(tr("Work list"), this));
    head->addStretch(1);
    head->addWidget(m_count);
    auto* information = new QVBoxLayout(m_information);
    information->setContentsMargins(0, 4, 0, 0);
    information->addWidget(caption(tr("Image"), m_information));
    information->addWidget(m_facts);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(measure::panelMargin, measure::panelMargin, measure::panelMargin,
                               measure::panelMargin);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_filter);
    column->addWidget(m_shown);
    column->addWidget(m_order);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_information);
    setMinimumWidth(180);

    connect(addMove("previous-image"), &QAction::triggered, this, [this] { move(-1); });
    connect(addMove("next-image"), &QAction::triggered, this, [this] { move(1); });
    connect(addMove("next-to-do"), &QAction::triggered, this, [this] {
        if (const int next = m_list.nextTodo(); next >= 0)
            m_list.setCurrent(next);
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setFilterFixedString(text);
        selectCurrent();
    });
    connect(m_shown, &ChoiceBox::activated, this, [this](int shown) {
        m_filtered->setShown(static_cast<WorkShown>(shown));
        selectCurrent();
    });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_list.setCurrent(m_filtered->mapToSource(index).row());
    });
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) {
        m_list.setCurrent(m_filtered->mapToSource(index).row());
    });
    connect(m_order, &Segmented::chosenByPerson, this, [this](int order) {
        QSettings().setValue(QStringLiteral("work/order"), order);
        m_list.setOrder(static_cast<WorkOrder>(order));
    });
    connect(&list, &WorkList::orderChanged, this, &WorkPanel::sort);
    connect(&list, &WorkList::itemsChanged, this, &WorkPanel::refresh);
    connect(&list, &WorkList::itemChanged, this, &WorkPanel::refresh);
    connect(&list, &WorkList::currentChanged, this, &WorkPanel::refresh);
    connect(&list, &WorkList::passChanged, this, &WorkPanel::refresh);
    list.setOrder(static_cast<WorkOrder>(
        std::clamp(QSettings().value(QStringLiteral("work/order")).toInt(), 0, 2)));
    setFacts({});
    sort();
    refresh();
}

void WorkPanel::setFacts(const Facts& facts)
{
    m_facts->setFacts(facts);
    m_information->setVisible(!facts.empty());
}

void WorkPanel::addInformation(QWidget* widget)
{
    m_information->layout()->addWidget(widget);
}

void WorkPanel::startFiltering()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QAction* WorkPanel::addMove(const char* id)
{
    auto* action = makeAction(this, id);
    addAction(action);
    m_actions.append(action);
    return action;
}

QWidget* WorkPanel::makeEmptyPage()
{
    auto* page = new QWidget(this);
    auto* words = new QLabel(tr("Open a folder to fill this list."), page);
    words->setProperty("kind", QStringLiteral("muted"));
    words->setWordWrap(true);
    auto* button = new QPushButton(icon(QStringLiteral("folder")), tr("Open a folder"), page);
    button->setAccessibleName(tr("Open a folder to fill the list"));
    connect(button, &QPushButton::clicked, this, &WorkPanel::openFolderRequested);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(words);
    column->addWidget(button);
    column->addStretch(1);
    return page;
}

// As WorkList::shown(): both sorts are stable.
void WorkPanel::sort()
{
    const bool isByName = m_list.order() == WorkOrder::Name;
    m_filtered->setSortRole(m_list.order() == WorkOrder::Date ? WorkModel::UpdatedRole
                                                              : WorkModel::DoubtRole);
    m_filtered->sort(isByName ? -1 : 0, Qt::DescendingOrder);
    m_order->setChosen(static_cast<int>(m_list.order()));
    selectCurrent();
    if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex());
}

void WorkPanel::move(int by)
{
    const auto* source = m_filtered->sourceModel();
    const QModelIndex current = m_filtered->mapFromSource(source->index(m_list.current(), 0));
    const int row = current.isValid() ? current.row() + by : 0;
    const QModelIndex next = m_filtered->index(row, 0);
    if (next.isValid())
        m_list.setCurrent(m_filtered->mapToSource(next).row());
}

void WorkPanel::refresh()
{
    const int count = static_cast<int>(m_list.items().size());
    const int left = m_list.remainingCount();
    m_count->setText(
        count == 0 ? QString()
                   : tr("%1 left · %2 / %3").arg(left).arg(m_list.acceptedCount()).arg(count));
    m_count->setToolTip(m_list.pass() == WorkPass::Review
                            ? tr("%n image(s) still to review; accepted images / all images", nullptr, left)
                            : tr("%n image(s) still to do; accepted images / all images", nullptr, left));
    m_view->setVisible(count > 0);
    m_filter->setVisible(count > 0);
    m_shown->setVisible(count > 0);
    m_order->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    for (auto* action : m_actions)
        describe(*action, action->whatsThis(), count > 0 ? QString() : tr("Open a folder first."));
    selectCurrent();
}

void WorkPanel::selectCurrent()
{
    const auto* source = m_filtered->sourceModel();
    const QModelIndex current = m_filtered->mapFromSource(source->index(m_list.current(), 0));
    if (current == m_view->currentIndex())
        return;
    m_view->setCurrentIndex(current);
    if (current.isValid())
        m_view->scrollTo(current);
}

} // namespace limn
