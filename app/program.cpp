#include "app/program.h"

#include "app/import_words.h"
#include "app/paths.h"
#include "app/spill.h"
#include "app/thumbnail_image.h"
#include "app/translations.h"
#include "model/files/model_card_reader.h"
#include "ui/session/error_text.h"
#include "ui/view/canvas_area.h"
#include "ui/view/label_panel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace limn {
namespace {

// Called on the model's thread, before LibTorch starts threads of its own, which inherit it: on
// every core the window and the display server come first. Where nothing else wants the core, it
// costs nothing.
ModuleOpener behindTheWindow(ModuleOpener opener)
{
    constexpr int niceness = 4;
    return [opener = std::move(opener)] {
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
        return opener();
    };
}

} // namespace

Program::Program(ModuleOpener opener, const std::filesystem::path& importer)
    : m_segmenter(behindTheWindow(opener))
    , m_import(importer)
    , m_keeping(m_session)
    , m_opening(m_session, m_workList, m_files, m_import, m_keeping)
    , m_running(m_session, m_segmenter)
    , m_exporting(m_session, m_workList, m_files, m_import, m_keeping)
    , m_importing(m_session, m_workList, m_files, m_import, m_keeping)
    , m_window(m_session, m_segmenter, m_workList)
    , m_figuring(m_session, m_workList, m_files, m_window)
    , m_concluding(m_session, m_workList, m_keeping, m_opening, m_window)
    , m_runAhead(m_workList, m_segmenter, behindTheWindow(std::move(opener)), m_files, m_import, m_keeping)
    , m_measuring(m_workList, m_files, m_import, m_keeping)
    , m_comparing(m_session, m_files, m_import, m_keeping, m_window)
    , m_releasing(m_opening, m_session, m_workList, m_files, m_import, m_keeping, m_window)
    , m_tagging(m_session, m_files, m_import, m_window)
    , m_labelling(m_session, m_files, m_window.labelPanel())
{
    connectOpening();
    connectKeeping();
    connectRunning();
    connectExporting();
    connectImporting();
    connectRunAhead();
    connectMeasuring();
    connect(&m_window, &MainWindow::preferencesChanged, this, &Program::apply);
    apply(keptPreferences());
    m_window.setLanguages(translations());
    connectLabelling();
    m_window.setRecent(QSettings().value("recent").toStringList());
    loadModels();
    loadSamples();
}

Program::~Program()
{
    m_files.end(); // its work points into the objects that go now
}

void Program::start(const std::filesystem::path& path)
{
    m_window.show();
    // After the first paint: LibTorch takes a third of a second to load.
    QMetaObject::invokeMethod(this, [this] { m_segmenter.start(); }, Qt::QueuedConnection);
    if (!path.empty())
        m_opening.openPath(path);
}

void Program::connectOpening()
{
    connect(&m_window, &MainWindow::openRequested, this,
            [this](const QString& path) { m_opening.openPath(path.toStdString()); });
    connect(&m_window, &MainWindow::sampleRequested, this, &Program::openSample);
    connect(&m_opening, &Opening::folderOpened, this, &Program::noteRecent);
    connect(&m_opening, &Opening::failed, this,
            [this](const Error& error) { showError(error, Severity::Warning); });
    connect(&m_opening, &Opening::readOnlyFound, this, [this](const Error& error) {
        m_window.showMessage(
            {Severity::Warning, errorText(error), QString::fromStdString(error.detail),
             tr("Open again"), [this] { m_opening.openPath(m_opening.folder()); }});
    });
    connect(&m_opening, &Opening::imageFailed, this, [this](const Error& error) {
        m_running.dropWaiting();
        if (error.code != ErrorCode::NotFound)
            return showError(error, Severity::Problem);
        m_window.showMessage({Severity::Problem, errorText(error),
                              QString::fromStdString(error.detail), tr("Read the folder again"),
                              [this] { m_opening.openPath(m_opening.folder()); }});
    });
    connect(&m_opening, &Opening::otherContentFound, this, [this](const QString& name) {
        m_window.showMessage(
            {Severity::Warning,
             tr("%1 is not the picture that the kept work was done on; it is kept, and not shown.")
                 .arg(name),
             {},
             tr("Use it all the same"),
             [this] { m_opening.takeOver(); }});
    });
    connect(&m_opening, &Opening::imageCut, this, [this](const Error& error) {
        m_running.dropWaiting();
        m_window.showMessage({Severity::Problem, errorText(error),
                              QString::fromStdString(error.detail), tr("Show what is there"),
                              [this] { m_opening.salvage(); }});
    });
    connect(&m_opening, &Opening::previewed, &m_window.canvas(), &CanvasArea::setStandIn);
    connect(&m_opening, &Opening::noticed, this, [this](const QString& sentence) {
        m_window.showMessage({Severity::Warning, sentence});
    });
    connect(&m_opening, &Opening::listing, this, [this](int done, int total) {
        if (done < total)
            m_window.setProgress(tr("Reading the list of images"), done, total);
        else
            m_window.clearProgress();
    });
    connect(&m_window, &MainWindow::cancelRequested, &m_opening, &Opening::stopListing);
    connect(&m_session, &Session::opened, this, &Program::showFacts);
}

