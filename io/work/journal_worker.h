// The journal's side on its own thread: the open folder, those that could not be written yet, the
// clocks.
#pragma once

#include "io/work/folder_writer.h"
#include "io/work/journal.h"

#include <QTimer>

namespace limn {

class JournalWorker : public QObject {
    Q_OBJECT

public:
    explicit JournalWorker(Journal& journal);

    // All on the journal's thread; what they do, see Journal.
    void openFolder(const std::filesystem::path& folder);
    Result<KeptImage> read(const ImageKey& key);
    void adopt(const ImageKey& key);
    void noteCall(quint64 call) { m_lastCall = call; }
    void strokes(const ImageKey& key, std::vector<Stroke> strokes);
    void state(const ImageKey& key, StateUpdate update);
    void leave(const ImageKey& key);
    Result<std::filesystem::path> saveCopy(const std::filesystem::path& folder, const ImageKey& key,
                                           StudyState state);
    Result<void> flush();
    void close(); // nothing can be called after it

private:
    Result<void> write(); // what is queued for the current folder
    void retryAll();
    void retryOne(FolderWriter& folder, bool isCurrent);
    void tell(const Error& error);
    void tellNotices(FolderWriter& folder);
    void tellSaved();
    bool isAnyWaiting() const;

    Journal& m_journal;
    std::unique_ptr<FolderWriter> m_current;
    std::vector<std::unique_ptr<FolderWriter>> m_left; // with something that is not on disk yet
    QTimer m_debounce{this};
    QTimer m_retry{this};
    bool m_isTold = false;
    quint64 m_lastCall = 0; // of those that change the file
};

} // namespace limn
