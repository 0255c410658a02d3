// The window's part of going through the images: accepting, skipping, reviewing, notes.
#include "ui/session/look_list.h"
#include "ui/view/action_words.h"
#include "ui/view/main_window.h"
#include "ui/view/note_panel.h"
#include "ui/view/run_controls.h"
#include "ui/view/status_line.h"
#include "ui/view/timeline.h"
#include "ui/view/work_panel.h"

#include <QFileDialog>
#include <QSettings>

#include <algorithm>

namespace limn {
namespace {

constexpr int placesToSee = 3;
constexpr QLatin1String aheadKey("run/ahead");

} // namespace

void MainWindow::connectWork()
{
    m_notes = new NotePanel(m_session, m_work, {m_actions.accept, m_actions.sendBack}, m_workPanel);
    m_workPanel->addInformation(m_notes);
    connect(m_actions.accept, &QAction::triggered, this, &MainWindow::accept);
    const auto conclude = [this](QAction* action, Conclusion conclusion) {
        connect(action, &QAction::triggered, this, [this, conclusion] {
            m_timeline->stopPlaying();
            Q_EMIT concludeRequested(conclusion, m_notes->comment());
        });
    };
    conclude(m_actions.skip, Conclusion::Skip);
    conclude(m_actions.askReview, Conclusion::AskReview);
    conclude(m_actions.sendBack, Conclusion::SendBack);
    connect(m_actions.compare, &QAction::triggered, this, &MainWindow::compareRequested);
    connect(m_actions.statistics, &QAction::triggered, this, &MainWindow::askStatistics);
    connect(m_actions.note, &QAction::triggered, m_notes, &NotePanel::writeNote);
    connect(m_actions.findImage, &QAction::triggered, m_workPanel, &WorkPanel::startFiltering);
    connect(m_actions.reviewMode, &QAction::toggled, this, [this](bool isOn) {
        m_work.setPass(isOn ? WorkPass::Review : WorkPass::Annotation);
        refresh();
    });
    const auto tellAhead = [this] {
        Q_EMIT runAheadChanged(m_actions.runAhead->isChecked(), m_controls->choice());
    };
    m_actions.runAhead->setChecked(QSettings().value(aheadKey, false).toBool());
    connect(m_actions.runAhead, &QAction::toggled, this, [tellAhead](bool isOn) {
        QSettings().setValue(aheadKey, isOn);
        tellAhead();
    });
    connect(m_controls, &RunControls::changed, this, [this, tellAhead] {
        if (m_actions.runAhead->isChecked())
            tellAhead();
    });
    connect(&m_session, &Session::opened, this, [this] { m_status->setNotice({}); });
}

void MainWindow::showNotice(const QString& words)
{
    m_status->setNotice(words);
}

void MainWindow::askStatistics()
{
    QString folder;
    if (!m_work.items().empty())
        folder = QString::fromStdString(m_work.items().front().path.parent_path().string());
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Statistics of every label"), folder + QStringLiteral("/statistics.csv"),
        tr("Tables (*.csv)"));
    if (!file.isEmpty())
        Q_EMIT statisticsRequested(file);
}

QString MainWindow::reviewComment() const
{
    return m_notes->comment();
}

// A person sees the most doubtful places before the mask counts as accepted.
void MainWindow::accept()
{
    m_timeline->stopPlaying();
    const bool visits = QSettings().value(QStringLiteral("work/visitFirst"), true).toBool();
    const int unseen = visits ? m_look->firstUnseen(placesToSee) : -1;
    if (unseen < 0) {
        m_status->setNotice({});
        Q_EMIT acceptRequested();
        return;
    }
    m_look->goTo(unseen);
    m_status->setNotice(tr("Doubtful place %1 was not seen yet. Look at it; %2 goes on.")
                            .arg(unseen + 1)
                            .arg(keyOf(*m_actions.accept)));
}

void MainWindow::refreshWork(const QString& openFirst, const QString& acceptObstacle)
{
    const auto say = [](QAction* action, const QString& obstacle) {
        describe(*action, action->whatsThis(), obstacle);
    };
    say(m_actions.accept, acceptObstacle);
    say(m_actions.skip, openFirst);
    say(m_actions.askReview, openFirst);
    say(m_actions.note, openFirst);
    say(m_actions.compare, openFirst);
    const bool hasWork = std::ranges::any_of(
        m_work.items(), [](const WorkItem& item) { return item.status != ImageStatus::Todo; });
    say(m_actions.statistics, hasWork ? QString() : tr("No image was begun yet."));
    const QString noFolder = m_work.items().empty() ? tr("Open a folder first.") : QString();
    say(m_actions.findImage, noFolder);
    say(m_actions.reviewMode, noFolder);
    const bool isReview = m_work.pass() == WorkPass::Review;
    say(m_actions.sendBack, isReview ? acceptObstacle : tr("Review mode is off."));
}

} // namespace limn