void Program::connectLabelling()
{
    connect(&m_labelling, &Labelling::failed, this,
            [this](const Error& error) { showError(error, Severity::Problem); });
    connect(&m_labelling, &Labelling::imported, this, [this](int labels) {
        m_window.showMessage({Severity::Note, tr("%n label(s) taken from the table.", nullptr, labels)});
    });
    connect(&m_labelling, &Labelling::exported, this, [this](const QString& path) {
        m_window.showMessage({Severity::Note, tr("The label table is in %1.").arg(path)});
    });
}

void Program::connectRunning()
{
    connect(&m_window, &MainWindow::runRequested, this, [this](const RunChoice& choice) {
        m_runsWhenOpened = m_opening.isOpening();
        if (!m_runsWhenOpened)
            m_running.run(choice);
    });
    connect(&m_workList, &WorkList::currentChanged, this, [this] { m_runsWhenOpened = false; });
    connect(&m_opening, &Opening::imageOpened, this, [this] {
        if (std::exchange(m_runsWhenOpened, false))
            m_window.run();
    });
    connect(&m_window, &MainWindow::rerunRequested, &m_running, &Running::rerun);
    connect(&m_window, &MainWindow::stopRequested, &m_running, &Running::stop);
    connect(&m_running, &Running::failed, this,
            [this](const Error& error) { showError(error, Severity::Problem); });
    connect(&m_session, &Session::stepWentCold, this, [this](const StepPtr& step) {
        m_files.post(FileThread::Turn::Now, [step](const std::stop_token&) {
            if (const auto moved = spillToDisk(*step); !moved)
                qWarning("limn: %s", moved.error().detail.c_str());
        });
    });
    connect(&m_running, &Running::movedToCpu, this, [this](const QString& device) {
        m_window.showMessage({Severity::Note,
                              tr("%1 has no memory left; the run goes on on the CPU.").arg(device),
                              {},
                              {}});
    });
}

void Program::connectExporting()
{
    connect(&m_window, &MainWindow::exportRequested, &m_exporting, &Exporting::begin);
    connect(&m_window, &MainWindow::cancelRequested, &m_exporting, &Exporting::cancel);
    connect(&m_exporting, &Exporting::progress, this, [this](int done, int total) {
        if (total > 0)
            m_window.setProgress(tr("Exporting"), done, total);
        else
            m_window.clearProgress();
    });
    connect(&m_exporting, &Exporting::ended, this,
            [this](int images, int files, const QString& folder) {
                m_window.clearProgress();
                if (images > 0)
                    m_window.showMessage(
                        {Severity::Note,
                         tr("%n image(s) exported, %1 files, to %2.", nullptr, images)
                             .arg(files)
                             .arg(folder),
                         {},
                         {}});
            });
    connect(&m_exporting, &Exporting::cancelled, this, [this](int images) {
        m_window.clearProgress();
        m_window.showMessage(
            {Severity::Note, tr("Export cancelled after %n image(s).", nullptr, images), {}, {}});
    });
    connect(&m_exporting, &Exporting::failed, this, [this](const Error& error) {
        m_window.clearProgress();
        showError(error, Severity::Problem);
    });
    connect(&m_exporting, &Exporting::wouldOverwrite, &m_window,
            [this](const QStringList& files, const ExportChoice& choice) {
                m_window.askReplace(choice, files);
            });
}

void Program::connectImporting()
{
    connect(&m_window, &MainWindow::importRequested, this,
            [this](const QStringList& files) { m_importing.begin(files); });
    connect(&m_window, &MainWindow::filesDropped, this, [this](const QStringList& paths) {
        const bool areMasks = std::ranges::all_of(
            paths, [](const QString& path) { return hasMaskName(path.toStdString()); });
        if (areMasks && !m_workList.items().empty())
            m_importing.begin(paths);
        else
            m_opening.openPath(paths.first().toStdString());
    });
    connect(&m_window, &MainWindow::cancelRequested, &m_importing, &Importing::cancel);
    connect(&m_importing, &Importing::progress, this, [this](int done, int total) {
        m_window.setProgress(tr("Importing masks"), done, total);
    });
    connect(&m_importing, &Importing::ended, this, [this](const ImportOutcome& outcome) {
        m_window.clearProgress();
        Message message = importMessage(outcome);
        if (!outcome.leftOut.isEmpty())
            message.action = [this, files = outcome.files] { m_importing.begin(files, true); };
        m_window.showMessage(message);
    });
}

