#include "ui/view/label_panel.h"

#include "ui/view/icons.h"
#include "ui/view/label_row.h"
#include "ui/view/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace limn {
namespace {

constexpr int rowPx = 30, mostRowsShown = 9;

} // namespace

LabelPanel::LabelPanel(Session& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_scroll(new QScrollArea(this))
    , m_rows(nullptr)
    , m_empty(new QLabel(tr("Labels come with the model, or add your own."), this))
    , m_add(new QToolButton(this))
    , m_more(new QToolButton(this))
    , m_menu(new LabelTableMenu(session, this))
    , m_card(new LabelCard(session, this))
{
    setProperty("kind", QStringLiteral("panel"));
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setWordWrap(true);
    auto* list = new QWidget;
    list->setProperty("kind", QStringLiteral("panel"));
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(1);
    m_rows->addStretch(1);
    m_scroll->setWidget(list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Labels"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    makeHead(*column);
    column->addWidget(m_empty);
    column->addWidget(m_scroll);

    connect(m_add, &QToolButton::clicked, this, &LabelPanel::addLabel);
    connect(&session, &Session::opened, this, &LabelPanel::refresh);
    connect(&session, &Session::labelTableChanged, this, &LabelPanel::refresh);
    connect(&session, &Session::currentLabelChanged, this, &LabelPanel::showCurrent);
    refresh();
}

void LabelPanel::makeHead(QVBoxLayout& column)
{
    auto* title = new QLabel(tr("Labels").toUpper(), this);
    title->setProperty("kind", QStringLiteral("caption"));
    for (QToolButton* button : {m_add, m_more}) {
        button->setProperty("kind", QStringLiteral("small"));
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_add->setIcon(icon(QStringLiteral("add")));
    m_add->setAccessibleName(tr("Add label"));
    m_more->setIcon(icon(QStringLiteral("menu")));
    m_more->setAccessibleName(tr("All labels"));
    m_more->setToolTip(tr("Label tables of other programs, colours, showing and locking all."));
    connect(m_more, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_menu, &LabelTableMenu::importRequested, this, &LabelPanel::importRequested);
    connect(m_menu, &LabelTableMenu::exportRequested, this, &LabelPanel::exportRequested);
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_add);
    head->addWidget(m_more);
    column.addLayout(head);
}

void LabelPanel::openCard(Label label)
{
    const auto row = std::ranges::find_if(
        m_widgets, [label](const LabelRowWidget* widget) { return widget->row().label == label; });
    if (row != m_widgets.end())
        m_card->openFor(label, **row);
}

void LabelPanel::moveBy(Label label, int by)
{
    LabelTable table = m_session.labelTable();
    const auto here = std::ranges::find(table.rows, label, &LabelRow::label);
    const auto place = (here - table.rows.begin()) + by;
    if (here == table.rows.end() || place < 0
        || place >= static_cast<std::ptrdiff_t>(table.rows.size()))
        return;
    std::iter_swap(here, table.rows.begin() + place);
    m_session.setLabelTable(table);
    m_widgets[static_cast<std::size_t>(place)]->setFocus();
}

void LabelPanel::refresh()
{
    const bool isOpen = m_session.isOpen();
    const std::vector<LabelRow> rows =
        isOpen ? m_session.labelTable().rows : std::vector<LabelRow>();
    while (m_widgets.size() > rows.size()) {
        m_widgets.back()->hide();
        m_widgets.back()->deleteLater(); // it may be the one that is being clicked
        m_widgets.pop_back();
    }
    while (m_widgets.size() < rows.size()) {
        auto* widget = new LabelRowWidget(this);
        widget->setFixedHeight(rowPx);
        connect(widget, &LabelRowWidget::chosen, this, &LabelPanel::choose);
        connect(widget, &LabelRowWidget::changed, this, &LabelPanel::change);
        connect(widget, &LabelRowWidget::cardRequested, this, &LabelPanel::openCard);
        connect(widget, &LabelRowWidget::moveRequested, this, &LabelPanel::moveBy);
        connect(widget, &LabelRowWidget::pointedAt, this, &LabelPanel::pointedAt);
        m_rows->insertWidget(static_cast<int>(m_widgets.size()), widget);
        m_widgets.push_back(widget);
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_widgets[i]->setRow(rows[i]);
    const int shownRows = std::min(static_cast<int>(rows.size()), mostRowsShown);
    m_scroll->setFixedHeight(shownRows * (rowPx + 1));
    m_empty->setVisible(rows.empty());
    m_add->setEnabled(isOpen);
    m_add->setToolTip(isOpen ? tr("Adds a label to this image.")
                             : tr("Adds a label. Open an image first."));
    showCurrent();
}

void LabelPanel::showCurrent()
{
    for (auto* widget : m_widgets)
        widget->setCurrent(widget->row().label == m_session.currentLabel());
}

void LabelPanel::change(const LabelRow& row)
{
    LabelTable table = m_session.labelTable();
    for (LabelRow& old : table.rows) {
        if (old.label == row.label)
            old = row;
    }
    m_session.setLabelTable(table);
}

void LabelPanel::addLabel()
{
    LabelTable table = m_session.labelTable();
    int free = 1;
    while (free < untouched && table.find(static_cast<Label>(free)))
        ++free;
    if (free == untouched)
        return;
    LabelRow row;
    row.label = static_cast<Label>(free);
    row.name = tr("label %1").arg(free).toStdString();
    row.colour = paletteColour(free - 1);
    table.rows.push_back(row);
    m_session.setLabelTable(table);
    m_session.setCurrentLabel(row.label);
    if (!m_widgets.empty())
        m_widgets.back()->beginRename();
}

void LabelPanel::choose(Label label)
{
    if (m_session.isOpen() && m_session.labelTable().find(label))
        m_session.setCurrentLabel(label);
}

} // namespace limn
