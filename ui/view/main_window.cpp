#include "ui/view/main_window.h"

#include "ui/session/error_text.h"
#include "ui/view/about_dialog.h"
#include "ui/view/action_words.h"
#include "ui/view/canvas_area.h"
#include "ui/view/channel_fit.h"
#include "ui/view/export_dialog.h"
#include "ui/view/label_panel.h"
#include "ui/view/look_panel.h"
#include "ui/view/overlay_panel.h"
#include "ui/view/run_controls.h"
#include "ui/view/status_line.h"
#include "ui/view/steering.h"
#include "ui/view/timeline.h"
#include "ui/view/window_bar.h"
#include "ui/view/work_panel.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>

namespace limn {

void MainWindow::setModels(std::vector<ModelCard> models)
{
    m_steering->setModels(models);
    m_controls->setModels(std::move(models));
}

void MainWindow::selectModel(const QString& name)
{
    m_controls->selectModel(name);
}

void MainWindow::setRecent(const QStringList& paths)
{
    m_bar->setRecent(paths);
    m_start->setRecent(paths);
}

void MainWindow::setSamples(const std::vector<Sample>& samples)
{
    m_start->setSamples(samples);
}

void MainWindow::setImageFacts(const Facts& facts)
{
    m_workPanel->setFacts(facts);
}

void MainWindow::setSaved(QTime time)
{
    m_status->setSaved(time);
}

void MainWindow::setSaving()
{
    m_status->setSaving();
}

void MainWindow::setSaveError(const QString& reason)
{
    m_status->setSaveError(reason);
}

void MainWindow::clearSaved()
{
    m_status->clearSaved();
}

void MainWindow::showMessage(const Message& message)
{
    m_messages->show(message);
}

QString MainWindow::message() const
{
    const Message* const message = m_messages->current();
    return message ? message->sentence : QString();
}

void MainWindow::setProgress(const QString& label, int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_progress->setAccessibleDescription(label);
    m_progress->show();
    m_status->setProgress(total > 0 ? tr("%1 %2 / %3").arg(label).arg(done).arg(total) : label);
    showProgressLine();
}

void MainWindow::clearProgress()
{
    m_progress->hide();
    m_status->setProgress({});
}

void MainWindow::askReplace(const ExportChoice& choice, const QStringList& existingFiles)
{
    auto* question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("Replace files?"));
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("%n file(s) of these names are already in the folder.", nullptr,
                         static_cast<int>(existingFiles.size())));
    question->setInformativeText(QDir::toNativeSeparators(choice.folder));
    question->setDetailedText(existingFiles.join(QLatin1Char('\n')));
    auto* replace = question->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    auto* cancel = question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    replace->setAccessibleName(tr("Replace the files"));
    cancel->setAccessibleName(tr("Keep the files"));
    question->setDefaultButton(cancel);
    question->setEscapeButton(cancel);
    connect(replace, &QPushButton::clicked, this, [this, choice] {
        ExportChoice again = choice;
        again.isReplacing = true;
        Q_EMIT exportRequested(again);
    });
    question->open();
}

void MainWindow::openFolder()
{
    const QString last = QSettings().value(QStringLiteral("window/folder")).toString();
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder"), last);
    if (folder.isEmpty())
        return;
    QSettings().setValue(QStringLiteral("window/folder"), folder);
    Q_EMIT openRequested(folder);
}

void MainWindow::openFile()
{
    const QString last = QSettings().value(QStringLiteral("window/folder")).toString();
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a file"), last);
    if (file.isEmpty())
        return;
    QSettings().setValue(QStringLiteral("window/folder"), QFileInfo(file).absolutePath());
    Q_EMIT openRequested(file);
}

void MainWindow::importMasks()
{
    QString folder = QSettings().value(QStringLiteral("window/masks")).toString();
    if (folder.isEmpty() && m_work.current() >= 0)
        folder = QString::fromStdString(m_work.items()[static_cast<std::size_t>(m_work.current())]
                                            .path.parent_path()
                                            .string());
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Import masks"), folder);
    if (files.isEmpty())
        return;
    QSettings().setValue(QStringLiteral("window/masks"), QFileInfo(files.first()).absolutePath());
    Q_EMIT importRequested(files);
}

QString MainWindow::runObstacle() const
{
    if (m_segmenter.isRunning())
        return withKeys(tr("A run is in progress; {stop} stops it."), *this);
    if (m_canvas->hasStandIn())
        return tr("The image is still being read.");
    if (!m_session.isOpen())
        return tr("Open an image first.");
    if (!m_session.volume()->slices[static_cast<std::size_t>(m_session.currentSlice())])
        return tr("The image is still being read.");
    if (const QString reason = m_controls->obstacle(); !reason.isEmpty())
        return reason;
    return m_channelObstacle;
}

