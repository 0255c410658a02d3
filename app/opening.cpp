#include "app/opening.h"

#include "app/image_list.h"
#include "app/thumbnail_image.h"
#include "io/work/folder.h"
#include "model/data/import_wire.h"
#include "ui/session/error_text.h"
#include "ui/session/stack_text.h"

#include <QDateTime>

#include <algorithm>

namespace limn {

namespace fs = std::filesystem;

namespace {

QString shown(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

int firstShownSlice(const Volume& volume)
{
    return volume.geometry.sliceOriginsMm.size() < 2 ? 0 : volume.depth() / 2;
}

bool isSalvaged(const Volume& volume)
{
    return std::ranges::any_of(volume.notes, [](const std::string& note) {
        return note.starts_with(salvageNote);
    });
}

Opening::Opening(Session& session, WorkList& workList, FileThread& files, ImportClient& client,
                 Keeping& keeping, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_workList(workList)
    , m_files(files)
    , m_client(client)
    , m_keeping(keeping)
    , m_ahead(files, client, this)
{
    connect(&workList, &WorkList::currentChanged, this, &Opening::openImage);
    connect(&session, &Session::sliceNeeded, this, &Opening::readSlice);
    connect(&session, &Session::statusChanged, this, [this] {
        if (m_keeping.image())
            m_workList.setStatus(m_workList.current(), m_session.status());
    });
    connect(&session, &Session::doubtChanged, this, [this] {
        if (m_keeping.image())
            m_workList.setDoubt(m_workList.current(), m_session.doubt());
    });
    connect(&session, &Session::notesChanged, this, [this] {
        if (m_keeping.image())
            m_workList.setNotes(m_workList.current(), m_session.notes());
    });
    connect(&session, &Session::stateChanged, this, &Opening::noteChange);
    connect(&session, &Session::edited, this, &Opening::noteChange);
    connect(&keeping.journal(), &Journal::folderOpened, this, &Opening::showKept);
    connect(&keeping.journal(), &Journal::folderFailed, this, [this](const Error& error) {
        Q_EMIT failed(error);
        showKept({});
    });
}

// To the second: a row that moves with every stroke would be restless.
void Opening::noteChange()
{
    if (m_keeping.image())
        m_workList.setUpdated(m_workList.current(),
                              QDateTime::currentSecsSinceEpoch() * 1000);
}

void Opening::salvage()
{
    const int index = m_workList.current();
    if (index < 0)
        return;
    m_salvaged = m_workList.items()[static_cast<std::size_t>(index)].path;
    openImage(index);
}

void Opening::openImage(int index)
{
    const int number = ++m_opening; // what is on its way is of another image
    m_openingStop.request_stop();
    m_openingStop = {};
    m_isOpening = index >= 0;
    if (index < 0)
        return;
    const ImageFiles image = m_workList.items()[static_cast<std::size_t>(index)].files();
    const bool isSalvage = image.path == m_salvaged;
    if (const auto ahead = isSalvage ? std::nullopt : m_ahead.take(image.path)) {
        showImage(index, ahead->volume);
        verify(*ahead);
        return;
    }
    m_ahead.pause();
    const bool hasPreview = image.path == std::exchange(m_previewed, {});
    m_files.post(FileThread::Turn::Now, [this, image, index, number, isSalvage, hasPreview,
                                         own = m_openingStop](std::stop_token stop) mutable {
        if (own.stop_requested())
            return;
        const std::stop_callback both(stop, [&own] { own.request_stop(); });
        if (!isSalvage && !image.stack && !hasPreview)
            preview(image, number, own.get_token());
        m_client.setSalvaging(isSalvage);
        auto volume = openForShowing(m_client, image, own.get_token());
        m_client.setSalvaging(false);
        QMetaObject::invokeMethod(this, [this, index, number, volume = std::move(volume)] {
            if (number != m_opening)
                return;
            if (volume) {
                showImage(index, *volume);
                return;
            }
            m_isOpening = false;
            m_keeping.leave();
            m_session.close();
            m_workList.setError(index, errorText(volume.error()));
            const fs::path& path = m_workList.items()[static_cast<std::size_t>(index)].path;
            if (volume.error().code == ErrorCode::Truncated && mayBeDicom(path)
                && path != m_salvaged)
                Q_EMIT imageCut(volume.error());
            else
                Q_EMIT imageFailed(volume.error());
        });
    });
}

// On the file thread.
void Opening::preview(const ImageFiles& image, int number, const std::stop_token& stop)
{
    const auto small = m_client.preview(image.path, stop);
    if (!small)
        return; // it has none, or opening it tells what is wrong
    QMetaObject::invokeMethod(this, [this, path = image.path, number, small = imageOf(*small)] {
        if (number == m_opening)
            showPreview(path, small);
    });
}

// What is open is left: it must not be taken for the picture that comes.
void Opening::showPreview(const fs::path& path, const QImage& small)
{
    m_keeping.leave();
    m_session.close();
    m_previewed = path;
    Q_EMIT previewed(small);
}

// A file that was written since it was decoded is opened again.
void Opening::verify(const DecodedAhead::Image& image)
{
    m_files.post(FileThread::Turn::Now, [this, path = image.files.path, stamp = image.stamp,
                                         number = m_opening](const std::stop_token&) {
        if (DecodedAhead::stampOf(path) == stamp)
            return;
        QMetaObject::invokeMethod(this, [this, number] {
            if (number == m_opening)
                openImage(m_workList.current());
        });
    });
}

// What Enter will open, and the neighbours in the list.
void Opening::wantNext()
{
    std::vector<int> next = m_workList.nextTodos(2);
    const std::vector<int> shown = m_workList.shown();
    const auto here = std::ranges::find(shown, m_workList.current());
    if (here != shown.end() && std::next(here) != shown.end())
        next.push_back(*std::next(here));
    if (here != shown.end() && here != shown.begin())
        next.push_back(*std::prev(here));
    std::vector<ImageFiles> images;
    for (const int index : next) {
        const WorkItem& item = m_workList.items()[static_cast<std::size_t>(index)];
        if (item.error.isEmpty()
            && std::ranges::find(images, item.path, &ImageFiles::path) == images.end())
            images.push_back(item.files());
    }
    m_ahead.want(std::move(images));
}

void Opening::showImage(int index, const VolumePtr& volume)
{
    m_keeping.leave();
    const auto& path = m_workList.items()[static_cast<std::size_t>(index)].path;
    const ImageKey key = m_keeping.keyOf(path, *volume);
    m_keeping.journal().readImage(
        key, [this, index, number = m_opening, volume, key](const Result<KeptImage>& kept) {
            if (number == m_opening)
                openWithState(index, volume, key, kept);
        });
}

void Opening::openWithState(int index, const VolumePtr& volume, const ImageKey& key,
                            const Result<KeptImage>& kept)
{
    std::optional<StudyState> state;
    m_otherState.reset();
    if (kept) {
        state = kept->state;
        m_otherState = kept->stateOfOtherContent;
    } else {
        Q_EMIT failed(kept.error());
    }
    m_isOpening = false;
    m_session.open(volume, state);
    const auto& item = m_workList.items()[static_cast<std::size_t>(index)];
    const int chosen = sliceIn(item.files(), m_selected);
    m_selected.clear();
    if (const int shown = chosen > 0 ? chosen : firstShownSlice(*volume); shown > 0)
        m_session.setCurrentSlice(shown);
    m_keeping.follow(key);
    m_workList.setError(index, {});
    m_workList.setStatus(index, m_session.status());
    m_workList.setDoubt(index, m_session.doubt());
    m_workList.setNotes(index, m_session.notes());
    Q_EMIT imageOpened(shown(item.path));
    wantNext();
    if (isSalvaged(*volume))
        Q_EMIT noticed(tr("%1 is cut. What is there is shown; the missing pixels are 0.").arg(item.name));
    if (const QString words = findingsText(item.name, volume->findings); !words.isEmpty())
        Q_EMIT noticed(words);
    if (m_otherState)
        Q_EMIT otherContentFound(item.name);
}

void Opening::takeOver()
{
    if (!m_keeping.image() || !m_otherState || m_otherState->human.size != m_keeping.image()->size)
        return;
    const ImageKey key = *m_keeping.image();
    m_keeping.leave();
    m_keeping.journal().adopt(key);
    openImage(m_workList.current());
}

void Opening::readSlice(int slice)
{
    if (m_workList.current() < 0)
        return;
    const auto source = m_session.volume()->source.at(slice);
    m_files.post(FileThread::Turn::Now,
                 [this, source, slice, isSalvage = source.file == m_salvaged,
                  number = m_opening](std::stop_token stop) {
                     m_client.setSalvaging(isSalvage);
                     auto read = m_client.readSlice(source, std::move(stop));
                     m_client.setSalvaging(false);
                     QMetaObject::invokeMethod(this, [this, slice, number, read = std::move(read)] {
                         if (number != m_opening || !m_session.isOpen())
                             return;
                         if (read)
                             m_session.putSlice(slice, *read);
                         else
                             Q_EMIT imageFailed(read.error());
                     });
                 });
}

} // namespace limn
