// What is yet to be written of one folder, in order, and its work file. Lives on the journal's
// thread.
#pragma once

#include "io/work/work_file.h"

#include <deque>
#include <utility>
#include <variant>

namespace limn {

// Nothing leaves the queue before it is on disk (but for what can never be written: see drain).
class FolderWriter {
public:
    explicit FolderWriter(std::filesystem::path folder);

    const std::filesystem::path& folder() const { return m_folder; }
    const WorkFile* file() const { return m_file.get(); }
    bool isIdle() const { return m_queue.empty() && !m_state; }
    bool isFailing() const { return m_isFailing; }

    // Opens the work file, or opens it again. Errors: those of WorkFile::open.
    Result<void> open();
    Result<std::vector<ImageSummary>> summaries();

    void add(const ImageKey& key, std::vector<Stroke> strokes); // of one action
    void adopt(const ImageKey& key);
    void leave(const ImageKey& key);
    // Waits for queueState(), a state of another image, or anything else that is asked for; the
    // last one of an image wins.
    void setState(const ImageKey& key, StateUpdate state);
    void queueState();

    // Writes what is queued. On an error the rest stays queued, so that drain() can be called
    // again. What can never be written (BadArgument; an adoption without an origin) is dropped with
    // its error.
    Result<void> drain();
    // drain() after a failure: opens the file again unless the disk is merely full. True in
    // `isNewFile` when another file than before is written now.
    Result<void> retry(bool& isNewFile);
    // What the file has of the image and, where writing failed, what is still queued. NotReadable
    // when there is neither, for then nobody knows what was kept.
    Result<KeptImage> read(const ImageKey& key);
    // What was found out and is no failure, once.
    std::vector<WorkNotice> takeNotices() { return std::exchange(m_notices, {}); }

private:
    struct Adoption { };
    struct Leaving { };
    struct Command {
        ImageKey key;
        std::variant<std::vector<Stroke>, StateUpdate, Adoption, Leaving> what;
    };
    struct PendingState {
        ImageKey key;
        StateUpdate state;
    };

    Result<void> writeFirst();
    Result<ImageStore*> store();
    Result<void> write(const ImageKey& key, const std::vector<Stroke>& strokes);
    Result<void> write(const ImageKey& key, const StateUpdate& state);
    Result<void> write(const ImageKey& key, Adoption);
    Result<void> write(const ImageKey& key, Leaving);
    Result<void> recogniseRenamed(const ImageKey& key);

    std::filesystem::path m_folder;
    std::unique_ptr<WorkFile> m_file;
    std::deque<Command> m_queue;
    std::optional<PendingState> m_state;
    std::map<std::string, int> m_rows; // journal rows of an image (by path) since its last snapshot
    WorkFile::Identity m_identity; // of the file that was open last
    bool m_isFailing = false;
    bool m_isDiskFull = false;
    std::vector<WorkNotice> m_notices;
};

} // namespace limn
