#include "io/work/folder_writer.h"

#include <algorithm>
#include <utility>

namespace limn {
namespace {

constexpr int rowsBetweenSnapshots = 500;

// What is not in the file yet can't be undone: the file's history ends before it.
void layOver(StudyState& state, const std::vector<Stroke>& strokes)
{
    for (const Stroke& stroke : strokes) {
        putInto(state.human.slice(stroke.slice), state.human.size, stroke.box, stroke.bytes);
        state.lastEdit = std::max(state.lastEdit, stroke.number);
    }
    state.status = ImageStatus::Edited;
    state.history.clear();
}

void layOver(StudyState& state, const StateUpdate& update)
{
    state.labels = update.labels;
    state.threshold = update.threshold;
    state.baseStep = update.baseStep;
    state.status = update.status;
    state.secondsSpent = update.secondsSpent;
    state.notes = update.notes;
    if (!update.looks.empty())
        state.looks = update.looks;
    for (const auto& [slice, made] : update.maps) {
        state.baseMaps[static_cast<std::size_t>(slice)] = *made.map;
        state.runs[static_cast<std::size_t>(slice)] = made.run;
    }
}

StudyState emptyState(const ImageKey& key)
{
    StudyState state;
    state.human = untouchedLayer(key.size, key.sliceCount);
    state.baseMaps.resize(static_cast<std::size_t>(key.sliceCount));
    state.runs.resize(static_cast<std::size_t>(key.sliceCount));
    return state;
}

} // namespace

FolderWriter::FolderWriter(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
}

Result<void> FolderWriter::open()
{
    m_file.reset(); // first, for the lock is ours
    auto file = WorkFile::open(m_folder);
    if (!file)
        return std::unexpected(file.error());
    m_file = std::move(*file);
    m_identity = m_file->identity();
    if (m_file->spaceNotice())
        m_notices.push_back(*m_file->spaceNotice());
    return {};
}

Result<std::vector<ImageSummary>> FolderWriter::summaries()
{
    if (!m_file || !m_file->images())
        return std::vector<ImageSummary>{};
    return m_file->images()->summaries();
}

void FolderWriter::add(const ImageKey& key, std::vector<Stroke> strokes)
{
    m_queue.push_back({key, std::move(strokes)});
}

void FolderWriter::adopt(const ImageKey& key)
{
    m_queue.push_back({key, Adoption{}});
}

void FolderWriter::leave(const ImageKey& key)
{
    queueState();
    m_queue.push_back({key, Leaving{}});
}

void FolderWriter::setState(const ImageKey& key, StateUpdate state)
{
    if (m_state && m_state->key != key)
        queueState();
    if (m_state) {
        state.maps.merge(m_state->state.maps); // maps that the newer one does not bring
        if (state.looks.empty())
            state.looks = std::move(m_state->state.looks);
    }
    m_state = PendingState{key, std::move(state)};
}

void FolderWriter::queueState()
{
    if (!m_state)
        return;
    m_queue.push_back({std::move(m_state->key), std::move(m_state->state)});
    m_state.reset();
}

Result<ImageStore*> FolderWriter::store()
{
    if (!m_file)
        return fail(ErrorCode::NotReadable, m_folder.string(), "no work file");
    if (!m_file->isWritable())
        return std::unexpected(m_file->notices().back());
    if (!m_file->isInPlace())
        return fail(ErrorCode::NotFound, m_file->file().string(),
                    "moved or removed while it was open");
    const auto foreign = m_file->keepForeignVersion();
    if (!foreign)
        return std::unexpected(foreign.error());
    if (*foreign)
        m_notices.push_back({WorkNotice::Kind::Changed, m_file->file().filename().string(),
                             (*foreign)->filename().string()});
    return m_file->images();
}

Result<void> FolderWriter::writeFirst()
{
    const Command& first = m_queue.front();
    return std::visit([&](const auto& what) { return write(first.key, what); }, first.what);
}

Result<void> FolderWriter::drain()
{
    while (!m_queue.empty()) {
        const auto done = writeFirst();
        const bool isHopeless = !done && done.error().code == ErrorCode::BadArgument;
        m_isFailing = !done && !isHopeless;
        m_isDiskFull = !done && done.error().code == ErrorCode::DiskFull;
        if (done || isHopeless)
            m_queue.pop_front();
        if (!done)
            return done;
    }
    return {};
}

Result<void> FolderWriter::retry(bool& isNewFile)
{
    const auto before = m_identity;
    if (!m_file || !m_isDiskFull)
        if (const auto opened = open(); !opened)
            return opened;
    isNewFile = before != WorkFile::Identity{} && before != m_identity;
    return drain();
}

Result<void> FolderWriter::write(const ImageKey& key, const std::vector<Stroke>& strokes)
{
    const auto images = store();
    if (!images)
        return std::unexpected(images.error());
    if (const auto added = (*images)->addStrokes(key, strokes); !added)
        return added;
    if (++m_rows[key.path] < rowsBetweenSnapshots)
        return {};
    m_rows[key.path] = 0;
    m_queue.insert(std::next(m_queue.begin()), {key, Leaving{}});
    return {};
}

Result<void> FolderWriter::write(const ImageKey& key, const StateUpdate& state)
{
    const auto images = store();
    return images ? (*images)->writeState(key, state) : std::unexpected(images.error());
}

Result<void> FolderWriter::write(const ImageKey& key, Adoption)
{
    const auto images = store();
    return images ? (*images)->adopt(key) : std::unexpected(images.error());
}

Result<void> FolderWriter::write(const ImageKey& key, Leaving)
{
    const auto images = store();
    if (!images)
        return std::unexpected(images.error());
    m_rows.erase(key.path);
    return (*images)->refreshSnapshot(key);
}

// The same content under a name that is not there any more is this picture, renamed.
Result<void> FolderWriter::recogniseRenamed(const ImageKey& key)
{
    const auto paths = m_file->images()->otherPaths(key);
    if (!paths)
        return std::unexpected(paths.error());
    for (const std::string& path : *paths)
        if (std::error_code none; !std::filesystem::exists(m_folder / path, none))
            return m_file->images()->rename(path, key);
    return {};
}

Result<KeptImage> FolderWriter::read(const ImageKey& key)
{
    KeptImage kept;
    const bool isQueued = std::ranges::find(m_queue, key, &Command::key) != m_queue.end();
    if (!m_file && !isQueued)
        return fail(ErrorCode::NotReadable, m_folder.string(), "no work file");
    if (m_file && m_file->images()) {
        if (m_file->isWritable())
            if (const auto found = recogniseRenamed(key); !found)
                return std::unexpected(found.error());
        auto read = m_file->images()->read(key);
        if (!read)
            return read;
        kept = std::move(*read);
    }
    for (const Command& command : m_queue) {
        if (command.key != key || std::holds_alternative<Leaving>(command.what))
            continue;
        if (std::holds_alternative<Adoption>(command.what)) {
            kept.state = std::exchange(kept.stateOfOtherContent, std::nullopt);
            continue;
        }
        if (!kept.state)
            kept.state = emptyState(key);
        if (const auto* strokes = std::get_if<std::vector<Stroke>>(&command.what))
            layOver(*kept.state, *strokes);
        else if (const auto* update = std::get_if<StateUpdate>(&command.what))
            layOver(*kept.state, *update);
    }
    if (kept.state)
        kept.stateOfOtherContent.reset();
    return kept;
}

} // namespace limn
