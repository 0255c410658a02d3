#include "io/work/journal_worker.h"

#include <algorithm>
#include <cassert>

namespace limn {
namespace {

constexpr std::chrono::milliseconds stateDelay{300};
constexpr std::chrono::seconds retryDelay{1};

} // namespace

JournalWorker::JournalWorker(Journal& journal)
    : m_journal(journal)
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(stateDelay);
    connect(&m_debounce, &QTimer::timeout, this, [this] {
        m_current->queueState();
        static_cast<void>(write());
    });
    m_retry.setInterval(retryDelay);
    connect(&m_retry, &QTimer::timeout, this, &JournalWorker::retryAll);
}

void JournalWorker::openFolder(const std::filesystem::path& folder)
{
    if (m_current) {
        static_cast<void>(flush());
        if (!m_current->isIdle())
            m_left.push_back(std::move(m_current));
    }
    m_current.reset(); // lets its lock go
    const auto left =
        std::ranges::find_if(m_left, [&](const auto& one) { return one->folder() == folder; });
    if (left != m_left.end()) {
        m_current = std::move(*left);
        m_left.erase(left);
    } else {
        m_current = std::make_unique<FolderWriter>(folder);
    }
    FolderWork work{.folder = folder, .file = {}, .isWritable = true, .notices = {}, .images = {}};
    const auto opened = m_current->open();
    const auto images = opened ? m_current->summaries() : std::unexpected(opened.error());
    if (!images) {
        QMetaObject::invokeMethod(
            &m_journal, [this, error = images.error()] { Q_EMIT m_journal.folderFailed(error); });
        return;
    }
    work.file = m_current->file()->file();
    work.isWritable = m_current->file()->isWritable();
    work.notices = m_current->file()->notices();
    work.images = *images;
    tellNotices(*m_current);
    QMetaObject::invokeMethod(&m_journal, [this, work] { Q_EMIT m_journal.folderOpened(work); });
}

Result<KeptImage> JournalWorker::read(const ImageKey& key)
{
    assert(m_current);
    static_cast<void>(flush()); // what can't be written is laid over what is read
    return m_current->read(key);
}

void JournalWorker::adopt(const ImageKey& key)
{
    m_current->adopt(key);
    static_cast<void>(write());
}

void JournalWorker::strokes(const ImageKey& key, std::vector<Stroke> strokes)
{
    m_current->add(key, std::move(strokes));
    static_cast<void>(write());
}

void JournalWorker::state(const ImageKey& key, StateUpdate update)
{
    m_current->setState(key, std::move(update));
    if (!m_debounce.isActive())
        m_debounce.start();
}

void JournalWorker::leave(const ImageKey& key)
{
    m_current->leave(key);
    static_cast<void>(write());
}

// A file of its own for the moment; the work file that is open may be the one that can't be written.
Result<std::filesystem::path> JournalWorker::saveCopy(const std::filesystem::path& folder,
                                                      const ImageKey& key, StudyState state)
{
    const auto file = WorkFile::open(folder);
    if (!file)
        return std::unexpected(file.error());
    if (!(*file)->isWritable())
        return std::unexpected((*file)->notices().back());
    std::vector<Stroke> strokes;
    for (int slice = 0; slice < state.human.sliceCount; ++slice) {
        const auto bytes = state.human.slice(slice);
        if (std::ranges::any_of(bytes, [](Label label) { return label != untouched; }))
            strokes.push_back({slice, wholeOf(state.human.size), {bytes.begin(), bytes.end()}});
    }
    if (!strokes.empty())
        if (const auto added = (*file)->images()->addStrokes(key, strokes); !added)
            return std::unexpected(added.error());
    if (const auto written = (*file)->images()->writeState(key, updateOf(std::move(state))); !written)
        return std::unexpected(written.error());
    return (*file)->file();
}

void JournalWorker::tellNotices(FolderWriter& folder)
{
    for (const WorkNotice& notice : folder.takeNotices())
        QMetaObject::invokeMethod(&m_journal, [this, notice] { Q_EMIT m_journal.noticed(notice); });
}

Result<void> JournalWorker::flush()
{
    if (m_current)
        m_current->queueState();
    for (const auto& folder : m_left)
        if (const auto done = folder->drain(); !done)
            return done;
    return m_current ? write() : Result<void>{};
}

void JournalWorker::close()
{
    m_debounce.stop();
    m_retry.stop();
    m_current.reset();
    m_left.clear();
}

Result<void> JournalWorker::write()
{
    const bool wasIdle = m_current->isIdle();
    const auto done = m_current->drain();
    tellNotices(*m_current);
    if (!done)
        tell(done.error());
    else if (!wasIdle && m_current->isIdle())
        tellSaved();
    return done;
}

void JournalWorker::retryAll()
{
    for (const auto& folder : m_left)
        retryOne(*folder, false);
    std::erase_if(m_left, [](const auto& folder) { return folder->isIdle(); });
    if (m_current && m_current->isFailing())
        retryOne(*m_current, true);
    if (!isAnyWaiting())
        m_retry.stop();
}

void JournalWorker::retryOne(FolderWriter& folder, bool isCurrent)
{
    bool isNewFile = false;
    const auto done = folder.retry(isNewFile);
    tellNotices(folder);
    if (isNewFile && isCurrent)
        QMetaObject::invokeMethod(&m_journal, [this] { Q_EMIT m_journal.startedAnew(); });
    if (!done)
        tell(done.error());
    else if (folder.isIdle())
        tellSaved();
}

bool JournalWorker::isAnyWaiting() const
{
    return !m_left.empty() || (m_current && m_current->isFailing());
}

void JournalWorker::tell(const Error& error)
{
    if (!m_retry.isActive())
        m_retry.start();
    if (std::exchange(m_isTold, true))
        return;
    QMetaObject::invokeMethod(&m_journal, [this, error] { Q_EMIT m_journal.failed(error); });
}

void JournalWorker::tellSaved()
{
    if (isAnyWaiting())
        return;
    m_isTold = false;
    QMetaObject::invokeMethod(&m_journal, [this, time = QDateTime::currentDateTime(),
                                           calls = m_lastCall] { m_journal.tellSaved(time, calls); });
}

} // namespace limn
