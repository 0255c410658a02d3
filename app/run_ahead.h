// The model works on the next images to do while nothing else runs; their maps and their doubt are
// kept, and are there when a person opens them.
#pragma once

#include "app/file_thread.h"
#include "app/keeping.h"
#include "io/import_client.h"
#include "model/data/model_card.h"
#include "ui/session/segmenter_thread.h"
#include "ui/session/work_list.h"
#include "ui/view/run_choice.h"

#include <QObject>

#include <set>
#include <stop_token>

namespace limn {

// It has a model's thread of its own, with the module and the model in memory once more from the
// first image on. A person's run stops it within a step; it goes on when that has ended.
class RunAhead : public QObject {
    Q_OBJECT

public:
    RunAhead(WorkList& workList, SegmenterThread& runs, ModuleOpener opener, FileThread& files,
             ImportClient& client, Keeping& keeping, QObject* parent = nullptr);

    void setModels(std::vector<ModelCard> models) { m_models = std::move(models); }
    // How images are run from now on. Images that were tried before are tried again.
    void setOn(bool isOn, const RunChoice& choice);

    void goOn(); // looks for something to do

Q_SIGNALS:
    void done(const QString& name); // an image's map is kept

private:
    struct Image {
        std::filesystem::path path;
        int slice = 0;
        ImageKey key;
        SegmentRequest request;
    };

    void open(const ImageFiles& files);
    void begin(Image image);
    void keep();
    void stop();
    const ModelCard* model() const;

    WorkList& m_workList;
    SegmenterThread& m_runs; // those of a person
    ModuleOpener m_opener;
    std::unique_ptr<SegmenterThread> m_segmenter; // from the first image on
    FileThread& m_files;
    ImportClient& m_client;
    Keeping& m_keeping;
    std::vector<ModelCard> m_models;
    RunChoice m_choice;
    bool m_isOn = false;
    bool m_isBusy = false;
    int m_number = 0; // of the image that is worked on; answers of earlier ones are dropped
    Image m_image;
    StepPtr m_step; // its last one so far
    std::set<std::filesystem::path> m_tried;
    std::stop_source m_stop;
};

} // namespace limn
