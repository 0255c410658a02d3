// A data set from a work file: masks, copies of the images, split, manifest. Goes step by step, so
// that others can use the thread between.
#pragma once

#include "app/release/image_release.h"
#include "app/release/patients.h"
#include "io/work/work_file.h"
#include "model/data/model_card.h"

#include <map>
#include <memory>
#include <set>

namespace limn {

struct SkippedImage {
    std::string name; // of the file; in a de-identified release its number in the key file
    Error why; // without a subject there
};

struct ReleaseSummary {
    int images = 0, accepted = 0, slices = 0;
    int unchanged = 0; // of the images: found as an earlier run wrote them
    int files = 0;
    std::map<std::string, int> patients, imagesOfPart; // by part of the split, "" without one
    std::map<std::string, int> how; // by what the patient was known: images
    std::map<std::string, LabelCount> labels; // by name; count: images that have it
    std::map<std::string, int> labelImages;
    std::map<std::string, int> warnings, leftOut; // images
    std::vector<SkippedImage> skipped;
    std::vector<std::string> models; // "NAME SHA-256"
    std::vector<std::string> modelsWithoutCard;
    std::filesystem::path key; // where it is; empty without one
};

enum class ReleasePhase { Reading, Writing, Done };

class Release {
public:
    // Opens the work file and looks at the folder; nothing is written yet. Errors: those of
    // WorkFile::open and ReleasePatients; NotFound (no work file, no image to export), Exists (the folder
    // holds something else), BadArgument (the key would lie in the release), BadData (the key).
    static Result<std::unique_ptr<Release>> open(ReleaseOrder order, ImportClient& client);

    ReleasePhase phase() const { return m_phase; }
    int done() const { return static_cast<int>(m_next); } // in this phase
    int total() const { return static_cast<int>(m_images.size()); }
    const std::string& shownName() const { return m_shown; } // of the last step; safe to print

    // Reads or writes one image; the last step writes what is about them all. An image that can't be
    // read is skipped. Errors: Cancelled, and those of writing, after which the same order goes on.
    Result<void> step(const std::stop_token& stop);

    const ReleaseSummary& summary() const { return m_summary; }

private:
    struct Entry {
        PlannedImage plan;
        std::string how;
        std::optional<Error> failure;
    };

    Release(ReleaseOrder order, ImportClient& client, ReleasePatients patients);
    Result<void> openWork();
    Result<void> openFolder();
    Result<void> openKey();
    Result<void> findSeries(const std::stop_token& stop);
    Result<void> readOne(const std::stop_token& stop);
    Result<void> plan();
    Result<void> nameThem();
    Result<void> nameByKey();
    Result<void> makeFolders();
    void readEarlier();
    Result<void> writeOne(const std::stop_token& stop);
    Result<void> keepRecord(const ReleasedImage& image);
    Result<void> finish(const std::stop_token& stop);
    void dropEarlierSets();
    Result<void> finishSets(const std::stop_token& stop, std::vector<ReleaseFile>& others);
    Result<void> writeCards(const std::vector<ModelCard>& known, std::vector<ReleaseFile>& others);
    Result<void> writeText(const std::string& name, const std::string& text, const std::string& kind,
                           std::vector<ReleaseFile>* others);
    void count();
    void skip(Entry& entry, Error why);

    ReleaseOrder m_order;
    ImportClient& m_client;
    ReleasePatients m_patients;
    std::filesystem::path m_imageFolder;
    std::unique_ptr<WorkFile> m_work;
    ReleaseKey m_key;
    ReleasePhase m_phase = ReleasePhase::Reading;
    std::size_t m_next = 0;
    std::vector<Entry> m_images;
    std::map<std::string, ReleasedImage> m_earlier; // by name
    std::vector<ReleasedImage> m_released;
    std::vector<ReleaseFile> m_earlierOthers;
    std::string m_shown;
    ReleaseSummary m_summary;
};

} // namespace limn