void MainWindow::refresh()
{
    const bool isOpen = m_session.isOpen();
    const bool isRunning = m_segmenter.isRunning();
    const QString openFirst = isOpen ? QString() : tr("Open an image first.");
    const auto say = [](QAction* action, const QString& obstacle) {
        describe(*action, action->whatsThis(), obstacle);
    };
    const QString obstacle = runObstacle();
    say(m_actions.run, obstacle);
    m_timeline->setRunObstacle(obstacle);
    say(m_actions.stop, isRunning ? QString() : tr("Nothing is running."));
    const QString undecided =
        isOpen && m_session.hasCandidate() ? tr("Take B or keep A first.") : openFirst;
    refreshWork(openFirst, isRunning ? tr("Wait for the run, or stop it.") : undecided);
    say(m_actions.importMasks, m_work.items().empty() ? tr("Open a folder first.") : QString());
    const bool canExport = isOpen || m_work.acceptedCount() > 0;
    say(m_actions.exportMasks, canExport ? QString() : openFirst);
    const bool hasWork = std::ranges::any_of(
        m_work.items(), [](const WorkItem& item) { return item.status != ImageStatus::Todo; });
    say(m_actions.release, hasWork ? QString() : withKeys(tr("Accept an image first ({accept})."), *this));
    const bool isDicom = isOpen && m_session.volume()->source.format == "DICOM";
    say(m_actions.tags, isDicom ? QString() : isOpen ? tr("Only DICOM files have tags.") : openFirst);
    const QString wait = isRunning ? tr("Wait for the run, or stop it.") : openFirst;
    const bool hasSteps = isOpen && !m_session.steps().empty();
    say(m_actions.figure, wait);
    say(m_actions.animation, !wait.isEmpty() || hasSteps ? wait : tr("Run the model first."));

    QUndoStack& stack = m_session.undoStack();
    describe(*m_actions.undo,
             stack.canUndo() ? tr("Takes back: %1.").arg(stack.undoText())
                             : tr("Takes the last change back."),
             stack.canUndo() ? QString() : tr("Nothing to undo."));
    describe(*m_actions.redo,
             stack.canRedo() ? tr("Does again: %1.").arg(stack.redoText())
                             : tr("Does again what was undone."),
             stack.canRedo() ? QString() : tr("Nothing to redo."));
    m_actions.undo->setWhatsThis(tr("Takes the last change back."));
    m_actions.redo->setWhatsThis(tr("Does again what was undone."));

    const bool isEmpty = !isOpen && m_work.items().empty() && !m_canvas->hasStandIn();
    const int page = isEmpty ? 0 : 1;
    if (page == 1 && m_pages->currentIndex() == 0)
        m_canvas->setFocus(); // keys such as Space are the picture's, not those of the button
                              // pressed last
    m_pages->setCurrentIndex(page);
    const int current = m_work.current();
    setWindowTitle(
        current < 0 || isEmpty
            ? tr("Limn")
            : tr("%1 – Limn").arg(m_work.items()[static_cast<std::size_t>(current)].name));
}

void MainWindow::run()
{
    if (!runObstacle().isEmpty())
        return;
    m_timeline->stopPlaying();
    Q_EMIT runRequested(m_controls->choice());
}

// Of a re-run nothing stays: A is there again.
void MainWindow::stop()
{
    const bool isRerun = m_steering->isRerunning();
    Q_EMIT stopRequested();
    if (isRerun)
        m_session.dropCandidate();
}

void MainWindow::askExport()
{
    ExportCounts counts;
    counts.current = m_session.isOpen() ? 1 : 0;
    counts.isCurrentDicom =
        m_session.isOpen() && m_session.volume()->source.format == "DICOM";
    counts.accepted = m_work.acceptedCount();
    counts.editedAndAccepted = static_cast<int>(std::ranges::count_if(
        m_work.items(), [](const WorkItem& item) { return item.status != ImageStatus::Todo; }));
    QString folder;
    if (m_work.current() >= 0) {
        const auto& path = m_work.items()[static_cast<std::size_t>(m_work.current())].path;
        folder = QString::fromStdString((path.parent_path() / "masks").string());
    }
    if (const QString chosen = keptPreferences().exportFolder; !chosen.isEmpty())
        folder = chosen;
    auto* dialog = new ExportDialog(counts, folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::chosen, this, &MainWindow::exportRequested);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState());
    Q_EMIT closing();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    showProgressLine();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        Q_EMIT filesDropped(paths);
}

void MainWindow::showProgressLine()
{
    const int bottom = m_bar->geometry().bottom() + 1;
    m_progress->setGeometry(0, bottom - 2, width(), 3);
    m_progress->raise();
}

} // namespace limn
