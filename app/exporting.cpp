#include "app/exporting.h"

#include "app/mask_export.h"
#include "io/masks/datasets.h"

#include <algorithm>
#include <array>

namespace limn {

namespace fs = std::filesystem;

namespace {

bool isWanted(const WorkItem& item, ExportScope scope)
{
    return item.status == ImageStatus::Accepted
        || (item.status == ImageStatus::Edited && scope == ExportScope::EditedAndAccepted);
}

// What there is to write; a format without anything (probabilities where no model ran) is left out.
std::vector<MaskFormat> available(const std::vector<MaskFormat>& formats, const MaskExport& masks)
{
    std::vector<MaskFormat> some;
    std::ranges::copy_if(formats, std::back_inserter(some), [&masks](MaskFormat format) {
        const std::span one(&format, 1);
        return checkFormats(masks.source, masks.geometry, one)
            && !plannedFiles(masks, {}, one).empty();
    });
    return some;
}

QStringList existingOf(const std::vector<fs::path>& files)
{
    QStringList existing;
    for (const auto& file : files)
        if (std::error_code error; fs::exists(fs::symlink_status(file, error)))
            existing << QString::fromStdString(file.filename().string());
    return existing;
}

// What ends the export; anything else is about one image, and the others go on.
bool isOfTheFolder(ErrorCode code)
{
    constexpr std::array codes{ErrorCode::Cancelled, ErrorCode::WriteFailed, ErrorCode::DiskFull,
                               ErrorCode::ReadOnly,  ErrorCode::NotFound,    ErrorCode::Internal};
    return std::ranges::find(codes, code) != codes.end();
}

} // namespace

Exporting::Exporting(Session& session, WorkList& workList, FileThread& files, ImportClient& client,
                     Keeping& keeping, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_workList(workList)
    , m_files(files)
    , m_client(client)
    , m_keeping(keeping)
{
    // What is to do is known by its place in the list, and what is kept by the opened folder.
    connect(&workList, &WorkList::itemsChanged, this, [this] {
        m_refused.clear();
        cancel();
    });
}

void Exporting::begin(const ExportChoice& choice)
{
    if (m_isExporting)
        return;
    m_choice = choice;
    m_formats.clear();
    for (const QString& name : choice.formats)
        if (const auto format = maskFormatNamed(name.toStdString()))
            m_formats.push_back(*format);
    m_images.clear();
    if (choice.isReplacing)
        m_images = m_refused;
    else if (choice.scope == ExportScope::CurrentImage) {
        if (m_workList.current() >= 0)
            m_images.push_back(m_workList.current());
    } else
        for (int i = 0; i < static_cast<int>(m_workList.items().size()); ++i)
            if (isWanted(m_workList.items()[static_cast<std::size_t>(i)], choice.scope))
                m_images.push_back(i);
    m_refused.clear();
    m_existing.clear();
    m_failures.clear();
    m_leftOut.clear();
    m_done = 0;
    m_fileCount = 0;
    m_imageCount = 0;
    m_isExporting = true;
    m_stop = {};
    next();
}

void Exporting::cancel()
{
    m_stop.request_stop();
}

void Exporting::next()
{
    Q_EMIT progress(static_cast<int>(m_done), static_cast<int>(m_images.size()));
    if (m_stop.stop_requested()) {
        endWith([this] { Q_EMIT cancelled(static_cast<int>(m_done)); });
        return;
    }
    if (m_done == m_images.size()) {
        finish();
        return;
    }
    const int index = m_images[m_done];
    if (index == m_workList.current() && m_keeping.image()) {
        std::vector<std::vector<StepPtr>> steps(
            static_cast<std::size_t>(m_session.volume()->sliceCount()));
        steps[static_cast<std::size_t>(m_session.currentSlice())] = m_session.steps();
        write([stem = m_workList.items()[static_cast<std::size_t>(index)].name.toStdString(),
               volume = *m_session.volume(), state = m_session.state(),
               steps = std::move(steps)]() mutable {
            return maskExportOf(stem, volume, std::move(state), std::move(steps));
        });
    } else {
        exportKept(index);
    }
}

// The image is opened again, so that its content is known to be what the work was done on.
void Exporting::exportKept(int index)
{
    const WorkItem& item = m_workList.items()[static_cast<std::size_t>(index)];
    m_files.post(
        FileThread::Turn::Later,
        [this, stem = item.name.toStdString(), image = item.files(),
         own = m_stop](std::stop_token stop) mutable {
            const std::stop_callback both(stop, [&own] { own.request_stop(); });
            auto volume = m_client.open(image, own.get_token());
            QMetaObject::invokeMethod(this, [this, stem, path = image.path, volume = std::move(volume)] {
                if (m_stop.stop_requested()) {
                    next();
                    return;
                }
                if (!volume) {
                    skip(volume.error());
                    return;
                }
                const VolumePtr opened = *volume;
                m_keeping.journal().readImage(
                    m_keeping.keyOf(path, *opened), [this, stem, opened, path](Result<KeptImage> kept) {
                        if (m_stop.stop_requested()) // the list may be another one by now
                            next();
                        else if (!kept)
                            skip(kept.error());
                        else if (!kept->state)
                            skip({ErrorCode::ImageChanged, path.filename().string(), {}});
                        else
                            write([stem, opened, state = std::move(*kept->state)]() mutable {
                                return maskExportOf(stem, *opened, std::move(state), {});
                            });
                    });
            });
        });
}

void Exporting::write(std::move_only_function<MaskExport()> make)
{
    const auto ifExists = m_choice.isReplacing ? IfExists::Replace : IfExists::Refuse;
    m_files.post(FileThread::Turn::Later,
                 [this, make = std::move(make), wanted = m_formats, datasets = m_choice.datasets,
                  folder = fs::path(m_choice.folder.toStdString()), ifExists,
                  own = m_stop](std::stop_token stop) mutable {
                     const std::stop_callback both(stop, [&own] { own.request_stop(); });
                     MaskExport masks = make();
                     masks.datasets = datasets;
                     if (const auto fitting = checkFormats(masks.source, masks.geometry, wanted);
                         !fitting)
                         QMetaObject::invokeMethod(this, [this, error = fitting.error()] {
                             m_leftOut.push_back(error);
                         });
                     const auto formats = available(wanted, masks);
                     const auto existing = ifExists == IfExists::Refuse
                         ? existingOf(plannedFiles(masks, folder, formats))
                         : QStringList();
                     if (!existing.isEmpty()) {
                         QMetaObject::invokeMethod(this, [this, existing] { askLater(existing); });
                         return;
                     }
                     std::error_code made; // what fails here, writeMasks() tells
                     fs::create_directories(folder, made);
                     auto written =
                         writeMasks(masks, folder, formats, ifExists, own.get_token(), &m_client);
                     QMetaObject::invokeMethod(
                         this, [this, written = std::move(written)] { imageDone(written); });
                 });
}

void Exporting::imageDone(const Result<std::vector<fs::path>>& written)
{
    if (!written && !isOfTheFolder(written.error().code)) {
        skip(written.error());
        return;
    }
    if (!written) {
        endWith([this, error = written.error()] {
            Q_EMIT progress(0, 0);
            if (error.code == ErrorCode::Cancelled)
                Q_EMIT cancelled(static_cast<int>(m_done));
            else
                Q_EMIT failed(error);
        });
        return;
    }
    m_fileCount += static_cast<int>(written->size());
    m_imageCount += written->empty() ? 0 : 1;
    ++m_done;
    next();
}

// An image that does not open any more is told at the end; the others go on.
void Exporting::skip(const Error& error)
{
    m_failures.push_back(error);
    ++m_done;
    next();
}

// The other images go on meanwhile, and the question comes once.
void Exporting::askLater(const QStringList& existing)
{
    m_refused.push_back(m_images[m_done]);
    m_existing << existing;
    ++m_done;
    next();
}

void Exporting::finish()
{
    endWith([this] {
        Q_EMIT ended(m_imageCount, m_fileCount, m_choice.folder);
        for (const Error& error : m_failures)
            Q_EMIT failed(error);
        if (!m_leftOut.empty())
            tellLeftOut();
        if (!m_refused.empty())
            Q_EMIT wouldOverwrite(m_existing, m_choice);
    });
}

// Also after a stop: what was written of finished images is a whole data set.
void Exporting::endWith(std::function<void()> tell)
{
    if (m_imageCount == 0) {
        m_isExporting = false;
        tell();
        return;
    }
    m_files.post(FileThread::Turn::Later,
                 [this, tell = std::move(tell), formats = m_formats,
                  folder = fs::path(m_choice.folder.toStdString())](std::stop_token stop) {
                     auto done = finishDatasets(folder, formats, stop);
                     QMetaObject::invokeMethod(this, [this, tell, done = std::move(done)] {
                         m_isExporting = false;
                         tell();
                         if (!done && done.error().code != ErrorCode::Cancelled)
                             Q_EMIT failed(done.error());
                     });
                 });
}

// One message for all of them, however large the folder.
void Exporting::tellLeftOut()
{
    Error error = m_leftOut.front();
    if (m_leftOut.size() > 1)
        error.subject =
            tr("Each of %n images", nullptr, static_cast<int>(m_leftOut.size())).toStdString();
    Q_EMIT failed(error);
}

} // namespace limn
