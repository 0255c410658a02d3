#include "app/concluding.h"

#include <algorithm>

namespace limn {

Concluding::Concluding(Session& session, WorkList& workList, Keeping& keeping, MainWindow& window,
                       QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_workList(workList)
    , m_keeping(keeping)
    , m_window(window)
{
    connect(&window, &MainWindow::acceptRequested, this, &Concluding::accept);
    connect(&window, &MainWindow::concludeRequested, this, &Concluding::conclude);
}

void Concluding::accept()
{
    if (!m_keeping.image())
        return;
    m_session.setStatus(ImageStatus::Accepted);
    if (m_workList.pass() == WorkPass::Review)
        answer(ReviewState::Passed, m_window.reviewComment());
    goOn();
}

void Concluding::conclude(Conclusion conclusion, const QString& comment)
{
    if (!m_keeping.image())
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
    const bool isTouched = std::ranges::any_of(m_session.human().values,
                                               [](Label label) { return label != untouched; });
    m_session.setStatus(isTouched ? ImageStatus::Edited : ImageStatus::Todo);
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
