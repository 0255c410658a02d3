#include "app/importing.h"

#include "app/mask_export.h"

#include <QCoreApplication>

#include <algorithm>

namespace limn {

namespace fs = std::filesystem;

namespace {

std::string placeholder()
{
    return QCoreApplication::translate("limn::Session", "Label 1").toStdString();
}

// All that fitting needs; the slices stay where they are.
Volume withoutSlices(const Volume& volume)
{
    Volume facts = volume;
    facts.slices.assign(volume.slices.size(), nullptr);
    return facts;
}

StudyState begunState(const ImageKey& key)
{
    StudyState state;
    state.human = untouchedLayer(key.size, key.sliceCount);
    state.labels = tableOf({placeholder()});
    return state;
}

} // namespace

Importing::Importing(Session& session, WorkList& workList, FileThread& files, ImportClient& client,
                     Keeping& keeping, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_workList(workList)
    , m_files(files)
    , m_client(client)
    , m_keeping(keeping)
{
    // Pictures are known by their places in the list.
    connect(&workList, &WorkList::itemsChanged, this, &Importing::cancel);
}

void Importing::begin(const QStringList& files, bool isReplacing)
{
    if (m_isImporting || files.isEmpty())
        return;
    m_isImporting = true;
    m_isReplacing = isReplacing;
    m_stop = {};
    m_outcome = {};
    m_outcome.files = files;
    m_images.clear();
    m_done = 0;
    std::vector<fs::path> masks;
    std::vector<std::string> stems;
    std::vector<ImageFiles> images;
    for (const WorkItem& item : m_workList.items()) {
        stems.push_back(item.name.toStdString());
        images.push_back(item.files());
    }
    for (const QString& file : files)
        masks.emplace_back(file.toStdString());
    Q_EMIT progress(0, 0);
    m_files.post(FileThread::Turn::Now,
                 [this, masks, images, stems = std::move(stems),
                  open = m_keeping.image() ? m_workList.current() : -1,
                  own = m_stop](std::stop_token stop) mutable {
                     const std::stop_callback both(stop, [&own] { own.request_stop(); });
                     auto plan = plannedMasks(masks, images, stems, open, m_client, own.get_token());
                     QMetaObject::invokeMethod(this, [this, plan = std::move(plan)]() mutable {
                         m_images = std::move(plan.images);
                         m_outcome.refused = std::move(plan.refused);
                         next();
                     });
                 });
}

void Importing::cancel()
{
    m_stop.request_stop();
}

void Importing::next()
{
    if (m_stop.stop_requested() || m_done == m_images.size()) {
        finish();
        return;
    }
    Q_EMIT progress(static_cast<int>(m_done), static_cast<int>(m_images.size()));
    const ImagePlan& plan = m_images[m_done];
    if (plan.image == m_workList.current() && m_keeping.image())
        takeShown(plan);
    else
        takeKept(plan);
}

void Importing::takeShown(const ImagePlan& plan)
{
    m_files.post(FileThread::Turn::Now,
                 [this, plan, picture = withoutSlices(*m_session.volume()),
                  table = m_session.labelTable(), own = m_stop](std::stop_token stop) mutable {
                     const std::stop_callback both(stop, [&own] { own.request_stop(); });
                     auto read = readMasks(plan.masks, picture, m_client, own.get_token());
                     QMetaObject::invokeMethod(
                         this, [this, plan, table, read = std::move(read)] {
                             if (m_stop.stop_requested())
                                 finish();
                             else if (plan.image != m_workList.current() || !m_keeping.image())
                                 takeKept(plan); // the person has gone on meanwhile
                             else
                                 applyToShown(plan, read, table);
                         });
                 });
}

void Importing::applyToShown(const ImagePlan& plan, const ReadMasks& read, const LabelTable& table)
{
    if (m_session.labelTable() != table) {
        takeShown(plan);
        return;
    }
    const auto joined =
        joinedMasks(read, table, isBegun(table, m_session.human(), placeholder()));
    auto edits = read.masks.empty() ? std::vector<LabelEdit>()
                                    : editsOf(joined, m_session.human(), m_session.labels());
    if (joined.table != table || !edits.empty()) {
        m_session.undoStack().beginMacro(tr("Import a mask"));
        m_session.setLabelTable(joined.table);
        m_session.apply(tr("Import a mask"), std::move(edits));
        m_session.undoStack().endMacro();
    }
    if (std::ranges::any_of(table.rows, &LabelRow::isLocked))
        m_outcome.notes << tr("Pixels of locked labels were left as they are.");
    imageDone(read);
}

void Importing::takeKept(const ImagePlan& plan)
{
    m_files.post(
        FileThread::Turn::Now,
        [this, plan, image = m_workList.items()[static_cast<std::size_t>(plan.image)].files(),
         own = m_stop](std::stop_token stop) mutable {
            const std::stop_callback both(stop, [&own] { own.request_stop(); });
            auto volume = m_client.open(image, own.get_token());
            ReadMasks read;
            if (volume)
                read = readMasks(plan.masks, **volume, m_client, own.get_token());
            else
                read.refused.push_back(volume.error());
            QMetaObject::invokeMethod(this, [this, plan, path = image.path,
                                             volume = std::move(volume),
                                             read = std::move(read)]() mutable {
                if (!volume || read.masks.empty() || m_stop.stop_requested()) {
                    imageDone(read);
                    return;
                }
                const ImageKey key = m_keeping.keyOf(path, **volume);
                m_keeping.journal().readImage(
                    key, [this, image = plan.image, key,
                          read = std::move(read)](Result<KeptImage> kept) mutable {
                        writeKept(image, key, std::move(read), kept);
                    });
            });
        });
}

void Importing::writeKept(int image, const ImageKey& key, ReadMasks read,
                          const Result<KeptImage>& kept)
{
    if (m_stop.stop_requested()) { // the list may be another one by now
        finish();
        return;
    }
    const WorkItem& item = m_workList.items()[static_cast<std::size_t>(image)];
    StudyState state = kept && kept->state ? *kept->state : begunState(key);
    if (!kept)
        read = {{}, {kept.error()}, {}};
    else if (hasWork(state) && !m_isReplacing) {
        m_outcome.leftOut << item.name;
        read = {};
    }
    if (read.masks.empty()) {
        imageDone(read);
        return;
    }
    if (image == m_workList.current()) { // shown meanwhile
        next();
        return;
    }
    m_files.post(FileThread::Turn::Now, [this, image, key, state = std::move(state),
                                         read = std::move(read)](const std::stop_token&) mutable {
        const auto joined =
            joinedMasks(read, state.labels, isBegun(state.labels, state.human, placeholder()));
        auto strokes = strokesOf(editsOf(joined, state.human, composedOf(state)));
        auto update = importedState(std::move(state), joined.table);
        QMetaObject::invokeMethod(this, [this, image, key, strokes = std::move(strokes),
                                         update = std::move(update), read = std::move(read)] {
            if (m_stop.stop_requested() || image == m_workList.current()) {
                next();
                return;
            }
            m_keeping.journal().strokes(key, strokes);
            m_keeping.journal().state(key, update);
            m_keeping.journal().leaveImage(key);
            m_workList.setStatus(image, ImageStatus::Edited);
            imageDone(read);
        });
    });
}

void Importing::note(const ReadMasks& read)
{
    m_outcome.refused.insert(m_outcome.refused.end(), read.refused.begin(), read.refused.end());
    for (const std::string& words : read.notes)
        m_outcome.notes << QString::fromStdString(words);
}

void Importing::imageDone(const ReadMasks& read)
{
    note(read);
    m_outcome.masks += static_cast<int>(read.masks.size());
    m_outcome.images += read.masks.empty() ? 0 : 1;
    ++m_done;
    next();
}

void Importing::finish()
{
    m_isImporting = false;
    m_outcome.notes.removeDuplicates();
    Q_EMIT ended(m_outcome);
}

} // namespace limn