// On the file thread: hashing and reading cards is disk work.
void Program::loadModels()
{
    auto folders = modelFolders();
    if (const QString more = keptPreferences().modelFolder; !more.isEmpty())
        folders.emplace_back(more.toStdString());
    m_files.post(FileThread::Turn::Now, [this, folders](const std::stop_token&) {
        QMetaObject::invokeMethod(this, [this, models = modelsIn(folders)] {
            m_running.setModels(models);
            m_runAhead.setModels(models);
            m_window.setModels(models);
        });
    });
}

void Program::loadSamples()
{
    m_files.post(FileThread::Turn::Now, [this](const std::stop_token& stop) {
        const auto files = samplesIn(sampleFolder());
        std::vector<Sample> samples;
        for (const auto& file : files) {
            const auto made = m_import.thumbnail({file.file}, stop, 256);
            samples.push_back(
                {QCoreApplication::translate("Samples", file.title.c_str()), made ? imageOf(*made) : QImage()});
        }
        QMetaObject::invokeMethod(this, [this, files, samples] {
            m_samples = files;
            m_window.setSamples(samples);
        });
    });
}

void Program::openSample(int index)
{
    const SampleFile sample = m_samples[static_cast<std::size_t>(index)];
    m_files.post(FileThread::Turn::Now, [this, sample, all = m_samples](const std::stop_token&) {
        for (const SampleFile& other : all)
            usableSample(other, userFolder()); // they are opened as one folder
        auto copy = usableSample(sample, userFolder());
        QMetaObject::invokeMethod(this, [this, sample, copy = std::move(copy)] {
            if (!copy) {
                showError(copy.error(), Severity::Problem);
                return;
            }
            m_window.selectModel(QString::fromStdString(sample.model));
            m_opening.openPath(*copy);
        });
    });
}

void Program::noteRecent(const QString& path)
{
    QStringList recent = QSettings().value("recent").toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    while (recent.size() > 8)
        recent.removeLast();
    QSettings().setValue("recent", recent);
    m_window.setRecent(recent);
}

void Program::showFacts()
{
    if (!m_session.isOpen()) {
        m_window.setImageFacts({});
        return;
    }
    const Volume& volume = *m_session.volume();
    Facts facts{
        {tr("File"), QString::fromStdString(volume.source.files.front().filename().string())},
        {tr("Format"), QString::fromStdString(volume.source.format)},
        {tr("Size"), tr("%1 × %2 px").arg(volume.size.width).arg(volume.size.height)},
        {tr("Channels"), volume.channels == 3 ? tr("colour") : tr("grey")}};
    if (volume.depth() > 1)
        facts.emplace_back(tr("Slices"), QString::number(volume.depth()));
    if (volume.volumeCount() > 1)
        facts.emplace_back(tr("Points in time"), QString::number(volume.volumeCount()));
    if (isSalvaged(volume))
        facts.emplace_back(tr("Cut file"), tr("missing pixels are 0"));
    if (volume.geometry.calibration != Calibration::None)
        facts.emplace_back(tr("Spacing"),
                           tr("%1 × %2 mm%3")
                               .arg(QLocale().toString(volume.geometry.columnSpacingMm, 'g', 4))
                               .arg(QLocale().toString(volume.geometry.rowSpacingMm, 'g', 4))
                               .arg(volume.geometry.calibration == Calibration::Detector
                                        ? tr(" at detector")
                                        : QString()));
    m_window.setImageFacts(facts);
}

void Program::showError(const Error& error, Severity severity)
{
    m_window.showMessage({severity, errorText(error), QString::fromStdString(error.detail), {}});
}

// Everything is on disk already, or will be within this call.
void Program::saveBeforeExit()
{
    m_running.stop();
    m_exporting.cancel();
    m_importing.cancel();
    m_figuring.cancel();
    m_releasing.cancel();
    m_keeping.leave();
    if (const auto saved = m_keeping.journal().flush(); !saved)
        qWarning("limn: %s", codeName(saved.error().code).data());
}

} // namespace limn
