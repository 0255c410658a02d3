#include "app/concluding.h"

#include <algorithm>

namespace limn {
namespace {

bool isTouched(const Session& session)
{
    return std::ranges::any_of(session.human().values,
                               [](Label label) { return label != untouched; });
}

} // namespace

Concluding::Concluding(Session& session, WorkList& workList, Keeping& keeping,
                       const Opening& opening, MainWindow& window, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_workList(workList)
    , m_keeping(keeping)
    , m_opening(opening)
    , m_window(window)
{
    connect(&window, &MainWindow::acceptRequested, this, &Concluding::accept);
    connect(&window, &MainWindow::concludeRequested, this, &Concluding::conclude);
}

void Concluding::accept()
{
    if (!isShown())
        return;
    m_session.setStatus(ImageStatus::Accepted);
    tellEmpty();
    if (m_workList.pass() == WorkPass::Review)
        answer(ReviewState::Passed, m_window.reviewComment());
    goOn();
}

// An empty mask can be right, and it can be a key pressed too early.
void Concluding::tellEmpty()
{
    const bool isRun = !m_session.steps().empty() || !m_session.baseMap().isEmpty();
    if (!isRun && !isTouched(m_session))
        m_window.showMessage(
            {Severity::Note,
             tr("%1 was accepted without a label: the model was not run, and nothing is drawn.")
                 .arg(m_workList.items()[static_cast<std::size_t>(m_workList.current())].name),
             {},
             tr("Back to it"),
             [this, index = m_workList.current()] { m_workList.setCurrent(index); }});
}

void Concluding::conclude(Conclusion conclusion, const QString& comment)
{
    if (!isShown())
        return;
    switch (conclusion) {
    case Conclusion::Skip: mark(ImageStatus::Skipped); break;
    case Conclusion::AskReview: mark(ImageStatus::ToReview); break;
    case Conclusion::SendBack:
        m_session.setStatus(ImageStatus::Edited);
        answer(ReviewState::Returned, comment);
        goOn();
        break;
    }
}

void Concluding::answer(ReviewState review, const QString& comment)
{
    ImageNotes notes = m_session.notes();
    notes.review = review;
    notes.reviewer = m_session.annotator().toStdString();
    notes.comment = comment.toStdString();
    m_session.setNotes(notes);
}

// The same a second time takes the mark back, and stays at the image.
void Concluding::mark(ImageStatus status)
{
    if (m_session.status() != status) {
        m_session.setStatus(status);
        goOn();
        return;
    }
    m_session.setStatus(isTouched(m_session) ? ImageStatus::Edited : ImageStatus::Todo);
}

void Concluding::goOn()
{
    if (const int next = m_workList.nextTodo(); next >= 0)
        m_workList.setCurrent(next);
    else
        m_window.showMessage({Severity::Note,
                              m_workList.pass() == WorkPass::Review
                                  ? tr("Every accepted image of this folder is reviewed.")
                                  : tr("Every image of this folder is accepted."),
                              {},
                              {}});
}

} // namespace limn
