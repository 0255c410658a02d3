// Images in an open work file: rows in, a StudyState out. Says nothing of locks, places and
// threads.
#pragma once

#include "io/work/database.h"
#include "io/work/kept_image.h"

#include <map>
#include <span>
#include <utility>
#include <vector>

namespace limn {

// Each writing function is one transaction: on disk when it returns without an error, else not at
// all. Errors: those of Database; BadArgument for a box or map outside the image.
class ImageStore {
public:
    explicit ImageStore(Database& database);

    Result<KeptImage> read(const ImageKey& key);
    Result<std::vector<ImageSummary>> summaries(); // by path; the latest work where contents differ
    Result<std::vector<KeptRow>> rows(); // likewise, with the keys to read them by
    // The composed labels of the latest work on `path`, as accepted or as last edited; NotFound.
    Result<LabelMap> composedLabels(const std::string& path);

    // The strokes of one action of a person.
    Result<void> addStrokes(const ImageKey& key, std::span<const Stroke> strokes);
    Result<void> addStroke(const ImageKey& key, const Stroke& stroke)
    {
        return addStrokes(key, std::span(&stroke, 1));
    }
    Result<void> writeState(const ImageKey& key, const StateUpdate& state);
    // Lays the human layer down anew where journal rows came since, keeps the three last forms of a
    // slice and what the last 200 changes need, and composes the labels of an edited or accepted
    // image.
    Result<void> refreshSnapshot(const ImageKey& key);
    // Makes a copy of the work on another content of the same path (see KeptImage) the work of this
    // one.
    Result<void> adopt(const ImageKey& key);
    // Where nothing is known of this path: the paths with work on this very content.
    Result<std::vector<std::string>> otherPaths(const ImageKey& key);
    // The picture has another name now: what was done on it under `path` is its work.
    Result<void> rename(const std::string& path, const ImageKey& key);

private:
    struct CachedSlice {
        qint64 image = 0;
        int slice = -1;
        std::vector<Label> bytes;
    };
    // A change that can still be undone, or done again.
    struct JournalEdit {
        std::int64_t number = 0;
        QString text;
        bool isUndone = false;
        std::vector<qint64> rows; // a slice each
        std::size_t bytes = 0; // of its boxes
    };
    struct LiveMap {
        qint64 image = 0;
        int slice = -1;
        SliceMap made;
    };

    Result<qint64> find(const ImageKey& key); // 0: none
    Result<qint64> findOther(const ImageKey& key); // work on another content of the path; 0: none
    Result<qint64> findOrAdd(const ImageKey& key);
    Result<StudyState> readState(qint64 image);
    Result<StudyState> readFacts(qint64 image);
    Result<void> readMaps(qint64 image, StudyState& state);
    Result<std::pair<ProbabilityMap, RunFacts>> readMap(qint64 image, int slice,
                                                        Size size); // may be empty
    Result<void> readHuman(qint64 image, HumanLayer& human);
    Result<std::vector<Label>> humanSlice(qint64 image, int slice, Size size);
    Result<std::vector<int>> slicesOf(qint64 image, const QString& statement, int sliceCount);
    // Slices with journal rows that the newest snapshot does not hold, and the last such row.
    Result<std::map<int, qint64>> pendingSlices(qint64 image);
    Result<LabelMap> compose(qint64 image);
    Result<std::vector<Label>> composedSlice(qint64 image, int slice, const StudyState& facts);

    Result<void> addRow(qint64 image, const Stroke& stroke, const std::vector<Label>& before);
    Result<std::vector<JournalEdit>> journalEdits(qint64 image);
    Result<void> readHistory(qint64 image, StudyState& state);
    Result<LabelEdit> readEdit(const JournalEdit& edit, qint64 row);
    Result<void> pruneJournal(qint64 image);
    Result<void> writeNotes(qint64 image, const ImageNotes& notes);
    Result<void> writeLooks(qint64 image, const std::vector<SliceLook>& looks);
    Result<void> thresholdChanged(qint64 image, double tau);
    Result<void> writeMap(qint64 image, int slice, const SliceMap& made, double tau);
    Result<void> writeHumanSnapshots(qint64 image, Size size);
    Result<void> writeComposed(qint64 image); // of the slices where it is missing or overtaken
    Result<void> copyWork(qint64 from, const ImageKey& key);

    Database& m_database;
    CachedSlice m_cached; // the slice that a person is drawing on, as in the file
    LiveMap
        m_live; // the map written last, as it was before rounding: a new threshold rounds it anew
};

// The bytes in the box of a slice of `size`, row by row; the box lies inside.
std::vector<Label> bytesIn(Rect box, std::span<const Label> slice, Size size);

// Lays `bytes` (row by row) into the box of a slice of `size`.
void putInto(std::span<Label> slice, Size size, Rect box, std::span<const Label> bytes);

} // namespace limn
