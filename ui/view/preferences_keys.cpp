#include "ui/view/preferences_keys.h"

#include "ui/view/choice_box.h"
#include "ui/view/command_palette.h"
#include "ui/view/text_field.h"
#include "ui/view/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <set>

namespace limn {
namespace {

enum Column { Name, Keys, Group, columnCount };

QString shown(const QList<QKeySequence>& keys)
{
    QStringList words;
    for (const QKeySequence& key : keys)
        words << key.toString(QKeySequence::NativeText);
    return words.join(PreferencesKeys::tr(" or "));
}

QKeySequenceEdit* keyField(const QString& name, QWidget* parent)
{
    auto* field = new QKeySequenceEdit(parent);
    field->setAccessibleName(name);
    for (auto* line : field->findChildren<QLineEdit*>())
        line->setAccessibleName(name);
    return field;
}

// Qt puts longer words there with every sequence.
void showKey(QKeySequenceEdit& field, const QKeySequence& key)
{
    field.setKeySequence(key);
    for (auto* line : field.findChildren<QLineEdit*>())
        line->setPlaceholderText(PreferencesKeys::tr("Press a key"));
}

} // namespace

PreferencesKeys::PreferencesKeys(const ActionList& actions, const KeyMap& keys, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_keys(keys)
    , m_preset(new ChoiceBox(300, this))
    , m_search(new TextField(this))
    , m_table(new QTableWidget(0, columnCount, this))
    , m_command(new QLabel(this))
    , m_first(keyField(tr("Key"), this))
    , m_second(keyField(tr("Another key"), this))
    , m_reset(new QPushButton(tr("As in the preset"), this))
    , m_clashes(new QLabel(this))
{
    build();
    connect(m_preset, &ChoiceBox::activated, this, [this](int index) {
        m_keys.preset = static_cast<KeyPreset>(index);
        fill();
        Q_EMIT changed();
    });
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesKeys::search);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &PreferencesKeys::showSelected);
    connect(m_first, &QKeySequenceEdit::editingFinished, this, &PreferencesKeys::takeKeys);
    connect(m_second, &QKeySequenceEdit::editingFinished, this, &PreferencesKeys::takeKeys);
    connect(m_reset, &QPushButton::clicked, this, &PreferencesKeys::reset);
    fill();
}

void PreferencesKeys::build()
{
    for (const KeyPreset preset : keyPresets())
        m_preset->addItem(nameOf(preset));
    m_preset->setAccessibleName(tr("Keys like those of"));
    m_search->setPlaceholderText(tr("Find a command"));
    m_search->setAccessibleName(tr("Find a command"));
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Keys"), tr("Group")});
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_reset->setAccessibleName(tr("Give this command the preset's keys"));
    m_clashes->setTextFormat(Qt::PlainText);
    m_clashes->setWordWrap(true);
    m_clashes->setProperty("kind", QStringLiteral("bad"));
    m_clashes->setAccessibleName(tr("Keys that are given twice"));

    auto* head = new QHBoxLayout;
    head->addWidget(new QLabel(tr("Keys like those of"), this));
    head->addWidget(m_preset);
    head->addStretch(1);
    head->addWidget(m_search);
    auto* edit = new QHBoxLayout;
    edit->addWidget(m_command, 1);
    edit->addWidget(m_first);
    edit->addWidget(new QLabel(tr("or"), this));
    edit->addWidget(m_second);
    edit->addWidget(m_reset);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addLayout(edit);
    column->addWidget(m_clashes);
}

// Keys that a person chose are bold; those that two commands share are told below.
void PreferencesKeys::fill()
{
    const QString before = selected();
    const auto clashes = m_actions.clashes(m_keys);
    m_preset->setCurrentIndex(static_cast<int>(m_keys.preset));
    m_preset->setHint(sentenceOf(m_keys.preset));
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0);
    for (const ActionGroup group : actionGroups())
        for (const QAction* action : m_actions.of(group)) {
            const int row = m_table->rowCount();
            const QString id = action->objectName();
            m_table->insertRow(row);
            auto* name = new QTableWidgetItem(action->text().remove(QLatin1Char('&')));
            name->setData(Qt::UserRole, id);
            name->setToolTip(action->whatsThis());
            auto* keys = new QTableWidgetItem(shown(m_actions.keysOf(id, m_keys)));
            QFont font = keys->font();
            font.setBold(m_keys.own.contains(id));
            keys->setFont(font);
            m_table->setItem(row, Name, name);
            m_table->setItem(row, Keys, keys);
            m_table->setItem(row, Group, new QTableWidgetItem(nameOf(group)));
            if (id == before || (before.isEmpty() && row == 0))
                m_table->setCurrentCell(row, Name);
        }
    m_table->resizeColumnToContents(Keys);
    m_table->resizeColumnToContents(Group);
    QStringList words;
    for (const KeyClash& clash : clashes)
        words << tr("%1 is given twice: %2 and %3. Neither works by it until one has another key.")
                     .arg(clash.key.toString(QKeySequence::NativeText),
                          m_actions.find(clash.first)->text(),
                          m_actions.find(clash.second)->text());
    m_clashes->setText(words.join(QLatin1Char('\n')));
    m_clashes->setVisible(!words.isEmpty());
    search(m_search->text());
    showSelected();
}

void PreferencesKeys::search(const QString& words)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHidden(row,
                              CommandPalette::fit(words, m_table->item(row, Name)->text()) < 0);
}

QString PreferencesKeys::selected() const
{
    const auto* item = m_table->item(m_table->currentRow(), Name);
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void PreferencesKeys::showSelected()
{
    const QString id = selected();
    const QAction* const action = m_actions.find(id);
    m_command->setText(action ? action->text().remove(QLatin1Char('&')) : QString());
    const auto keys = m_actions.keysOf(id, m_keys);
    const QSignalBlocker first(m_first), second(m_second);
    showKey(*m_first, keys.value(0));
    showKey(*m_second, keys.value(1));
    for (auto* field : {m_first, m_second})
        field->setEnabled(action != nullptr);
    m_reset->setEnabled(m_keys.own.contains(id));
    m_reset->setToolTip(m_keys.own.contains(id) ? tr("Takes back what you chose for this command.")
                                                : tr("This command has the preset's keys."));
}

void PreferencesKeys::takeKeys()
{
    const QString id = selected();
    if (id.isEmpty())
        return;
    QList<QKeySequence> keys;
    for (const auto* field : {m_first, m_second})
        if (!field->keySequence().isEmpty())
            keys << QKeySequence(field->keySequence()[0]); // one stroke, not a row of them
    if (keys == m_actions.keysOf(id, m_keys))
        return;
    m_keys.own[id] = keys;
    fill();
    Q_EMIT changed();
}

void PreferencesKeys::reset()
{
    m_keys.own.erase(selected());
    fill();
    Q_EMIT changed();
}

} // namespace limn
