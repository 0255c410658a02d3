// The program's part of keeping, running ahead and measuring: what is said of them in the window.
#include "app/program.h"
#include "ui/session/error_text.h"
#include "ui/view/canvas_area.h"

#include <QFileDialog>

namespace limn {

void Program::connectKeeping()
{
    Journal& journal = m_keeping.journal();
    connect(&m_keeping, &Keeping::leaving, &m_window.canvas(), &CanvasArea::leaveTool);
    connect(&journal, &Journal::saved, this, [this](const QDateTime& time) {
        if (!m_keeping.isPending()) // else there is a change that the journal does not know of yet
            m_window.setSaved(time.time());
    });
    connect(&journal, &Journal::failed, this, [this](const Error& error) {
        m_window.setSaveError(errorText(error));
        m_window.showMessage({Severity::Problem, errorText(error),
                              QString::fromStdString(error.detail), tr("Keep a copy elsewhere…"),
                              [this] { keepElsewhere(); }});
    });
    connect(&journal, &Journal::noticed, this, &Program::showNotice);
    connect(&m_session, &Session::humanChanged, this, [this] { m_window.setSaving(); });
    connect(&m_session, &Session::stateChanged, this, [this] { m_window.setSaving(); });
    connect(&m_window, &MainWindow::closing, this, &Program::saveBeforeExit);
}

// The way out of a disk that is full, gone or read-only.
void Program::keepElsewhere()
{
    if (!m_keeping.image())
        return;
    const QString folder = QFileDialog::getExistingDirectory(
        &m_window, tr("Where to keep a copy of this image's work"));
    if (folder.isEmpty())
        return;
    m_keeping.journal().saveCopy(
        folder.toStdString(), *m_keeping.image(), m_session.state(),
        [this](const Result<std::filesystem::path>& saved) {
            if (saved)
                m_window.showMessage(
                    {Severity::Note,
                     tr("A copy of this image's work is in %1. With the image beside it, opening "
                        "that folder goes on from there.")
                         .arg(QString::fromStdString(saved->string())),
                     {},
                     {}});
            else
                showError(saved.error(), Severity::Problem);
        });
}

void Program::showNotice(const WorkNotice& notice)
{
    const QString file = QString::fromStdString(notice.file);
    const QString detail = QString::fromStdString(notice.detail);
    const QString sentence = notice.kind == WorkNotice::Kind::Changed
        ? tr("Another program changed %1 while it was open. That version is kept as %2, and your "
             "work goes on.")
              .arg(file, detail)
        : tr("Only %2 are left where %1 lies. Free some space before the disk is full; what can't "
             "be written stays in memory until then.")
              .arg(file, detail);
    m_window.showMessage({Severity::Warning, sentence, {}, {}});
}

void Program::connectRunAhead()
{
    connect(&m_window, &MainWindow::runAheadChanged, &m_runAhead, &RunAhead::setOn);
    connect(&m_opening, &Opening::imageOpened, &m_runAhead, &RunAhead::goOn);
    connect(&m_runAhead, &RunAhead::done, this, [this](const QString& name) {
        m_window.showNotice(tr("The model has run on %1 ahead.").arg(name));
    });
}

void Program::connectMeasuring()
{
    connect(&m_window, &MainWindow::statisticsRequested, &m_measuring, &Measuring::begin);
    connect(&m_window, &MainWindow::cancelRequested, &m_measuring, &Measuring::cancel);
    connect(&m_measuring, &Measuring::progress, this, [this](int done, int total) {
        if (total > 0)
            m_window.setProgress(tr("Measuring"), done, total);
        else
            m_window.clearProgress();
    });
    connect(&m_measuring, &Measuring::ended, this, [this](int images, const QString& file) {
        m_window.showMessage({Severity::Note,
                              tr("The labels of %n image(s) are in %1.", nullptr, images).arg(file),
                              {},
                              {}});
    });
    connect(&m_measuring, &Measuring::failed, this,
            [this](const Error& error) { showError(error, Severity::Problem); });
}

void Program::apply(const Preferences& preferences)
{
    constexpr std::size_t mb = std::size_t{1} << 20;
    m_session.setAnnotator(preferences.annotator);
    m_session.setStepMemory(static_cast<std::size_t>(preferences.stepMemoryMb) * mb);
    m_opening.ahead().setLimit(static_cast<std::size_t>(preferences.aheadMemoryMb) * mb);
}

} // namespace limn
