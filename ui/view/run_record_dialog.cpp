#include "ui/view/run_record_dialog.h"

#include "ui/view/fact_table.h"
#include "ui/view/run_record_words.h"
#include "ui/view/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace limn {

RunRecordDialog::RunRecordDialog(Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_facts(new FactTable(this))
    , m_note(new QLabel(this))
    , m_copy(nullptr)
{
    setWindowTitle(tr("Record of the run"));
    setAccessibleName(windowTitle());
    m_note->setProperty("kind", QStringLiteral("muted"));
    m_note->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setAccessibleName(tr("Copy the record"));
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close the record"));
    connect(m_copy, &QPushButton::clicked, this, &RunRecordDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, measure::panelMargin);
    column->setSpacing(measure::panelMargin);
    column->addWidget(m_note);
    column->addWidget(m_facts);
    column->addStretch(1);
    column->addWidget(buttons);
    resize(480, 440);
    for (const auto signal : {&Session::opened, &Session::sliceChanged, &Session::stepsChanged,
                              &Session::baseStepChanged, &Session::thresholdChanged})
        connect(&session, signal, this, &RunRecordDialog::refresh);
    refresh();
}

void RunRecordDialog::refresh()
{
    const Facts facts = recordOf(m_session);
    m_facts->setFacts(facts);
    m_copy->setEnabled(!facts.empty());
    m_copy->setToolTip(facts.empty() ? tr("There is no run yet.")
                                     : tr("Puts the record into the clipboard as text."));
    m_note->setText(facts.empty()
                        ? tr("No run made what is shown. R runs the model.")
                        : tr("With the picture, this is enough to make the same maps again: to the "
                             "bit on the same machine, device and thread count. It is kept in the "
                             "work file and exported as provenance."));
}

void RunRecordDialog::copy()
{
    QGuiApplication::clipboard()->setText(textOf(recordOf(m_session)));
    m_copy->setText(tr("Copied"));
}

} // namespace limn
