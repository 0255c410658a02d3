// Masks in: of the shown picture as one undo step, of others of the folder into what is kept of them.
#pragma once

#include "app/file_thread.h"
#include "app/keeping.h"
#include "app/mask_gather.h"
#include "ui/session/session.h"
#include "ui/session/work_list.h"

#include <QObject>
#include <QStringList>

namespace limn {

// What became of an import.
struct ImportOutcome {
    int masks = 0, images = 0; // that were taken, and of how many pictures
    std::vector<Error> refused;
    QStringList leftOut; // pictures on which somebody has worked
    QStringList notes;
    QStringList files; // that were asked for
};

class Importing : public QObject {
    Q_OBJECT

public:
    Importing(Session& session, WorkList& workList, FileThread& files, ImportClient& client,
              Keeping& keeping, QObject* parent = nullptr);

    // `isReplacing`: also of pictures that are not shown and on which somebody has worked.
    void begin(const QStringList& files, bool isReplacing = false);
    void cancel(); // pictures that are done stay so

Q_SIGNALS:
    void progress(int done, int total);
    void ended(const limn::ImportOutcome& outcome);

private:
    void next();
    void takeShown(const ImagePlan& plan);
    void applyToShown(const ImagePlan& plan, const ReadMasks& read, const LabelTable& table);
    void takeKept(const ImagePlan& plan);
    void writeKept(int image, const ImageKey& key, ReadMasks read, const Result<KeptImage>& kept);
    void note(const ReadMasks& read);
    void imageDone(const ReadMasks& read);
    void finish();

    Session& m_session;
    WorkList& m_workList;
    FileThread& m_files;
    ImportClient& m_client;
    Keeping& m_keeping;
    std::vector<ImagePlan> m_images;
    std::size_t m_done = 0;
    ImportOutcome m_outcome;
    bool m_isReplacing = false;
    bool m_isImporting = false;
    std::stop_source m_stop;
};

} // namespace limn
