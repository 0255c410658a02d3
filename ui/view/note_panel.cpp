#include "ui/view/note_panel.h"

#include "ui/view/key_button.h"
#include "ui/view/text_field.h"

#include <QLabel>
#include <QVBoxLayout>

namespace limn {

NotePanel::NotePanel(Session& session, WorkList& work, const QList<QAction*>& answers,
                     QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_work(work)
    , m_note(addField(tr("Note on this image"), tr("Note")))
    , m_said(new QLabel(this))
    , m_review(new QWidget(this))
    , m_comment(addField(tr("Comment of the review"), tr("Comment")))
{
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setProperty("kind", QStringLiteral("small"));
    m_said->setAccessibleName(tr("Review"));
    auto* review = new QVBoxLayout(m_review);
    review->setContentsMargins(0, 0, 0, 0);
    review->addWidget(m_comment);
    for (QAction* const action : answers)
        review->addWidget(new KeyButton(action, QStringLiteral("button"), m_review), 0, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_note);
    column->addWidget(m_said);
    column->addWidget(m_review);

    connect(m_note, &TextField::typingEnded, this, &NotePanel::keepNote);
    connect(&session, &Session::opened, this, [this] {
        m_comment->clear();
        refresh();
    });
    connect(&session, &Session::notesChanged, this, &NotePanel::refresh);
    connect(&session, &Session::statusChanged, this, &NotePanel::refresh);
    connect(&work, &WorkList::passChanged, this, &NotePanel::refresh);
    refresh();
}

TextField* NotePanel::addField(const QString& name, const QString& words)
{
    auto* field = new TextField(this);
    field->setAccessibleName(name);
    field->setPlaceholderText(words);
    field->setMaxLength(2000);
    return field;
}

void NotePanel::writeNote()
{
    m_note->setFocus(Qt::ShortcutFocusReason);
}

QString NotePanel::comment() const
{
    return m_comment->text().trimmed();
}

void NotePanel::keepNote()
{
    ImageNotes notes = m_session.notes();
    notes.note = m_note->text().trimmed().toStdString();
    m_session.setNotes(notes);
}

void NotePanel::refresh()
{
    const ImageNotes& notes = m_session.notes();
    if (!m_note->hasFocus())
        m_note->setText(QString::fromStdString(notes.note));
    m_note->setToolTip(notes.note.empty() ? tr("Kept with the image, and listed in the statistics.")
                                          : m_note->text().toHtmlEscaped());
    QString said;
    if (notes.review != ReviewState::None) {
        const QString who =
            notes.reviewer.empty() ? tr("a reviewer") : QString::fromStdString(notes.reviewer);
        said =
            (notes.review == ReviewState::Passed ? tr("Reviewed by %1.") : tr("Sent back by %1."))
                .arg(who);
        if (!notes.comment.empty())
            said += QLatin1Char(' ') + QString::fromStdString(notes.comment);
    }
    m_said->setText(said);
    m_said->setVisible(!said.isEmpty());
    m_review->setVisible(m_work.pass() == WorkPass::Review && m_session.isOpen());
    setVisible(m_session.isOpen());
}

} // namespace limn
