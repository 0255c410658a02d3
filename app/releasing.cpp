#include "app/releasing.h"

#include "app/release/release_text.h"
#include "io/work/work_place.h"
#include "ui/session/error_text.h"
#include "ui/view/main_window.h"
#include "ui/view/release_dialog.h"

#include <QCoreApplication>

#include <algorithm>

namespace limn {

namespace fs = std::filesystem;

namespace {

ReleaseOrder orderOf(const ReleaseChoice& choice, const fs::path& work)
{
    ReleaseOrder order;
    order.work = work;
    order.folder = choice.folder.toStdString();
    order.formats.clear();
    for (const QString& name : choice.formats)
        if (const auto format = maskFormatNamed(name.toStdString()))
            order.formats.push_back(*format);
    order.datasets = choice.datasets;
    order.images = choice.hasEditedImages ? ReleaseImages::EditedAndAccepted : ReleaseImages::Accepted;
    order.hasCopies = choice.hasCopies;
    order.isDeidentified = choice.isDeidentified;
    order.dates = choice.areDatesEmptied ? CopiedDates::Emptied : CopiedDates::Shifted;
    order.leavesOutBurnedIn = choice.leavesOutBurnedIn;
    order.key = choice.key.toStdString();
    constexpr PatientsBy by[] = {PatientsBy::Auto, PatientsBy::Folder, PatientsBy::Image,
                                 PatientsBy::Pattern};
    order.patients = by[static_cast<int>(choice.patients)];
    order.patientPattern = choice.patientPattern.toStdString();
    if (!choice.split.isEmpty())
        order.split = splitSharesFrom(choice.split.toStdString()).value_or(std::vector<SplitShare>());
    order.seed = choice.seed;
    order.licence = choice.licence.toStdString();
    return order;
}

// What goes into the data set's files in English.
QString inWords(const std::string& text)
{
    return QCoreApplication::translate("limn::Releasing", text.c_str());
}

// One line a matter: what was left out, what to look at, where the key is.
QString detailsOf(const ReleaseSummary& summary)
{
    QStringList lines;
    for (const SkippedImage& image : summary.skipped) {
        Error why = image.why;
        why.subject = image.name;
        lines << errorText(why);
    }
    for (const auto& [format, images] : summary.leftOut)
        lines << Releasing::tr("%1 left out of %n image(s): there was nothing to write.", nullptr, images)
                     .arg(QString::fromStdString(format));
    for (const auto& [warning, images] : summary.warnings)
        lines << Releasing::tr("%n image(s): %1", nullptr, images)
                     .arg(inWords(warningText(warning)));
    for (const auto& [how, images] : summary.how)
        lines << Releasing::tr("Patient known by %1: %n image(s).", nullptr, images)
                     .arg(inWords(how));
    if (!summary.key.empty())
        lines << Releasing::tr("Who is who is in %1. Keep it, and keep it apart from the data set.")
                     .arg(QString::fromStdString(summary.key.string()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Releasing::Releasing(const Opening& opening, Session& session, WorkList& workList,
                     FileThread& files, ImportClient& client, Keeping& keeping, MainWindow& window,
                     QObject* parent)
    : QObject(parent)
    , m_opening(opening)
    , m_session(session)
    , m_workList(workList)
    , m_files(files)
    , m_client(client)
    , m_keeping(keeping)
    , m_window(window)
{
    connect(&window, &MainWindow::releaseAsked, this, &Releasing::open);
    connect(&window, &MainWindow::cancelRequested, this, &Releasing::cancel);
    // Another folder's work file takes this one's place.
    connect(&workList, &WorkList::itemsChanged, this, [this] {
        if (!m_isMaking)
            return;
        cancel();
        failed({ErrorCode::Cancelled, {}, {}});
    });
}

ReleaseOffer Releasing::offer() const
{
    ReleaseOffer offer;
    for (const WorkItem& item : m_workList.items()) {
        const bool isAccepted = item.status == ImageStatus::Accepted;
        offer.accepted += isAccepted ? 1 : 0;
        offer.editedAndAccepted += isAccepted || item.status == ImageStatus::Edited ? 1 : 0;
    }
    if (m_workList.items().empty())
        return offer;
    const fs::path& folder = m_opening.folder();
    offer.folder = QString::fromStdString((folder.parent_path() / "data set").string());
    const auto place = placeOfWork(folder);
    offer.keyPlace =
        QString::fromStdString(place ? place->file.parent_path().string() : folder.string());
    return offer;
}

void Releasing::open()
{
    auto* dialog = new ReleaseDialog(offer(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReleaseDialog::chosen, this, &Releasing::begin);
    dialog->open();
}

void Releasing::begin(const ReleaseChoice& choice)
{
    if (m_isMaking || m_workList.items().empty())
        return;
    m_isMaking = true;
    ++m_number;
    m_stop = {};
    m_folder = choice.folder;
    m_window.setProgress(tr("Reading the images"), 0, 0);
    afterKeeping(orderOf(choice, m_opening.folder()));
}

// What is kept comes from the work file, so the shown image's last changes go there first.
void Releasing::afterKeeping(ReleaseOrder order)
{
    if (!m_keeping.image() || !m_session.isOpen()) {
        start(std::move(order));
        return;
    }
    const ImageKey key = *m_keeping.image();
    m_keeping.sendPending();
    m_keeping.journal().readImage(
        key, [this, order = std::move(order)](const Result<KeptImage>& kept) mutable {
            if (kept)
                start(std::move(order));
            else
                failed(kept.error());
        });
}

void Releasing::start(ReleaseOrder order)
{
    m_files.post(FileThread::Turn::Later, [this, order = std::move(order), number = m_number,
                                           stop = m_stop](const std::stop_token&) mutable {
        auto release = Release::open(std::move(order), m_client);
        if (release)
            next(std::move(*release), number, stop);
        else
            tell(number, [this, error = release.error()] { failed(error); });
    });
}

template <typename Tell> void Releasing::tell(int number, Tell tell)
{
    QMetaObject::invokeMethod(this, [this, number, tell = std::move(tell)] {
        if (m_isMaking && number == m_number)
            tell();
    });
}

// On the file thread: one step, then whatever else waits there.
void Releasing::next(ReleasePtr release, int number, const std::stop_source& stop)
{
    m_files.post(FileThread::Turn::Later, [this, release, number,
                                           own = stop](std::stop_token end) mutable {
        const std::stop_callback both(end, [&own] { own.request_stop(); });
        const auto stepped = release->step(own.get_token());
        if (!stepped) {
            tell(number, [this, error = stepped.error()] { failed(error); });
            return;
        }
        if (release->phase() == ReleasePhase::Done) {
            tell(number, [this, summary = release->summary()] { ended(summary); });
            return;
        }
        const QString words = release->phase() == ReleasePhase::Writing ? tr("Making the data set")
                                                                        : tr("Reading the images");
        tell(number, [this, words, done = release->done(), total = release->total()] {
            m_window.setProgress(words, done, total);
        });
        next(std::move(release), number, own);
    });
}

void Releasing::cancel()
{
    m_stop.request_stop();
}

void Releasing::leave()
{
    m_isMaking = false;
    m_window.clearProgress();
}

void Releasing::ended(const ReleaseSummary& summary)
{
    leave();
    const bool isWarning = !summary.skipped.empty() || !summary.warnings.empty();
    const QString words = summary.images == 0
        ? tr("No data set was made: no image could be exported.")
        : tr("Data set of %n image(s), %1 files, in %2.", nullptr, summary.images)
              .arg(summary.files)
              .arg(m_folder);
    const QString more = summary.skipped.empty()
        ? QString()
        : QLatin1Char(' ')
            + tr("%n image(s) were left out.", nullptr, static_cast<int>(summary.skipped.size()));
    m_window.showMessage({isWarning ? Severity::Warning : Severity::Note, words + more,
                          detailsOf(summary), {}});
}

void Releasing::failed(const Error& error)
{
    leave();
    if (error.code == ErrorCode::Cancelled)
        m_window.showMessage({Severity::Note,
                              tr("The data set is not finished; the same choice goes on where it stopped."),
                              {},
                              {}});
    else
        m_window.showMessage(
            {Severity::Problem, errorText(error), QString::fromStdString(error.detail), {}});
}

} // namespace limn
