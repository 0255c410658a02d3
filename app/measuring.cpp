#include "app/measuring.h"

#include "app/mask_export.h"
#include "app/model_input.h"
#include "model/files/durable_file.h"

#include <algorithm>

namespace limn {

namespace fs = std::filesystem;

namespace {

// Reads what is missing of the slices that hold a label.
Result<void> readLabelled(Volume& volume, const LabelMap& labels, ImportClient& client,
                          const std::stop_token& stop)
{
    for (int slice = 0; slice < labels.sliceCount; ++slice) {
        const bool isNeeded = std::ranges::any_of(labels.slice(slice),
                                                  [](Label label) { return label != background; });
        if (!isNeeded)
            continue;
        if (const auto read = readInto(volume, slice, client, stop); !read)
            return std::unexpected(read.error());
    }
    return {};
}

} // namespace

Measuring::Measuring(WorkList& workList, FileThread& files, ImportClient& client, Keeping& keeping,
                     QObject* parent)
    : QObject(parent)
    , m_workList(workList)
    , m_files(files)
    , m_client(client)
    , m_keeping(keeping)
{
    connect(&workList, &WorkList::itemsChanged, this, &Measuring::cancel);
}

void Measuring::begin(const QString& file)
{
    if (m_isBusy)
        return;
    m_file = file;
    m_images.clear();
    for (int i = 0; i < static_cast<int>(m_workList.items().size()); ++i) {
        const ImageStatus status = m_workList.items()[static_cast<std::size_t>(i)].status;
        if (status != ImageStatus::Todo && status != ImageStatus::Skipped)
            m_images.push_back(i);
    }
    m_made.clear();
    m_failures.clear();
    m_done = 0;
    m_isBusy = true;
    m_stop = {};
    next();
}

void Measuring::cancel()
{
    m_stop.request_stop();
}

void Measuring::next()
{
    if (m_stop.stop_requested()) {
        m_isBusy = false;
        Q_EMIT progress(0, 0);
        return;
    }
    Q_EMIT progress(static_cast<int>(m_done), static_cast<int>(m_images.size()));
    if (m_done == m_images.size())
        write();
    else
        open(m_images[m_done]);
}

// The image is opened again, so that its content is known to be what the work was done on.
void Measuring::open(int index)
{
    const ImageFiles image = m_workList.items()[static_cast<std::size_t>(index)].files();
    m_files.post(
        FileThread::Turn::Later, [this, image, own = m_stop](std::stop_token stop) mutable {
            const std::stop_callback both(stop, [&own] { own.request_stop(); });
            auto volume = m_client.open(image, own.get_token());
            QMetaObject::invokeMethod(
                this, [this, path = image.path, volume = std::move(volume)] {
                    if (m_stop.stop_requested())
                        return next();
                    if (!volume)
                        return add(std::unexpected(volume.error()));
                    m_keeping.sendPending(); // of the shown image
                    const ImageKey key = m_keeping.keyOf(path, **volume);
                    m_keeping.journal().readImage(
                        key, [this, key, volume = *volume, path](Result<KeptImage> kept) {
                            if (m_stop.stop_requested()) // the list may be another one by now
                                next();
                            else if (!kept)
                                add(std::unexpected(kept.error()));
                            else if (!kept->state)
                                add(fail(ErrorCode::ImageChanged, path.filename().string()));
                            else
                                measure(key, volume, std::move(*kept->state));
                        });
                });
        });
}

void Measuring::measure(const ImageKey& key, const VolumePtr& volume, StudyState state)
{
    ImageStatistics one;
    one.path = key.path;
    one.status = state.status;
    one.secondsSpent = state.secondsSpent;
    one.effort = state.effort;
    one.notes = state.notes;
    m_files.post(FileThread::Turn::Later,
                 [this, volume, state = std::move(state), one = std::move(one),
                  own = m_stop](std::stop_token stop) mutable {
                     const std::stop_callback both(stop, [&own] { own.request_stop(); });
                     const MaskExport masks = maskExportOf(one.path, *volume, std::move(state), {});
                     const auto read =
                         readLabelled(*volume, masks.labels, m_client, own.get_token());
                     Result<ImageStatistics> result = std::move(one);
                     if (read)
                         result->labels = statisticsOf(masks.labels, masks.table, *volume);
                     else
                         result = std::unexpected(read.error());
                     QMetaObject::invokeMethod(this, [this, result = std::move(result)]() mutable {
                         add(std::move(result));
                     });
                 });
}

void Measuring::add(Result<ImageStatistics> one)
{
    if (one)
        m_made.push_back(std::move(*one));
    else
        m_failures.push_back(one.error());
    ++m_done;
    next();
}

void Measuring::write()
{
    m_files.post(FileThread::Turn::Now,
                 [this, table = csvOf(m_made), file = m_file,
                  count = static_cast<int>(m_made.size())](const std::stop_token&) {
                     const auto written = writeDurably(
                         file.toStdString(), std::as_bytes(std::span(table)), IfExists::Replace);
                     QMetaObject::invokeMethod(this, [this, written, file, count] {
                         m_isBusy = false;
                         Q_EMIT progress(0, 0);
                         if (written)
                             Q_EMIT ended(count, file);
                         else
                             Q_EMIT failed(written.error());
                         for (const Error& error : m_failures)
                             Q_EMIT failed(error);
                     });
                 });
}

} // namespace limn
