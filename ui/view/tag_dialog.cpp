#include "ui/view/tag_dialog.h"

#include "ui/view/text_field.h"
#include "ui/view/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace limn {
namespace {

enum Column { Tag, Name, Kind, Value, ColumnCount };

QString shownTag(const std::string& tag)
{
    return tag.empty() ? QString() : QStringLiteral("(%1)").arg(QString::fromStdString(tag).toUpper());
}

QList<QStandardItem*> rowOf(const TagNode& node)
{
    const QString texts[] = {shownTag(node.tag), QString::fromStdString(node.name),
                             QString::fromStdString(node.kind), QString::fromStdString(node.value)};
    QList<QStandardItem*> row;
    for (const QString& text : texts) {
        auto* item = new QStandardItem(text);
        item->setEditable(false);
        item->setToolTip(text.size() > 40 ? text.toHtmlEscaped() : QString());
        row << item;
    }
    for (const TagNode& child : node.children)
        row.first()->appendRow(rowOf(child));
    return row;
}

QString valueOf(const std::vector<TagNode>& tags, const char* tag)
{
    const auto node = std::ranges::find(tags, tag, &TagNode::tag);
    return node == tags.end() ? QString() : QString::fromStdString(node->value).trimmed();
}

// "Name · ID · born · study".
QString patientOf(const std::vector<TagNode>& tags)
{
    QStringList parts{valueOf(tags, "0010,0010").replace(QLatin1Char('^'), QLatin1Char(' ')).simplified()};
    const std::pair<QString, const char*> others[] = {{TagDialog::tr("ID %1"), "0010,0020"},
                                                      {TagDialog::tr("born %1"), "0010,0030"},
                                                      {TagDialog::tr("study of %1"), "0008,0020"},
                                                      {QStringLiteral("%1"), "0008,0060"}};
    for (const auto& [words, tag] : others)
        if (const QString value = valueOf(tags, tag); !value.isEmpty())
            parts << words.arg(value);
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

TagDialog::TagDialog(QWidget* parent)
    : QDialog(parent)
    , m_patient(new QLabel(this))
    , m_search(new TextField(this))
    , m_count(new QLabel(this))
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_found(new QSortFilterProxyModel(this))
    , m_view(new QTreeView(this))
    , m_copy(nullptr)
    , m_copyValue(nullptr)
{
    setWindowTitle(tr("DICOM tags"));
    setAccessibleName(windowTitle());
    m_patient->setAccessibleName(tr("Patient"));
    m_patient->setTextFormat(Qt::PlainText);
    m_patient->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_patient->setWordWrap(true);
    m_search->setAccessibleName(tr("Search the tags"));
    m_search->setPlaceholderText(tr("Search: name, number, value"));
    m_search->setClearButtonEnabled(true);
    m_count->setProperty("kind", QStringLiteral("muted"));
    m_count->setAccessibleName(tr("Tags found"));

    m_found->setSourceModel(m_model);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setAutoAcceptChildRows(true); // a sequence that is found shows its items
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_found);
    m_view->setAccessibleName(tr("Tags"));
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto* buttons = new QDialogButtonBox(this);
    m_copyValue = buttons->addButton(tr("Copy the value"), QDialogButtonBox::ActionRole);
    m_copyValue->setAccessibleName(tr("Copy the value"));
    m_copy = buttons->addButton(tr("Copy the rows"), QDialogButtonBox::ActionRole);
    m_copy->setAccessibleName(tr("Copy the rows"));
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close the tags"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_search, 1);
    head->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, measure::panelMargin);
    column->setSpacing(measure::panelMargin);
    column->addWidget(m_patient);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    column->addWidget(buttons);
    resize(860, 620);

    connect(m_search, &QLineEdit::textChanged, this, &TagDialog::filter);
    connect(m_copy, &QPushButton::clicked, this, &TagDialog::copy);
    connect(m_copyValue, &QPushButton::clicked, this, &TagDialog::copyValue);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TagDialog::showCount);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            qOverload<>(&QWidget::setFocus));
    connect(new QShortcut(QKeySequence::Copy, m_view, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, &TagDialog::copy);
    setWaiting();
}

void TagDialog::setWaiting()
{
    m_model->clear();
    m_patient->setText(tr("Reading the tags…"));
    showCount();
}

void TagDialog::setProblem(const QString& sentence)
{
    m_model->clear();
    m_patient->setText(sentence);
    showCount();
}

void TagDialog::setTags(const std::vector<TagNode>& tags)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Tag"), tr("Name"), tr("VR"), tr("Value")});
    m_model->horizontalHeaderItem(Kind)->setToolTip(tr("Value representation: the kind of value"));
    for (const TagNode& node : tags)
        m_model->appendRow(rowOf(node));
    const QString patient = patientOf(tags);
    m_patient->setText(patient.isEmpty() ? tr("The file names no patient.") : patient);
    m_view->setColumnWidth(Tag, fontMetrics().horizontalAdvance(QStringLiteral("(0000,0000)")) + 64);
    m_view->setColumnWidth(Name, 280);
    m_view->setColumnWidth(Kind, 48);
    m_view->header()->setStretchLastSection(true);
    filter(m_search->text());
}

void TagDialog::filter(const QString& words)
{
    m_found->setFilterFixedString(words.trimmed());
    if (words.trimmed().isEmpty())
        m_view->collapseAll();
    else
        m_view->expandAll();
    showCount();
}

void TagDialog::showCount()
{
    const int all = m_model->rowCount(), found = m_found->rowCount();
    m_count->setText(all == 0      ? QString()
                         : found < all ? tr("%1 of %2").arg(found).arg(all)
                                       : QString::number(all));
    const bool hasRows = m_view->selectionModel()->hasSelection();
    for (QPushButton* const button : {m_copy, m_copyValue}) {
        button->setEnabled(hasRows);
        button->setToolTip(hasRows ? tr("Puts it into the clipboard. It may name the patient.")
                                   : tr("Choose a row first."));
    }
}

void TagDialog::copy()
{
    QStringList lines;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows(Tag)) {
        QStringList cells;
        for (int column = Tag; column < ColumnCount; ++column)
            cells << index.siblingAtColumn(column).data().toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void TagDialog::copyValue()
{
    QStringList values;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows(Value))
        values << index.data().toString();
    QGuiApplication::clipboard()->setText(values.join(QLatin1Char('\n')));
}

} // namespace limn
