// The door to what is kept of a folder: lives on the UI thread, works on a thread of its own.
#pragma once

#include "io/work/kept_image.h"
#include "io/work/work_notice.h"
#include "model/data/error.h"

#include <QDateTime>
#include <QObject>
#include <QThread>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace limn {

// What the work file of a folder said when it was opened.
struct FolderWork {
    std::filesystem::path folder;
    std::filesystem::path file;
    bool isWritable = true;
    std::vector<Error>
        notices; // WorkFileLocked, WorkFileNewer, WorkFileDamaged: see WorkFile::open
    std::vector<ImageSummary> images;
};

class JournalWorker;

// No call waits but flush(). Calls are carried out in their order. What can't be written (disk
// full, folder gone, locked by another Limn) stays in memory and is tried again every second until
// it is on disk, also when another folder is opened meanwhile.
class Journal : public QObject {
    Q_OBJECT

public:
    explicit Journal(QObject* parent = nullptr);
    ~Journal() override; // flush(), then the thread ends

    // Opens the folder's work file in place of the one before, then folderOpened or folderFailed.
    // What is drawn after folderFailed is kept in memory like after any other error.
    void openFolder(const std::filesystem::path& folder);

    // Calls back on this object's thread, never before it returns.
    void readImage(const ImageKey& key, std::function<void(Result<KeptImage>)> done);
    // Takes over the work on another content of the same path (KeptImage::stateOfOtherContent).
    void adopt(const ImageKey& key);

    // A finished change of the human layer, a stroke a slice: on disk at once, all or none; no strokes: nothing.
    void strokes(const ImageKey& key, std::vector<Stroke> strokes);
    void stroke(const ImageKey& key, Stroke stroke) { strokes(key, {std::move(stroke)}); }
    // Everything else that is kept, `human` aside; written at most every 300 ms, the last one wins.
    // Slices with an empty map keep the map that they have.
    void state(const ImageKey& key, StudyState state);
    // The same without copying maps: bring a slice's map when it is another one than last time.
    void state(const ImageKey& key, StateUpdate update);
    // The image is no longer shown: a good moment to lay its layer down as a whole.
    void leaveImage(const ImageKey& key);

    bool isSaved() const { return m_savedCalls == m_calls; } // all that was asked for

    // Writes the image's work as it is now into the work file of another folder, and leaves the open
    // one as it is; calls back with that file, or why not.
    void saveCopy(const std::filesystem::path& folder, const ImageKey& key, StudyState state,
                  std::function<void(Result<std::filesystem::path>)> done);

    // Waits until everything is on disk, `limit` at most. Errors: TimedOut, or why it can't be
    // written.
    Result<void> flush(std::chrono::milliseconds limit = std::chrono::seconds(2));

Q_SIGNALS:
    void folderOpened(limn::FolderWork work);
    void folderFailed(limn::Error error);
    void saved(QDateTime time); // everything that was asked for until now is on disk
    void failed(limn::Error error); // once, until writing works again
    void noticed(limn::WorkNotice notice);
    // The work file was damaged, moved or removed while it was open, and a new one begun: it lacks
    // what came before. Send the shown image's human layer (a stroke a slice) and state again.
    void startedAnew();

private:
    friend class JournalWorker;
    void tellSaved(QDateTime time, quint64 calls);

    quint64 m_calls = 0; // that were to change the file
    quint64 m_savedCalls = 0; // the last of them that is on disk
    QThread m_thread;
    std::unique_ptr<JournalWorker> m_worker;
};

} // namespace limn
