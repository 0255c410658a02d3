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
{
    setProperty("kind", QStringLiteral("panel"));
    auto* title = new QLabel(tr("Labels").toUpper(), this);
    title->setProperty("kind", QStringLiteral("caption"));
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setWordWrap(true);
    m_add->setIcon(icon(QStringLiteral("add")));
    m_add->setProperty("kind", QStringLiteral("small"));
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->setAccessibleName(tr("Add label"));

    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_add);
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
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_scroll);

    connect(m_add, &QToolButton::clicked, this, &LabelPanel::addLabel);
    connect(&session, &Session::opened, this, &LabelPanel::refresh);
    connect(&session, &Session::labelTableChanged, this, &LabelPanel::refresh);
    connect(&session, &Session::currentLabelChanged, this, &LabelPanel::showCurrent);
    refresh();
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
